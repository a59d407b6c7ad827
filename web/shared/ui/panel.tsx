import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

type PanelProps = {
  readonly title?: string;
  readonly note?: ReactNode;
  /** Beside the heading. */
  readonly actions?: ReactNode;
  /** Without the inner margin, for tables that reach the edge. */
  readonly flush?: boolean;
  readonly children: ReactNode;
};

/** A sheet of paper on the desk: a titled region of a page. */
export const Panel = ({ title, note, actions, flush = false, children }: PanelProps) => {
  const id = useId();
  return (
    <section className={styles.panel} {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title === undefined ? null : (
        <div className={styles.head}>
          <div className={styles.title}>
            <h2 id={id}>{title}</h2>
            {note === undefined ? null : <div className={styles.note}>{note}</div>}
          </div>
          {actions}
        </div>
      )}
      <div {...(flush ? {} : { className: styles.body })}>{children}</div>
    </section>
  );
};
