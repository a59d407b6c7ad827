import { addPerson, changePerson, closePerson, listPeople } from '#contract/setup.ts';
import type { ProblemBody } from '#web/shared/api.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { FormDialog } from '../matter/form-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { needed } from './form-rules.ts';
import { GrantFields } from './grant-fields.tsx';
import { bodiesOf, type GrantLine, linesOf } from './grant-rules.ts';
import { grantText } from './grant-text.ts';
import styles from './setup.module.css';
import { c, t } from './setup-texts.ts';
import type { PersonRow } from './setup-types.ts';
import { StaleNote } from './stale-note.tsx';
import { useFreshRow } from './use-fresh-row.ts';

type Values = { name: string; post: string; group: string; phone: string; grants: readonly GrantLine[] };

const valuesOf = (person: PersonRow): Values => ({
  name: person.name,
  post: person.post,
  group: person.group,
  phone: person.phone ?? '',
  grants: linesOf(person.grants),
});

const bodyOf = ({ name, post, group, phone, grants }: Values) => ({
  name: name.trim(),
  post: post.trim(),
  group: group.trim(),
  phone: phone.trim() === '' ? null : phone.trim(),
  grants: [...bodiesOf(grants)],
});

const asTexts = (person: PersonRow): Record<string, string> => ({
  [t('person.name')]: person.name,
  [t('person.post')]: person.post,
  [t('people.column.group')]: person.group,
  [t('person.phone')]: person.phone ?? '',
  [t('person.grants')]: person.grants.map(grantText).join(c('say.separator')),
});

const Fields = () => (
  <>
    <div className={styles.pair}>
      <Form.Item name="name" label={t('person.name')} rules={needed()}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="post" label={t('person.post')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="phone" label={t('person.phone')} extra={t('person.phone.hint')}>
        <Input type="tel" maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="group" label={t('person.group')}>
        <Input maxLength={100} />
      </Form.Item>
    </div>
    <GrantFields name="grants" />
  </>
);

type AddPersonProps = { readonly onDone: (id: number, name: string) => void; readonly onClose: () => void };

export const AddPersonDialog = ({ onDone, onClose }: AddPersonProps) => {
  const { message } = App.useApp();
  const name = useRef('');
  const { run, pending, problem } = useCommand(addPerson, {
    onDone: ({ id }) => {
      void message.success(t('person.added', { name: name.current }));
      onDone(id, name.current);
    },
  });
  const submit = (values: Values) => {
    const body = bodyOf(values);
    name.current = body.name;
    return run({ body });
  };
  return (
    <FormDialog<Values>
      title={t('person.title.add')}
      confirm={t('person.add')}
      width={720}
      initial={{ post: '', group: '', phone: '', grants: [{}] }}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Fields />
    </FormDialog>
  );
};

type ChangePersonProps = {
  readonly person: PersonRow;
  readonly onDone: (name: string) => void;
  readonly onClose: () => void;
};

export const ChangePersonDialog = ({ person, onDone, onClose }: ChangePersonProps) => {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [opened] = useState(person);
  useFreshRow(form, person.version, valuesOf(person));
  const refused = (problem: ProblemBody): void => {
    if (problem.code === 'stale') void client.invalidateQueries({ queryKey: [listPeople.id] });
  };
  const name = useRef(person.name);
  const saved = (): void => {
    void message.success(t('person.saved', { name: name.current }));
    onDone(name.current);
  };
  const { run, pending, problem } = useCommand(changePerson, { onRefused: refused, onDone: saved });
  const submit = (values: Values) => {
    const body = bodyOf(values);
    name.current = body.name;
    return run({ params: { personId: person.id }, version: person.version, body });
  };
  return (
    <FormDialog<Values>
      title={t('person.title.edit', { name: opened.name })}
      what={<StaleNote before={asTexts(opened)} now={asTexts(person)} />}
      confirm={c('do.save')}
      width={720}
      form={form}
      initial={valuesOf(opened)}
      pending={pending}
      problem={problem?.code === 'stale' ? null : problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Fields />
    </FormDialog>
  );
};

/** 离任: the person stays on record and can no longer act. */
export const LeaveDialog = ({
  person,
  onClose,
}: {
  readonly person: PersonRow;
  readonly onClose: () => void;
}) => {
  const { message } = App.useApp();
  const { name } = person;
  const { run, pending, problem } = useCommand(closePerson, {
    onDone: () => {
      void message.success(t('person.leave.done', { name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('person.leave.title', { name })}
      confirm={t('person.leave')}
      danger
      pending={pending}
      problem={problem}
      onConfirm={() => void run({ params: { personId: person.id }, body: {} })}
      onClose={onClose}
    >
      <p>{t('person.leave.what')}</p>
    </ConfirmDialog>
  );
};
