import type { Shows } from '#core/figures/rate.ts';
import type { PlainCell } from './write-workbook.ts';

/**
 * A figure's printed value as a cell: a share keeps the decimals and the sign with which it is printed ("52.3 %"), and
 * is the number 52.3; what has no value is a dash. `value`: the exact decimal text of core/figures/rate.ts.
 */
export const figureCell = (value: string | null, shows: Shows): PlainCell => {
  if (value === null) return '—';
  return { decimal: value, percent: shows === 'percent' };
};
