import { describe, expect, test } from 'vitest';
import { cellFilters, countedOf, queryOf, readView, withFilter, withWhen } from './figures-view.ts';

describe('the address of a figure', () => {
  test('says what is narrowed, as of when and compared with what; written and read again it is the same', () => {
    const search = { organ: '1', class: 'A,B', asOf: '2026-03-31', known: 'then', compareYear: '2025' };
    expect(queryOf(readView(search))).toEqual(search);
  });

  test('what nobody here has written is left out', () => {
    const search = { organ: '', asOf: '2026-02-31x', known: 'now', compareYear: '26', page: '2' };
    expect(queryOf(readView(search))).toEqual({});
    expect(queryOf(readView({ asOf: 'tomorrow', compareAsOf: '2026-13-01' }))).toEqual({});
  });

  test('the rows behind a value are as of its moment and know nothing of what it is compared with', () => {
    const view = readView({ unit: '3', asOf: '2026-03-31', known: 'then', compareAsOf: '2026-01-31' });
    expect(queryOf(countedOf(view))).toEqual({ unit: '3', asOf: '2026-03-31', known: 'then' });
  });

  test('a filter is set, replaced and taken away', () => {
    const view = withFilter(readView({ unit: '3' }), 'unit', '4,5');
    expect(view.filters).toEqual({ unit: '4,5' });
    expect(withFilter(view, 'unit', '').filters).toEqual({});
  });

  test('a comparison is changed without touching the rest', () => {
    const view = readView({ unit: '3', compareYear: '2025' });
    expect(queryOf(withWhen(view, { compareYear: undefined, compareAsOf: '2025-06-30' }))).toEqual({
      unit: '3',
      compareAsOf: '2025-06-30',
    });
  });

  test('a cell counts its own row and column, also where the page is narrowed to several', () => {
    expect(cellFilters({ unit: '1,2', year: '2026' }, ['unit', '2'], ['class', 'A'])).toEqual({
      unit: '2',
      year: '2026',
      class: 'A',
    });
    expect(cellFilters({ year: '2026' }, null, null)).toEqual({ year: '2026' });
  });
});
