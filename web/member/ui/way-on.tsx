import type { ReactNode } from 'react';
import styles from './way-on.module.css';

/** Back and on, at the lower edge of a page that is filled in step by step. `last`: nothing is covered any more. */
export const WayOn = ({
  last = false,
  children,
}: {
  readonly last?: boolean;
  readonly children: ReactNode;
}) => (
  <div className={styles.foot} data-last={last}>
    {children}
  </div>
);
