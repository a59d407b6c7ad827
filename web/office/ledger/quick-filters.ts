/** Filters by one press: what is late, what soon will be. Each keeps the other filters. */
import { weekOf } from '#contract/due-weeks.ts';
import type { LedgerFilters, LedgerView } from './ledger-view.ts';

export const quickKeys = ['lateNow', 'thisWeek', 'lateNextWeek'] as const;
export type QuickKey = (typeof quickKeys)[number];

const datesOf = (key: QuickKey, today: string): LedgerFilters => {
  switch (key) {
    case 'lateNow':
      return { due: 'overdue' };
    case 'thisWeek':
      return { dueFrom: today, dueTo: weekOf(today).to };
    case 'lateNextWeek':
      return { dueTo: weekOf(today, 1).to };
    default: {
      const forgotten: never = key;
      return forgotten;
    }
  }
};

const dateKeys = ['due', 'dueFrom', 'dueTo'] as const;

/** The filters with the dates of a quick one in place of their own, counted in duties. */
export const withQuick = (filters: LedgerFilters, key: QuickKey, today: string): LedgerFilters => {
  const { due: _, dueFrom: __, dueTo: ___, ...rest } = filters;
  return { ...rest, per: 'duty', ...datesOf(key, today) };
};

/** The quick filter that a view stands on, or null. */
export const quickOf = ({ filters }: LedgerView, today: string): QuickKey | null =>
  filters.per === 'duty'
    ? (quickKeys.find((key) => {
        const dates = datesOf(key, today);
        return dateKeys.every((one) => dates[one] === filters[one]);
      }) ?? null)
    : null;
