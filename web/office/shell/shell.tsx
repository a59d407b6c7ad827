import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { useLanguage, useNarrow } from '#web/shared/use-appearance.ts';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { paths } from '../paths.ts';
import { ActingBanner } from './acting-banner.tsx';
import { navFor } from './nav.tsx';
import { PhoneNav } from './phone-nav.tsx';
import { useSession } from './session.ts';
import styles from './shell.module.css';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';
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

/** A new page begins at its heading: the focus goes to the content, where a screen reader reads on. */
const useFocusOnNewPage = (pathname: string): RefObject<HTMLElement | null> => {
  const content = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return content;
};

/** The frame of every page inside: navigation, tools, the content. On a wall there is the content alone. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const language = useLanguage();
  const narrow = useNarrow();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const content = useFocusOnNewPage(pathname);
  const [folded, fold] = useFolded();
  const unread = useUnread();
  const session = useSession();
  const items = navFor(session);
  const { demo, name, nameEn } = session.jurisdiction;
  const city = language === 'zh' ? name : nameEn;
  const shared = { items, pathname, unread };
  if (pathname.startsWith(paths.figures('screen'))) return <main id="content">{children}</main>;
  return (
    <div className={styles.shell} data-folded={folded && !narrow}>
      <a href="#content" className={styles.skip}>
        {t('shell.skip')}
      </a>
      {narrow ? null : <SideNav {...shared} city={city} folded={folded} onFold={fold} />}
      <div className={styles.main}>
        <header className={styles.header}>
          <TopBar items={items} narrow={narrow} unread={unread} city={city} />
          <ActingBanner />
          {demo ? <div className={styles.demo}>{t('shell.demo')}</div> : null}
        </header>
        <main id="content" ref={content} tabIndex={-1} className={styles.content}>
          {children}
        </main>
      </div>
      {narrow ? <PhoneNav {...shared} /> : null}
    </div>
  );
};
