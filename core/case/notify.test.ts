import { describe, expect, test } from 'vitest';
import { caseFile, cast, ruleset, sections, units } from '#test/support/builders.ts';
import {
  approve,
  assign,
  assigned,
  attempt,
  cleared,
  closed,
  contact,
  drafted,
  handBack,
  happened,
  inReview,
  issue,
  issued,
  onDuty,
  onMatter,
  onReply,
  opinion,
  play,
  rate,
  rehandling,
  save,
  sendBack,
  signed,
  signFor,
  type Step,
  verdict,
} from '#test/support/story.ts';
import {
  ask,
  asked,
  grant,
  pause,
  refuseExtension,
  resume,
  takeBack,
  under,
} from '#test/support/clock-story.ts';
import type { CaseFile } from './case-file.ts';
import { noticesFor } from './notify.ts';

const office = { to: 'unitOffice', unitId: units.education } as const;
const person = (actor: { readonly personId: number }) =>
  ({ to: 'person', personId: actor.personId }) as const;
const organ = { to: 'organOffice', organId: 1 } as const;

const told = (file: CaseFile, ...step: Step) => {
  const outcome = happened(attempt(file, step));
  return noticesFor(outcome.file, outcome.events);
};
const withAssist = [
  [units.education, 'lead'],
  [units.transport, 'assist'],
] as const;
const day = '2026-05-05';

describe('who is told', () => {
  test('of an assignment: the office of each unit', () => {
    expect(told(caseFile(), cast.supervisor, day, assign(...withAssist))).toEqual([
      { kind: 'assigned', recipients: [office] },
      { kind: 'assigned', recipients: [{ to: 'unitOffice', unitId: units.transport }] },
    ]);
  });

  test('of a hand-back: those who decide; of the decision: the unit', () => {
    const asked = play(assigned(), [cast.educationOffice, '2026-03-04', handBack(1, units.transport)]);
    expect(told(assigned(), cast.educationOffice, '2026-03-04', handBack(1, units.transport))).toEqual([
      { kind: 'handBackRequested', recipients: [{ to: 'supervisors' }, organ] },
    ]);
    expect(told(asked, cast.supervisor, day, onDuty(1, { type: 'upholdHandBack', note: '同意' }))).toEqual([
      { kind: 'handBackUpheld', recipients: [office] },
    ]);
    expect(told(asked, cast.supervisor, day, onDuty(1, { type: 'rejectHandBack', note: '不同意' }))).toEqual([
      { kind: 'handBackRejected', recipients: [office] },
    ]);
  });

  test('of a revocation: the office, and the handler who was at it', () => {
    const revoke = onDuty(1, { type: 'revoke', reason: '改办' });
    expect(told(signed(), cast.supervisor, day, revoke)).toEqual([
      { kind: 'revoked', recipients: [office, person(cast.educationHandler)] },
    ]);
    expect(told(assigned(), cast.supervisor, day, revoke)).toEqual([
      { kind: 'revoked', recipients: [office] },
    ]);
  });

  test('of work given inside the unit: the handler who has it now', () => {
    const second = cast.educationSecondHandler;
    const give = onDuty(1, {
      type: 'subAssign',
      sectionId: sections.exams,
      handlerId: second.personId,
      leaderId: cast.educationLeader.personId,
    });
    expect(told(signed(), cast.educationOffice, day, give)).toEqual([
      { kind: 'subAssigned', recipients: [person(second)] },
    ]);
    const over = onDuty(1, { type: 'handOver', toId: second.personId, reason: '调整' });
    expect(told(signed(), cast.educationOffice, day, over)).toEqual([
      { kind: 'handedOver', recipients: [person(second)] },
    ]);
  });

  test('of work given to a section without a handler: its head, who names one', () => {
    const give = onDuty(1, {
      type: 'subAssign',
      sectionId: sections.exams,
      handlerId: null,
      leaderId: cast.educationLeader.personId,
    });
    expect(told(signed(), cast.educationOffice, day, give)).toEqual([
      { kind: 'subAssigned', recipients: [{ to: 'sectionHead', sectionId: sections.exams }] },
    ]);
  });

  test('of a reply: whoever holds the next level, and the drafter when it comes back', () => {
    const atOffice = play(inReview(), [cast.schoolsHead, '2026-04-01', approve(1)]);
    const atLeader = play(atOffice, [cast.educationOffice, '2026-04-02', approve(1)]);
    const section = { to: 'sectionHead', sectionId: sections.schools } as const;
    expect(told(drafted(), cast.educationHandler, day, onReply(1, { type: 'submit' }))).toEqual([
      { kind: 'toReview', recipients: [section] },
    ]);
    expect(told(inReview(), cast.schoolsHead, day, approve(1))).toEqual([
      { kind: 'toReview', recipients: [office] },
    ]);
    expect(told(atOffice, cast.educationOffice, day, approve(1))).toEqual([
      { kind: 'toReview', recipients: [person(cast.educationLeader)] },
    ]);
    expect(told(atLeader, cast.educationLeader, day, approve(1))).toEqual([
      { kind: 'cleared', recipients: [office] },
    ]);
    expect(told(atLeader, cast.educationLeader, day, sendBack(1, 0))).toEqual([
      { kind: 'sentBack', recipients: [section] },
    ]);
    expect(told(atLeader, cast.educationLeader, day, sendBack(1, -1))).toEqual([
      { kind: 'sentBack', recipients: [person(cast.educationHandler)] },
    ]);
  });

  test('of a reply without section or named leader: the office stands in, and every leader of the unit', () => {
    const bare = (file: CaseFile): CaseFile => ({
      ...file,
      duties: file.duties.map((duty) => ({ ...duty, sectionId: null, leaderId: null })),
    });
    expect(told(bare(drafted()), cast.educationHandler, day, onReply(1, { type: 'submit' }))).toEqual([
      { kind: 'toReview', recipients: [office] },
    ]);
    const atOffice = play(bare(inReview()), [cast.educationOffice, day, approve(1)]);
    expect(told(atOffice, cast.educationOffice, day, approve(1))).toEqual([
      { kind: 'toReview', recipients: [{ to: 'unitLeader', unitId: units.education }] },
    ]);
    const fewer = { ...atOffice, ruleset: { ...ruleset, reviewLevels: ruleset.reviewLevels.slice(0, 2) } };
    expect(told(fewer, cast.educationOffice, day, sendBack(1, 0))).toEqual([
      { kind: 'sentBack', recipients: [office] },
    ]);
  });

  test('of the letter: every proposer, and the office of the organ', () => {
    expect(told(cleared(), cast.educationOffice, day, issue(1))).toEqual([
      { kind: 'replyIssued', recipients: [person(cast.leadProposer), person(cast.coProposer), organ] },
    ]);
  });

  test('of what was done after the letter: every proposer, whether it was published or not', () => {
    const sent = issued();
    const everyone = [person(cast.leadProposer), person(cast.coProposer)];
    for (const place of ['https://www.example.cn/1', null])
      expect(
        told(
          sent,
          cast.educationOffice,
          '2026-04-10',
          onDuty(1, {
            type: 'recordDisclosure',
            on: '2026-04-09',
            place,
            reason: place === null ? '涉及个人隐私' : '',
          }),
        ),
      ).toEqual([{ kind: 'disclosureRecorded', recipients: everyone }]);
    const promised = {
      ...sent,
      replies: sent.replies.map((reply) => ({ ...reply, content: { ...reply.content, resultClass: 'B' } })),
    };
    const report = {
      type: 'recordFollowUp',
      on: '2026-05-09',
      text: '已完成设计招标',
      settled: false,
    } as const;
    expect(told(promised, cast.educationOffice, '2026-05-10', onDuty(1, report))).toEqual([
      { kind: 'followUpRecorded', recipients: everyone },
    ]);
  });

  test('of an opinion: whoever handles the lead’s reply', () => {
    const ready = play(signed(withAssist), [cast.transportOffice, '2026-03-04', signFor(2)]);
    expect(told(ready, cast.transportOffice, day, opinion(2))).toEqual([
      { kind: 'opinionGiven', recipients: [person(cast.educationHandler)] },
    ]);
    const nobody = play(assigned(withAssist), [cast.transportOffice, '2026-03-04', signFor(2)]);
    expect(told(nobody, cast.transportOffice, day, opinion(2))).toEqual([
      { kind: 'opinionGiven', recipients: [office] },
    ]);
  });

  test('of a rating: the unit and the organ, and of a new round also the handler and the supervisors', () => {
    const rated = { kind: 'rated', recipients: [organ, office] };
    expect(told(issued(), cast.leadProposer, day, rate(1, verdict('satisfied')))).toEqual([rated]);
    expect(told(issued(), cast.leadProposer, day, rate(1, verdict('dissatisfied')))).toEqual([
      rated,
      { kind: 'roundOpened', recipients: [office, person(cast.educationHandler), { to: 'supervisors' }] },
    ]);
  });

  test('of the end and the return of a matter: its units and its proposers', () => {
    const everyone = [office, person(cast.leadProposer), person(cast.coProposer)];
    expect(told(issued(), cast.congressOffice, day, onMatter({ type: 'close', reason: '代表出国' }))).toEqual(
      [{ kind: 'closed', recipients: everyone }],
    );
    expect(told(issued(), cast.congressOffice, day, onMatter({ type: 'withdraw', reason: '撤回' }))).toEqual([
      { kind: 'withdrawn', recipients: everyone },
    ]);
    const reopened = told(closed(), cast.congressOffice, day, onMatter({ type: 'reopen', reason: '未落实' }));
    expect(reopened.map((notice) => notice.kind)).toEqual(['reopened', 'roundOpened']);
    expect(reopened[0]?.recipients).toEqual(everyone);
  });

  test('of a co-signer who was not one: the units that owe the reply, and those who stand under it', () => {
    const event = { type: 'proposerLeft', personId: 77, name: '某人', viaCaseNo: null, reason: '' } as const;
    expect(noticesFor(issued(), [{ on: 'matter', event }])).toEqual([
      { kind: 'proposerLeft', recipients: [office, person(cast.leadProposer), person(cast.coProposer)] },
    ]);
  });

  test('of what concerns nobody else: no one', () => {
    expect(told(assigned(), cast.educationOffice, '2026-03-03', signFor(1))).toEqual([]);
    expect(told(signed(), cast.educationHandler, '2026-03-10', contact(1, '2026-03-10'))).toEqual([]);
    expect(told(drafted(), cast.educationHandler, '2026-03-20', save(1))).toEqual([]);
    expect(told(inReview(), cast.educationHandler, '2026-04-01', onReply(1, { type: 'recall' }))).toEqual([]);
    expect(
      told(rehandling(), cast.educationHandler, '2026-04-21', {
        on: 'newReply',
        id: 1,
        command: { type: 'start' },
      }),
    ).toEqual([]);
    expect(
      told(assigned(), cast.supervisor, '2026-03-03', onMatter({ type: 'amend', text: { title: '新标题' } })),
    ).toEqual([]);
  });
});

describe('about dates: who is told', () => {
  const park = () =>
    play(
      caseFile(),
      [cast.congressOffice, '2026-03-02', assign([units.park, 'sole'])],
      [cast.parkOffice, '2026-03-03', signFor(1)],
    );
  const handler = person(cast.educationHandler);
  const proposers = [person(cast.leadProposer), person(cast.coProposer)];

  test('of a request: who decides on it, and again when it is taken back', () => {
    const both = [{ to: 'supervisors' }, organ];
    expect(told(signed(), cast.educationHandler, day, ask('2026-07-02'))).toEqual([
      { kind: 'extensionAsked', recipients: both },
    ]);
    expect(told(asked(), cast.educationOffice, '2026-05-21', takeBack)).toEqual([
      { kind: 'extensionWithdrawn', recipients: both },
    ]);
    const supervised = signed(undefined, under({ decidedBy: 'supervisor' }));
    expect(told(supervised, cast.educationHandler, day, ask('2026-07-02'))).toEqual([
      { kind: 'extensionAsked', recipients: [{ to: 'supervisors' }] },
    ]);
  });

  test('of what a boundary unit asks: the organ’s office alone', () => {
    expect(told(park(), cast.parkOffice, day, ask('2026-07-02'))).toEqual([
      { kind: 'extensionAsked', recipients: [organ] },
    ]);
    expect(told(park(), cast.parkOffice, '2026-03-04', handBack(1, units.transport))).toEqual([
      { kind: 'handBackRequested', recipients: [organ] },
    ]);
  });

  test('of a grant: the unit, its handler, and the proposers where the rules want it', () => {
    expect(told(asked(), cast.supervisor, '2026-05-25', grant('2026-08-02'))).toEqual([
      { kind: 'extensionGranted', recipients: [office, handler, ...proposers] },
    ]);
    const silent = asked(signed(undefined, under({ tellProposer: false })));
    expect(told(silent, cast.supervisor, '2026-05-25', grant('2026-08-02'))).toEqual([
      { kind: 'extensionGranted', recipients: [office, handler] },
    ]);
  });

  test('of a refusal and of a clock stopped or started: the unit and its handler', () => {
    expect(told(asked(), cast.supervisor, '2026-05-25', refuseExtension())).toEqual([
      { kind: 'extensionRefused', recipients: [office, handler] },
    ]);
    expect(told(signed(), cast.supervisor, day, pause)).toEqual([
      { kind: 'clockPaused', recipients: [office, handler] },
    ]);
    expect(
      told(play(signed(), [cast.supervisor, day, pause]), cast.supervisor, '2026-05-30', resume),
    ).toEqual([{ kind: 'clockResumed', recipients: [office, handler] }]);
  });
});
