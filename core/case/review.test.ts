import { describe, expect, test } from 'vitest';
import {
  type Actor,
  mayReadDraft,
  mayReadProposerContact,
  standingsOnDuty,
  standingsOnMatter,
} from '#core/access.ts';
import { caseFile, cast, fullReply, ruleset, units } from '#test/support/builders.ts';
import {
  approve,
  cleared,
  drafted,
  inReview,
  issue,
  onReply,
  play,
  refusalOf,
  save,
  sendBack,
} from '#test/support/story.ts';
import { partiesOf } from './case-file.ts';

const submit = onReply(1, { type: 'submit' });
const recall = onReply(1, { type: 'recall' });

describe('three levels of review', () => {
  test('section head, unit office, unit leader, in this order and nobody out of turn', () => {
    const first = inReview();
    const second = play(first, [cast.schoolsHead, '2026-04-01', approve(1)]);
    const third = play(second, [cast.educationOffice, '2026-04-02', approve(1)]);
    const done = play(third, [cast.educationLeader, '2026-04-03', approve(1)]);
    expect(
      [first, second, third, done].map((file) => [file.replies[0]?.state, file.replies[0]?.level]),
    ).toEqual([
      ['inReview', 0],
      ['inReview', 1],
      ['inReview', 2],
      ['cleared', 3],
    ]);
    const at = (file: typeof first) =>
      [cast.schoolsHead, cast.educationOffice, cast.educationLeader].filter(
        (actor) => refusalOf(file, actor, '2026-04-04', approve(1)) === null,
      );
    expect(at(first)).toEqual([cast.schoolsHead]);
    expect(at(second)).toEqual([cast.educationOffice]);
    expect(at(third)).toEqual([cast.educationLeader]);
    expect(at(done)).toEqual([]);
  });

  test('the number of levels is the ruleset’s', () => {
    const one = {
      ...ruleset,
      reviewLevels: [{ by: 'unit-leader', name: { zh: '领导', en: 'Leader' } }],
    } as const;
    const file = play(inReview(undefined, caseFile({ ruleset: one })), [
      cast.educationLeader,
      '2026-04-01',
      approve(1),
    ]);
    expect(file.replies[0]?.state).toBe('cleared');
  });

  test('nobody clears his own work, at no level', () => {
    const byHead = play(drafted(), [cast.schoolsHead, '2026-04-01', submit]);
    expect(refusalOf(byHead, cast.schoolsHead, '2026-04-01', approve(1))).toBe('own-work');
    const two = caseFile({ ruleset: { ...ruleset, reviewLevels: ruleset.reviewLevels.slice(1) } });
    const byOffice = play(drafted(undefined, two), [cast.educationOffice, '2026-04-01', submit]);
    expect(refusalOf(byOffice, cast.educationOffice, '2026-04-01', approve(1))).toBe('own-work');
  });

  test('a stand-in clears nothing in another’s name that he wrote, whoever handed it in', () => {
    const asStandIn = (standIn: Actor, away: Actor): Actor => ({ ...away, actingBy: standIn });
    const written = play(drafted(), [cast.educationOffice, '2026-04-01', submit]);
    const lent = asStandIn(cast.educationHandler, cast.schoolsHead);
    expect(refusalOf(written, lent, '2026-04-01', approve(1))).toBe('own-work');
    expect(
      refusalOf(written, asStandIn(cast.educationLeader, cast.schoolsHead), '2026-04-01', approve(1)),
    ).toBe(null);
    // Written in one’s name, to be cleared in another’s.
    const inName = play(
      drafted(),
      [asStandIn(cast.examsHead, cast.educationHandler), '2026-04-01', save(1)],
      [cast.educationOffice, '2026-04-01', submit],
    );
    expect(inName.replies[0]?.authors).toEqual([cast.educationHandler.personId, cast.examsHead.personId]);
    const both = asStandIn(cast.examsHead, cast.schoolsHead);
    expect(refusalOf(inName, both, '2026-04-01', approve(1))).toBe('own-work');
    // To correct while reviewing is a reviewer's work.
    const amend = onReply(1, { type: 'amendInReview', content: fullReply() });
    const reviewer = asStandIn(cast.educationLeader, cast.schoolsHead);
    expect(
      play(written, [reviewer, '2026-04-01', amend], [reviewer, '2026-04-01', approve(1)]).replies[0],
    ).toMatchObject({ level: 1 });
  });

  test('the reviewer of the level may correct the text, nobody else', () => {
    const amend = onReply(1, { type: 'amendInReview', content: { ...fullReply(), closing: '改稿' } });
    const file = play(inReview(), [cast.schoolsHead, '2026-04-01', amend]);
    expect(file.replies[0]).toMatchObject({ state: 'inReview', level: 0, content: { closing: '改稿' } });
    for (const actor of [
      cast.educationHandler,
      cast.educationOffice,
      cast.educationLeader,
      cast.examsHead,
      cast.supervisor,
    ])
      expect(refusalOf(inReview(), actor, '2026-04-01', amend)).toBe('not-yours');
    expect(
      refusalOf(
        inReview(),
        cast.schoolsHead,
        '2026-04-01',
        onReply(1, { type: 'amendInReview', content: fullReply([3]) }),
      ),
    ).toBe('field-invalid');
  });

  test('while it is reviewed the drafter does not write, but can take it back', () => {
    expect(refusalOf(inReview(), cast.educationHandler, '2026-04-01', save(1))).toBe('wrong-state');
    expect(refusalOf(inReview(), cast.educationHandler, '2026-04-01', submit)).toBe('wrong-state');
    const file = play(inReview(), [cast.educationHandler, '2026-04-01', recall]);
    expect(file.replies[0]).toMatchObject({ state: 'draft', level: 0 });
    expect(refusalOf(inReview(), cast.educationSecondHandler, '2026-04-01', recall)).toBe('not-yours');
    expect(refusalOf(cleared(), cast.educationHandler, '2026-04-05', recall)).toBe('wrong-state');
  });
});

describe('sending back', () => {
  const atLeader = () =>
    play(
      inReview(),
      [cast.schoolsHead, '2026-04-01', approve(1)],
      [cast.educationOffice, '2026-04-02', approve(1)],
    );

  test.each([
    [-1, 'sentBack', 0],
    [0, 'inReview', 0],
    [1, 'inReview', 1],
  ] as const)('the leader sends it back to level %i', (to, state, level) => {
    const file = play(atLeader(), [cast.educationLeader, '2026-04-03', sendBack(1, to)]);
    expect(file.replies[0]).toMatchObject({ state, level });
  });

  test.each([2, 3, -2, 0.5, Number.NaN])('not to %d: a level that is not below', (to) => {
    expect(refusalOf(atLeader(), cast.educationLeader, '2026-04-03', sendBack(1, to))).toBe(
      'review-level-unknown',
    );
  });

  test('a cleared reply can go back to any level before it is issued', () => {
    for (const to of [-1, 0, 1, 2])
      expect(refusalOf(cleared(), cast.educationOffice, '2026-04-05', sendBack(1, to))).toBeNull();
    const file = play(cleared(), [cast.educationLeader, '2026-04-05', sendBack(1, 2)]);
    expect(refusalOf(file, cast.educationOffice, '2026-04-06', issue(1))).toBe('wrong-state');
  });

  test('with a reason, by the level, the office or the leader', () => {
    expect(
      refusalOf(
        inReview(),
        cast.schoolsHead,
        '2026-04-01',
        onReply(1, { type: 'sendBack', to: -1, reason: ' ' }),
      ),
    ).toBe('field-empty');
    for (const actor of [cast.schoolsHead, cast.educationOffice, cast.educationLeader])
      expect(refusalOf(inReview(), actor, '2026-04-01', sendBack(1, -1))).toBeNull();
    for (const actor of [cast.educationHandler, cast.examsHead, cast.supervisor, cast.leadProposer])
      expect(refusalOf(inReview(), actor, '2026-04-01', sendBack(1, -1))).toBe('not-yours');
    expect(refusalOf(drafted(), cast.educationOffice, '2026-04-01', sendBack(1, -1))).toBe('wrong-state');
  });

  test('what was sent back is written anew and passes every level again', () => {
    const file = play(
      atLeader(),
      [cast.educationLeader, '2026-04-03', sendBack(1, -1)],
      [cast.educationHandler, '2026-04-04', save(1)],
      [cast.educationHandler, '2026-04-04', submit],
    );
    expect(file.replies[0]).toMatchObject({ state: 'inReview', level: 0 });
  });
});

describe('who reads what', () => {
  const parties = partiesOf(
    drafted([
      [units.education, 'lead'],
      [units.transport, 'assist'],
    ]),
  );

  test('a draft is read inside the unit only', () => {
    const readers = Object.entries(cast)
      .filter(([, actor]) => mayReadDraft(standingsOnDuty(actor, parties, 1)))
      .map(([key]) => key);
    expect(readers).toEqual(['educationOffice', 'educationLeader', 'schoolsHead', 'educationHandler']);
  });

  test('the proposers’ telephone numbers are for those who must reach them', () => {
    const readers = Object.entries(cast)
      .filter(([, actor]) => mayReadProposerContact(standingsOnMatter(actor, parties)))
      .map(([key]) => key);
    expect(readers).toEqual([
      'supervisor',
      'congressOffice',
      'educationOffice',
      'educationLeader',
      'schoolsHead',
      'educationHandler',
      'transportOffice',
      'transportLeader',
    ]);
  });
});
