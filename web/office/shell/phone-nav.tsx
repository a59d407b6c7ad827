import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import MenuOutlined from '@ant-design/icons/MenuOutlined';
import { Drawer } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import type { NavItem } from './nav.tsx';
import { NavLinks, NavTabs } from './nav-links.tsx';
import { PageLink } from './page-link.tsx';
import { holdsAny, useSession } from './session.ts';
import styles from './shell.module.css';
import { LanguageTool, LargeTypeTool } from './tools.tsx';
import { useSignOut } from './use-sign-out.ts';

const t = texts(officeMessages);

type PhoneNavProps = {
  readonly items: readonly NavItem[];
  readonly pathname: string;
  readonly unread: number;
};

/** The navigation of a phone: a bar at the bottom, and a drawer for the rest. */
export const PhoneNav = ({ items, pathname, unread }: PhoneNavProps) => {
  const [open, setOpen] = useState(false);
  const session = useSession();
  const signOut = useSignOut();
  const close = (): void => setOpen(false);
  return (
    <nav className={styles.bar} aria-label={t('nav.label')}>
      <NavTabs items={items} pathname={pathname} unread={unread}>
        <button type="button" className={styles.tab} aria-expanded={open} onClick={() => setOpen(true)}>
          <MenuOutlined aria-hidden />
          {t('nav.more')}
        </button>
      </NavTabs>
      <Drawer
        open={open}
        onClose={close}
        placement="bottom"
        size="auto"
        title={`${session.person.name} ${session.person.post}`}
      >
        <div className={styles.sheet}>
          <NavLinks items={items} pathname={pathname} unread={unread} onGo={close} />
          <hr />
          <LargeTypeTool signedIn />
          <LanguageTool signedIn />
          <PageLink href={paths.settings()} className={styles.tool} onClick={close}>
            {t('nav.account')}
          </PageLink>
          {holdsAny(session, ['proposer']) ? (
            <a href={paths.member()} className={styles.tool}>
              {t('nav.member')}
            </a>
          ) : null}
          <button type="button" className={styles.tool} onClick={() => void signOut()}>
            {t('shell.signOut')}
          </button>
        </div>
      </Drawer>
    </nav>
  );
};
