import { dueOf } from '#core/case/due.ts';
import { extensionTerms } from '#core/case/extend.ts';
import { caseFile, cast, units } from '#test/support/builders.ts';
import { dutyOf } from '#test/support/clock-story.ts';
import { assign, play, signFor } from '#test/support/story.ts';
import { describe, expect, test } from 'vitest';
import { xian } from './xian.ts';

/** A session matter of 2026, assigned and signed for on one day: its date, and how far it may be put off. */
const terms = (assignedOn: string, level: 'city' | 'provincial' = 'city') => {
  const file = play(
    caseFile({ ruleset: xian, matter: { inSession: true, level } }),
    [cast.supervisor, assignedOn, assign([units.education, 'sole'])],
    [cast.educationOffice, assignedOn, signFor(1)],
  );
  const found = extensionTerms(file, dutyOf(file));
  return [dueOf(file, dutyOf(file), 'reply')?.date, found?.limit, found?.rule.decidedBy];
};

describe('Xi’an 2019: answered by 25 May, with consent by 25 June at the latest; all others in three months', () => {
  test('a session matter that was assigned in time', () => {
    expect(terms('2026-03-02')).toEqual(['2026-05-25', '2026-06-25', 'supervisor']);
    expect(terms('2026-05-25')).toEqual(['2026-05-25', '2026-06-25', 'supervisor']);
    expect(terms('2026-03-02', 'provincial')).toEqual(['2026-04-10', '2026-05-10', 'supervisor']);
  });

  test('one that was assigned after 25 May has three months, and six in all (代表法 art. 51)', () => {
    expect(terms('2026-05-26')).toEqual(['2026-08-26', '2026-11-26', 'either']);
    expect(terms('2026-06-25')).toEqual(['2026-09-25', '2026-12-25', 'either']);
    expect(terms('2026-06-26')).toEqual(['2026-09-26', '2026-12-26', 'either']);
  });
});
