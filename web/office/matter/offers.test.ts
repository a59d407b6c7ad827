import { describe, expect, test } from 'vitest';
import type { Assignment, Matter, Rating, Reply } from './matter-types.ts';
import { offersOf } from './offers.ts';

type Allowed = Assignment['allowedActions'];
const may = (...actions: readonly string[]): Allowed => actions.map((action) => ({ action, refusal: null }));
const off = (action: string, code: string): Allowed => [{ action, refusal: { code, params: {} } }];

const duty = (id: number, allowedActions: Allowed, rest: Partial<Assignment> = {}): Assignment => ({
  id,
  version: 1,
  unit: { id: id * 10, name: `单位${id}`, boundary: false },
  role: 'lead',
  state: 'signed',
  round: 1,
  assignedOn: '2026-03-01',
  signedOn: '2026-03-02',
  answeredOn: null,
  endedOn: null,
  section: null,
  handler: { id: 7, name: '经办' },
  leader: null,
  handBack: null,
  handBackUntil: null,
  owed: null,
  resultClass: null,
  contactDue: null,
  extensions: [],
  extensionTerms: null,
  extensionDecidedBy: 'either',
  decideExtension: null,
  pauses: [],
  afterReply: [],
  askedAfterReply: [],
  allowedActions,
  ...rest,
});

const reply = (state: Reply['state'], allowedActions: Allowed): Reply => ({
  id: 31,
  version: 1,
  assignmentId: 1,
  unitName: '单位1',
  round: 1,
  state,
  content: null,
  level: 0,
  levelName: null,
  documentNo: null,
  issuedOn: null,
  resultClass: null,
  reviews: [],
  allowedActions,
});

const rating = (allowedActions: Allowed): Rating => ({
  id: 51,
  version: 1,
  replyId: 31,
  round: 1,
  proposer: { id: 9, name: '周某' },
  state: 'open',
  verdict: null,
  draft: null,
  enteredForProposer: false,
  scanId: null,
  sealedAt: null,
  allowedActions,
});

const matter = (parts: Partial<Matter>): Matter =>
  ({
    id: 1,
    stage: 'handling',
    points: [{ no: 1, text: '诉求' }],
    assignments: [],
    replies: [],
    ratings: [],
    allowedActions: [],
    ...parts,
  }) as unknown as Matter;

const actions = (parts: Partial<Matter>): readonly string[] =>
  offersOf(matter(parts)).map((offer) => offer.action);

describe('what this person can do now', () => {
  test('a filed matter is assigned; amending it is not what it waits for', () => {
    expect(actions({ stage: 'filed', allowedActions: may('amend', 'assign', 'withdraw') })).toEqual([
      'assign',
    ]);
  });

  test('further units may be added elsewhere on the page, but nobody waits for that', () => {
    expect(actions({ allowedActions: may('assign'), assignments: [duty(1, [])] })).toEqual([]);
  });

  test('without points the split is asked for, and the assignment is off with its reason', () => {
    const offers = offersOf(
      matter({
        stage: 'filed',
        points: [],
        allowedActions: [...may('splitPoints'), ...off('assign', 'points-missing')],
      }),
    );
    expect(offers.map((offer) => [offer.action, offer.allowed.refusal?.code])).toEqual([
      ['splitPoints', undefined],
      ['assign', 'points-missing'],
    ]);
  });

  test('what is awaited comes before what may be done at any time, and what is off comes last', () => {
    expect(
      actions({
        assignments: [
          duty(1, [
            ...off('requestHandBack', 'hand-back-window-over'),
            ...may('recordContact', 'startReply'),
          ]),
        ],
      }),
    ).toEqual(['startReply', 'recordContact', 'requestHandBack']);
  });

  test('a hand-back is decided in one place, whichever way', () => {
    const waiting = duty(1, may('upholdHandBack', 'rejectHandBack'), { state: 'handBackRequested' });
    expect(actions({ assignments: [waiting] })).toEqual(['decideHandBack']);
  });

  test('actions that the role rules out for good are not offered', () => {
    const assisting = duty(1, [...off('startReply', 'reply-only-own'), ...may('writeOpinion')], {
      role: 'assist',
    });
    expect(actions({ assignments: [assisting] })).toEqual(['writeOpinion']);
  });

  test('a draft is written on, a draft in review is reviewed, a cleared one is issued', () => {
    expect(actions({ replies: [reply('draft', may('save', 'submit'))] })).toEqual(['writeReply']);
    expect(actions({ replies: [reply('inReview', may('amendInReview', 'approve', 'sendBack'))] })).toEqual([
      'reviewReply',
    ]);
    expect(actions({ replies: [reply('cleared', may('issue', 'sendBack'))] })).toEqual(['issue']);
  });

  test('the unit is named only to whoever acts for several', () => {
    const one = offersOf(matter({ assignments: [duty(1, may('startReply')), duty(2, [])] }));
    const two = offersOf(matter({ assignments: [duty(1, may('startReply')), duty(2, may('signFor'))] }));
    expect(one.map((offer) => offer.subject)).toEqual([null]);
    expect(two.map((offer) => offer.subject)).toEqual(['单位1', '单位2']);
  });

  test('a paper rating may be entered for a proposer, by name', () => {
    const offers = offersOf(matter({ stage: 'replied', ratings: [rating(may('enterForProposer'))] }));
    expect(offers).toMatchObject([{ action: 'enterForProposer', subject: '周某', awaited: false }]);
  });

  test('an ended duty offers nothing', () => {
    expect(
      actions({ assignments: [duty(1, may('handOver', 'recordContact'), { state: 'revoked' })] }),
    ).toEqual([]);
  });
});
