import { describe, expect, test } from 'vitest';
import { units } from '#test/support/builders.ts';
import { issued } from '#test/support/story.ts';
import type { CaseFile } from './case-file.ts';
import { openRound, roundDuty } from './outcome.ts';

const [answered] = issued().duties;
if (answered === undefined) throw new Error('no duty');
const old = { ...answered, id: 1, role: 'separate', successorId: units.transport } as const;
const withOwn = (own: Partial<typeof answered>): CaseFile => ({
  ...issued(),
  duties: [old, { ...answered, id: 2, unitId: units.transport, role: 'separate', ...own }],
});

describe('the next round of a unit that is no more', () => {
  test('opens on the duty that the successor has itself, once', () => {
    const file = withOwn({});
    expect(roundDuty(file, old)?.id).toBe(2);
    const opened = openRound(file, [], file.duties, '2026-05-06', '没有落实');
    expect(opened.events).toHaveLength(1);
    expect(opened.file.duties.map(({ id, state }) => [id, state])).toEqual([
      [1, 'answered'],
      [2, 'rehandling'],
    ]);
  });

  test('does not open where the successor has it in hand anyway', () => {
    const file = withOwn({ state: 'signed' });
    expect(roundDuty(file, old)).toBeNull();
    expect(openRound(file, [], file.duties, '2026-05-06', '没有落实').events).toEqual([]);
  });

  test('passes to a successor that has no part in the matter', () => {
    const file = { ...issued(), duties: [old] };
    const opened = openRound(file, [], file.duties, '2026-05-06', '没有落实');
    expect(opened.file.duties[0]).toMatchObject({ unitId: units.transport, state: 'rehandling', round: 2 });
  });

  test('stays under the old name where the successor only assists: its assisting part becomes no replying one', () => {
    const file = withOwn({ role: 'assist' });
    const opened = openRound(file, [], file.duties, '2026-05-06', '没有落实');
    expect(opened.file.duties.map(({ unitId, role, state }) => [unitId, role, state])).toEqual([
      [old.unitId, 'separate', 'rehandling'],
      [units.transport, 'assist', 'answered'],
    ]);
  });

  test('an assisting duty is not called again, whoever follows its unit', () => {
    const file = { ...issued(), duties: [{ ...old, role: 'assist' as const }] };
    expect(openRound(file, [], file.duties, '2026-05-06', '没有落实').events).toEqual([]);
  });
});
