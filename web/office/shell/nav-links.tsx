import { officeMessages } from '#contract/messages/office.ts';
import { count } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { Tooltip } from 'antd';
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { isUnder, type NavItem } from './nav.tsx';
import { PageLink } from './page-link.tsx';
import styles from './shell.module.css';

const t = texts(officeMessages);

const UnreadBadge = ({ unread }: { readonly unread: number }) =>
  unread === 0 ? null : <span className={styles.badge}>{unread > 99 ? '99+' : count(unread)}</span>;

type WayProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { readonly item: NavItem };

const Way = ({ item, children, ...rest }: WayProps) =>
  item.away === true ? (
    <a href={item.href} {...rest}>
      {children}
    </a>
  ) : (
    <PageLink href={item.href} {...rest}>
      {children}
    </PageLink>
  );

type NavLinksProps = {
  readonly items: readonly NavItem[];
  readonly pathname: string;
  readonly unread: number;
  /** Icons only: the words become tooltips and stay for a screen reader. */
  readonly folded?: boolean;
  readonly onGo?: () => void;
};

/** The main navigation, as a list of links; the page one is on is marked for eyes and for screen readers. */
export const NavLinks = ({ items, pathname, unread, folded = false, onGo }: NavLinksProps) => (
  <ul className={styles.nav}>
    {items.map((item) => (
      <li key={item.key}>
        <Tooltip title={folded ? t(item.label) : ''} placement="right">
          <Way
            item={item}
            className={styles.item}
            {...(isUnder(item, pathname) ? { 'aria-current': 'page' as const } : {})}
            {...(onGo === undefined ? {} : { onClick: onGo })}
          >
            {item.icon}
            <span className={folded ? 'visually-hidden' : undefined}>{t(item.label)}</span>
            {item.key === 'notices' ? <UnreadBadge unread={unread} /> : null}
          </Way>
        </Tooltip>
      </li>
    ))}
  </ul>
);

type NavTabsProps = Omit<NavLinksProps, 'folded' | 'onGo'> & { readonly children: ReactNode };

/** The same on a phone: the first three in a bar at the bottom, within reach of the thumb; `children` is the rest. */
export const NavTabs = ({ items, pathname, unread, children }: NavTabsProps) => (
  <ul>
    {items.slice(0, 3).map((item) => (
      <li key={item.key}>
        <Way
          item={item}
          className={styles.tab}
          {...(isUnder(item, pathname) ? { 'aria-current': 'page' as const } : {})}
        >
          {item.icon}
          {t(item.label)}
          {item.key === 'notices' ? <UnreadBadge unread={unread} /> : null}
        </Way>
      </li>
    ))}
    <li>{children}</li>
  </ul>
);
