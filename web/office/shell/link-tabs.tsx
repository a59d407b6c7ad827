import styles from './link-tabs.module.css';
import { PageLink } from './page-link.tsx';

type LinkTab = {
  readonly key: string;
  readonly title: string;
  readonly href: string;
  readonly current: boolean;
};

/** Parts of a page, each with an address of its own: links, so that one can be sent or opened beside another. */
export const LinkTabs = ({ label, tabs }: { readonly label: string; readonly tabs: readonly LinkTab[] }) => (
  <nav className="no-print" aria-label={label}>
    <ul className={styles.tabs}>
      {tabs.map(({ key, title, href, current }) => (
        <li key={key}>
          <PageLink href={href} {...(current ? { 'aria-current': 'page' as const } : {})}>
            {title}
          </PageLink>
        </li>
      ))}
    </ul>
  </nav>
);
