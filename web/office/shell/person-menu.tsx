import { absenceMessages } from '#contract/messages/absence.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { Dropdown, type MenuProps } from 'antd';
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
  const items: NonNullable<MenuProps['items']> = [
    ...(acting === undefined
      ? [
          { key: 'settings', label: t('nav.account') },
          ...covers.map((one) => ({
            key: `for ${one.person.id}`,
            label: a('acting.menu', { name: one.person.name }),
          })),
        ]
      : [{ key: 'back', label: a('acting.back') }]),
    ...(holdsAny(session, ['proposer']) ? [{ key: 'member', label: t('nav.member') }] : []),
    { type: 'divider' },
    { key: 'signOut', label: t('shell.signOut') },
  ];
  const onClick: MenuProps['onClick'] = ({ key }) => {
    if (key === 'back') actFor(null);
    if (key.startsWith('for ')) actFor(Number(key.slice(4)));
    if (key === 'settings') go(paths.settings());
    if (key === 'member') window.location.assign(paths.member());
    if (key === 'signOut') void signOut();
  };
  return (
    <Dropdown menu={{ items, onClick }} trigger={['click']} placement="bottomRight">
      <button type="button" className={styles.tool} aria-haspopup="menu">
        <span className={styles.person} aria-hidden="true">
          {name.slice(0, 1)}
        </span>
        <span className={styles.toolWord}>
          {name} <small>{post}</small>
        </span>
        <span className="visually-hidden">{t('shell.personMenu')}</span>
      </button>
    </Dropdown>
  );
};
