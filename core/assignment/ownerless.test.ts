import { describe, expect, test } from 'vitest';
import { caseFile, cast, units } from '#test/support/builders.ts';
import { assigned, attempt, handBack, happened, onDuty, play, signFor } from '#test/support/story.ts';
import { ownerlessDays, ownerlessSpans } from './ownerless.ts';

const { education, transport, health } = units;
const asked = (plan?: Parameters<typeof assigned>[0]) =>
  play(assigned(plan), [cast.educationOffice, '2026-03-04', handBack(1, transport)]);
const uphold = onDuty(1, { type: 'upholdHandBack', note: '同意' });
const reassign = {
  on: 'assignment',
  id: 1,
  command: { type: 'upholdAndReassign', note: '属交通', toUnitId: transport },
} as const;

describe('days without an owner', () => {
  test('none while a unit has the matter in hand', () => {
    expect(ownerlessDays(assigned().duties, '2026-06-01')).toBe(0);
    expect(ownerlessDays(caseFile().duties, '2026-06-01')).toBe(0);
  });

  test('run from the request, every calendar day, as long as nobody decides', () => {
    expect(ownerlessDays(asked().duties, '2026-03-04')).toBe(0);
    expect(ownerlessDays(asked().duties, '2026-03-14')).toBe(10);
    expect(ownerlessSpans(asked().duties)).toEqual([{ from: '2026-03-04', to: null }]);
  });

  test('end when the unit is told to keep it', () => {
    const kept = play(asked(), [
      cast.supervisor,
      '2026-03-09',
      onDuty(1, { type: 'rejectHandBack', note: '不同意' }),
    ]);
    expect(ownerlessDays(kept.duties, '2026-06-01')).toBe(5);
  });

  test('go on after the reassignment until the new unit signs for it', () => {
    const file = play(asked(), [cast.supervisor, '2026-03-09', reassign]);
    expect(ownerlessDays(file.duties, '2026-03-12')).toBe(8);
    const taken = play(file, [cast.transportOffice, '2026-03-16', signFor(2)]);
    expect(ownerlessDays(taken.duties, '2026-06-01')).toBe(12);
  });

  test('the same before the new rows are stored, while their ids are negative', () => {
    const file = happened(attempt(asked(), [cast.supervisor, '2026-03-09', reassign])).file;
    const taken = happened(attempt(file, [cast.transportOffice, '2026-03-16', signFor(-1)])).file;
    expect(ownerlessDays(taken.duties, '2026-06-01')).toBe(12);
  });

  test('go on while it is handed back and nobody was assigned', () => {
    const file = play(asked(), [cast.supervisor, '2026-03-09', uphold]);
    expect(ownerlessDays(file.duties, '2026-03-24')).toBe(20);
  });

  test('another separate unit that signed long before does not take the place of the one that left', () => {
    const plan = [
      [education, 'separate'],
      [health, 'separate'],
    ] as const;
    const file = play(
      asked(plan),
      [cast.healthOffice, '2026-03-03', signFor(2)],
      [cast.supervisor, '2026-03-09', uphold],
    );
    expect(ownerlessSpans(file.duties)).toEqual([{ from: '2026-03-04', to: null }]);
  });

  test('an assisting unit that hands back leaves no matter without an owner', () => {
    const file = play(
      assigned([
        [health, 'lead'],
        [education, 'assist'],
      ]),
      [cast.educationOffice, '2026-03-04', handBack(2, transport)],
    );
    expect(ownerlessDays(file.duties, '2026-06-01')).toBe(0);
  });

  test('days that overlap count once', () => {
    const both = play(
      assigned([
        [education, 'separate'],
        [health, 'separate'],
      ]),
      [cast.educationOffice, '2026-03-04', handBack(1, transport)],
      [cast.healthOffice, '2026-03-06', handBack(2, transport)],
      [cast.supervisor, '2026-03-10', onDuty(1, { type: 'rejectHandBack', note: '不同意' })],
      [cast.supervisor, '2026-03-08', onDuty(2, { type: 'rejectHandBack', note: '不同意' })],
    );
    expect(ownerlessDays(both.duties, '2026-06-01')).toBe(6);
  });

  test('the end of the matter stops the count', () => {
    const file = play(asked(), [cast.supervisor, '2026-03-06', uphold]);
    expect(ownerlessDays(file.duties, '2026-03-10')).toBe(6);
    const taken = play(
      asked(),
      [cast.supervisor, '2026-03-06', reassign],
      [cast.transportOffice, '2026-03-20', signFor(2)],
    );
    expect(ownerlessDays(taken.duties, '2026-03-10')).toBe(6);
  });

  test('a second gap after the first adds to it', () => {
    const file = play(
      asked(),
      [cast.supervisor, '2026-03-06', reassign],
      [cast.transportOffice, '2026-03-07', signFor(2)],
      [cast.transportOffice, '2026-03-10', handBack(2, education)],
      [cast.supervisor, '2026-03-12', onDuty(2, { type: 'rejectHandBack', note: '不同意' })],
    );
    expect(ownerlessDays(file.duties, '2026-06-01')).toBe(5);
  });
});
