import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkSuccession,
  type LivingDuty,
  type OpenDuty,
  planMoves,
  type SuccessionChoice,
} from './succession.ts';

const choice = (given: Partial<SuccessionChoice> = {}): SuccessionChoice => ({
  fromIds: [1, 2],
  toIds: [3],
  sections: new Map(),
  duties: new Map(),
  ...given,
});
const units = new Map(
  [1, 2, 3, 4, 5].map((id) => [
    id,
    { id, name: `单位${id}`, open: id !== 5, kind: id === 4 ? 'section' : 'unit' },
  ]),
);
const duty = (
  assignmentId: number,
  matterId: number,
  unitId = 1,
  sectionId: number | null = null,
): OpenDuty => ({
  assignmentId,
  matterId,
  caseNo: String(matterId),
  unitId,
  role: 'sole',
  sectionId,
});

describe('who may follow whom', () => {
  it.each([
    [choice(), null],
    [choice({ fromIds: [1], toIds: [2, 3] }), null],
    [choice({ fromIds: [1, 2], toIds: [3, 1] }), 'succession-shape'],
    [choice({ fromIds: [] }), 'succession-shape'],
    [choice({ toIds: [4] }), 'unit-unknown'],
    [choice({ toIds: [5] }), 'unit-closed'],
    [choice({ toIds: [2] }), 'succession-self'],
    [choice({ duties: new Map([[9, 1]]) }), 'succession-elsewhere'],
  ])('%#', (given, code) => expect(checkSuccession(given, units)?.code ?? null).toBe(code));
});

describe('where open duties go', () => {
  it('by the choice for the duty, then by its section, else to the first successor', () => {
    const split = choice({
      fromIds: [1],
      toIds: [2, 3],
      sections: new Map([[7, 3]]),
      duties: new Map([[12, 2]]),
    });
    const moves = planMoves(split, [duty(10, 1), duty(11, 2, 1, 7), duty(12, 3, 1, 7)], []);
    expect(moves.map(({ toId }) => toId)).toEqual([2, 3, 2]);
  });

  it('two units with a part in one matter meet: the second waits', () => {
    const moves = planMoves(choice(), [duty(10, 1, 1), duty(11, 1, 2)], []);
    expect(moves.map(({ problem }) => problem)).toEqual([null, 'meets']);
  });

  it('an assisting duty goes over like any other, and waits where the successor replies already', () => {
    const assisting = { ...duty(10, 1), role: 'assist' as const };
    expect(
      planMoves(choice(), [assisting], []).map(({ toId, role, problem }) => [toId, role, problem]),
    ).toEqual([[3, 'assist', null]]);
    expect(planMoves(choice(), [assisting], [duty(99, 1, 3)]).map(({ problem }) => problem)).toEqual([
      'meets',
    ]);
    const split = choice({ fromIds: [1], toIds: [2, 3], duties: new Map([[10, 3]]) });
    expect(planMoves(split, [assisting], [duty(99, 1, 2)])).toMatchObject([{ toId: 3, problem: null }]);
  });

  it('never gives a unit two parts in a matter', () => {
    const any = fc.array(
      fc.record({ matterId: fc.integer({ min: 1, max: 4 }), unitId: fc.constantFrom(1, 2) }),
      { maxLength: 8 },
    );
    const had = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 });
    fc.assert(
      fc.property(any, had, (rows, successorIn) => {
        const open = rows.map(({ matterId, unitId }, at) => duty(at + 1, matterId, unitId));
        const living: LivingDuty[] = successorIn.map((matterId, at) => duty(100 + at, matterId, 3));
        const moved = planMoves(choice(), open, living).filter(({ problem }) => problem === null);
        const parts = moved.map(({ matterId, toId }) => `${matterId}:${toId}`);
        expect(new Set(parts).size).toBe(parts.length);
        expect(moved.some(({ matterId }) => successorIn.includes(matterId))).toBe(false);
      }),
    );
  });
});
