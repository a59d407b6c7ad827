import { describe, expect, test } from 'vitest';
import type { ReplyContent } from '#core/reply/reply.ts';
import { cast, fullReply, units } from '#test/support/builders.ts';
import {
  approve,
  assigned,
  attempt,
  cleared,
  contact,
  draft,
  drafted,
  inReview,
  issue,
  issued,
  onDuty,
  onMatter,
  onReply,
  play,
  refusalOf,
  rehandling,
  save,
  signed,
  signFor,
} from '#test/support/story.ts';

const { education, transport } = units;
const submit = onReply(1, { type: 'submit' });

describe('drafting', () => {
  test('starts with one empty answer to each point', () => {
    const file = play(signed(), [cast.educationHandler, '2026-03-11', draft(1)]);
    expect(file.replies).toMatchObject([
      {
        assignmentId: 1,
        round: 1,
        state: 'draft',
        content: {
          answers: [
            { no: 1, answer: '', adoption: null },
            { no: 2, answer: '', adoption: null },
          ],
          resultClass: null,
        },
      },
    ]);
  });

  test('one reply a round: a second draft is refused, before and after the issue', () => {
    expect(refusalOf(drafted(), cast.educationHandler, '2026-03-20', draft(1))).toBe('reply-open-already');
    expect(refusalOf(issued(), cast.educationHandler, '2026-04-20', draft(1))).toBe('wrong-state');
  });

  test('an assisting unit never replies (law 1)', () => {
    const file = play(
      assigned([
        [education, 'lead'],
        [transport, 'assist'],
      ]),
      [cast.transportOffice, '2026-03-03', signFor(2)],
    );
    expect(refusalOf(file, cast.transportOffice, '2026-03-05', draft(2))).toBe('reply-only-own');
  });

  test('not before signing for, not by the leader who clears, not by who assigns', () => {
    expect(refusalOf(assigned(), cast.educationOffice, '2026-03-03', draft(1))).toBe('wrong-state');
    for (const actor of [cast.educationLeader, cast.supervisor, cast.congressOffice, cast.leadProposer])
      expect(refusalOf(signed(), actor, '2026-03-05', draft(1))).toBe('not-yours');
    expect(refusalOf(signed(), cast.educationOffice, '2026-03-05', draft(3))).toBe('not-found');
  });

  test('a draft is saved as often as wished, also incomplete; an answer to a point that is not there is refused', () => {
    const file = drafted();
    expect(refusalOf(file, cast.schoolsHead, '2026-03-20', save(1, fullReply([1])))).toBeNull();
    expect(refusalOf(file, cast.educationHandler, '2026-03-20', save(1, fullReply([1, 2, 3])))).toBe(
      'field-invalid',
    );
    expect(refusalOf(file, cast.educationHandler, '2026-03-20', save(1, fullReply([1, 2, 2])))).toBe(
      'field-invalid',
    );
    const long = '长'.repeat(20_001);
    for (const part of [
      { opening: long },
      { closing: long },
      { answers: [{ no: 1, answer: long, adoption: null }] },
    ])
      expect(refusalOf(file, cast.educationHandler, '2026-03-20', save(1, { ...fullReply(), ...part }))).toBe(
        'field-too-long',
      );
    expect(refusalOf(file, cast.educationLeader, '2026-03-20', save(1))).toBe('not-yours');
    expect(refusalOf(file, cast.educationHandler, '2026-03-20', save(5))).toBe('not-found');
  });
});

describe('what a reply must say before it moves', () => {
  const lacks: readonly (readonly [string, Partial<ReplyContent>])[] = [
    ['reply-point-unanswered', { answers: [{ no: 1, answer: '已办理', adoption: 'adopted' }] }],
    [
      'reply-point-unanswered',
      {
        answers: [
          { no: 1, answer: '已办理', adoption: 'adopted' },
          { no: 2, answer: ' ', adoption: 'adopted' },
        ],
      },
    ],
    [
      'reply-point-unanswered',
      {
        answers: [
          { no: 1, answer: '已办理', adoption: 'adopted' },
          { no: 2, answer: '已办理', adoption: null },
        ],
      },
    ],
    ['reply-class-missing', { resultClass: null }],
    ['reply-class-unknown', { resultClass: 'E' }],
    ['reply-disclosure-missing', { disclosure: null }],
    ['reply-disclosure-reason', { disclosure: 'onRequest', disclosureReason: ' ' }],
    ['reply-disclosure-reason', { disclosure: 'notPublic' }],
    ['reply-contact-person-missing', { contactPerson: '' }],
    ['reply-contact-person-missing', { contactPhone: ' ' }],
  ];

  test.each(lacks)('%s stops submission: %j', (code, part) => {
    const file = play(drafted(), [cast.educationHandler, '2026-03-20', save(1, { ...fullReply(), ...part })]);
    expect(refusalOf(file, cast.educationHandler, '2026-03-21', submit)).toBe(code);
  });

  test.each(lacks)('%s stops approval too, when a reviewer took it out: %j', (code, part) => {
    const amended = onReply(1, { type: 'amendInReview', content: { ...fullReply(), ...part } });
    const file = play(inReview(), [cast.schoolsHead, '2026-04-01', amended]);
    expect(refusalOf(file, cast.schoolsHead, '2026-04-01', approve(1))).toBe(code);
  });

  test('the refusal names every unanswered point and the place of the first', () => {
    const file = play(drafted(), [cast.educationHandler, '2026-03-20', save(1, fullReply([]))]);
    expect(attempt(file, [cast.educationHandler, '2026-03-21', submit])).toMatchObject({
      refusal: { code: 'reply-point-unanswered', params: { points: [1, 2] }, at: 'answers[1]' },
    });
  });

  test('an unanswered point stops the issue of a cleared reply as well (law 5)', () => {
    const file = cleared();
    const holed = { ...file, replies: file.replies.map((reply) => ({ ...reply, content: fullReply([1]) })) };
    expect(refusalOf(holed, cast.educationOffice, '2026-04-07', issue(1))).toBe('reply-point-unanswered');
  });

  test('a reply kept from the public with a reason goes on', () => {
    const content = { ...fullReply(), disclosure: 'notPublic', disclosureReason: '涉及未成年人' } as const;
    const file = play(drafted(), [cast.educationHandler, '2026-03-20', save(1, content)]);
    expect(refusalOf(file, cast.educationHandler, '2026-03-21', submit)).toBeNull();
  });
});

describe('issuing', () => {
  test('numbers and dates the letter, answers the duty and asks every proposer', () => {
    const file = issued();
    expect(file.replies).toMatchObject([
      { state: 'issued', documentNo: '云教〔2026〕1号', issuedOn: '2026-04-07' },
    ]);
    expect(file.duties[0]).toMatchObject({ state: 'answered', answeredOn: '2026-04-07' });
    expect(file.ratings).toMatchObject([
      { replyId: 1, round: 1, proposerId: 11, state: 'open', verdict: null },
      { replyId: 1, round: 1, proposerId: 12, state: 'open', verdict: null },
    ]);
    expect(file.matter.stage).toBe('replied');
  });

  test('by the unit’s office or leader, with a number, once', () => {
    const blank = onReply(1, { type: 'issue', documentNo: ' ', copies: [], opinionsMissingReason: null });
    expect(refusalOf(cleared(), cast.educationLeader, '2026-04-07', issue(1))).toBeNull();
    expect(refusalOf(cleared(), cast.educationOffice, '2026-04-07', blank)).toBe('field-empty');
    for (const actor of [cast.educationHandler, cast.schoolsHead, cast.supervisor, cast.congressOffice])
      expect(refusalOf(cleared(), actor, '2026-04-07', issue(1))).toBe('not-yours');
    expect(refusalOf(issued(), cast.educationOffice, '2026-04-08', issue(1))).toBe('wrong-state');
    expect(refusalOf(inReview(), cast.educationOffice, '2026-04-02', issue(1))).toBe('wrong-state');
  });

  test('an issued reply is not changed by anyone', () => {
    const commands = [save(1), submit, approve(1), onReply(1, { type: 'recall' })];
    for (const command of commands)
      expect(refusalOf(issued(), cast.educationHandler, '2026-04-08', command)).toMatch(
        /wrong-state|not-yours/,
      );
    expect(
      refusalOf(
        issued(),
        cast.educationOffice,
        '2026-04-08',
        onReply(1, { type: 'sendBack', to: -1, reason: '改' }),
      ),
    ).toBe('wrong-state');
  });

  test('分办: the matter is replied when every separate unit has replied', () => {
    const file = issued([
      [education, 'separate'],
      [transport, 'separate'],
    ]);
    expect(file.matter.stage).toBe('handling');
    expect(file.ratings).toHaveLength(2);
  });

  test('a unit whose duty was taken back keeps no hand on its draft', () => {
    const file = play(drafted(), [
      cast.supervisor,
      '2026-03-20',
      onDuty(1, { type: 'revoke', reason: '改交交通' }),
    ]);
    for (const command of [save(1), submit])
      expect(refusalOf(file, cast.educationHandler, '2026-03-21', command)).toBe('not-yours');
    expect(file.replies).toHaveLength(1);
  });

  test('a withdrawn matter is not replied to', () => {
    const file = play(cleared(), [
      cast.congressOffice,
      '2026-04-04',
      onMatter({ type: 'withdraw', reason: '代表要求撤回' }),
    ]);
    expect(attempt(file, [cast.educationOffice, '2026-04-07', issue(1)])).toMatchObject({
      refusal: { code: 'wrong-state', params: { action: 'issue', state: 'withdrawn' } },
    });
  });
});

describe('the second round', () => {
  test('starts from the text of the first, which stays as it was issued', () => {
    const file = play(rehandling(), [cast.educationHandler, '2026-04-21', draft(1)]);
    expect(file.replies).toMatchObject([
      { id: 1, round: 1, state: 'issued', documentNo: '云教〔2026〕1号' },
      { id: 2, round: 2, state: 'draft', documentNo: null, submittedBy: null, content: fullReply() },
    ]);
    const changed = play(file, [
      cast.educationHandler,
      '2026-04-22',
      save(2, { ...fullReply(), closing: '已增设护学岗。' }),
    ]);
    expect(changed.replies[0]?.content.closing).toBe('我局将继续推进。');
  });

  test('goes through all levels again and asks every proposer again', () => {
    const file = play(
      rehandling(),
      [cast.educationHandler, '2026-04-21', draft(1)],
      [cast.educationHandler, '2026-04-22', contact(1, '2026-04-22')],
      [cast.educationHandler, '2026-04-23', onReply(2, { type: 'submit' })],
      [cast.schoolsHead, '2026-04-24', approve(2)],
      [cast.educationOffice, '2026-04-24', approve(2)],
      [cast.educationLeader, '2026-04-24', approve(2)],
      [cast.educationOffice, '2026-04-25', issue(2)],
    );
    expect(file.matter.stage).toBe('replied');
    expect(file.ratings.map(({ replyId, round, state }) => [replyId, round, state])).toEqual([
      [1, 1, 'sealed'],
      [1, 1, 'open'],
      [2, 2, 'open'],
      [2, 2, 'open'],
    ]);
  });

  test('a matter without a proposer on the register is issued all the same', () => {
    const file = play({ ...cleared(), proposerIds: [] }, [cast.educationOffice, '2026-04-07', issue(1)]);
    expect(file.ratings).toEqual([]);
    expect(file.matter.stage).toBe('replied');
  });
});
