import { delegations } from '#contract/absence.ts';
import { absenceMessages } from '#contract/messages/absence.ts';
import { channelMessages } from '#contract/messages/channel.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { feedMessages } from '#contract/messages/feed.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { currentLanguage, pick, texts } from '#web/shared/language.ts';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { useLargeType } from '#web/shared/use-appearance.ts';
import { App, Radio } from 'antd';
import { chooseLanguage, chooseLargeType } from '../shell/preferences.ts';
import { type HeldRole, holdsAny, useSession } from '../shell/session.ts';
import { PasswordForm } from '../sign-in/password-form.tsx';
import styles from './account.module.css';
import { OwnAbsence } from './own-absence.tsx';
import { OwnChannels } from './own-channels.tsx';
import { CalendarLink } from './calendar-link.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { SecondFactor } from './second-factor.tsx';

const t = texts(officeMessages);
const a = texts(absenceMessages);
const c = texts(commonMessages);
const n = texts(channelMessages);
const f = texts(feedMessages);

const roleText = ({ role, unit, organ }: HeldRole): string => {
  const where = organ?.name ?? (unit === null ? '' : `${unit.parent ?? ''} ${unit.name}`.trim());
  return where === '' ? c(`role.${role}`) : `${c(`role.${role}`)} · ${where}`;
};

const Identity = () => {
  const { person, username, roles } = useSession();
  return (
    <dl className={styles.facts}>
      <dt>{t('first.name')}</dt>
      <dd>
        {person.name} {person.post}
      </dd>
      <dt>{t('settings.username')}</dt>
      <dd>{username}</dd>
      <dt>{t('settings.roles')}</dt>
      <dd>
        <ul>
          {roles.map((held) => (
            <li key={`${held.role} ${held.unit?.id ?? ''} ${held.organ?.id ?? ''}`}>{roleText(held)}</li>
          ))}
        </ul>
      </dd>
    </dl>
  );
};

const Preferences = () => {
  const large = useLargeType();
  return (
    <div className={styles.choices}>
      <span id="pick-language">{t('settings.language')}</span>
      <Radio.Group
        aria-labelledby="pick-language"
        value={currentLanguage()}
        onChange={({ target }) => chooseLanguage(target.value === 'en' ? 'en' : 'zh', true)}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <span id="pick-type">{t('settings.typeSize')}</span>
      <Radio.Group
        aria-labelledby="pick-type"
        value={large}
        onChange={({ target }) => chooseLargeType(target.value === true, true)}
        options={[
          { value: false, label: t('shell.normal') },
          { value: true, label: t('shell.large') },
        ]}
      />
    </div>
  );
};

/** One's own settings: who one is here, how the pages look, how one signs in, where one is signed in. */
export const AccountPage = () => {
  const session = useSession();
  const { passwordPolicy, username, idleMinutes, acting } = session;
  const { message } = App.useApp();
  if (acting !== undefined)
    return (
      <>
        <PageHead title={t('settings.title')} />
        <Panel>{a('acting.settings')}</Panel>
      </>
    );
  return (
    <>
      <PageHead title={t('settings.title')} />
      <div className={styles.page}>
        <Panel title={t('settings.who')}>
          <Identity />
        </Panel>
        {holdsAny(session, delegations.access.roles) ? (
          <Panel title={a('absence.title')}>
            <OwnAbsence />
          </Panel>
        ) : null}
        <Panel title={t('settings.preferences')}>
          <Preferences />
        </Panel>
        <Panel title={n('own.title')}>
          <OwnChannels />
        </Panel>
        <Panel title={t('settings.security')}>
          <SecondFactor />
          <hr className={styles.split} />
          <div className={styles.narrow}>
            <PasswordForm
              rule={pick(passwordPolicy.text)}
              username={username}
              onDone={() => void message.success(t('password.done'))}
            />
          </div>
        </Panel>
        <Panel title={f('feed.title')}>
          <CalendarLink />
        </Panel>
        <Panel
          title={t('settings.sessions')}
          note={`${t('settings.sessions.lead')} ${t('settings.idle', { minutes: idleMinutes })}`}
        >
          <OwnSessions />
        </Panel>
      </div>
    </>
  );
};
