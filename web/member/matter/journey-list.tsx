import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';
import { shortDate } from '../dates.ts';
import { roundName } from '../ui/round-name.ts';
import { journeyOf, type Step, type StepState } from './journey.ts';
import styles from './matter.module.css';
import type { Matter } from './matter-types.ts';

const t = texts(memberMessages);

const marks: Record<StepState, string> = {
  done: 'm6 12.5 4 4L18 8',
  now: 'M12 12h.01',
  ahead: '',
  skipped: 'M7 12h10',
};

const stateText = ({ state, key, date }: Step): string => {
  if (date !== null) return shortDate(date);
  if (state === 'skipped' && key === 'rate') return t('journey.unrated');
  return t(`journey.${state}`);
};

const tallyText = ({ key, tally }: Step): string => {
  if (tally === null) return '';
  if (key === 'contact') return t('journey.times', { count: tally.of });
  return tally.done < tally.of ? t('journey.some', tally) : '';
};

/** 立案 → 交办 → 签收 → 沟通 → 答复 → 评价 → 办结, down the page, with the days. */
export const JourneyList = ({ matter, personId }: { readonly matter: Matter; readonly personId: number }) => {
  const steps = journeyOf(matter, personId);
  const rounds = steps.some(({ round }) => round > 1);
  return (
    <ol className={styles.journey}>
      {steps.map((step) => {
        const { key, round, state } = step;
        const ofRound = rounds && (key === 'reply' || key === 'rate' || key === 'again');
        const tally = tallyText(step);
        return (
          <li
            key={`${key}-${round}`}
            data-state={state}
            {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="11" />
              <path d={marks[state]} />
            </svg>
            <span>
              <strong>{t(`journey.${key}`)}</strong>
              {ofRound ? <small>{roundName(round)}</small> : null}
            </span>
            <span className={styles.when}>
              {stateText(step)}
              {tally === '' ? null : ` · ${tally}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
};
