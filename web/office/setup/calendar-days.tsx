import styles from './calendar.module.css';
import { type CalendarDay, t } from './calendar-texts.ts';
import { dayRuns } from './month-grid.ts';
import { Mark } from './mark.tsx';

const tones = { off: 'good', work: 'warn', half: 'off' } as const;

const alike = (a: CalendarDay, b: CalendarDay): boolean =>
  a.kind === b.kind && a.name === b.name && a.regional === b.regional;

/** Days off and make-up days as a list, a holiday as one line. */
export const CalendarDays = ({
  days,
  label,
}: {
  readonly days: readonly CalendarDay[];
  readonly label: string;
}) => (
  <ul className={styles.runs} aria-label={label}>
    {dayRuns(days, alike).map(({ first, last }) => (
      <li key={`${first.date} ${first.kind}`}>
        <Mark tone={tones[first.kind]}>{t(`calendar.kind.${first.kind}`)}</Mark>
        <span>
          <time dateTime={first.date}>{first.date}</time>
          {first.date === last.date ? null : (
            <>
              {' – '}
              <time dateTime={last.date}>{last.date.slice(5)}</time>
            </>
          )}
        </span>
        <span>{first.name}</span>
        {first.regional === null ? null : <small>{first.regional}</small>}
      </li>
    ))}
  </ul>
);
