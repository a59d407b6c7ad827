import { signOut } from '#contract/account.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { currentLanguage, pick, texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useEffect } from 'react';
import { markMoved } from '../navigate.ts';
import { chooseLanguage } from '../preferences.ts';
import { paths } from '../routes.ts';
import type { Me, Session } from '../session.ts';
import { PasswordForm } from '../settings/password-form.tsx';
import { Brand } from '../shell/brand.tsx';
import { Button, OuterLink } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { CodeForm } from './code-form.tsx';
import { PasswordStep } from './password-step.tsx';
import styles from './sign-in.module.css';
import { TypeSizeChoice } from './type-size-choice.tsx';

const t = texts(memberMessages);

/** What the session still lacks after the password was right. */
const FurtherStep = ({ me }: { readonly me: Session }) => {
  switch (me.limit) {
    case 'secondFactor':
      return <CodeForm />;
    case 'password':
      return (
        <>
          <PageTitle tab={t('signIn.change.title')}>{t('signIn.change.title')}</PageTitle>
          <p>{t('signIn.change.lead')}</p>
          <PasswordForm rule={pick(me.passwordPolicy.text)} username={me.username} onDone={() => undefined} />
        </>
      );
    case 'enrolment':
      return (
        <>
          <PageTitle tab={t('signIn.title')}>{t('signIn.title')}</PageTitle>
          <p>{t('signIn.enrol')}</p>
          <OuterLink look="main" wide href="/sign-in?next=%2Fm">
            {t('app.office')}
          </OuterLink>
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

const Leave = () => {
  const leave = useCommand(signOut, { refreshes: ['me'] });
  return (
    <Button look="quiet" wide busy={leave.pending} onClick={() => void leave.run({ body: {} })}>
      {t('signIn.leave')}
    </Button>
  );
};

type SignInPageProps = {
  readonly me: Me;
  /** The user name of the person whose session ended while the page was open. */
  readonly before: string | null;
};

/** The way in: type size first, then name and password, then whatever else the session needs. */
export const SignInPage = ({ me, before }: SignInPageProps) => {
  useEffect(markMoved, []);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Brand place={me.jurisdiction} />
        <Button
          look="quiet"
          lang={currentLanguage() === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => chooseLanguage(currentLanguage() === 'zh' ? 'en' : 'zh', false)}
        >
          {t('signIn.language')}
        </Button>
      </header>
      <main className={styles.sheet}>
        {me.signedIn ? (
          <>
            <FurtherStep me={me} />
            <Leave />
          </>
        ) : (
          <>
            {before === null ? (
              <TypeSizeChoice legend={t('signIn.size')} />
            ) : (
              <p role="alert" className={styles.ended}>
                {t('signIn.ended')}
              </p>
            )}
            <div>
              <PageTitle tab={t('signIn.title')}>{t('app.name')}</PageTitle>
              <p className={styles.note}>{t('signIn.for')}</p>
            </div>
            <PasswordStep demo={me.jurisdiction.demo} name={before ?? ''} />
            <OuterLink look="quiet" wide href={paths.office}>
              {t('signIn.staff')}
            </OuterLink>
          </>
        )}
      </main>
    </div>
  );
};
