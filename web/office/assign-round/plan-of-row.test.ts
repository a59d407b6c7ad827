import { describe, expect, it } from 'vitest';
import { type Duty, recommendedPlan, roleOnDrop, withUnit } from './plan-of-row.ts';

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
