import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '../language.ts';
import styles from './marks.module.css';

const t = texts(commonMessages);

export type Stage =
  | 'filed'
  | 'assigned'
  | 'handling'
  | 'replied'
  | 'rated'
  | 'rehandling'
  | 'closed'
  | 'withdrawn'
  | 'merged';

/** How far along the way: five pips, of which so many are passed. A withdrawn matter is on no way. */
const passed: Record<Stage, number> = {
  filed: 1,
  assigned: 2,
  handling: 3,
  rehandling: 3,
  replied: 4,
  rated: 4,
  closed: 5,
  withdrawn: 0,
  merged: 0,
};

/** The stage of a matter: the word, and pips for how far it has come. */
export const StageTag = ({ stage }: { readonly stage: Stage }) => (
  <span className={`${styles.tag} ${styles[stage] ?? ''}`}>
    {stage === 'withdrawn' || stage === 'merged' ? null : (
      <span className={styles.pips} aria-hidden="true">
        {[1, 2, 3, 4, 5].map((pip) => (
          <i key={pip} data-passed={pip <= passed[stage]} />
        ))}
      </span>
    )}
    {t(`stage.${stage}`)}
  </span>
);
