import { describe, expect, test } from 'vitest';
import { readView, sharedFilters, writeView } from './supervision-view.ts';

describe('the address of the supervision page', () => {
  test('says the list and its filters, and reads back what it wrote', () => {
    const view = { list: 'notices', filters: { year: '2026', state: 'open' } } as const;
    expect(writeView(view)).toEqual({ tab: 'notices', year: '2026', state: 'open' });
    expect(readView(writeView(view))).toEqual(view);
    expect(writeView({ list: 'urges', filters: {} })).toEqual({ tab: undefined });
  });

  test('leaves out what the list does not know and what nobody has written', () => {
    expect(
      readView({ tab: 'acts', level: 'red', kind: 'call', state: 'open', year: 'all', unitId: '0' }),
    ).toEqual({ list: 'acts', filters: { kind: 'call' } });
    expect(readView({ tab: 'nothing', state: 'settled' })).toEqual({ list: 'urges', filters: {} });
  });

  test('keeps the period and whom it is about from list to list', () => {
    expect(sharedFilters({ year: '2026', unitId: '3', state: 'sent', late: 'yes' })).toEqual({
      year: '2026',
      unitId: '3',
    });
  });
});
