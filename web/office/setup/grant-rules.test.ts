import { describe, expect, test } from 'vitest';
import { role } from '#contract/setup.ts';
import { bodiesOf, linesOf, mixesAdministrator, placeOf, placesFor } from './grant-rules.ts';

describe('where roles are held', () => {
  test('every role of the contract has an answer', () => {
    for (const one of role.options) expect(placeOf(one), one).toBeTypeOf('string');
  });

  test('a place goes to the unit or to the organ, and to neither for a role without one', () => {
    expect(
      bodiesOf([
        { role: 'unit-office', placeId: 7 },
        { role: 'congress-office', placeId: 2 },
        { role: 'supervisor', placeId: 9 },
        { role: 'section-head' },
        {},
      ]),
    ).toEqual([
      { role: 'unit-office', unitId: 7, organId: null },
      { role: 'congress-office', unitId: null, organId: 2 },
      { role: 'supervisor', unitId: null, organId: null },
      { role: 'section-head', unitId: null, organId: null },
    ]);
  });

  test('what a person holds comes back unchanged through the form', () => {
    const held = [
      { role: 'handler' as const, unit: { id: 4 }, organ: null },
      { role: 'cppcc-office' as const, unit: null, organ: { id: 2 } },
      { role: 'proposer' as const, unit: null, organ: null },
    ];
    expect(bodiesOf(linesOf(held))).toEqual([
      { role: 'handler', unitId: 4, organId: null },
      { role: 'cppcc-office', unitId: null, organId: 2 },
      { role: 'proposer', unitId: null, organId: null },
    ]);
  });
});

test('an administrator stands alone', () => {
  expect(mixesAdministrator([{ role: 'system-admin' }])).toBe(false);
  expect(mixesAdministrator([{ role: 'handler' }, { role: 'supervisor' }])).toBe(false);
  expect(mixesAdministrator([{ role: 'handler' }, { role: 'audit-admin' }])).toBe(true);
});

test('places fit the role; a closed one only for who holds it', () => {
  const all = [
    { id: 1, parentId: null, kind: 'unit', state: 'active' },
    { id: 2, parentId: 1, kind: 'section', state: 'active' },
    { id: 3, parentId: null, kind: 'unit', state: 'closed' },
  ] as const;
  const ids = (kind: Parameters<typeof placesFor>[0], held: number | null = null) =>
    placesFor(kind, all, held).map(({ id }) => id);
  expect(ids('unit')).toEqual([1]);
  expect(ids('unit', 3)).toEqual([1, 3]);
  expect(ids('section')).toEqual([2]);
  expect(ids('unitOrSection')).toEqual([1, 2]);
});
