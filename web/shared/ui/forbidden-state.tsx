import { commonMessages } from '#contract/messages/common.ts';
import type { ReactNode } from 'react';
import { texts } from '../language.ts';
import styles from './states.module.css';

const t = texts(commonMessages);

/** A page that the person's role does not include. */
export const ForbiddenState = ({ children }: { readonly children?: ReactNode }) => (
  <div className={styles.state}>
    <svg
      className={styles.mark}
      viewBox="0 0 72 72"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <rect x="16" y="32" width="40" height="28" rx="4" />
      <path d="M25 32v-8a11 11 0 0 1 22 0v8M36 43v7" strokeLinecap="round" />
    </svg>
    <h2>{t('forbidden.title')}</h2>
    <p>{t('forbidden.detail')}</p>
    {children === undefined ? null : <div className={styles.actions}>{children}</div>}
  </div>
);
