import type { BodyGiven } from '#contract/endpoint.ts';
import { startRehearsal } from '#contract/rehearsal.ts';
import { pick } from '#web/shared/language.ts';
import { useFormProblem } from '#web/shared/ui/form-problem.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import styles from './rehearsal.module.css';
import { type Amounts, amountsGiven, itemOf, RuleAmounts } from './rule-amounts.tsx';
import { type Home, t } from './rehearsal-texts.ts';

type Asked = BodyGiven<typeof startRehearsal>;

type Fields = {
  readonly name?: string;
  readonly year: number;
  readonly organId: number;
  /** `inForce`, `changed`, or the id of a preset behind `preset:`. */
  readonly rules: string;
  /** `inForce`, `shipped`, or the number of a proposal. */
  readonly calendar: string;
  readonly deadlines?: Amounts;
  readonly restarts?: boolean;
};

const rulesGiven = (home: Home, fields: Fields): Asked['rules'] => {
  if (fields.rules === 'inForce') return { kind: 'inForce' };
  if (fields.rules !== 'changed') return { kind: 'preset', preset: fields.rules.replace(/^preset:/, '') };
  return {
    kind: 'changed',
    amounts: amountsGiven(home.inForce.rules, fields.deadlines),
    reassignRestartsClock: fields.restarts ?? home.inForce.reassignRestartsClock,
  };
};

const calendarGiven = ({ calendar }: Fields): Asked['calendar'] => {
  if (calendar === 'inForce' || calendar === 'shipped') return { kind: calendar };
  return { kind: 'proposal', proposalId: Number(calendar) };
};

const askedOf = (home: Home, fields: Fields): Asked => ({
  name: fields.name ?? '',
  year: fields.year,
  organId: fields.organId === 0 ? null : fields.organId,
  rules: rulesGiven(home, fields),
  calendar: calendarGiven(fields),
});

const rulesOptions = ({ inForce, presets }: Home) => [
  ...presets
    .filter(({ id }) => id !== inForce.preset)
    .map(({ id, name }) => ({ value: `preset:${id}`, label: pick(name) })),
  { value: 'changed', label: t('rehearsal.rules.changed') },
  { value: 'inForce', label: t('rehearsal.rules.inForce', { name: pick(inForce.name) }) },
];

const calendarOptions = ({ proposals }: Home) => [
  { value: 'inForce', label: t('rehearsal.calendar.inForce') },
  { value: 'shipped', label: t('rehearsal.calendar.shipped') },
  ...proposals.map(({ id, year, origin, createdAt }) => ({
    value: String(id),
    label: t('rehearsal.calendar.proposal', {
      name: [year, origin, createdAt.slice(0, 10)].filter((part) => part !== null && part !== '').join(' '),
    }),
  })),
];

/** What is tried on which matters; it starts a rehearsal and goes to it. */
export const RehearsalForm = ({ home }: { readonly home: Home }) => {
  const go = useGo();
  const [form] = Form.useForm<Fields>();
  const rules = Form.useWatch('rules', form);
  const { problem, show } = useFormProblem(form);
  const command = useCommand(startRehearsal, {
    onDone: ({ id }) => go(paths.rehearsal(id)),
    onRefused: (refused) =>
      show(refused.at === undefined ? refused : { ...refused, at: itemOf(home.inForce.rules, refused.at) }),
  });
  const options = rulesOptions(home);
  return (
    <Panel title={t('rehearsal.new')}>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          year: home.years[0]?.year,
          organId: home.mayAll ? 0 : home.organs[0]?.id,
          rules: options[0]?.value,
          calendar: 'inForce',
          restarts: home.inForce.reassignRestartsClock,
        }}
        onFinish={(fields) => void command.run({ body: askedOf(home, fields) })}
      >
        <ProblemAlert problem={problem} />
        <div className={styles.fields}>
          <Form.Item name="year" label={t('rehearsal.year')}>
            <Select
              options={home.years.map(({ year, matters }) => ({
                value: year,
                label: t('rehearsal.year.option', { year, matters }),
              }))}
            />
          </Form.Item>
          <Form.Item name="organId" label={t('rehearsal.organ')}>
            <Select
              options={[
                ...(home.mayAll ? [{ value: 0, label: t('rehearsal.allOrgans') }] : []),
                ...home.organs.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Form.Item>
          <Form.Item name="rules" label={t('rehearsal.rules')}>
            <Select options={options} />
          </Form.Item>
          <Form.Item name="calendar" label={t('rehearsal.calendar')}>
            <Select options={calendarOptions(home)} />
          </Form.Item>
          <Form.Item name="name" label={t('rehearsal.name')}>
            <Input maxLength={60} />
          </Form.Item>
        </div>
        {rules === 'changed' ? (
          <>
            <Form.Item name="restarts" valuePropName="checked">
              <Checkbox>{t('rehearsal.change.restarts')}</Checkbox>
            </Form.Item>
            <RuleAmounts rules={home.inForce.rules} />
          </>
        ) : null}
        <Button type="primary" htmlType="submit" loading={command.pending} disabled={home.years.length === 0}>
          {t('rehearsal.start')}
        </Button>
      </Form>
    </Panel>
  );
};
