/** What must hold after any sequence of commands by anybody. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nationalIntake } from '#rulesets/intake.ts';
import type { Actor, Grant } from '../access.ts';
import type { IntakeOf } from '../intake-rules.ts';
import { beginSubmission } from './blank.ts';
import type { SubmissionCommand } from './command.ts';
import { decideSubmission } from './decide.ts';
import { evolveSubmission } from './evolve.ts';
import { noticesForSubmission } from './notify.ts';
import { standingsOnSubmission } from './standing.ts';
import {
  proposersOf,
  standingSigners,
  type Submission,
  type SubmissionEvent,
  type SubmissionText,
} from './submission.ts';

const [author, first, second, stranger, clerk] = [1, 2, 3, 4, 5];
const organ = 10;

const actorOf = (personId: number): Actor => {
  const grants: Grant[] =
    personId === clerk ? [{ role: 'cppcc-office', organId: organ }] : [{ role: 'proposer' }];
  return { jurisdictionId: 1, personId, name: '', grants, via: 'session' };
};

const vetted: IntakeOf = {
  ...nationalIntake.proposal,
  vetting: [{ code: 'group', by: 'group', name: { zh: '界别审核', en: 'Sector' } }],
};
const looker = (personId: number) => ({ groups: personId === first ? ['教育界'] : [], panelIds: [] });

const textOf = (title: string): SubmissionText => ({
  title,
  facts: [
    {
      type: 'paragraph',
      text: '全市共有老旧小区四百二十个，其中三百个没有集中充电设施，飞线充电屡禁不止。'.repeat(2),
    },
  ],
  analysis: [],
  asks: ['在每个小区增设集中充电棚'],
});

const personId = fc.constantFrom(author, first, second, stranger, clerk);
const command: fc.Arbitrary<SubmissionCommand> = fc.oneof(
  fc
    .constantFrom('甲', '乙', '丙')
    .map((title): SubmissionCommand => ({ type: 'edit', text: textOf(title) })),
  fc.record({
    type: fc.constant('invite' as const),
    personIds: fc.constant([first, second]),
    role: fc.constant('coSigner' as const),
    group: fc.constant(null),
    until: fc.constant(null),
  }),
  fc.record({ type: fc.constant('removeSigner' as const), personId: fc.constantFrom(first, second) }),
  fc.record({
    type: fc.constant('sign' as const),
    comment: fc.constant(''),
    textNo: fc.integer({ min: 1, max: 4 }),
  }),
  fc.constant<SubmissionCommand>({ type: 'declineToSign' }),
  fc.constant<SubmissionCommand>({
    type: 'submit',
    confirmed: [],
    flowNo: '2026-0001',
    sessionId: 7,
    inSession: true,
  }),
  fc.constant<SubmissionCommand>({ type: 'disown', text: '不是我写的' }),
  fc.constantFrom<SubmissionCommand>(
    { type: 'takeStep', advice: 'pass', grounds: [], checks: [], text: '' },
    { type: 'returnForRevision', text: '请补充', checks: [] },
    { type: 'file', matterId: 9, caseNo: '0001', checks: ['concrete'] },
    { type: 'decline', grounds: ['personal'], text: '个人事项', checks: [] },
    { type: 'askToWithdraw', reason: '情况有变' },
    { type: 'agreeToWithdraw' },
    { type: 'refuseToWithdraw' },
    { type: 'takeBackWithdrawal' },
    { type: 'discard' },
  ),
);
/** Most steps are those that lead on, so that runs come far. */
const step = fc.record({ by: personId, command });
const steps = fc.array(
  fc.oneof(
    step,
    fc.constantFrom<{ by: number; command: SubmissionCommand }>(
      { by: author, command: { type: 'edit', text: textOf('甲') } },
      {
        by: author,
        command: { type: 'invite', personIds: [first, second], role: 'coSigner', group: null, until: null },
      },
      { by: first, command: { type: 'sign', comment: '', textNo: 1 } },
      { by: second, command: { type: 'sign', comment: '', textNo: 1 } },
      {
        by: author,
        command: { type: 'submit', confirmed: [], flowNo: '2026-0001', sessionId: 7, inSession: true },
      },
      { by: clerk, command: { type: 'takeStep', advice: 'pass', grounds: [], checks: [], text: '' } },
      { by: clerk, command: { type: 'file', matterId: 9, caseNo: '0001', checks: [] } },
    ),
  ),
  { maxLength: 40 },
);
const intakes = fc.constantFrom<IntakeOf>(
  { ...nationalIntake.proposal, review: [] },
  vetted,
  nationalIntake.suggestion,
);

const draft = (): Submission => ({
  ...beginSubmission({ kind: 'proposal', organId: organ, authorId: author, enteredById: null }),
  id: 1,
  version: 1,
});

/** Runs the steps that are permitted; `see` is shown every change. */
const run = (
  intake: IntakeOf,
  given: readonly { by: number; command: SubmissionCommand }[],
  see: (before: Submission, after: Submission, by: number, type: string) => void = () => {},
): Submission => {
  let submission = draft();
  for (const { by, command: wanted } of given) {
    const standings = standingsOnSubmission(actorOf(by), submission, intake, looker(by), '教育界');
    const context = {
      at: { instant: '2026-03-02T02:00:00.000Z', date: '2026-03-02' },
      actorId: by,
      standings,
      intake,
      invitationsEnd: '2026-03-09T15:59:00.000Z',
      matterOver: false,
    };
    const decision = decideSubmission(wanted, submission, context);
    if (!decision.ok) continue;
    const before = submission;
    submission = decision.events.reduce(evolveSubmission, submission);
    if (decision.events.length > 0) see(before, submission, by, wanted.type);
  }
  return submission;
};

describe('after any sequence of commands', () => {
  test('whoever counts as a signer signed the very text that stands', () => {
    fc.assert(
      fc.property(intakes, steps, (intake, given) => {
        const signed = new Map<string, string>();
        run(intake, given, (_, after, by, type) => {
          if (type === 'sign') signed.set(`${by}/${after.textNo}`, JSON.stringify(after.text));
          for (const signer of standingSigners(after))
            expect(signed.get(`${signer.personId}/${after.textNo}`)).toBe(JSON.stringify(after.text));
          expect(proposersOf(after)[0]).toBe(author);
          expect(new Set(proposersOf(after)).size).toBe(proposersOf(after).length);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test('a text that was handed in or signed keeps its number for ever: another text has another number', () => {
    fc.assert(
      fc.property(intakes, steps, (intake, given) => {
        const kept = new Map<number, string>();
        run(intake, given, (before, after) => {
          const guarded = before.submittedTextNo === before.textNo || standingSigners(before).length > 0;
          if (guarded) kept.set(before.textNo, JSON.stringify(before.text));
          const now = JSON.stringify(after.text);
          expect(kept.get(after.textNo) ?? now).toBe(now);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test('what is over stays over; under review only the office and its reviewers, the author or a signer change it', () => {
    fc.assert(
      fc.property(intakes, steps, (intake, given) => {
        run(intake, given, (before, after, by) => {
          expect(['declined', 'converted', 'split', 'withdrawn', 'discarded']).not.toContain(before.state);
          expect(before.state === 'filed' ? after.state : 'filed').toBe('filed');
          const frozen = ['vetting', 'submitted', 'filed'].includes(before.state);
          expect(frozen ? after.text : before.text).toBe(before.text);
          expect(by).not.toBe(stranger);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test('nobody outside sees a draft, whoever is asked or signed sees it until it is thrown away, and its numbers once given stay', () => {
    fc.assert(
      fc.property(intakes, steps, (intake, given) => {
        run(intake, given, (before, after) => {
          const seen = (who: number): boolean =>
            standingsOnSubmission(actorOf(who), after, intake, { groups: [], panelIds: [] }, '教育界').size >
            0;
          expect(seen(stranger)).toBe(false);
          expect(after.flowNo === null && seen(clerk)).toBe(false);
          const numbers = ({ flowNo, sessionId, submittedAt }: Submission) => ({
            flowNo,
            sessionId,
            submittedAt,
          });
          expect(numbers(before.flowNo === null ? before : after)).toEqual(numbers(before));
          for (const { personId: who, state } of after.signers)
            expect(seen(who)).toBe(
              after.state !== 'discarded' && (state === 'invited' || state === 'signed'),
            );
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('who is told', () => {
  const signedBy = (...who: readonly number[]): Submission =>
    run({ ...nationalIntake.proposal, review: [] }, [
      { by: author, command: { type: 'edit', text: textOf('甲') } },
      {
        by: author,
        command: { type: 'invite', personIds: [first, second], role: 'coSigner', group: null, until: null },
      },
      ...who.map((by) => ({ by, command: { type: 'sign', comment: '', textNo: 1 } as const })),
    ]);

  /** Of one event, by the rules of proposals: a look of the office, then one of a panel. */
  const told = (before: Submission, event: SubmissionEvent) =>
    noticesForSubmission(event, before, evolveSubmission(before, event), nationalIntake.proposal);

  test('a changed text asks those anew who had signed, once', () => {
    const before = signedBy(first);
    const event = { type: 'textChanged', text: textOf('乙'), textNo: 2, until: null } as const;
    const after = evolveSubmission(before, event);
    expect(told(before, event)).toEqual([{ kind: 'submissionAskedAgain', to: [first] }]);
    const again = { ...event, text: textOf('丙') };
    expect(told(after, again)).toEqual([{ kind: 'submissionAskedAgain', to: [] }]);
  });

  test('a signer whose name is taken off hears of it, who had not answered does not', () => {
    const removed = (personId: number) => told(signedBy(first), { type: 'signerRemoved', personId });
    expect(removed(first)).toEqual([{ kind: 'submissionSignerRemoved', to: [first] }]);
    expect(removed(second)).toEqual([{ kind: 'submissionSignerRemoved', to: [] }]);
  });

  test('who looks next hears of it, or the office where nobody may; after the last look the office decides', () => {
    const before = { ...signedBy(), state: 'submitted', step: 1 } as const;
    const event = { type: 'panelChosen', panelId: 4 } as const;
    const toReviewers = [{ kind: 'intakeToVet', to: 'reviewers', ifNobody: 'intakeNobodyLooks' }];
    expect(told(before, event)).toEqual(toReviewers);
    expect(told(evolveSubmission(before, event), event)).toEqual([]);
    // Chosen while the office still looks itself, the panel has nothing to do yet.
    expect(told({ ...before, step: 0 }, event)).toEqual([]);
    const taken = (step: number): SubmissionEvent => ({
      type: 'stepTaken',
      opinion: {
        ...{ phase: 'review', step: 'prereview', byId: stranger, at: '2026-02-10T08:00:00.000Z' },
        ...{ textNo: 1, advice: 'pass', grounds: [], checks: [], text: '' },
      },
      next: { state: 'submitted', step },
    });
    expect(told({ ...before, step: 0 }, taken(1))).toEqual(toReviewers);
    expect(told(before, taken(2))).toEqual([{ kind: 'intakeToDecide', to: 'office' }]);
  });

  test('a stand-in writes and signs nothing for the proposer who is away', () => {
    const acting = { ...actorOf(author), actingBy: { personId: stranger, name: '代办人' } };
    const seen = standingsOnSubmission(acting, signedBy(), nationalIntake.proposal, looker(author), '');
    expect([...seen]).toEqual([]);
  });
});
