import type { ReactNode } from 'react';
import styles from './points.module.css';

type Adoption = 'adopted' | 'partly' | 'notAdopted';
type Verdict = 'done' | 'partly' | 'notDone' | 'notYet';

const adoptionMarks: Record<Adoption, string> = { adopted: '✓', partly: '◐', notAdopted: '✕' };
const verdictMarks: Record<Verdict, string> = { done: '✓', partly: '◐', notDone: '✕', notYet: '…' };

/** 采纳, 部分采纳, 未采纳: a sign and a word beside the colour. */
export const AdoptionTag = ({
  adoption,
  children,
}: {
  readonly adoption: Adoption;
  readonly children: ReactNode;
}) => (
  <span className={styles.tag} data-tone={adoption}>
    <i aria-hidden="true">{adoptionMarks[adoption]}</i>
    {children}
  </span>
);

/** What became of an ask, in the proposer's eyes. */
export const VerdictTag = ({
  verdict,
  children,
}: {
  readonly verdict: Verdict;
  readonly children: ReactNode;
}) => (
  <span className={styles.tag} data-tone={verdict}>
    <i aria-hidden="true">{verdictMarks[verdict]}</i>
    {children}
  </span>
);
