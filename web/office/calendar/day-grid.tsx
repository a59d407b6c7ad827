import { dueCalendarMessages } from '#contract/messages/due-calendar.ts';
import { daysOf } from '#contract/due-weeks.ts';
import { count } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import styles from './calendar.module.css';
import { type CalendarView, dayByKey, isOutside, spanOf } from './calendar-view.ts';
import { type CalendarDay, countsOf, dayText, dutyWord, marksOf, weekdayName } from './calendar-words.ts';

const t = texts(dueCalendarMessages);

/** What a day shows inside: its number, its marks, its light with the whole, and the parts; heard as one sentence. */
const DayFace = ({ day, today }: { readonly day: CalendarDay; readonly today: string }) => (
  <>
    <span className="visually-hidden">{dayText(day, today)}</span>
    <span className={styles.face} aria-hidden="true">
      <Seen day={day} today={today} />
    </span>
  </>
);

const Seen = ({ day, today }: { readonly day: CalendarDay; readonly today: string }) => (
  <>
    <span className={styles.dayHead}>
      <span className={styles.number}>{Number(day.date.slice(8))}</span>
      {marksOf(day, today).map((mark) => (
        <span
          key={mark}
          className={styles.mark}
          data-kind={mark === t('dueCalendar.today') ? 'today' : day.kind}
        >
          {mark}
        </span>
      ))}
    </span>
    {day.total === 0 ? null : (
      <>
        <span className={styles.whole}>
          <DueLight state={day.light} />
          <strong>{count(day.total)}</strong>
        </span>
        <span className={styles.parts}>
          {countsOf(day).map(({ duty, n }) => (
            <span key={duty}>{t('dueCalendar.count', { duty: dutyWord(duty), count: count(n) })}</span>
          ))}
        </span>
      </>
    )}
  </>
);

type DayGridProps = {
  readonly view: Pick<CalendarView, 'mode'>;
  /** The day on which the keyboard stands. */
  readonly day: string;
  readonly today: string;
  readonly days: ReadonlyMap<string, CalendarDay>;
  readonly label: string;
  readonly onMove: (day: string) => void;
  readonly onOpen: (day: string) => void;
};

const weeks = (days: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: days.length / 7 }, (_, week) => days.slice(7 * week, 7 * week + 7));

/** A month or a week as a grid of days (WAI-ARIA grid): one day takes the focus, keys move it, Enter opens it. */
export const DayGrid = ({ view: { mode }, day, today, days, label, onMove, onOpen }: DayGridProps) => {
  const grid = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);
  const shown = daysOf(spanOf(mode, day));
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(day);
      return;
    }
    const next = dayByKey(event.key, mode, day);
    if (next === null) return;
    event.preventDefault();
    moved.current = true;
    onMove(next);
  };
  return (
    <div ref={grid} role="grid" aria-label={label} tabIndex={-1} className={styles.grid} data-mode={mode}>
      <div role="row" className={styles.row}>
        {shown.slice(0, 7).map((one) => (
          <span key={one} role="columnheader" className={styles.weekday}>
            {weekdayName(one)}
          </span>
        ))}
      </div>
      {weeks(shown).map((week) => (
        <div key={week[0]} role="row" className={styles.row}>
          {week.map((date) => {
            const face = days.get(date);
            return (
              <div
                key={date}
                role="gridcell"
                data-day={date}
                data-kind={face?.kind}
                data-outside={isOutside(mode, day, date)}
                tabIndex={date === day ? 0 : -1}
                aria-selected={date === day}
                {...(date === today ? { 'aria-current': 'date' as const } : {})}
                className={styles.cell}
                onClick={() => onOpen(date)}
                onKeyDown={onKey}
              >
                {face === undefined ? (
                  <span className={styles.number}>{Number(date.slice(8))}</span>
                ) : (
                  <DayFace day={face} today={today} />
                )}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
};

type AgendaProps = {
  readonly days: readonly CalendarDay[];
  readonly today: string;
  readonly onOpen: (day: string) => void;
};

/** The same on a phone: only the days on which something is due, one below the other. */
export const Agenda = ({ days, today, onOpen }: AgendaProps) => {
  const due = days.filter(({ total }) => total > 0);
  if (due.length === 0) return <p className={styles.nothing}>{t('dueCalendar.agenda.none')}</p>;
  return (
    <ul className={styles.agenda}>
      {due.map((day) => (
        <li key={day.date}>
          <button type="button" className={styles.agendaDay} onClick={() => onOpen(day.date)}>
            <span className={styles.agendaDate} aria-hidden="true">
              {weekdayName(day.date)}
            </span>
            <span className={styles.agendaFace}>
              <DayFace day={day} today={today} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
