import { officeMessages } from '#contract/messages/office.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import { useLanguage, useNarrow } from '#web/shared/use-appearance.ts';
import BellOutlined from '@ant-design/icons/BellOutlined';
import MenuFoldOutlined from '@ant-design/icons/MenuFoldOutlined';
import MenuOutlined from '@ant-design/icons/MenuOutlined';
import MenuUnfoldOutlined from '@ant-design/icons/MenuUnfoldOutlined';
import { useRouterState } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { paths } from '../paths.ts';
import { Brand } from './brand.tsx';
import { FindBox } from './find-box.tsx';
import { navFor } from './nav.tsx';
import { NavLinks, NavTabs } from './nav-links.tsx';
import { PageLink } from './page-link.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useSession } from './session.ts';
import styles from './shell.module.css';
import { LanguageTool, LargeTypeTool } from './tools.tsx';
import { useSignOut } from './use-sign-out.ts';
import { useUnread } from './use-unread.ts';

const t = texts(officeMessages);
const stored = 'luoshi.nav-folded';

const useFolded = (): readonly [boolean, () => void] => {
  const [folded, setFolded] = useState(() => localStorage.getItem(stored) === 'yes');
  const toggle = (): void => {
    localStorage.setItem(stored, folded ? 'no' : 'yes');
    setFolded(!folded);
  };
  return [folded, toggle];
};

const useCity = (): string => {
  const { jurisdiction } = useSession();
  return currentLanguage() === 'zh' ? jurisdiction.name : jurisdiction.nameEn;
};

const Bell = ({ unread }: { readonly unread: number }) => (
  <PageLink href={paths.notices()} className={`${styles.tool} ${styles.bell}`}>
    <BellOutlined aria-hidden />
    <span className="visually-hidden">{t('shell.noticesUnread', { count: unread })}</span>
    {unread === 0 ? null : (
      <span className={styles.badge} aria-hidden="true">
        {unread > 99 ? '99+' : unread}
      </span>
    )}
  </PageLink>
);

const SideNav = ({
  pathname,
  unread,
  folded,
  onFold,
}: {
  pathname: string;
  unread: number;
  folded: boolean;
  onFold: () => void;
}) => (
  <nav className={styles.side} aria-label={t('nav.label')}>
    <PageLink href={paths.workbench()} className={styles.home}>
      <Brand city={useCity()} folded={folded} />
    </PageLink>
    <NavLinks items={navFor(useSession())} pathname={pathname} unread={unread} folded={folded} />
    <button
      type="button"
      className={`${styles.tool} ${styles.fold}`}
      aria-expanded={!folded}
      aria-label={t(folded ? 'nav.unfold' : 'nav.fold')}
      onClick={onFold}
    >
      {folded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
    </button>
  </nav>
);

const PhoneNav = ({ pathname, unread }: { pathname: string; unread: number }) => {
  const [open, setOpen] = useState(false);
  const session = useSession();
  const signOut = useSignOut();
  const items = navFor(session);
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
        onClose={() => setOpen(false)}
        placement="bottom"
        size="auto"
        title={`${session.person.name} ${session.person.post}`}
      >
        <div className={styles.sheet}>
          <NavLinks items={items} pathname={pathname} unread={unread} onGo={() => setOpen(false)} />
          <hr />
          <LargeTypeTool signedIn />
          <LanguageTool signedIn />
          <PageLink href={paths.settings()} className={styles.tool} onClick={() => setOpen(false)}>
            {t('nav.account')}
          </PageLink>
          <button type="button" className={styles.tool} onClick={() => void signOut()}>
            {t('shell.signOut')}
          </button>
        </div>
      </Drawer>
    </nav>
  );
};

/** A new page begins at its heading: the focus goes to the content, where a screen reader reads on. */
const useFocusOnNewPage = (pathname: string) => {
  const content = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return content;
};

/** The frame of every page inside: navigation, tools, the content. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  useLanguage();
  const narrow = useNarrow();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const content = useFocusOnNewPage(pathname);
  const [folded, fold] = useFolded();
  const unread = useUnread();
  const city = useCity();
  const { jurisdiction } = useSession();
  return (
    <div className={styles.shell} data-folded={folded && !narrow}>
      <a href="#content" className={styles.skip}>
        {t('shell.skip')}
      </a>
      {narrow ? null : <SideNav pathname={pathname} unread={unread} folded={folded} onFold={fold} />}
      <div className={styles.main}>
        <header className={styles.header}>
          <div className={styles.top}>
            {narrow ? (
              <PageLink href={paths.workbench()} style={{ textDecoration: 'none' }}>
                <Brand city={city} />
              </PageLink>
            ) : (
              <FindBox />
            )}
            <div className={styles.tools}>
              {narrow ? null : (
                <>
                  <LargeTypeTool signedIn />
                  <LanguageTool signedIn />
                </>
              )}
              <Bell unread={unread} />
              {narrow ? null : <PersonMenu />}
            </div>
          </div>
          {jurisdiction.demo ? <div className={styles.demo}>{t('shell.demo')}</div> : null}
        </header>
        <main id="content" ref={content} tabIndex={-1} className={styles.content}>
          {children}
        </main>
      </div>
      {narrow ? <PhoneNav pathname={pathname} unread={unread} /> : null}
    </div>
  );
};
