import { signIn } from '#contract/account.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { DemoPeople } from './demo-people.tsx';
import styles from './sign-in.module.css';

const t = texts(memberMessages);

type PasswordStepProps = {
  readonly demo: boolean;
  /** Filled in already where it is known. */
  readonly name: string;
};

/** User name and password. What comes next is read from `me`. */
export const PasswordStep = ({ demo, name }: PasswordStepProps) => {
  const [username, setUsername] = useState(name);
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState(false);
  const command = useCommand(signIn, { refreshes: ['me'] });
  const send = (): void => {
    const lacks = username.trim() === '' || password === '';
    setMissing(lacks);
    if (!lacks) void command.run({ body: { username: username.trim(), password } });
  };
  return (
    <>
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
          label={t('signIn.username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
        <Field
          label={t('signIn.password')}
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={1_000}
          value={password}
          error={missing ? t('signIn.missing') : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
        <label className={styles.tick}>
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {t('signIn.show')}
        </label>
        <Button look="main" wide type="submit" busy={command.pending}>
          {t('signIn.submit')}
        </Button>
      </form>
      {demo ? (
        <DemoPeople
          chosen={username}
          onChoose={(person) => {
            setUsername(person.username);
            setPassword(person.password);
            setMissing(false);
          }}
        />
      ) : null}
    </>
  );
};
