import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import MenuFoldOutlined from '@ant-design/icons/MenuFoldOutlined';
import MenuUnfoldOutlined from '@ant-design/icons/MenuUnfoldOutlined';
import { paths } from '../paths.ts';
import { Brand } from './brand.tsx';
import type { NavItem } from './nav.tsx';
import { NavLinks } from './nav-links.tsx';
import { PageLink } from './page-link.tsx';
import styles from './shell.module.css';

const t = texts(officeMessages);

type SideNavProps = {
  readonly items: readonly NavItem[];
  readonly pathname: string;
  readonly unread: number;
  readonly city: string;
  readonly folded: boolean;
  readonly onFold: () => void;
};

/** The navigation at the side of a desk's window; folded, it is a column of icons. */
export const SideNav = ({ items, pathname, unread, city, folded, onFold }: SideNavProps) => (
  <nav className={styles.side} aria-label={t('nav.label')}>
    <PageLink href={paths.home()} className={styles.home}>
      <Brand city={city} folded={folded} />
    </PageLink>
    <NavLinks items={items} pathname={pathname} unread={unread} folded={folded} />
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
