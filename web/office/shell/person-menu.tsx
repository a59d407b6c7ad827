import { absenceMessages } from '#contract/messages/absence.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { Menu, type MenuEntry } from '#web/shared/ui/menu.tsx';
import { paths } from '../paths.ts';
import { actFor } from './act-for.ts';
import { useGo } from './page-link.tsx';
import { holdsAny, useSession } from './session.ts';
import styles from './shell.module.css';
import { useSignOut } from './use-sign-out.ts';

const t = texts(officeMessages);
const a = texts(absenceMessages);

/** The person's own menu: settings, the proposer's pages where he is one as well, signing out. */
export const PersonMenu = () => {
  const session = useSession();
  const go = useGo();
  const signOut = useSignOut();
  const { person, acting, covers } = session;
  const { name, post } = person;
  const entries: readonly MenuEntry[] = [
    ...(acting === undefined
      ? [
          { key: 'settings', label: t('nav.account'), onPress: () => go(paths.settings()) },
          ...covers.map((one) => ({
            key: `for ${one.person.id}`,
            label: a('acting.menu', { name: one.person.name }),
            onPress: () => actFor(one.person.id),
          })),
        ]
      : [{ key: 'back', label: a('acting.back'), onPress: () => actFor(null) }]),
    ...(holdsAny(session, ['proposer'])
      ? [{ key: 'member', label: t('nav.member'), onPress: () => window.location.assign(paths.member()) }]
      : []),
    { key: 'signOut', label: t('shell.signOut'), apart: true, onPress: () => void signOut() },
  ];
  return (
    <Menu name={t('shell.personMenu')} entries={entries} end>
      {(opener) => (
        <button {...opener} type="button" className={styles.tool}>
          <span className={styles.person} aria-hidden="true">
            {name.slice(0, 1)}
          </span>
          <span className={styles.toolWord}>
            {name} <small>{post}</small>
          </span>
          <span className="visually-hidden">{t('shell.personMenu')}</span>
        </button>
      )}
    </Menu>
  );
};
