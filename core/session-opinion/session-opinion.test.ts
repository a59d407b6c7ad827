import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Standing } from '#core/access.ts';
import { nationalSessionOpinions } from '#rulesets/session-opinions.ts';
import {
  decideOpinion,
  evolveOpinion,
  type SessionOpinionCommand,
  type SessionOpinionContext,
} from './decide-opinion.ts';
import { decideRecord } from './decide-record.ts';
import { decideReferral } from './decide-referral.ts';
import { dayLeft } from './same-day.ts';
import {
  type Referral,
  type SessionOpinion,
  type SessionRecord,
  suggestClass,
  suggestUnits,
} from './session-opinion.ts';

const at = { instant: '2026-01-13T08:00:00.000Z', date: '2026-01-13' };
const opinion: SessionOpinion = {
  id: 1,
  state: 'checked',
  recordId: 1,
  sessionId: 1,
  text: '建议增开夜班公交，方便夜间下班的人。',
  speaker: '林知远代表',
  speakerId: null,
  classCode: 'policy',
  unitIds: [7],
  heldOn: '2026-01-13',
  forwardedOn: null,
  sameAsId: null,
  mergedIntoId: null,
  droppedReason: null,
  becameMatterId: null,
};
const context: SessionOpinionContext = {
  at,
  standings: new Set<Standing>(['supervisor']),
  classCodes: ['reportRevision', 'policy', 'other'],
  twins: 0,
  previous: null,
  other: null,
  units: [
    { id: 7, name: '市交通局', boundary: false },
    { id: 8, name: '陆港管委会', boundary: true },
  ],
  sentTo: [],
};
const decide = (command: SessionOpinionCommand, more: Partial<SessionOpinionContext> = {}, one = opinion) => {
  const decision = decideOpinion(command, one, { ...context, ...more });
  return decision.ok ? decision.events[0] : decision.refusal.code;
};

describe('an opinion', () => {
  test('goes to the units that it names; its first day stays when others follow', () => {
    const sent = { type: 'opinionForwarded', unitIds: [7], on: '2026-01-13' } as const;
    expect(decide({ type: 'forwardOpinion', unitIds: null })).toEqual(sent);
    const out = evolveOpinion(opinion, sent, '2026-01-13');
    const later = {
      at: { ...at, date: '2026-01-15' },
      sentTo: [7],
      standings: new Set<Standing>(['organ-office']),
    };
    const further = { type: 'opinionForwarded', unitIds: [8], on: '2026-01-15' } as const;
    expect(decide({ type: 'forwardOpinion', unitIds: [7, 8] }, later, out)).toEqual(further);
    expect(evolveOpinion(out, further, '2026-01-15')).toMatchObject({
      forwardedOn: '2026-01-13',
      unitIds: [7, 8],
    });
  });

  test.each([
    ['no unit', { ...opinion, unitIds: [] }, {}, null, 'opinion-unit-missing'],
    ['a unit that has it', opinion, { sentTo: [7] }, null, 'opinion-unit-has-it'],
    ['a unit that there is not', opinion, {}, [99], 'unit-unknown'],
    ['a unit outside the supervisor’s power', opinion, {}, [8], 'unit-outside-power'],
    ['not checked yet', { ...opinion, state: 'received' as const }, {}, null, 'wrong-state'],
  ])('is not forwarded: %s', (_, one, more, unitIds, code) => {
    expect(decide({ type: 'forwardOpinion', unitIds }, more, one)).toBe(code);
  });

  test('is cut anywhere without losing a word, and never otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: opinion.text.length - 1 }), (place) => {
        const parts = [opinion.text.slice(0, place), opinion.text.slice(place)];
        expect(decide({ type: 'cutOpinion', parts })).toEqual({ type: 'opinionCut', parts });
        expect(decide({ type: 'cutOpinion', parts: [...parts, '多出'] })).toBe('opinion-text-lost');
        expect(decide({ type: 'cutOpinion', parts: parts.toReversed() })).toBe('opinion-text-lost');
      }),
    );
    expect(decide({ type: 'cutOpinion', parts: [opinion.text, '  '] })).toBe('opinion-one-part');
  });

  test('joins the one that stands, not one that is itself joined; taken apart it stands again', () => {
    const other = { id: 2, state: 'joined', sessionId: 1, sameAsId: 5, forwardedOn: '2026-01-12' } as const;
    const joined = { type: 'opinionJoined', withId: 5, forwardedOn: '2026-01-12' } as const;
    expect(decide({ type: 'joinSame' }, { other })).toEqual(joined);
    const twin = evolveOpinion(opinion, joined, '2026-01-13');
    expect(twin).toMatchObject({ state: 'joined', sameAsId: 5, forwardedOn: '2026-01-13' });
    expect(evolveOpinion(twin, { type: 'opinionSeparated' }, '2026-01-13')).toEqual(opinion);
  });

  test.each([
    ['itself', { id: 1, state: 'checked', sessionId: 1, sameAsId: null }, 'opinion-not-joinable'],
    ['one joined to it', { id: 2, state: 'joined', sessionId: 1, sameAsId: 1 }, 'opinion-not-joinable'],
    [
      'one that was dropped',
      { id: 2, state: 'dropped', sessionId: 1, sameAsId: null },
      'opinion-not-joinable',
    ],
    ['one of another session', { id: 2, state: 'checked', sessionId: 2, sameAsId: null }, 'not-found'],
  ] as const)('does not join %s', (_, other, code) => {
    expect(decide({ type: 'joinSame' }, { other: { ...other, forwardedOn: null } })).toBe(code);
  });

  test('with others joined to it neither joins, nor is merged, nor dropped', () => {
    expect(decide({ type: 'joinSame' }, { twins: 2 })).toBe('opinion-has-twins');
    expect(decide({ type: 'mergeOpinion' }, { twins: 2 })).toBe('opinion-has-twins');
    expect(decide({ type: 'dropOpinion', reason: '无具体内容' }, { twins: 2 })).toBe('opinion-has-twins');
  });

  test('is edited to a class and to units that there are', () => {
    const wording = { ...opinion, text: ' 新的文字 ' };
    expect(decide({ type: 'editOpinion', wording })).toMatchObject({ wording: { text: '新的文字' } });
    expect(decide({ type: 'editOpinion', wording: { ...wording, classCode: 'x' } })).toBe('field-invalid');
    expect(decide({ type: 'editOpinion', wording: { ...wording, unitIds: [99] } })).toBe('unit-unknown');
    expect(decide({ type: 'editOpinion', wording: { ...wording, text: ' ' } })).toBe('field-empty');
  });

  test('is merged only into one before it, and dropped only with a reason', () => {
    expect(decide({ type: 'mergeOpinion' })).toBe('opinion-no-neighbour');
    expect(decide({ type: 'mergeOpinion' }, { previous: { id: 3, text: '前' } })).toMatchObject({
      intoId: 3,
    });
    expect(decide({ type: 'dropOpinion', reason: ' ' })).toBe('field-empty');
  });
});

describe('a record', () => {
  const piece = {
    text: ' 增开夜班公交 ',
    speaker: '',
    speakerId: null,
    classCode: 'policy',
    unitIds: [],
    dropped: false,
  };
  const record: SessionRecord = {
    state: 'draft',
    heldOn: '2026-01-13',
    place: '',
    notes: '…',
    pieces: [piece],
  };
  const submit = (one: SessionRecord) => {
    const decision = decideRecord({ type: 'submitRecord' }, one, {
      at,
      standings: new Set<Standing>(['handler']),
    });
    return decision.ok ? decision.events[0] : decision.refusal.code;
  };

  test('is submitted with the pieces that were not dropped', () => {
    expect(submit({ ...record, pieces: [piece, { ...piece, dropped: true }] })).toMatchObject({
      on: '2026-01-13',
      pieces: [{ text: '增开夜班公交' }],
    });
  });

  test('is not submitted empty, nor for a day to come', () => {
    expect(submit({ ...record, pieces: [{ ...piece, dropped: true }] })).toBe('session-record-empty');
    expect(submit({ ...record, heldOn: '2026-01-14' })).toBe('session-day-future');
  });
});

describe('an answer', () => {
  const referral: Referral = {
    id: 1,
    state: 'sent',
    opinionId: 1,
    unitId: 7,
    sentOn: '2026-01-12',
    answer: null,
    reason: null,
  };
  const answer = {
    channel: 'visit',
    on: '2026-01-13',
    who: '副局长',
    text: '已登门说明。',
    speakerTold: true,
  } as const;
  const give = (more: object) => {
    const command = { type: 'answerReferral', answer: { ...answer, ...more } } as const;
    const decision = decideReferral(command, referral, { at, standings: new Set<Standing>(['unit-office']) });
    return decision.ok ? 'given' : decision.refusal.code;
  };

  test.each([
    [{}, 'given'],
    [{ on: '2026-01-14' }, 'session-day-future'],
    [{ on: '2026-01-11' }, 'answer-before-sent'],
    [{ on: '2026-01-11', channel: 'onSpot' }, 'given'],
    [{ who: ' ' }, 'field-empty'],
    [{ text: '' }, 'field-empty'],
  ])('%o: %s', (more, expected) => {
    expect(give(more)).toBe(expected);
  });
});

describe('the same day', () => {
  test.each([
    ['2026-01-13', '09:00', 'ample', 900],
    ['2026-01-13', '18:00', 'ample', 360],
    ['2026-01-13', '18:01', 'soon', 359],
    ['2026-01-13', '22:01', 'urgent', 119],
    ['2026-01-13', '23:59', 'urgent', 1],
    ['2026-01-14', '00:00', 'overdue', 0],
    ['2026-01-14', '01:30', 'overdue', -90],
  ])('%s %s: %s', (date, time, light, minutes) => {
    const left = dayLeft('2026-01-13', { date, time });
    expect([left.light, left.minutes + 0]).toEqual([light, minutes]);
  });
});

describe('proposals', () => {
  test('of a class by its words', () => {
    const of = (text: string) => suggestClass(text, nationalSessionOpinions.classes);
    expect(of('报告第12页的表述建议改为“基本建成”')).toBe('reportRevision');
    expect(of('建议增开夜班公交')).toBe('policy');
    expect(of('去年的工作令人振奋')).toBe('other');
  });

  test('of units by their words, the likelier first, none where nothing is met', () => {
    const units = [
      { id: 1, words: ['公交', '道路运输'] },
      { id: 2, words: ['公交场站用地', '规划'] },
      { id: 3, words: ['教育'] },
    ];
    expect(suggestUnits('公交场站用地要纳入规划', units)).toEqual([2]);
    expect(suggestUnits('种树', units)).toEqual([]);
  });
});
