import { describe, expect, it } from 'vitest';
import type { Grant } from '../access.ts';
import { coveredGrants, mayArrange, stillAgreed } from './cover.ts';
import { type Arrangement, checkDelegation, mayEnd, type Order, type Person } from './delegation.ts';

const today = '2026-03-02';
const office: Grant = { role: 'unit-office', unitId: 1 };
const leader: Grant = { role: 'unit-leader', unitId: 1 };
const handler: Grant = { role: 'handler', unitId: 11, within: 1 };
const colleague: Grant = { role: 'handler', unitId: 12, within: 1 };
const stranger: Grant = { role: 'handler', unitId: 21, within: 2 };
const congress: Grant = { role: 'congress-office', organId: 5 };
const proposer: Grant = { role: 'proposer' };

const person = (id: number, ...grants: readonly Grant[]): Person => ({
  id,
  name: `人${id}`,
  active: true,
  grants,
});
const away = person(1, handler);
const standIn = person(2, colleague);
const order: Order = { from: today, until: '2026-03-06', reason: '休假' };
const arrangement: Arrangement = {
  maker: { id: 1, grants: [handler] },
  absent: away,
  standIn,
  standing: [],
  today,
};
const check = (change: Partial<Arrangement>, days: Partial<Order> = {}): string | null =>
  checkDelegation({ ...arrangement, ...change }, { ...order, ...days })?.code ?? null;

describe('what a stand-in carries', () => {
  it.each<readonly [string, readonly Grant[], readonly Grant[], readonly Grant[]]>([
    ['a handler of another section of the unit', [handler], [colleague], [handler]],
    ['the unit’s office', [handler], [office], [handler]],
    ['a handler for the leader', [leader], [handler], [leader]],
    ['nobody of another unit', [handler, office], [stranger], []],
    ['only the part that is of the common unit', [handler, stranger], [colleague], [handler]],
    [
      'a supervisor for a supervisor',
      [{ role: 'supervisor' }],
      [{ role: 'supervisor' }],
      [{ role: 'supervisor' }],
    ],
    ['no unit for a supervisor', [{ role: 'supervisor' }], [office], []],
    ['the office of the same organ', [congress], [congress], [congress]],
    ['not of another organ', [congress], [{ role: 'congress-office', organId: 6 }], []],
    ['never a verdict', [proposer, handler], [proposer, colleague], [handler]],
    ['never an administrator', [{ role: 'system-admin' }], [{ role: 'system-admin' }], []],
    ['never an auditor', [{ role: 'audit-admin' }, leader], [{ role: 'audit-admin' }, office], [leader]],
  ])('%s', (_, absent, other, carried) => {
    expect(coveredGrants(absent, other)).toEqual(carried);
  });
});

describe('what was agreed', () => {
  it('is what is lent, less what he has lost, and never what he is given later', () => {
    expect(stillAgreed([handler, leader], [handler])).toEqual([handler]);
    expect(stillAgreed([leader], [handler])).toEqual([]);
    expect(stillAgreed([congress, { role: 'congress-office', organId: 6 }], [congress])).toEqual([congress]);
    expect(stillAgreed([handler, leader], null)).toEqual([handler, leader]);
  });
});

describe('arranging an absence', () => {
  it('is for oneself, one’s unit’s people, one’s colleagues of the office', () => {
    expect(check({})).toBeNull();
    expect(check({ maker: { id: 9, grants: [office] } })).toBeNull();
    expect(mayArrange([congress], [congress])).toBe(true);
    expect(mayArrange([colleague], [handler])).toBe(false);
    expect(check({ maker: { id: 9, grants: [leader] } })).toBe('not-found');
    expect(check({ maker: { id: 9, grants: [{ role: 'unit-office', unitId: 2 }] } })).toBe('not-found');
  });

  it.each<readonly [string, Partial<Arrangement>, Partial<Order>, string]>([
    ['oneself as stand-in', { standIn: away }, {}, 'delegation-self'],
    [
      'another’s powers for oneself',
      { maker: { id: 2, grants: [office] }, standIn: person(2, office) },
      {},
      'delegation-own-gain',
    ],
    ['another unit', { standIn: person(2, stranger) }, {}, 'delegation-not-eligible'],
    ['a person who has left', { standIn: { ...standIn, active: false } }, {}, 'delegation-not-eligible'],
    ['an absent person who has left', { absent: { ...away, active: false } }, {}, 'person-closed'],
    [
      'a proposer',
      { absent: person(1, proposer), standIn: person(2, proposer) },
      {},
      'delegation-not-eligible',
    ],
    [
      'an administrator',
      { absent: person(1, { role: 'system-admin' }), standIn: person(2, { role: 'system-admin' }) },
      {},
      'delegation-not-eligible',
    ],
    ['yesterday', {}, { from: '2026-03-01' }, 'delegation-past'],
    ['an end before the start', {}, { until: '2026-03-01' }, 'delegation-days'],
    ['61 days', {}, { until: '2026-05-01' }, 'delegation-too-long'],
    ['in two years', {}, { from: '2028-03-02', until: '2028-03-03' }, 'field-invalid'],
    ['no reason', {}, { reason: ' ' }, 'field-empty'],
  ])('is refused for %s', (_, change, days, code) => {
    expect(check(change, days)).toBe(code);
  });

  it('may last 60 days', () => {
    expect(check({}, { until: '2026-04-30' })).toBeNull();
  });

  const other = (personId: number, standInId: number, from = '2026-03-06', until = '2026-03-09') => ({
    standing: [{ id: 1, personId, standInId, from, until }],
  });
  it('has one stand-in a day, no chain and no circle', () => {
    expect(check(other(1, 3))).toBe('delegation-overlap');
    expect(check(other(2, 3))).toBe('delegation-stand-in-away');
    expect(check(other(2, 1))).toBe('delegation-stand-in-away');
    expect(check(other(3, 1))).toBe('delegation-covers');
    // One may cover for two; and what begins the day after is no overlap.
    expect(check(other(3, 2))).toBeNull();
    expect(check(other(1, 3, '2026-03-07'))).toBeNull();
  });
});

describe('ending it early', () => {
  it('is for both, and for who may arrange it', () => {
    const made = { personId: 1, standInId: 2 };
    const by = (id: number, ...grants: readonly Grant[]) => mayEnd({ id, grants }, made, away.grants);
    expect([by(1), by(2), by(9, office)]).toEqual([true, true, true]);
    expect([by(9, leader), by(9, stranger)]).toEqual([false, false]);
  });
});

describe('someone with posts in two units', () => {
  const both = person(1, handler, { role: 'unit-leader', unitId: 2 });
  const ofTheOther = person(3, { role: 'handler', unitId: 21, within: 2 });

  it('is lent by the office of one unit only for that unit', () => {
    const maker = { id: 9, grants: [office] };
    expect(check({ maker, absent: both, standIn: ofTheOther })).toBe('delegation-not-eligible');
    expect(check({ maker, absent: both, standIn })).toBeNull();
  });

  it('may himself choose a stand-in in either', () => {
    expect(check({ maker: { id: 1, grants: both.grants }, absent: both, standIn: ofTheOther })).toBeNull();
  });
});
