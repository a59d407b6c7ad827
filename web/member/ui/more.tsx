import type { ReactNode } from 'react';
import styles from './ui.module.css';

type MoreProps = { readonly summary: ReactNode; readonly children: ReactNode };

/** What most people need not read, one press away. */
export const More = ({ summary, children }: MoreProps) => (
  <details className={styles.more}>
    <summary>{summary}</summary>
    {children}
  </details>
);
