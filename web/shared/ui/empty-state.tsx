import type { ReactNode } from 'react';
import styles from './states.module.css';

type EmptyStateProps = {
  readonly title: string;
  /** Why it is empty, and what would fill it. */
  readonly detail?: string;
  readonly children?: ReactNode;
};

/** An empty list says why it is empty and what to do about it. */
export const EmptyState = ({ title, detail, children }: EmptyStateProps) => (
  <div className={styles.state}>
    <svg
      className={styles.mark}
      viewBox="0 0 72 72"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M17 12h30l9 9v39H17Z" strokeLinejoin="round" />
      <path d="M47 12v9h9M26 32h20M26 41h20M26 50h12" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
    <h2>{title}</h2>
    {detail === undefined ? null : <p>{detail}</p>}
    {children === undefined ? null : <div className={styles.actions}>{children}</div>}
  </div>
);
