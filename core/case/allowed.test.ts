import { describe, expect, test } from 'vitest';
import type { Actor } from '#core/access.ts';
import { cast, scene, units } from '#test/support/builders.ts';
import {
  assigned,
  attempt,
  cleared,
  closed,
  drafted,
  inReview,
  issued,
  onMatter,
  play,
  signed,
} from '#test/support/story.ts';
import { allowedOnAssignment, allowedOnMatter, allowedOnRating, allowedOnReply } from './allowed.ts';
import type { CaseFile } from './case-file.ts';

type Offer = { readonly action: string; readonly refusal: { readonly code: string } | null };

/** `action` for a button that is on, `action: code` for one that is off with its reason. */
const read = (offers: readonly Offer[]): readonly string[] =>
  offers.map(({ action, refusal }) => (refusal === null ? action : `${action}: ${refusal.code}`));

const row = <Row>(rows: readonly Row[], index = 0): Row => {
  const found = rows[index];
  if (found === undefined) throw new Error(`no row ${index}`);
  return found;
};
const onMatterOf = (file: CaseFile, actor: Actor) => read(allowedOnMatter(file, scene(actor, '2026-03-20')));
const onDutyOf = (file: CaseFile, actor: Actor, date = '2026-03-04', index = 0) =>
  read(allowedOnAssignment(file, row(file.duties, index), scene(actor, date)));
const onReplyOf = (file: CaseFile, actor: Actor) =>
  read(allowedOnReply(file, row(file.replies), scene(actor, '2026-04-05')));
const onRatingOf = (file: CaseFile, actor: Actor, index = 0) =>
  read(allowedOnRating(file, row(file.ratings, index), scene(actor, '2026-04-20')));

describe('what a page may offer', () => {
  test('is what is this person’s in this state; the rest is absent', () => {
    expect(onMatterOf(assigned(), cast.supervisor)).toEqual(['amend', 'splitPoints', 'assign']);
    expect(onMatterOf(assigned(), cast.congressOffice)).toEqual([
      'amend',
      'splitPoints',
      'assign',
      'withdraw',
      'merge',
      'takeIn',
      'letGo',
    ]);
    const together = assigned([
      [units.education, 'lead'],
      [units.transport, 'assist'],
    ]);
    expect(onMatterOf(together, cast.educationOffice)).toEqual(['splitPoints']);
    expect(onMatterOf(together, cast.transportOffice)).toEqual([]);
    expect(onDutyOf(assigned(), cast.educationOffice)).toEqual(['signFor', 'requestHandBack', 'handOver']);
    expect(onDutyOf(signed(), cast.educationHandler)).toEqual([
      'recordContact',
      'writeOpinion: opinion-only-assist',
      'startReply',
      'askExtension',
      'withdrawExtension: extension-not-asked',
    ]);
    expect(onReplyOf(drafted(), cast.educationHandler)).toEqual(['save', 'submit']);
    expect(onReplyOf(inReview(), cast.educationHandler)).toEqual(['recall']);
    expect(onReplyOf(inReview(), cast.schoolsHead)).toEqual(['amendInReview', 'approve', 'sendBack']);
  });

  test('says why a button is off', () => {
    expect(onDutyOf(assigned(), cast.educationOffice, '2026-03-12')).toEqual([
      'signFor',
      'requestHandBack: hand-back-window-over',
      'handOver',
    ]);
    expect(onMatterOf(issued(), cast.congressOffice)).toEqual(['amend: points-locked', 'close', 'withdraw']);
    expect(onMatterOf(inReview(), cast.supervisor)).toContain('splitPoints: points-locked');
    const silent = { ...drafted(), contacts: [] };
    expect(onReplyOf(silent, cast.educationHandler)).toEqual(['save', 'submit: contact-required']);
  });

  test('does not hold against a button what its form will ask for: a reason, a scan', () => {
    expect(onRatingOf(issued(), cast.congressOffice)).toEqual(['enterForProposer']);
    expect(onMatterOf(issued(), cast.supervisor)).toContain('close');
    const waiting = cleared([
      [units.education, 'lead'],
      [units.transport, 'assist'],
    ]);
    expect(onReplyOf(waiting, cast.educationOffice)).toEqual(['sendBack', 'issue']);
  });

  test('is nothing for who has no part in it, and for another unit on the same matter', () => {
    const file = assigned([
      [units.education, 'lead'],
      [units.transport, 'assist'],
    ]);
    for (const actor of [
      cast.nobody,
      cast.healthOffice,
      cast.systemAdmin,
      cast.auditAdmin,
      cast.cppccOffice,
    ]) {
      expect(onMatterOf(file, actor)).toEqual([]);
      expect(onDutyOf(file, actor)).toEqual([]);
    }
    expect(onDutyOf(file, cast.transportOffice, '2026-03-04', 0)).toEqual([]);
    expect(onDutyOf(file, cast.transportOffice, '2026-03-04', 1)).toEqual([
      'signFor',
      'requestHandBack',
      'handOver',
    ]);
  });

  test('is each proposer’s own rating, and nobody else’s', () => {
    expect(onRatingOf(issued(), cast.leadProposer)).toEqual(['rate']);
    expect(onRatingOf(issued(), cast.coProposer, 1)).toEqual(['rate']);
    expect(onRatingOf(issued(), cast.supervisor)).toEqual([]);
    expect(onRatingOf(issued(), cast.educationOffice)).toEqual([]);
  });

  test('is only the reopening once the matter is closed, and nothing once it is withdrawn', () => {
    const withdrawn = play(cleared(), [
      cast.congressOffice,
      '2026-04-04',
      onMatter({ type: 'withdraw', reason: '撤回' }),
    ]);
    for (const actor of [cast.educationOffice, cast.educationHandler, cast.schoolsHead, cast.educationLeader])
      for (const file of [closed(), withdrawn]) {
        // Closing a matter leaves what is asked after its reply to be done.
        const after = onDutyOf(file, actor).filter((one) => !/^record(Disclosure|FollowUp)/.test(one));
        expect(after).toEqual([]);
        expect(onReplyOf(file, actor)).toEqual([]);
        expect(onMatterOf(file, actor)).toEqual([]);
      }
    expect(onMatterOf(closed(), cast.congressOffice)).toEqual(['reopen']);
    expect(onMatterOf(withdrawn, cast.congressOffice)).toEqual([]);
    expect(onRatingOf(closed(), cast.coProposer, 1)).toEqual(['rate: rating-not-open']);
  });

  test('agrees with the door: what is offered without a form goes through', () => {
    expect(
      attempt(assigned(), [
        cast.educationOffice,
        '2026-03-04',
        { on: 'assignment', id: 1, command: { type: 'signFor' } },
      ]).ok,
    ).toBe(true);
    expect(
      attempt(drafted(), [
        cast.educationHandler,
        '2026-04-01',
        { on: 'reply', id: 1, command: { type: 'submit' } },
      ]).ok,
    ).toBe(true);
  });
});
