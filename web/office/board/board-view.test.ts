import { expect, test } from 'vitest';
import type { HeldRole } from '../shell/session.ts';
import { askOf, readBoard, rowsFor, writeBoard } from './board-view.ts';

const who = (...names: HeldRole['role'][]) => ({
  roles: names.map((role) => ({ role, unit: null, organ: null })),
});

test.each([
  ['supervisor', 'unit', undefined],
  ['unit-leader', 'section', 'unit'],
  ['section-head', 'handler', 'section'],
  ['handler', 'handler', 'me'],
] as const)('a %s begins with rows by %s, of %s', (role, by, whose) => {
  const view = readBoard({}, who(role));
  expect(view.by).toBe(by);
  expect(askOf(view, who(role))['whose']).toBe(whose);
});

test('rows by unit are never narrowed to one’s own, and a city has no rows by section', () => {
  expect(askOf(readBoard({ by: 'unit' }, who('unit-office')), who('unit-office'))['whose']).toBe(undefined);
  expect(rowsFor(who('supervisor', 'handler'))).toEqual(['unit']);
  expect(readBoard({ by: 'section' }, who('supervisor')).by).toBe('unit');
});

test('a view survives the way through its address, and nonsense does not get in', () => {
  const address = { by: 'handler', sort: 'name', year: '2026', organId: '2', all: 'yes' };
  const office = who('unit-office');
  expect(writeBoard(readBoard(address, office), office)).toEqual(address);
  expect(
    writeBoard(readBoard({ by: 'x', sort: 'y', year: '9', organId: '-1', all: 'no' }, office), office),
  ).toEqual({});
});
