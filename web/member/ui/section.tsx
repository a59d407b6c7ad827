import type { ReactNode } from 'react';
import styles from './ui.module.css';

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
};

/** A part of a page under its own heading, on a sheet. */
export const Section = ({ id, title, children }: SectionProps) => (
  <section className={styles.sheet} aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
