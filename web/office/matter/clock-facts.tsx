import { standingStill } from '#contract/why-date.ts';
import { DueShape } from '#web/shared/ui/due-light.tsx';
import { DecisionDue, ExtensionFacts } from './extension-facts.tsx';
import styles from './extensions.module.css';
import { type Assignment, isLive } from './matter-types.ts';
import { t } from './matter-texts.ts';

type DutyProps = { readonly duty: Assignment };

/** What is left of a stopped clock, or that nothing was left when it was stopped. */
const leftOf = ({ owed }: Assignment): string | null => {
  if (owed === null) return null;
  const still = standingStill(owed);
  if (still === null) return owed.state === 'overdue' ? t('extension.paused.late') : null;
  const { unit, count } = still.left;
  return t(unit === 'workday' ? 'extension.paused.leftWorkdays' : 'extension.paused.leftDays', { count });
};

const Pauses = ({ duty }: DutyProps) => (
  <>
    {duty.pauses.map(({ from, to, reason }) => (
      <p key={from} className={styles.pause} data-open={to === null && isLive(duty)}>
        {to === null ? (
          <strong>
            <DueShape state="paused" /> {t('extension.paused.since', { from })}
          </strong>
        ) : (
          t('extension.paused.was', { from, to })
        )}
        {to === null ? <span>{leftOf(duty)}</span> : null}
        {reason === '' ? null : <span className={styles.why}>{reason}</span>}
      </p>
    ))}
  </>
);

/** What was done to the date of a duty: requests to put it off with what became of them, and stops of its clock. */
export const ClockFacts = ({ duty }: DutyProps) =>
  duty.extensions.length === 0 && duty.pauses.length === 0 ? null : (
    <div className={styles.clock}>
      {duty.extensions.map((extension) => (
        <div key={extension.n}>
          <ExtensionFacts extension={extension} />
          {extension.state === 'asked' && isLive(duty) ? <DecisionDue duty={duty} /> : null}
        </div>
      ))}
      <Pauses duty={duty} />
    </div>
  );
