/** Who may sign until when, who may say that he did not, and what the office reads meanwhile. */
import { describe, expect, test } from 'vitest';
import { nationalIntake } from '#rulesets/intake.ts';
import type { Standing } from '../access.ts';
import { beginSubmission } from './blank.ts';
import type { SubmissionCommand } from './command.ts';
import { decideSubmission } from './decide.ts';
import { evolveSubmission } from './evolve.ts';
import { answeredSubmission, readableSubmission } from './may-read.ts';
import { nextOfSubmission } from './next-step.ts';
import { noticesForSubmission } from './notify.ts';
import { checkPaper } from './paper.ts';
import { proposersOf, type Signer, type Submission, type SubmissionText } from './submission.ts';

const [author, first, second, clerk] = [1, 2, 3, 5];
const day = (date: string) => ({ instant: `2026-03-${date}T02:00:00.000Z`, date: `2026-03-${date}` });
const opens = (date: string): string => `2026-03-${date}T15:59:00.000Z`;

const textOf = (title: string): SubmissionText => ({
  title,
  facts: [{ type: 'paragraph', text: '全市共有老旧小区四百二十个，其中三百个没有集中充电设施。'.repeat(3) }],
  analysis: [],
  asks: ['在每个小区增设集中充电棚'],
});

const draft = (part: Partial<Submission> = {}): Submission => ({
  ...beginSubmission({
    kind: 'suggestion',
    organId: 10,
    authorId: author,
    enteredById: null,
    text: textOf('甲'),
  }),
  id: 1,
  version: 1,
  ...part,
});

const signer = (personId: number, part: Partial<Signer> = {}): Signer => ({
  personId,
  role: 'coSigner',
  state: 'signed',
  textNo: 1,
  comment: '',
  at: opens('01'),
  onPaper: false,
  agreesToWithdraw: false,
  group: null,
  ...part,
});

const decide = (
  submission: Submission,
  command: SubmissionCommand,
  by: number,
  standing: Standing,
  on = '10',
) =>
  decideSubmission(command, submission, {
    at: day(on),
    actorId: by,
    standings: new Set([standing]),
    intake: nationalIntake.suggestion,
    invitationsEnd: opens(String(Number(on) + 7)),
    matterOver: false,
  });

const done = (...given: Parameters<typeof decide>): Submission => {
  const decision = decide(...given);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce(evolveSubmission, given[0]);
};
const code = (...given: Parameters<typeof decide>): string => {
  const decision = decide(...given);
  return decision.ok ? 'done' : decision.refusal.code;
};

const sign = (textNo: number): SubmissionCommand => ({ type: 'sign', comment: '', textNo });
const edit = (title: string): SubmissionCommand => ({ type: 'edit', text: textOf(title) });
const inviteFirst: SubmissionCommand = {
  type: 'invite',
  personIds: [first],
  role: 'coSigner',
  group: null,
  until: null,
};

describe('the closing time', () => {
  const closedOn5 = draft({ signers: [signer(first)], gatherUntil: opens('05') });

  test('nobody signs after it, not even who is asked again', () => {
    const invited = draft({
      signers: [signer(first, { state: 'invited', textNo: null })],
      gatherUntil: opens('05'),
    });
    expect(code(invited, sign(1), first, 'co-proposer', '05')).toBe('done');
    expect(code(invited, sign(1), first, 'co-proposer', '06')).toBe('invitation-closed');
    const changed = done(closedOn5, edit('乙'), author, 'lead-proposer', '04');
    expect(changed.gatherUntil).toBe(opens('05'));
    expect(code(changed, sign(2), first, 'co-proposer', '05')).toBe('done');
    expect(code(changed, sign(2), first, 'co-proposer', '06')).toBe('invitation-closed');
  });

  test('a change of the text after it asks again with a new one', () => {
    const changed = done(closedOn5, edit('乙'), author, 'lead-proposer', '06');
    expect(changed.gatherUntil).toBe(opens('13'));
    expect(code(changed, sign(2), first, 'co-proposer', '13')).toBe('done');
    expect(code(changed, sign(2), first, 'co-proposer', '14')).toBe('invitation-closed');
    // Autosave goes on without moving it.
    expect(done(changed, edit('丙'), author, 'lead-proposer', '08').gatherUntil).toBe(opens('13'));
    expect(done(draft(), edit('乙'), author, 'lead-proposer').gatherUntil).toBeNull();
  });

  test('who let it pass may be invited once more, who stands under the text may not', () => {
    const passed = draft({
      signers: [signer(first, { state: 'invited', textNo: null })],
      gatherUntil: opens('05'),
    });
    expect(code(passed, inviteFirst, author, 'lead-proposer', '05')).toBe('invited-already');
    expect(done(passed, inviteFirst, author, 'lead-proposer', '06').gatherUntil).toBe(opens('13'));
    expect(code(closedOn5, inviteFirst, author, 'lead-proposer', '06')).toBe('invited-already');
    const outdated = done(closedOn5, edit('乙'), author, 'lead-proposer', '04');
    expect(code(outdated, inviteFirst, author, 'lead-proposer', '05')).toBe('invited-already');
    expect(done(outdated, inviteFirst, author, 'lead-proposer', '06').signers).toEqual([
      expect.objectContaining({ personId: first, state: 'invited', textNo: 1 }),
    ]);
  });
});

describe('a withdrawal that all signers decide', () => {
  const intake = nationalIntake.suggestion;
  const asked = done(
    draft({ state: 'submitted', flowNo: '2026-0001', signers: [signer(first), signer(second)] }),
    { type: 'askToWithdraw', reason: '情况有变' },
    author,
    'lead-proposer',
  );
  const agree = (submission: Submission, by: number) =>
    done(submission, { type: 'agreeToWithdraw' }, by, 'co-proposer');
  const refuse: SubmissionCommand = { type: 'refuseToWithdraw' };
  const takeBack: SubmissionCommand = { type: 'takeBackWithdrawal' };

  test('ends with the first who refuses, and nobody who agreed before stays bound', () => {
    const kept = done(agree(asked, first), refuse, second, 'co-proposer');
    expect(kept).toMatchObject({ state: 'submitted', withdrawalReason: null });
    const again = done(kept, { type: 'askToWithdraw', reason: '再次申请' }, author, 'lead-proposer');
    expect(agree(again, second).state).toBe('submitted');
    expect(agree(agree(again, second), first).state).toBe('withdrawn');
    expect(code(kept, refuse, first, 'co-proposer')).toBe('withdrawal-not-asked');
    const event = { type: 'withdrawalEnded', how: 'refused', personId: second, at: opens('10') } as const;
    expect(noticesForSubmission(event, asked, kept, intake)).toEqual([
      { kind: 'submissionWithdrawalRefused', to: [author, first, second], of: second },
      { kind: 'intakeWithdrawalEnded', to: 'office' },
    ]);
  });

  test('is taken back by who asked, by handing it in again as well', () => {
    expect(done(asked, takeBack, author, 'lead-proposer').withdrawalReason).toBeNull();
    expect(code(asked, takeBack, first, 'co-proposer')).toBe('not-yours');
    const bare = draft({ state: 'submitted', flowNo: '2026-0001' });
    expect(code(bare, takeBack, author, 'lead-proposer')).toBe('withdrawal-not-asked');
    const resubmitted = done(
      { ...asked, state: 'returned' },
      { type: 'submit', confirmed: [], flowNo: '2026-0001', sessionId: 7, inSession: true },
      author,
      'lead-proposer',
    );
    expect(resubmitted.withdrawalReason).toBeNull();
  });

  test('asks and tells who signed an earlier text as well', () => {
    const changed = done(
      draft({ state: 'returned', signers: [signer(first)] }),
      edit('乙'),
      author,
      'lead-proposer',
    );
    const waits = done(changed, { type: 'askToWithdraw', reason: '情况有变' }, author, 'lead-proposer');
    expect(waits.state).toBe('returned');
    const event = { type: 'withdrawalAsked', reason: '', at: opens('10') } as const;
    expect(noticesForSubmission(event, changed, waits, intake)[0]?.to).toEqual([first]);
    const reader = { personId: first, standings: new Set(['co-proposer']), matterOver: false };
    expect(nextOfSubmission(waits, intake, reader)).toMatchObject({ what: 'agreeToWithdraw', mine: true });
    const over = agree(waits, first);
    const withdrawn = { type: 'submissionWithdrawn', at: opens('10') } as const;
    expect(over.state).toBe('withdrawn');
    expect(noticesForSubmission(withdrawn, waits, over, intake)[0]?.to).toEqual([author, first]);
  });

  test('waits for nobody who is a signer no more', () => {
    const sentBack: Submission = { ...agree(asked, first), state: 'returned' };
    const removed = done(sentBack, { type: 'removeSigner', personId: second }, author, 'lead-proposer');
    expect(removed.state).toBe('withdrawn');
    expect(done(sentBack, { type: 'declineToSign' }, second, 'co-proposer').state).toBe('withdrawn');
    // The first goes, and the other has not agreed yet.
    expect(done(sentBack, { type: 'declineToSign' }, first, 'co-proposer').state).toBe('returned');
    const unasked: Submission = { ...sentBack, withdrawalReason: null };
    expect(done(unasked, { type: 'declineToSign' }, second, 'co-proposer').state).toBe('returned');
  });

  test('is over with the matter that it became', () => {
    const filed: Submission = { ...asked, state: 'filed' };
    const said = (command: SubmissionCommand, actorId: number, standing: Standing): string => {
      const decision = decideSubmission(command, filed, {
        at: day('10'),
        actorId,
        standings: new Set([standing]),
        intake,
        invitationsEnd: opens('17'),
        matterOver: true,
      });
      return decision.ok ? 'done' : decision.refusal.code;
    };
    expect(code(filed, refuse, first, 'co-proposer')).toBe('done');
    const reader = { personId: first, standings: new Set(['co-proposer']), matterOver: false };
    expect(nextOfSubmission(filed, intake, reader)).toMatchObject({ what: 'agreeToWithdraw', mine: true });
    expect(nextOfSubmission(filed, intake, { ...reader, matterOver: true })?.what).toBe('follow');
    expect(said(refuse, first, 'co-proposer')).toBe('matter-over');
    expect(said({ type: 'agreeToWithdraw' }, first, 'co-proposer')).toBe('matter-over');
    expect(said(takeBack, author, 'lead-proposer')).toBe('matter-over');
    expect(said({ type: 'askToWithdraw', reason: '再次申请' }, author, 'lead-proposer')).toBe('matter-over');
  });

  test('is taken back before its author as well where the office entered it', () => {
    const kept = done({ ...asked, enteredById: clerk }, takeBack, clerk, 'organ-office');
    const event = { type: 'withdrawalEnded', how: 'takenBack', personId: clerk, at: opens('10') } as const;
    expect(noticesForSubmission(event, asked, kept, intake)[0]).toEqual({
      kind: 'submissionWithdrawalTakenBack',
      to: [author, clerk, first, second],
    });
  });

  test('gives no signer a veto where the rules ask for no agreement of all', () => {
    const free = { ...intake, withdrawal: { ...intake.withdrawal, allSigners: false } };
    const filed: Submission = { ...asked, state: 'filed' };
    const decision = decideSubmission(refuse, filed, {
      at: day('10'),
      actorId: first,
      standings: new Set(['co-proposer']),
      intake: free,
      invitationsEnd: opens('17'),
      matterOver: false,
    });
    expect(decision.ok ? 'done' : decision.refusal.code).toBe('withdrawal-not-yours');
  });
});

describe('a signature entered from paper', () => {
  const entered = draft({
    enteredById: clerk,
    signers: [signer(first, { onPaper: true }), signer(second)],
    fileIds: [8],
    flowNo: '2026-0001',
  });
  const submit: SubmissionCommand = {
    type: 'submit',
    confirmed: [],
    flowNo: '2026-0001',
    sessionId: 7,
    inSession: true,
  };
  const handedIn = done(entered, submit, clerk, 'organ-office');
  const disown: SubmissionCommand = { type: 'disownSignature', text: '那天我不在' };

  test('is told to whose name it is, in other words than to who signed himself', () => {
    const event = { ...submit, type: 'submitted', to: 'submitted', at: opens('10') } as const;
    expect(noticesForSubmission(event, entered, handedIn, nationalIntake.suggestion)).toEqual(
      expect.arrayContaining([
        { kind: 'submissionHandedIn', to: [second] },
        { kind: 'submissionSignedForYou', to: [first] },
      ]),
    );
  });

  test('is taken off at his word, which stays on record and goes to the office', () => {
    const after = done(handedIn, disown, first, 'co-proposer');
    expect(after.signers[0]).toMatchObject({ state: 'disowned', comment: '那天我不在', textNo: 1 });
    expect(after.state).toBe('submitted');
    const event = { type: 'signatureDisowned', personId: first, text: '', at: opens('10') } as const;
    const office = { kind: 'intakeSignatureDisowned', to: 'office', of: first } as const;
    expect(noticesForSubmission(event, handedIn, after, nationalIntake.suggestion)).toEqual([
      office,
      { kind: 'submissionSignatureDisowned', to: [after.authorId, second], of: first },
    ]);
    // Once it is filed the matter tells its proposers, and the units with them.
    expect(
      noticesForSubmission(event, handedIn, { ...after, state: 'filed' }, nationalIntake.suggestion),
    ).toEqual([office]);
    expect(code(after, disown, first, 'co-proposer')).toBe('not-entered-for-you');
    expect(code({ ...handedIn, state: 'filed' }, disown, first, 'co-proposer')).toBe('done');
  });

  test('only by him, with a reason, and not where he signed himself', () => {
    expect(code(handedIn, disown, second, 'co-proposer')).toBe('not-entered-for-you');
    expect(code(handedIn, { ...disown, text: ' ' }, first, 'co-proposer')).toBe('field-empty');
    const changed = done({ ...handedIn, state: 'returned' }, edit('乙'), clerk, 'organ-office');
    const signed = done(changed, sign(2), first, 'co-proposer');
    expect(code(signed, disown, first, 'co-proposer')).toBe('not-entered-for-you');
  });

  test('is not handed in again without its scan or the reason why there is none', () => {
    const returned: Submission = { ...handedIn, state: 'returned' };
    const bare = done(returned, { type: 'edit', fileIds: [] }, clerk, 'organ-office');
    expect(code(bare, submit, clerk, 'organ-office')).toBe('scan-missing');
    expect(code({ ...bare, noScanReason: '原件存代表团' }, submit, clerk, 'organ-office')).toBe('done');
    expect(code(returned, submit, clerk, 'organ-office')).toBe('done');
    const without = done(bare, { type: 'removeSigner', personId: first }, clerk, 'organ-office');
    expect(code(without, submit, clerk, 'organ-office')).toBe('done');
  });

  test.each([
    [0, [], '', null],
    [2, [], '', 'scan-missing'],
    [2, [], '  ', 'scan-missing'],
    [2, [8], '', null],
    [2, [], '原件在区里存档', null],
  ])('%i of them with scans %j and the reason "%s": %s', (onPaper, fileIds, noScanReason, refused) => {
    expect(checkPaper({ onPaper, fileIds, noScanReason })?.code ?? null).toBe(refused);
  });
});

describe('while it is reworked', () => {
  const submit: SubmissionCommand = {
    type: 'submit',
    confirmed: [],
    flowNo: '2026-0001',
    sessionId: 7,
    inSession: true,
  };
  const returned: Submission = {
    ...done(draft({ fileIds: [8], signers: [signer(first)] }), submit, author, 'lead-proposer'),
    state: 'returned',
  };
  const reworked = done(
    done(returned, edit('乙'), author, 'lead-proposer'),
    { type: 'edit', fileIds: [9] },
    author,
    'lead-proposer',
  );

  test('the office reads what was handed in; author and signers read what is written', () => {
    const office = readableSubmission(reworked, new Set(['organ-office']));
    expect(office).toMatchObject({ text: { title: '甲' }, textNo: 1, fileIds: [8] });
    for (const standing of ['lead-proposer', 'co-proposer'] as const)
      expect(readableSubmission(reworked, new Set([standing]))).toBe(reworked);
  });

  test('withdrawn in the middle of it, what was never handed in stays unread', () => {
    const withdrawn: Submission = { ...reworked, state: 'withdrawn' };
    const office = readableSubmission(withdrawn, new Set(['organ-office']));
    expect(office).toMatchObject({ state: 'withdrawn', text: { title: '甲' }, fileIds: [8] });
    expect(readableSubmission(withdrawn, new Set(['lead-proposer']))).toBe(withdrawn);
  });

  test('handed in again the office reads the new one; what it entered itself it reads as it writes it', () => {
    const again = { ...reworked, signers: [signer(first, { textNo: 2 })] };
    const after = done(again, submit, author, 'lead-proposer');
    expect(readableSubmission(after, new Set(['organ-office']))).toBe(after);
    expect(after.handedIn).toMatchObject({ text: { title: '乙' }, fileIds: [9] });
    const own = { ...reworked, enteredById: clerk };
    expect(readableSubmission(own, new Set(['organ-office']))).toBe(own);
  });
});

test('what was sent back is answered as it was handed in, also where whoever entered it reworks it', () => {
  const handedIn = done(
    draft({ enteredById: clerk, signers: [signer(first), signer(second, { onPaper: true })], fileIds: [8] }),
    { type: 'submit', confirmed: [], flowNo: '2026-0001', sessionId: 7, inSession: true },
    clerk,
    'organ-office',
  );
  const sentBack = done(
    handedIn,
    { type: 'returnForRevision', text: '请写明位置', checks: [] },
    clerk,
    'organ-office',
  );
  const changed = done(sentBack, edit('乙'), clerk, 'organ-office');
  const answered = answeredSubmission(changed);
  expect(answered.text.title).toBe('甲');
  expect(proposersOf(answered)).toEqual([author, first, second]);
  const disowned = done(changed, { type: 'disownSignature', text: '那天我不在' }, second, 'co-proposer');
  expect(proposersOf(answeredSubmission(disowned))).toEqual([author, first]);
});
