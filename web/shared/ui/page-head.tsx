import { DocumentTitle } from '#web/shared/document-title.tsx';
import { commonMessages } from '#contract/messages/common.ts';
import type { ReactNode } from 'react';
import { texts } from '../language.ts';
import styles from './page-head.module.css';

const t = texts(commonMessages);

type PageHeadProps = {
  readonly title: string;
  /** The tab's title where the heading itself is not enough, as a case number before a title. */
  readonly tab?: string;
  readonly note?: ReactNode;
  /** Where this page stands, above the heading. */
  readonly crumb?: ReactNode;
  readonly children?: ReactNode;
};

/** The one `h1` of a page with its actions; also the title of the browser's tab. */
export const PageHead = ({ title, tab, note, crumb, children }: PageHeadProps) => (
  <header className={styles.head}>
    <DocumentTitle>{`${tab ?? title} · ${t('product.name')}`}</DocumentTitle>
    {crumb === undefined ? null : <div className={styles.crumb}>{crumb}</div>}
    <div>
      <h1 tabIndex={-1}>{title}</h1>
      {note === undefined ? null : <div className={styles.note}>{note}</div>}
    </div>
    {children === undefined ? null : <div className={`${styles.actions} no-print`}>{children}</div>}
  </header>
);
