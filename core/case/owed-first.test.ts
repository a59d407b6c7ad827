import type { DeadlineRule } from '#core/ruleset.ts';
import { describe, expect, test } from 'vitest';
import { caseFile, cast, ruleset, units } from '#test/support/builders.ts';
import { dutyOf, granted, proposerWaits, unitOwes } from '#test/support/clock-story.ts';
import { assigned, contact, drafted, inReview, opinion, play, signed, signFor } from '#test/support/story.ts';
import type { CaseFile } from './case-file.ts';
import { owedKind } from './due.ts';

const { education, transport } = units;
const { educationHandler } = cast;
const source = ruleset.rating.source;

describe('what a unit owes first', () => {
  const early: readonly DeadlineRule[] = [
    { duty: 'firstContact', base: 'assigned', amount: { unit: 'day', count: 15 }, source },
    { duty: 'draft', base: 'assigned', amount: { unit: 'month', count: 2 }, source },
  ];
  const deadlines = [
    ...ruleset.deadlines.filter(({ duty }) => !early.some((one) => one.duty === duty)),
    ...early,
  ];
  const city = () => caseFile({ ruleset: { ...ruleset, deadlines } });

  test('to make contact, then to have the draft in review, then the reply: the earliest that is not done', () => {
    const file = signed(undefined, city());
    expect(unitOwes(file)).toEqual(['firstContact', '2026-03-17']);
    expect(unitOwes(play(file, [educationHandler, '2026-03-10', contact(1, '2026-03-10')]))).toEqual([
      'draft',
      '2026-05-02',
    ]);
    expect(unitOwes(drafted(undefined, city()))).toEqual(['draft', '2026-05-02']);
    expect(unitOwes(inReview(undefined, city()))).toEqual(['reply', '2026-06-02']);
  });

  test('what is owed has its kind also where nothing dates it, and none once the matter has ended', () => {
    const kindOf = (file: CaseFile) => owedKind(file, dutyOf(file));
    expect(kindOf(signed(undefined, city()))).toBe('firstContact');
    const undated = signed(undefined, caseFile({ ruleset: { ...ruleset, deadlines: [] } }));
    expect([unitOwes(undated), kindOf(undated)]).toEqual([null, 'reply']);
    expect(kindOf(assigned(undefined, caseFile({ ruleset: { ...ruleset, deadlines: [] } })))).toBe('signFor');
    const withdrawn = { ...undated, matter: { ...undated.matter, stage: 'withdrawn' as const } };
    expect(kindOf(withdrawn)).toBeNull();
  });

  test('an assisting unit owes its opinion alone', () => {
    const file = play(
      assigned(
        [
          [education, 'lead'],
          [transport, 'assist'],
        ],
        city(),
      ),
      [cast.transportOffice, '2026-03-03', signFor(2)],
    );
    expect(unitOwes(file, 2)).toEqual(['opinion', '2026-04-02']);
    expect(unitOwes(play(file, [cast.transportOffice, '2026-03-06', opinion(2)]), 2)).toBeNull();
  });

  test('putting the reply off leaves the steps before it where they were', () => {
    const file = granted('2026-08-02', signed(undefined, city()));
    expect(unitOwes(file)).toEqual(['firstContact', '2026-03-17']);
    expect(proposerWaits(file)).toBe('2026-08-02');
  });
});
