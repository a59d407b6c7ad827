import { describe, expect, test } from 'vitest';
import { journeyOf } from './journey.ts';
import type { Assignment, Matter, Rating, Reply } from './matter-types.ts';

const me = 9;

const duty = (over: Partial<Assignment> = {}): Assignment =>
  ({
    id: 1,
    unit: { id: 1, name: '甲局', boundary: false },
    role: 'lead',
    state: 'signed',
    round: 1,
    assignedOn: '2026-02-27',
    signedOn: '2026-03-02',
    endedOn: null,
    owed: null,
    ...over,
  }) as Assignment;

const reply = (over: Partial<Reply> = {}): Reply =>
  ({
    id: 5,
    assignmentId: 1,
    round: 1,
    state: 'issued',
    content: {},
    issuedOn: '2026-04-10',
    ...over,
  }) as Reply;

const rating = (over: Partial<Rating> = {}): Rating =>
  ({
    id: 7,
    replyId: 5,
    round: 1,
    proposer: { id: me, name: '我' },
    state: 'open',
    sealedAt: null,
    draft: null,
    allowedActions: [{ action: 'rate', refusal: null }],
    ...over,
  }) as Rating;

const sealed = (over: Partial<Rating> = {}): Rating =>
  rating({ state: 'sealed', sealedAt: '2026-04-20T16:30:00.000Z', allowedActions: [], ...over });

const talk = { at: '2026-03-11T01:00:00.000Z', round: 1, struck: null } as Matter['contacts'][number];

const matter = (over: Partial<Matter> = {}): Matter =>
  ({
    stage: 'handling',
    filedOn: '2026-01-31',
    assignedOn: '2026-02-27',
    closedAt: null,
    assignments: [duty()],
    contacts: [],
    replies: [],
    ratings: [],
    ...over,
  }) as Matter;

const walk = (over: Partial<Matter>): string =>
  journeyOf(matter(over), me)
    .map(({ key, state, round }) => `${key}${round > 1 ? round : ''} ${state}`)
    .join(', ');

describe('the first round', () => {
  test.each<[string, Partial<Matter>, string]>([
    [
      'filed',
      { stage: 'filed', assignedOn: null, assignments: [] },
      'filed done, assigned now, signed ahead, contact ahead, reply ahead, rate ahead, closed ahead',
    ],
    [
      'assigned, not signed for',
      { assignments: [duty({ signedOn: null })] },
      'filed done, assigned done, signed now, contact ahead, reply ahead, rate ahead, closed ahead',
    ],
    [
      'talked',
      { contacts: [talk] },
      'filed done, assigned done, signed done, contact done, reply now, rate ahead, closed ahead',
    ],
    [
      'answered without a talk',
      { replies: [reply()], ratings: [rating()] },
      'filed done, assigned done, signed done, contact skipped, reply done, rate now, closed ahead',
    ],
    [
      'rated',
      { stage: 'rated', contacts: [talk], replies: [reply()], ratings: [sealed()] },
      'filed done, assigned done, signed done, contact done, reply done, rate done, closed now',
    ],
    [
      'closed without a rating',
      {
        stage: 'closed',
        closedAt: '2026-06-01T01:00:00.000Z',
        contacts: [talk],
        replies: [reply()],
        ratings: [rating({ allowedActions: [] })],
      },
      'filed done, assigned done, signed done, contact done, reply done, rate skipped, closed done',
    ],
    [
      'withdrawn',
      { stage: 'withdrawn', closedAt: '2026-06-01T01:00:00.000Z' },
      'filed done, assigned done, signed done, withdrawn done',
    ],
  ])('%s', (_, over, way) => {
    expect(walk(over)).toBe(way);
  });

  test('a struck contact did not take place', () => {
    const struck = { ...talk, struck: { reason: '误录', by: '甲', at: '2026-03-12T01:00:00.000Z' } };
    expect(walk({ contacts: [struck] })).toContain('contact now');
  });

  test('the talks of the first round count, from the first of them on', () => {
    const contacts = [
      { ...talk, at: '2026-04-01T01:00:00.000Z' },
      talk,
      { ...talk, round: 2, at: '2026-02-28T01:00:00.000Z' },
    ];
    expect(journeyOf(matter({ contacts }), me).find(({ key }) => key === 'contact')).toMatchObject({
      date: '2026-03-11',
      tally: { done: 2, of: 2 },
    });
  });

  test('the day of a rating is the day in China', () => {
    const steps = journeyOf(matter({ replies: [reply()], ratings: [sealed()] }), me);
    expect(steps.find(({ key }) => key === 'rate')?.date).toBe('2026-04-21');
  });

  test('another proposer’s rating is not mine', () => {
    const other = sealed({ proposer: { id: 10, name: '他' } });
    expect(walk({ replies: [reply()], ratings: [other, rating()] })).toContain('rate now');
  });

  test('two separate units: the reply is there when both have replied', () => {
    const assignments = [duty({ role: 'separate' }), duty({ id: 2, role: 'separate' })];
    const steps = journeyOf(matter({ contacts: [talk], assignments, replies: [reply()] }), me);
    expect(steps.find(({ key }) => key === 'reply')).toMatchObject({
      state: 'now',
      tally: { done: 1, of: 2 },
    });
  });

  test('assisting and former units do not count', () => {
    const assignments = [
      duty(),
      duty({ id: 2, role: 'assist', signedOn: null }),
      duty({ id: 3, endedOn: '2026-03-01', signedOn: null }),
    ];
    expect(walk({ assignments })).toContain('signed done');
  });
});

describe('further rounds', () => {
  const first = { contacts: [talk], replies: [reply()], ratings: [sealed()] };

  test('the first round stays, the second is under way', () => {
    expect(
      walk({ ...first, stage: 'rehandling', assignments: [duty({ round: 2, state: 'rehandling' })] }),
    ).toBe(
      'filed done, assigned done, signed done, contact done, reply done, rate done, again2 now, reply2 ahead, rate2 ahead, closed2 ahead',
    );
  });

  test('the second reply waits for its rating', () => {
    const replies = [reply(), reply({ id: 6, round: 2, issuedOn: '2026-05-10' })];
    const ratings = [sealed(), rating({ id: 8, replyId: 6, round: 2 })];
    expect(
      walk({ ...first, stage: 'replied', assignments: [duty({ round: 2 })], replies, ratings }),
    ).toContain('rate done, again2 done, reply2 done, rate2 now, closed2 ahead');
  });

  test('a first round that I did not rate is behind once it can no longer be rated', () => {
    const ratings = [rating({ allowedActions: [] })];
    expect(walk({ ...first, ratings, stage: 'rehandling', assignments: [duty({ round: 2 })] })).toContain(
      'reply done, rate skipped, again2 now',
    );
  });

  test('a first round that I may still rate is asked for although another unit is in the second', () => {
    const assignments = [duty({ role: 'separate', round: 2 }), duty({ id: 2, role: 'separate' })];
    const replies = [reply(), reply({ id: 6, assignmentId: 2 })];
    const ratings = [sealed(), rating({ id: 8, replyId: 6 })];
    expect(walk({ ...first, assignments, replies, ratings })).toContain('rate now, again2 now');
  });
});
