import type { BodyGiven } from '#contract/endpoint.ts';
import type { startRehearsal } from '#contract/rehearsal.ts';
import { pick } from '#web/shared/language.ts';
import { Form, InputNumber } from 'antd';
import styles from './rehearsal.module.css';
import { dutyText, type Home, t } from './rehearsal-texts.ts';

type Rule = Home['inForce']['rules'][number];
type Asked = Extract<BodyGiven<typeof startRehearsal>['rules'], { kind: 'changed' }>['amounts'][number][];

/** The form item of a number that the server found wrong, by the place in the ruleset that it names. */
export const itemOf = (rules: readonly Rule[], at: string): string => {
  const place = /^deadlines\[(\d+)\]\.amount$/.exec(at)?.[1];
  const found = rules.find(({ rule }) => String(rule) === place);
  if (found === undefined) return at;
  return `${at}.${found.amount.unit === 'sessionDate' ? 'day' : 'count'}`;
};

/** By the place of the rule among those in force; only what was touched. */
export type Amounts = readonly (
  | { readonly amount?: { readonly count?: number; readonly month?: number; readonly day?: number } }
  | undefined
)[];

/** The rules whose numbers are others than in force. */
export const amountsGiven = (rules: readonly Rule[], given: Amounts | undefined): Asked =>
  rules.flatMap(({ rule, amount }): Asked => {
    const typed = given?.[rule]?.amount;
    if (typed === undefined) return [];
    if (amount.unit === 'sessionDate') {
      const { month = amount.month, day = amount.day } = typed;
      return month === amount.month && day === amount.day
        ? []
        : [{ rule, amount: { ...amount, month, day } }];
    }
    if (amount.unit === 'fixedDate') return [];
    const { count = amount.count } = typed;
    return count === amount.count ? [] : [{ rule, amount: { ...amount, count } }];
  });

const labelOf = ({ duty, when }: Rule): string =>
  t('rehearsal.change.rule', {
    duty: dutyText(duty),
    when: when === '' ? t('rehearsal.change.everything') : when,
  });

const Numbers = ({ one }: { readonly one: Rule }) => {
  const { rule, amount, source } = one;
  if (amount.unit === 'fixedDate') return null;
  const label = labelOf(one);
  const extra = pick(source);
  const at = ['deadlines', rule, 'amount'];
  if (amount.unit === 'sessionDate')
    return (
      <>
        <Form.Item
          name={[...at, 'month']}
          label={t('rehearsal.change.monthOf', { rule: label })}
          initialValue={amount.month}
          extra={extra}
        >
          <InputNumber min={1} max={12} precision={0} />
        </Form.Item>
        <Form.Item
          name={[...at, 'day']}
          label={t('rehearsal.change.dayOf', { rule: label })}
          initialValue={amount.day}
        >
          <InputNumber min={1} max={31} precision={0} />
        </Form.Item>
      </>
    );
  return (
    <Form.Item name={[...at, 'count']} label={label} initialValue={amount.count} extra={extra}>
      <InputNumber precision={0} suffix={t(`rehearsal.change.${amount.unit}`)} className={styles.number} />
    </Form.Item>
  );
};

/** The numbers of the deadline rules in force, to be tried otherwise. */
export const RuleAmounts = ({ rules }: { readonly rules: readonly Rule[] }) => (
  <div className={styles.fields}>
    {rules.map((one) => (
      <Numbers key={one.rule} one={one} />
    ))}
  </div>
);
