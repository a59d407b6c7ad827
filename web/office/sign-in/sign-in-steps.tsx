import { signOut } from '#contract/account.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { pick, texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import type { Me, Session } from '../shell/session.ts';
import { CodeStep } from './code-step.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { PasswordForm } from './password-form.tsx';

const t = texts(officeMessages);

type SignInStepsProps = {
  readonly me: Me;
  /** The first step, which differs between the page and the form over an open page. */
  readonly first: ReactNode;
  readonly onComplete: (session: Session) => void;
};

const Step = ({ me, first }: Pick<SignInStepsProps, 'me' | 'first'>) => {
  if (!me.signedIn) return first;
  switch (me.limit) {
    case 'secondFactor':
      return <CodeStep />;
    case 'password':
      return (
        <>
          <h1>{t('signIn.change.title')}</h1>
          <p>{t('signIn.change.lead')}</p>
          <PasswordForm rule={pick(me.passwordPolicy.text)} username={me.username} onDone={() => undefined} />
        </>
      );
    case 'enrolment':
      return (
        <>
          <h1>{t('signIn.enrol.title')}</h1>
          <EnrolForm onDone={() => undefined} />
        </>
      );
    case null:
      return null;
    default: {
      const forgotten: never = me.limit;
      return forgotten;
    }
  }
};

/** Password, code, new password, authenticator: whatever `me` says the session still lacks, until nothing is. */
export const SignInSteps = ({ me, first, onComplete }: SignInStepsProps) => {
  const leave = useCommand(signOut, { refreshes: ['me'] });
  const session = me.signedIn && me.limit === null ? me : null;
  useEffect(() => {
    if (session !== null) onComplete(session);
  }, [session, onComplete]);
  return (
    <>
      <Step me={me} first={first} />
      {me.signedIn && me.limit !== null ? (
        <Button type="link" loading={leave.pending} onClick={() => void leave.run({ body: {} })}>
          {t('signIn.otherWay')}
        </Button>
      ) : null}
    </>
  );
};
