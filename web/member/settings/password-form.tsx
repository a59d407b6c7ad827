import { changePassword } from '#contract/account.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import styles from './settings.module.css';

const t = texts(memberMessages);

type Entries = { readonly current: string; readonly next: string; readonly again: string };

const errorsOf = ({ current, next, again }: Entries): Partial<Record<keyof Entries, string>> => ({
  ...(current === '' ? { current: t('password.needed') } : {}),
  ...(next === '' ? { next: t('password.needed') } : {}),
  ...(again === next ? {} : { again: t('password.differ') }),
});

type PasswordFormProps = {
  /** The policy in words. */
  readonly rule: string;
  /** For password managers. */
  readonly username: string;
  readonly onDone: () => void;
};

/** A new password: the present one, the new one twice, and what is asked of it before it is refused. */
export const PasswordForm = ({ rule, username, onDone }: PasswordFormProps) => {
  const [entries, setEntries] = useState<Entries>({ current: '', next: '', again: '' });
  const [errors, setErrors] = useState<ReturnType<typeof errorsOf>>({});
  const command = useCommand(changePassword, { refreshes: ['me', 'ownSessions'], onDone });
  const put = (part: Partial<Entries>): void => setEntries({ ...entries, ...part });
  const send = (): void => {
    const found = errorsOf(entries);
    setErrors(found);
    if (Object.keys(found).length === 0)
      void command.run({ body: { current: entries.current, password: entries.next } });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ProblemBox problem={command.problem} />
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <Field
        label={t('password.current')}
        type="password"
        autoComplete="current-password"
        maxLength={1_000}
        value={entries.current}
        error={errors.current}
        onChange={(event) => put({ current: event.target.value })}
      />
      <Field
        label={t('password.next')}
        help={t('password.rule', { rule })}
        type="password"
        autoComplete="new-password"
        maxLength={1_000}
        value={entries.next}
        error={errors.next}
        onChange={(event) => put({ next: event.target.value })}
      />
      <Field
        label={t('password.again')}
        type="password"
        autoComplete="new-password"
        maxLength={1_000}
        value={entries.again}
        error={errors.again}
        onChange={(event) => put({ again: event.target.value })}
      />
      <Button look="main" wide type="submit" busy={command.pending}>
        {t('password.submit')}
      </Button>
    </form>
  );
};
