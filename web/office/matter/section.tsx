import type { ReactNode } from 'react';
import styles from './matter.module.css';

type SectionProps = {
  /** Also the anchor to which the page's contents lead. */
  readonly id: string;
  readonly title: string;
  readonly count?: number | string;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** One part of the matter page: a heading, what it holds, what can be done to it. */
export const Section = ({ id, title, count, actions, children }: SectionProps) => (
  <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
    <header className={styles.sectionHead}>
      <h2 id={`${id}-title`}>
        {title}
        {count === undefined ? null : <span className={styles.count}>{count}</span>}
      </h2>
      {actions === undefined ? null : <div className={styles.buttons}>{actions}</div>}
    </header>
    {children}
  </section>
);

/** A part that holds nothing yet says so in one line. */
export const Nothing = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles.nothing}>{children}</p>
);
