import { describe, expect, test } from 'vitest';
import type { Actor } from '#core/access.ts';
import { cast, ruleset, units } from '#test/support/builders.ts';
import { assigned, issued, signed } from '#test/support/story.ts';
import type { CaseFile } from './case-file.ts';
import { checkMayObject, checkObjection, checkObjectionDecision, objectionUntil } from './objection.ts';

const rule = { workdays: 7, source: ruleset.handBack.source };
const known = (file: CaseFile): CaseFile => ({ ...file, ruleset: { ...file.ruleset, objection: rule } });
const file = known(assigned());
const until = objectionUntil(file) ?? '';
const say = (of: CaseFile, actor: Actor, today: string, open = false) =>
  checkMayObject(of, actor, today, open)?.code ?? null;

describe('an objection to the units', () => {
  test('is the lead proposer’s, until the last day of the window and once at a time', () => {
    expect(until > '2026-03-04').toBe(true);
    expect(say(file, cast.leadProposer, until)).toBeNull();
    expect(say(known(signed()), cast.leadProposer, until)).toBeNull();
    expect(say(file, cast.leadProposer, '2027-01-01')).toBe('objection-window-over');
    expect(say(file, cast.leadProposer, until, true)).toBe('objection-waits');
    for (const other of [cast.coProposer, cast.congressOffice, cast.educationOffice, cast.supervisor])
      expect(say(file, other, until)).toBe('not-yours');
  });

  test('a stand-in does not object for him', () => {
    const standIn = { ...cast.leadProposer, actingBy: { personId: 99, name: '代理人' } };
    expect(say(file, standIn, until)).toBe('not-yours');
  });

  test('is for a matter in hand: not before the assignment, after an answer, merged or ended, or without a rule', () => {
    for (const stage of ['filed', 'replied', 'rated', 'rehandling', 'closed', 'withdrawn', 'merged'] as const)
      expect(say({ ...file, matter: { ...file.matter, stage } }, cast.leadProposer, until)).toBe(
        'objection-not-now',
      );
    expect(say(known(issued()), cast.leadProposer, until)).toBe('objection-not-now');
    const { objection: _, ...silent } = file.ruleset;
    expect(say({ ...file, ruleset: silent }, cast.leadProposer, until)).toBe('objection-not-now');
  });

  test('a unit that comes later opens the window again', () => {
    const [first] = file.duties;
    if (first === undefined) throw new Error('no duty');
    const later = { ...file, duties: [first, { ...first, id: 9, assignedOn: '2026-04-01' }] };
    expect(say(later, cast.leadProposer, '2026-04-03')).toBeNull();
    expect(say(file, cast.leadProposer, '2026-04-03')).toBe('objection-window-over');
  });

  test('gives a reason, and names no unit that has the matter or is closed', () => {
    const given = (part: object) => ({ reason: '不属职责', wantedUnitId: null, ...part });
    expect(checkObjection(file, given({}), false)).toBeNull();
    expect(checkObjection(file, given({ reason: ' ' }), false)?.code).toBe('field-empty');
    expect(checkObjection(file, given({ wantedUnitId: units.transport }), true)).toBeNull();
    expect(checkObjection(file, given({ wantedUnitId: units.transport }), false)?.code).toBe('unit-unknown');
    const has = file.duties[0]?.unitId ?? 0;
    expect(checkObjection(file, given({ wantedUnitId: has }), true)?.code).toBe('unit-already-has-duty');
  });

  test('is answered once, with a reason', () => {
    expect(checkObjectionDecision(true, '三定方案已明确')).toBeNull();
    expect(checkObjectionDecision(true, '')?.code).toBe('field-empty');
    expect(checkObjectionDecision(false, '三定方案已明确')?.code).toBe('objection-decided');
  });
});
