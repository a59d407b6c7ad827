import type { ResponseOf } from '#contract/endpoint.ts';
import {
  addSessionGroup,
  changeSessionGroup,
  findForSession,
  sessionGroups,
} from '#contract/session-records.ts';
import { ask } from '#web/shared/ask.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormDialog } from '../matter/form-dialog.tsx';
import styles from './opinions.module.css';
import { c, t } from './opinion-texts.ts';

type Group = ResponseOf<typeof sessionGroups>['items'][number];

type PeopleSelectProps = {
  readonly id?: string;
  readonly value?: readonly number[];
  readonly known: Group['recorders'];
  readonly onChange?: (ids: number[]) => void;
};

/** People found by name; those chosen before keep their names. */
const PeopleSelect = ({ id, value, known, onChange }: PeopleSelectProps) => {
  const [words, setWords] = useState('');
  const [met, setMet] = useState<ReadonlyMap<number, string>>(
    new Map(known.map((person) => [person.id, person.name])),
  );
  const found = useQuery({
    ...ask(findForSession, { query: { q: words, who: 'recorder' } }),
    enabled: words !== '',
    placeholderData: (before) => before,
  });
  const options = (found.data?.items ?? []).map((person) => ({
    value: person.id,
    label: [person.name, person.post].filter((part) => part !== '').join(' · '),
  }));
  const chosen = (value ?? []).flatMap((one) =>
    options.some((option) => option.value === one)
      ? []
      : [{ value: one, label: met.get(one) ?? String(one) }],
  );
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      virtual={false}
      placeholder={t('opinions.people.find')}
      showSearch={{ filterOption: false, onSearch: (typed) => setWords(typed.trim()) }}
      options={[...chosen, ...options]}
      {...(value === undefined ? {} : { value: [...value] })}
      onChange={(ids: number[]) => {
        setMet(new Map([...met, ...options.map((option) => [option.value, option.label] as const)]));
        onChange?.(ids);
      }}
    />
  );
};

type Values = { name: string; recorderIds: number[] };

const GroupDialog = ({
  group,
  sessionId,
  onClose,
}: {
  readonly group: Group | null;
  readonly sessionId: number;
  readonly onClose: () => void;
}) => {
  const add = useCommand(addSessionGroup, { onDone: onClose });
  const change = useCommand(changeSessionGroup, { onDone: onClose });
  const recorders = group?.recorders ?? [];
  return (
    <FormDialog<Values>
      title={t(group === null ? 'opinions.groups.add' : 'opinions.groups.change')}
      confirm={t('opinions.do.save')}
      initial={{ name: group?.name ?? '', recorderIds: recorders.map(({ id }) => id) }}
      pending={add.pending || change.pending}
      problem={add.problem ?? change.problem}
      onSubmit={(values) =>
        group === null
          ? add.run({ body: { ...values, sessionId } })
          : change.run({ params: { groupId: group.id }, version: group.version, body: values })
      }
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('opinions.groups.name')}
        rules={[{ required: true, whitespace: true, message: c('reason.needed') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="recorderIds" label={t('opinions.groups.recorders')}>
        <PeopleSelect known={recorders} />
      </Form.Item>
    </FormDialog>
  );
};

/** 分组与记录员: set up by the organ's office before the session. */
export const GroupsTab = ({ sessionId }: { readonly sessionId: number }) => {
  const query = useQuery(ask(sessionGroups, { query: { sessionId } }));
  const [open, setOpen] = useState<Group | 'new' | null>(null);
  return (
    <QueryState query={query} lines={6}>
      {({ items, mayChange }) => (
        <div className={styles.stack}>
          {mayChange ? (
            <div className={styles.buttons}>
              <Button onClick={() => setOpen('new')}>{t('opinions.groups.add')}</Button>
            </div>
          ) : null}
          {items.length === 0 ? (
            <EmptyState title={t('opinions.groups.none')} detail={t('opinions.groups.none.detail')} />
          ) : null}
          <ul className={styles.cards}>
            {items.map((group) => (
              <li key={group.id} className={styles.card}>
                <h2>{group.name}</h2>
                <div className={styles.line}>
                  <span>
                    {t('opinions.groups.recorders')}：
                    {group.recorders.length === 0
                      ? t('opinions.groups.noRecorder')
                      : group.recorders.map(({ name }) => name).join('、')}
                  </span>
                  <span>
                    {t('opinions.groups.records')} {group.records}
                  </span>
                </div>
                {mayChange ? (
                  <div className={styles.buttons}>
                    <Button onClick={() => setOpen(group)}>{t('opinions.groups.change')}</Button>
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
          {open === null ? null : (
            <GroupDialog
              group={open === 'new' ? null : open}
              sessionId={sessionId}
              onClose={() => setOpen(null)}
            />
          )}
        </div>
      )}
    </QueryState>
  );
};
