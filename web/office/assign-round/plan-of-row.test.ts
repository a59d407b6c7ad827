import { describe, expect, it } from 'vitest';
import { standWord } from '#contract/assign-round.ts';
import { answerBefore, type Duty, recommendedPlan, roleOnDrop, unanswered, withUnit } from './plan-of-row.ts';
import type { Proposal } from './round-types.ts';

const duty = (unitId: number, role: Duty['role']): Duty => ({ unitId, role, origin: 'hand' });
const short = (plan: readonly Duty[]): string[] => plan.map(({ unitId, role }) => `${unitId} ${role}`);

describe('one unit more', () => {
  it('a sole unit stands alone, a lead keeps the assistants', () => {
    expect(short(withUnit([duty(1, 'lead'), duty(2, 'assist')], 3, 'sole'))).toEqual(['3 sole']);
    expect(short(withUnit([duty(1, 'lead'), duty(2, 'assist')], 3, 'lead'))).toEqual(['3 lead', '2 assist']);
  });

  it('an assistant makes of a sole unit the lead; a unit is never there twice', () => {
    expect(short(withUnit([duty(1, 'sole')], 2, 'assist'))).toEqual(['1 lead', '2 assist']);
    expect(short(withUnit([duty(1, 'lead'), duty(2, 'assist')], 2, 'lead'))).toEqual(['2 lead']);
  });

  it('separate units reply each on their own part', () => {
    expect(short(withUnit([duty(1, 'sole')], 2, 'separate'))).toEqual(['1 separate', '2 separate']);
  });

  it('dropped on an empty row it handles alone, else it assists', () => {
    expect(roleOnDrop([])).toBe('sole');
    expect(roleOnDrop([duty(1, 'sole')])).toBe('assist');
  });
});

describe('what is recommended', () => {
  const unit = (unitId: number, role: 'sole' | 'lead' | 'assist' | null) => ({
    unitId,
    name: '',
    score: 1,
    role,
    reasons: [],
  });
  it('is the first that replies with those that assist, alone where none does, nothing where none replies', () => {
    expect(short(recommendedPlan([unit(1, 'lead'), unit(2, 'assist'), unit(3, 'lead')]))).toEqual([
      '1 lead',
      '2 assist',
    ]);
    expect(short(recommendedPlan([unit(1, 'lead')]))).toEqual(['1 sole']);
    expect(recommendedPlan([unit(2, 'assist')])).toEqual([]);
    expect(short(recommendedPlan([unit(3, null), unit(1, 'sole'), unit(4, null)]))).toEqual(['1 sole']);
  });
});

const line: Proposal = {
  id: 1,
  unit: { id: 7, name: '市交通局' },
  kind: 'proposed',
  role: 'lead',
  origin: 'hand',
  answer: null,
  answerRole: null,
  section: null,
  reason: null,
  namedUnit: null,
  answeredBy: null,
  answeredAt: null,
  kept: null,
  mayAnswer: true,
};
const accepted: Proposal = { ...line, id: 2, answer: 'accepted', section: { id: 3, name: '公交科' } };
const objected: Proposal = {
  ...line,
  id: 3,
  answer: 'objected',
  reason: '不在职责之内',
  namedUnit: { id: 9, name: '市财政局' },
};

describe('what a unit answers', () => {
  it('many at once are those that it may answer and has not: neither a section nor an objection is overwritten', () => {
    const rows = [
      { proposals: [line, accepted] },
      { proposals: [objected, { ...line, id: 4, mayAnswer: false }] },
    ];
    expect(unanswered(rows).map(({ id }) => id)).toEqual([1]);
  });

  it('an answer that is changed starts from what was said in the same sense', () => {
    expect(answerBefore(accepted, 'accept')).toMatchObject({ sectionId: 3, role: '' });
    expect(answerBefore({ ...accepted, answerRole: 'assist' }, 'accept').role).toBe('assist');
    expect(answerBefore(objected, 'object')).toMatchObject({ reason: '不在职责之内', namedUnitId: 9 });
    for (const none of [
      answerBefore(objected, 'accept'),
      answerBefore(accepted, 'object'),
      answerBefore(null, 'accept'),
    ])
      expect(none).toEqual({ sectionId: null, role: '', reason: '', namedUnitId: null });
  });
});

it('nobody is waited for before the units are asked', () => {
  expect(standWord('waiting', 'draft')).toBe('drafted');
  expect(standWord('waiting', 'open')).toBe('waiting');
  expect(standWord('unplanned', 'draft')).toBe('unplanned');
});
