import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import BellOutlined from '@ant-design/icons/BellOutlined';
import { paths } from '../paths.ts';
import { Brand } from './brand.tsx';
import { FindBox } from './find-box.tsx';
import type { NavItem } from './nav.tsx';
import { PageLink } from './page-link.tsx';
import { PersonMenu } from './person-menu.tsx';
import styles from './shell.module.css';
import { LanguageTool, LargeTypeTool } from './tools.tsx';

const t = texts(officeMessages);

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

type TopBarProps = {
  readonly items: readonly NavItem[];
  readonly narrow: boolean;
  readonly unread: number;
  readonly city: string;
};

/** Search and tools on a desk; on a phone only whose pages these are, and the bell. */
export const TopBar = ({ items, narrow, unread, city }: TopBarProps) =>
  narrow ? (
    <div className={styles.top}>
      <PageLink href={paths.home()} className={styles.phoneBrand}>
        <Brand city={city} />
      </PageLink>
      <div className={styles.tools}>
        <Bell unread={unread} />
      </div>
    </div>
  ) : (
    <div className={styles.top}>
      {items.some(({ key }) => key === 'ledger') ? <FindBox /> : null}
      <div className={styles.tools}>
        <LargeTypeTool signedIn />
        <LanguageTool signedIn />
        <Bell unread={unread} />
        <PersonMenu />
      </div>
    </div>
  );
