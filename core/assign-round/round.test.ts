import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer, checkKeep, checkProposed, checkSettled } from './decide.ts';
import { changesOfPlan, planOf, type Proposal, roundState, standOfPlan } from './round.ts';

const one = (given: Partial<Proposal> = {}): Proposal => ({
  id: 1,
  unitId: 10,
  kind: 'proposed',
  role: 'sole',
  answer: null,
  answerRole: null,
  keptReason: null,
  ...given,
});

const anyProposal = fc.record({
  id: fc.integer({ min: 1, max: 99 }),
  unitId: fc.integer({ min: 1, max: 9 }),
  kind: fc.constantFrom('proposed' as const, 'named' as const),
  role: fc.constantFrom('lead' as const, 'sole' as const, 'separate' as const, 'assist' as const),
  answer: fc.constantFrom('accepted' as const, 'objected' as const, null),
  answerRole: fc.constantFrom('lead' as const, 'assist' as const, null),
  keptReason: fc.constantFrom('依三定方案', null),
});
const plans = fc.uniqueArray(anyProposal, {
  selector: ({ unitId, kind }) => `${kind}${unitId}`,
  maxLength: 6,
});

describe('how a round stands in time', () => {
  const times = { openedAt: '2026-02-01T00:00:00.000Z', closesAt: '2026-02-08T00:00:00.000Z', endedAt: null };
  it('is over at its closing time, and stays so until the office ends it', () => {
    expect(roundState({ ...times, openedAt: null }, '2026-02-09T00:00:00.000Z')).toBe('draft');
    expect(roundState(times, '2026-02-07T23:59:59.999Z')).toBe('open');
    expect(roundState(times, times.closesAt)).toBe('over');
    expect(roundState({ ...times, endedAt: times.closesAt }, '2026-02-02T00:00:00.000Z')).toBe('ended');
  });
});

describe('how a matter stands', () => {
  it('waits for the silent before the closing time, and calls them silent after it', () => {
    expect(standOfPlan([one()], 'open')).toBe('waiting');
    expect(standOfPlan([one()], 'over')).toBe('silent');
    expect(standOfPlan([], 'over')).toBe('unplanned');
  });

  it('is disputed by an objection, and by another part than the one proposed', () => {
    expect(standOfPlan([one({ answer: 'objected' })], 'open')).toBe('disputed');
    expect(standOfPlan([one({ role: 'lead', answer: 'accepted', answerRole: 'assist' })], 'open')).toBe(
      'disputed',
    );
    expect(standOfPlan([one({ answer: 'accepted', answerRole: 'sole' })], 'open')).toBe('agreed');
    expect(standOfPlan([one({ answer: 'objected', keptReason: '依三定方案' })], 'open')).toBe('kept');
  });

  it('never counts what a named unit says: it is heard and no part of the plan', () => {
    fc.assert(
      fc.property(plans, (proposals) => {
        const without = proposals.filter(({ kind }) => kind === 'proposed');
        expect(standOfPlan(proposals, 'over')).toBe(standOfPlan(without, 'over'));
        expect(planOf(proposals).duties).toEqual(without.map(({ unitId, role }) => ({ unitId, role })));
      }),
    );
  });

  it('is never ready to be assigned while an objection is open, nor while a unit may still answer', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom('open' as const, 'over' as const), (proposals, state) => {
        if (checkSettled(proposals, state) !== null) return;
        const plan = proposals.filter(({ kind }) => kind === 'proposed');
        expect(plan.length).toBeGreaterThan(0);
        expect(plan.every((line) => line.answer !== 'objected' || line.keptReason !== null)).toBe(true);
        expect(state === 'over' || plan.every(({ answer }) => answer !== null)).toBe(true);
      }),
    );
  });
});

describe('a new plan', () => {
  it('keeps the answer of a unit that keeps its part, and asks every other anew', () => {
    const kept = one({ answer: 'accepted' });
    const moved = one({ id: 2, unitId: 11, role: 'assist' });
    const changes = changesOfPlan(
      [kept, moved],
      [
        { unitId: 10, role: 'sole' },
        { unitId: 11, role: 'lead' },
      ],
    );
    expect(changes).toEqual({ withdraw: [moved], add: [{ unitId: 11, role: 'lead' }] });
  });

  it('comes to exactly what was wanted', () => {
    const duties = fc.uniqueArray(
      fc.record({
        unitId: fc.integer({ min: 1, max: 9 }),
        role: fc.constantFrom('lead' as const, 'assist' as const),
      }),
      { selector: ({ unitId }) => unitId },
    );
    fc.assert(
      fc.property(plans, duties, (proposals, wanted) => {
        const { withdraw, add } = changesOfPlan(proposals, wanted);
        const left = planOf(proposals.filter((line) => !withdraw.includes(line))).duties;
        const key = ({ unitId, role }: { unitId: number; role: string }) => `${unitId}${role}`;
        expect([...left, ...add].map(key).sort()).toEqual(wanted.map(key).sort());
      }),
    );
  });

  it('names each unit once, and none that is closed or unknown', () => {
    const units = new Map([
      [1, { open: true, name: '甲' }],
      [2, { open: false, name: '乙' }],
    ]);
    const check = (...ids: number[]) =>
      checkProposed(
        ids.map((unitId) => ({ unitId, role: 'assist' as const })),
        units,
      )?.code ?? null;
    expect(check(1)).toBeNull();
    expect(check(1, 1)).toBe('plan-unit-twice');
    expect(check(2)).toBe('unit-closed');
    expect(check(3)).toBe('unit-unknown');
  });
});

describe('what a unit says', () => {
  const facts = { sectionIds: [5], openUnitIds: [11] };
  const objects = { answer: 'objected' as const, reason: '不属本单位职责', namedUnitId: 11 as number | null };
  it('an objection gives a reason and names an open unit that is not itself', () => {
    const code = (given: Partial<typeof objects>, proposal = one()) =>
      checkAnswer({ ...objects, ...given }, proposal, facts)?.code ?? null;
    expect(code({})).toBeNull();
    expect(code({ reason: ' ' })).toBe('field-empty');
    expect(code({ namedUnitId: null })).toBe('named-unit-missing');
    expect(code({ namedUnitId: 10 })).toBe('hand-back-to-self');
    expect(code({ namedUnitId: 12 })).toBe('unit-unknown');
    // Whoever was named himself need not know whose it is.
    expect(code({ namedUnitId: null }, one({ kind: 'named' }))).toBeNull();
  });

  it('accepting in another part says why; a section is one of its own', () => {
    const accepts = { answer: 'accepted' as const, role: null, sectionId: null, reason: '' };
    expect(checkAnswer(accepts, one(), facts)).toBeNull();
    expect(checkAnswer({ ...accepts, sectionId: 6 }, one(), facts)?.code).toBe('section-not-of-unit');
    expect(checkAnswer({ ...accepts, role: 'assist' }, one(), facts)?.code).toBe('field-empty');
  });

  it('only an objection that is open can be overruled', () => {
    expect(checkKeep('依三定方案', one({ answer: 'objected' }))).toBeNull();
    expect(checkKeep('', one({ answer: 'objected' }))?.code).toBe('field-empty');
    expect(checkKeep('依三定方案', one({ answer: 'accepted' }))?.code).toBe('proposal-not-disputed');
  });
});
