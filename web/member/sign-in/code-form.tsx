import { giveSecondFactor } from '#contract/account.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import styles from './sign-in.module.css';

const t = texts(memberMessages);

/** The second step of a sign-in, for those who have set up an authenticator. */
export const CodeForm = () => {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const command = useCommand(giveSecondFactor, { refreshes: ['me'] });
  const send = (): void => {
    const digits = code.replace(/\s/g, '');
    const valid = /^\d{6}$/.test(digits);
    setWrong(!valid);
    if (valid) void command.run({ body: { code: digits } });
  };
  return (
    <>
      <PageTitle tab={t('signIn.code.title')}>{t('signIn.code.title')}</PageTitle>
      <p>{t('signIn.code.lead')}</p>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ProblemBox problem={command.problem} />
        <Field
          label={t('signIn.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          value={code}
          error={wrong ? t('signIn.code.invalid') : undefined}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button look="main" wide type="submit" busy={command.pending}>
          {t('signIn.submit')}
        </Button>
      </form>
    </>
  );
};
