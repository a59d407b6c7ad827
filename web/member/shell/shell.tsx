import { memberMessages } from '#contract/messages/member.ts';
import { notices } from '#contract/see.ts';
import { askPages } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { slowly, useNoticeStream } from '#web/shared/use-notice-stream.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useRoute } from '../navigate.ts';
import { paths, type Route } from '../routes.ts';
import { useSession } from '../session.ts';
import { announce, useAnnouncement } from '../ui/announce.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Brand } from './brand.tsx';
import { LargeTypeButton } from './large-type-button.tsx';
import styles from './shell.module.css';

const t = texts(memberMessages);

/** A place of the navigation and the pages that belong to it. */
const places = [
  {
    key: 'home',
    href: paths.home,
    pages: ['home', 'matter', 'choose', 'rated'],
    icon: 'M4 11 12 4l8 7v9h-5.5v-5.5h-5V20H4Z',
  },
  {
    key: 'write',
    href: paths.submissions,
    pages: ['submissions', 'begin', 'submission', 'signers', 'sign'],
    icon: 'M4 20l1-5L16 4l4 4L9 19ZM13.5 6.5l4 4',
  },
  {
    key: 'notices',
    href: paths.notices,
    pages: ['notices'],
    icon: 'M6 16V10a6 6 0 0 1 12 0v6l1.5 2h-15ZM10 20.5h4',
  },
  {
    key: 'settings',
    href: paths.settings,
    pages: ['settings'],
    icon: 'M12 12m-4 -4a4 4 0 1 1 8 0a4 4 0 1 1 -8 0M4 21c.6-4.6 3.6-7 8-7s7.4 2.4 8 7',
  },
] as const satisfies readonly {
  key: string;
  href: string;
  pages: readonly Route['page'][];
  icon: string;
}[];

const Navigation = () => {
  const { page } = useRoute();
  useNoticeStream(useSession().person.id);
  const { data } = useInfiniteQuery({ ...askPages(notices), staleTime: 60_000, refetchInterval: slowly });
  const unread = data?.pages[0]?.unread ?? 0;
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      {places.map(({ key, href, pages, icon }) => (
        <PageLink
          key={key}
          href={href}
          {...((pages as readonly string[]).includes(page) ? { 'aria-current': 'page' } : {})}
        >
          <span className={styles.icon}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={icon} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" />
            </svg>
            {key === 'notices' && unread > 0 ? (
              <span className={styles.badge}>
                <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
                <span className="visually-hidden">{t('nav.unread', { count: unread })}</span>
              </span>
            ) : null}
          </span>
          {t(`nav.${key}`)}
        </PageLink>
      ))}
    </nav>
  );
};

const Announcement = () => {
  const said = useAnnouncement();
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => announce(''), 6_000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div role="status" className={styles.said} data-said={said !== ''}>
      {said}
    </div>
  );
};

/** While rating or writing nothing else asks for attention: the navigation steps back. */
const isFocused = ({ page }: Route): boolean => page === 'rate' || page === 'write';

/** The frame around every page: where one is, large type, four places to go. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const { jurisdiction } = useSession();
  const route = useRoute();
  const focused = isFocused(route);
  return (
    <div className={styles.shell} data-focused={focused}>
      <a className={styles.skip} href="#main">
        {t('app.skip')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <PageLink href={paths.home} className={styles.homeLink}>
            <Brand place={jurisdiction} />
          </PageLink>
          {focused ? null : <Navigation />}
          <LargeTypeButton signedIn />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
        {jurisdiction.demo && !focused ? <p className={styles.demo}>{t('app.demo')}</p> : null}
      </main>
      <Announcement />
    </div>
  );
};
