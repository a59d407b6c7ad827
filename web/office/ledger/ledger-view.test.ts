import { expect, test } from 'vitest';
import { readView, withFilter, writeView } from './ledger-view.ts';

test('a view survives the way through its address', () => {
  const address = {
    q: '养老',
    stage: 'filed,assigned',
    unitId: '12',
    year: '2026',
    sort: '-updated',
    cols: 'caseNo,due',
  };
  expect(writeView(readView(address))).toEqual(address);
});

test.each([
  [{ unitId: 'x' }],
  [{ unitId: '-3' }],
  [{ kind: 'motion' }],
  [{ due: 'red' }],
  [{ contacted: 'maybe' }],
  [{ q: '   ' }],
  [{ unknown: '1' }],
  [{ sort: 'title' }],
])('what an address says wrongly is left out: %j', (search) => {
  expect(readView(search)).toEqual({ filters: {}, sort: 'due', columns: null });
});

test('a filter is set, replaced and taken away', () => {
  const one = withFilter(readView({}), 'stage', 'filed');
  expect(withFilter(one, 'stage', 'closed').filters).toEqual({ stage: 'closed' });
  expect(withFilter(one, 'stage', undefined).filters).toEqual({});
  expect(withFilter(one, 'stage', '').filters).toEqual({});
});
