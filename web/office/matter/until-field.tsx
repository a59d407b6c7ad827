import { extensionChoices } from '#contract/extension-choices.ts';
import { Button, Form, Input } from 'antd';
import styles from './extensions.module.css';
import { t } from './matter-texts.ts';

type UntilFieldProps = {
  /** The date that stands, and the last day that the rules allow. */
  readonly due: string;
  readonly limit: string;
  readonly help: 'extension.until.help' | 'extension.decide.until.help';
};

type ChooserProps = Pick<UntilFieldProps, 'due' | 'limit'> & {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (date: string) => void;
};

const Chooser = ({ due, limit, id, value = '', onChange }: ChooserProps) => {
  const { earliest, latest, months } = extensionChoices(due, limit);
  const isMonth = months.some(({ date }) => date === latest);
  const quick = [
    ...months.map(({ count, date }) => ({ date, name: t('extension.until.months', { count }) })),
    ...(isMonth ? [] : [{ date: latest, name: t('extension.until.latest') }]),
  ];
  return (
    <>
      <div className={styles.quick} role="group" aria-label={t('extension.until.quick')}>
        {quick.map(({ date, name }) => (
          <Button
            key={date}
            size="small"
            type={date === value ? 'primary' : 'default'}
            aria-pressed={date === value}
            onClick={() => onChange?.(date)}
          >
            {name}
          </Button>
        ))}
      </div>
      <Input
        {...(id === undefined ? {} : { id })}
        type="date"
        min={earliest}
        max={latest}
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
      />
    </>
  );
};

/** The day until which a date is put off: whole months at a press, or any day within the rules, and no other. */
export const UntilField = ({ due, limit, help }: UntilFieldProps) => {
  const { earliest, latest } = extensionChoices(due, limit);
  const within = {
    validator: (_: unknown, value: unknown) =>
      typeof value === 'string' && value >= earliest && value <= latest
        ? Promise.resolve()
        : Promise.reject(new Error(t('extension.until.help', { from: earliest, to: latest }))),
  };
  return (
    <Form.Item
      name="until"
      label={t('extension.until')}
      extra={t(help, { from: earliest, to: latest })}
      required
      rules={[within]}
    >
      <Chooser due={due} limit={limit} />
    </Form.Item>
  );
};
