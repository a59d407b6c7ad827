/** Dates, numbers and sizes as the pages show them. Points in time are shown in the jurisdiction's zone. */
import { currentLanguage } from './language.ts';

const zone = 'Asia/Shanghai';
const locale = (): string => (currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB');

/** `2026-03-21` → `2026年3月21日` / `21 March 2026`. */
export const longDate = (date: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** `2026-03-21` → `2026年3月21日星期六` / `Saturday, 21 March 2026`. */
export const fullDate = (date: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** An instant as `2026-03-21 09:00` in the jurisdiction's zone: sorts by eye, reads alike in both languages. */
export const moment = (instant: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
};

/** The calendar day of an instant in the jurisdiction's zone. */
export const dayOf = (instant: string): string => moment(instant).slice(0, 10);

/** Whether it is that day now, in China. */
export const isToday = (day: string | null | undefined): boolean => day === dayOf(new Date().toISOString());

export const count = (value: number): string => new Intl.NumberFormat(locale()).format(value);

/** A share as a percentage with one decimal; a dash where there is nothing to take a share of. */
export const share = (part: number, of: number): string =>
  of === 0
    ? '—'
    : new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(part / of);

const units = ['B', 'KB', 'MB', 'GB'] as const;

export const fileSize = (bytes: number): string => {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${value.toFixed(power === 0 || value >= 100 ? 0 : 1)} ${units[power] ?? 'B'}`;
};
