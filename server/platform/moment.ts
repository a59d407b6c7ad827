import type { Moment } from '#core/words.ts';

/** Tells the time; a test or a demo city puts another one in its place. */
export type Clock = () => Moment;

const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
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
