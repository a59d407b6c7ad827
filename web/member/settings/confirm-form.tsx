import { confirmIdentity } from '#contract/account.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import styles from './settings.module.css';

const t = texts(memberMessages);

/** The password once more, before something is given away that needs none (ASVS 5.0.0 7.5.1). */
export const ConfirmForm = ({ onConfirmed }: { readonly onConfirmed: () => void }) => {
  const [password, setPassword] = useState('');
  const command = useCommand(confirmIdentity, { refreshes: ['me'], onDone: onConfirmed });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void command.run({ body: { password } });
      }}
    >
      <ProblemBox problem={command.problem} />
      <Field
        label={t('password.current')}
        help={t('password.confirm')}
        type="password"
        autoComplete="current-password"
        maxLength={1_000}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button look="main" type="submit" busy={command.pending} disabled={password === ''}>
        {t('password.confirmed')}
      </Button>
    </form>
  );
};
