import { delegations, endDelegation, makeDelegation, standIns } from '#contract/absence.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { absenceMessages } from '#contract/messages/absence.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { CommandButton } from '#web/shared/ui/command-button.tsx';
import { markProblem } from '#web/shared/ui/form-problem.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, type FormRule, Input, Select } from 'antd';
import styles from './account.module.css';

const t = texts(absenceMessages);

type Answer = ResponseOf<typeof delegations>;
type Delegation = Answer['items'][number];
type Values = { personId: number; standInId: number; from: string; until: string; reason: string };

const needed = (): FormRule[] => [{ required: true, message: t('absence.needed') }];
const stale = ['delegations', 'me', 'covers', 'unitStaff'];

/** 我要请假: for whom, who stands in, from when until when, why. */
const AbsenceForm = ({ people }: Pick<Answer, 'people'>) => {
  const [form] = Form.useForm<Values>();
  const { message } = App.useApp();
  const today = useReference().data?.jurisdiction.today;
  const personId = Form.useWatch('personId', form) ?? people[0]?.id ?? 0;
  const from = Form.useWatch('from', form) ?? today;
  const eligible = useQuery({ ...ask(standIns, { params: { personId } }), enabled: personId !== 0 });
  const command = useCommand(makeDelegation, {
    refreshes: stale,
    onDone: () => {
      form.resetFields();
      void message.success(t('absence.made'));
    },
    onRefused: (problem) => void markProblem(form, problem),
  });
  return (
    <Form<Values>
      form={form}
      name="absence"
      layout="vertical"
      requiredMark={false}
      initialValues={{ personId: people[0]?.id }}
      onFinish={(body) => void command.run({ body })}
      className={styles.narrow}
    >
      <ProblemAlert problem={command.problem} />
      <Form.Item name="personId" label={t('absence.person')} hidden={people.length < 2} rules={needed()}>
        <Select
          virtual={false}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={() => form.setFieldValue('standInId', undefined)}
        />
      </Form.Item>
      <Form.Item name="standInId" label={t('absence.standIn')} rules={needed()}>
        <Select
          virtual={false}
          showSearch={{ optionFilterProp: 'label' }}
          loading={eligible.isPending}
          notFoundContent={t('absence.standIn.none')}
          options={(eligible.data?.items ?? []).map(({ id, name, post }) => ({
            value: id,
            label: `${name} ${post}`.trim(),
          }))}
        />
      </Form.Item>
      <Form.Item name="from" label={t('absence.from')} rules={needed()}>
        <Input type="date" min={today} />
      </Form.Item>
      <Form.Item name="until" label={t('absence.until')} rules={needed()}>
        <Input type="date" min={from} />
      </Form.Item>
      <Form.Item name="reason" label={t('absence.reason')} rules={needed()}>
        <Input maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={command.pending}>
        {t('absence.make')}
      </Button>
    </Form>
  );
};

const DelegationRow = ({ one }: { readonly one: Delegation }) => {
  const { message } = App.useApp();
  const end = useCommand(endDelegation, {
    refreshes: stale,
    onDone: () => void message.success(t('absence.ended')),
    onRefused: useProblemNotice(),
  });
  const line = t('absence.line', { person: one.person.name, standIn: one.standIn.name });
  return (
    <li>
      <div>
        <b>{line}</b> · {t(`absence.state.${one.state}`)}
        <p className={styles.note}>
          {t('absence.days', { from: one.from, until: one.until })} · {one.reason} ·{' '}
          {t('absence.madeBy', { name: one.madeBy })}
        </p>
      </div>
      {one.mayEnd ? (
        <CommandButton
          command={end}
          given={() => ({ params: { delegationId: one.id }, body: {} })}
          aria-label={`${t('absence.end')} · ${line}`}
        >
          {t('absence.end')}
        </CommandButton>
      ) : null}
    </li>
  );
};

/** 请假与委托代办: one's own absences, those one covers, those of the people for whom one may arrange. */
export const OwnAbsence = () => {
  const query = useQuery(ask(delegations));
  return (
    <QueryState query={query} lines={4}>
      {({ items, people }) => (
        <div className={styles.stack}>
          <p>{t('absence.lead')}</p>
          {items.length === 0 ? <p className={styles.note}>{t('absence.none')}</p> : null}
          <ul className={styles.sessions}>
            {items.map((one) => (
              <DelegationRow key={one.id} one={one} />
            ))}
          </ul>
          <AbsenceForm people={people} />
        </div>
      )}
    </QueryState>
  );
};
