import { signOut } from '#contract/account.ts';
import { feedMessages } from '#contract/messages/feed.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { ownChannelMessages } from '#contract/messages/own-channels.ts';
import { currentLanguage, pick, texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { go } from '../navigate.ts';
import { chooseLanguage } from '../preferences.ts';
import { paths } from '../routes.ts';
import { isStaff, leaving, useSession } from '../session.ts';
import { TypeSizeChoice } from '../sign-in/type-size-choice.tsx';
import { announce } from '../ui/announce.tsx';
import { Button, OuterLink } from '../ui/button.tsx';
import { More } from '../ui/more.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { draftsHere } from '../write/device-drafts.ts';
import { OwnChannels } from './own-channels.tsx';
import { CalendarLink } from './calendar-link.tsx';
import { PasswordForm } from './password-form.tsx';
import { Sessions } from './sessions.tsx';
import styles from './settings.module.css';

const t = texts(memberMessages);
const o = texts(ownChannelMessages);
const f = texts(feedMessages);

const Languages = () => (
  <fieldset className={styles.languages}>
    <legend className="visually-hidden">{t('settings.language')}</legend>
    {(['zh', 'en'] as const).map((language) => (
      <label key={language} lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <input
          type="radio"
          name="language"
          checked={currentLanguage() === language}
          onChange={() => chooseLanguage(language, true)}
        />
        {t(`settings.language.${language}`)}
      </label>
    ))}
  </fieldset>
);

const SignOut = () => {
  const client = useQueryClient();
  const { person } = useSession();
  const leave = useCommand(signOut, {
    refreshes: ['me'],
    onDone: () => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      draftsHere(person.id).forgetArrived();
      go(paths.home, { replace: true });
    },
  });
  return (
    <>
      <ProblemBox problem={leave.problem} />
      <Button
        look="danger"
        wide
        busy={leave.pending}
        onClick={() => {
          leaving.onPurpose = true;
          void leave.run({ body: {} });
        }}
      >
        {t('settings.signOut')}
      </Button>
    </>
  );
};

/** The password is changed rarely: its form opens when it is wanted, and closes when it is done. */
const ChangePassword = () => {
  const session = useSession();
  const [round, setRound] = useState(0);
  return (
    <More key={round} summary={t('settings.password.change')}>
      <PasswordForm
        rule={pick(session.passwordPolicy.text)}
        username={session.username}
        onDone={() => {
          setRound(round + 1);
          // The button that had the focus is gone with its form.
          document.getElementById('main')?.focus();
          announce(t('password.done'));
        }}
      />
    </More>
  );
};

export const SettingsPage = () => {
  const session = useSession();
  return (
    <>
      <div>
        <PageTitle tab={t('settings.title')}>{t('settings.title')}</PageTitle>
        <p>
          <span lang="zh-CN">
            {session.person.name} {session.person.post}
          </span>{' '}
          <small className={styles.note}>{session.username}</small>
        </p>
      </div>
      <TypeSizeChoice signedIn legend={t('settings.size')} />
      <Section id="language" title={t('settings.language')}>
        <Languages />
      </Section>
      <Section id="channels" title={o('own.title')}>
        <OwnChannels />
      </Section>
      <Section id="password" title={t('settings.password')}>
        <ChangePassword />
      </Section>
      <Section id="calendar" title={f('feed.title')}>
        <More summary={f('feed.open')}>
          <CalendarLink />
        </More>
      </Section>
      <Section id="sessions" title={t('settings.sessions')}>
        <Sessions />
        <p className={styles.note}>{t('settings.idle', { minutes: session.idleMinutes })}</p>
      </Section>
      {isStaff(session) ? (
        <OuterLink wide href={paths.office}>
          {t('app.office')}
        </OuterLink>
      ) : null}
      <SignOut />
    </>
  );
};
