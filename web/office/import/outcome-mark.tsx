import type { ReactElement } from 'react';
import styles from './import.module.css';
import { t } from './import-texts.ts';
import type { EarlierRun, ImportRow } from './import-types.ts';

type Outcome = ImportRow['outcome'];
type RunState = EarlierRun['state'];

/** A shape of its own for each outcome, so that colour alone tells nothing. */
const shapes: Record<Outcome, ReactElement> = {
  new: (
    <path d="M8 2.5v11M2.5 8h11" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
  ),
  same: (
    <path d="M3 6h10M3 10.5h10" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  ),
  changed: (
    <path
      d="M3 10a5 5 0 0 1 8.8-3.2M13 6a5 5 0 0 1-8.8 3.2M12.6 2.8v4.2H8.4M3.4 13.2V9h4.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  wrong: (
    <path
      d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2ZM5.5 5.5l5 5M10.5 5.5l-5 5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
};

export const OutcomeShape = ({ outcome }: { readonly outcome: Outcome }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    {shapes[outcome]}
  </svg>
);

/** What the import would do with a row: colour, shape and word together. */
export const OutcomeMark = ({ outcome }: { readonly outcome: Outcome }) => (
  <span className={styles.outcome} data-outcome={outcome}>
    <OutcomeShape outcome={outcome} />
    {t(`importPage.rows.${outcome}`)}
  </span>
);

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.8, strokeLinecap: 'round' } as const;

const stateShapes: Record<RunState, ReactElement> = {
  dryRun: <path d="M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM8 4.8v3.4l2.2 1.6" {...line} />,
  running: shapes.changed,
  done: <path d="m2.5 8.5 4 4L14 4" {...line} />,
  failed: shapes.wrong,
};

/** How an import stands. */
export const StateMark = ({ state }: { readonly state: RunState }) => (
  <span className={styles.outcome} data-outcome={state}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      {stateShapes[state]}
    </svg>
    {t(`importPage.state.${state}`)}
  </span>
);
