import { fullDate } from '#web/shared/format.ts';
import { currentLanguage } from '#web/shared/language.ts';
import styles from './calendar.module.css';
import { type CalendarDay, t } from './calendar-texts.ts';
import { monthGrid } from './month-grid.ts';

const weekdays = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
} as const;

type DayBoxProps = {
  readonly date: string;
  readonly place: number;
  readonly day: CalendarDay | undefined;
  readonly today: boolean;
};

/** A day: its number; what is special about it as a word, a shape and a colour, and in full for a screen reader. */
const DayBox = ({ date, place, day, today }: DayBoxProps) => {
  const said =
    day === undefined ? null : t(`calendar.day.${day.kind}`, { date: fullDate(date), name: day.name });
  return (
    <div
      className={styles.day}
      data-weekend={place > 4}
      data-today={today}
      {...(day === undefined
        ? {}
        : { 'data-kind': day.kind, 'data-regional': day.regional !== null, title: said ?? '' })}
    >
      <span aria-hidden={said !== null}>{Number(date.slice(8))}</span>
      {said === null ? null : (
        <>
          <small aria-hidden="true">{t(`calendar.kind.${day?.kind ?? 'off'}`)}</small>
          <span className="visually-hidden">{said}</span>
        </>
      )}
      {today ? <span className="visually-hidden">{t('calendar.legend.today')}</span> : null}
    </div>
  );
};

type MonthProps = {
  readonly year: number;
  readonly month: number;
  readonly days: ReadonlyMap<string, CalendarDay>;
  readonly today: string;
};

const Month = ({ year, month, days, today }: MonthProps) => (
  <table className={styles.month}>
    <caption>{t('calendar.month', { year, month })}</caption>
    <thead>
      <tr>
        {weekdays[currentLanguage()].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {monthGrid(year, month).map((week) => (
        <tr key={week.find((date) => date !== null)}>
          {week.map((date, place) =>
            date === null ? (
              <td key={weekdays.en[place]}>{'\u00a0'}</td>
            ) : (
              <td key={date}>
                <DayBox date={date} place={place} day={days.get(date)} today={date === today} />
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const Sample = ({
  kind,
  regional = false,
}: {
  readonly kind: CalendarDay['kind'];
  readonly regional?: boolean;
}) => (
  <span className={styles.day} data-kind={kind} data-regional={regional} aria-hidden="true">
    <span>8</span>
    <small>{t(`calendar.kind.${kind}`)}</small>
  </span>
);

export const CalendarLegend = () => (
  <ul className={styles.legend} aria-label={t('calendar.legend')}>
    <li>
      <Sample kind="off" />
      {t('calendar.legend.off')}
    </li>
    <li>
      <Sample kind="work" />
      {t('calendar.legend.work')}
    </li>
    <li>
      <Sample kind="off" regional />
      {t('calendar.legend.regional')}
    </li>
    <li>
      <span className={styles.day} data-today="true" aria-hidden="true">
        <span>8</span>
      </span>
      {t('calendar.legend.today')}
    </li>
  </ul>
);

/** A year in twelve small months. */
export const CalendarYear = ({
  year,
  days,
  today,
}: {
  readonly year: number;
  readonly days: readonly CalendarDay[];
  readonly today: string;
}) => {
  const byDate = new Map(days.map((day) => [day.date, day]));
  return (
    <div className={styles.months}>
      {months.map((month) => (
        <Month key={month} year={year} month={month} days={byDate} today={today} />
      ))}
    </div>
  );
};
