import type { LocalTime } from '#core/reminder/reminder.ts';
import type { Instant, Moment } from '#core/words.ts';

/** Tells the time; a test or a demo city puts another one in its place. */
export type Clock = () => Moment;

/** China's time as the product reckons it, of every year: no summer time, also not that of 1986 to 1991. */
const china = '+08:00';

const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: china,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The moment of an instant: its calendar day is the day in China, whatever the server's own zone is. */
export const momentOf = (instant: Date): Moment => ({
  instant: instant.toISOString(),
  date: day.format(instant),
});

export const systemClock: Clock = () => momentOf(new Date());

const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: china,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The day and the time of day in China. */
export const localTimeOf = ({ instant, date }: Moment): LocalTime => ({
  date,
  time: time.format(new Date(instant)),
});

/** The instant of a day and time of day in China. */
export const instantAt = (local: LocalTime): Instant =>
  new Date(`${local.date}T${local.time}:00${china}`).toISOString();
