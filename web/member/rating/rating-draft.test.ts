import { describe, expect, test } from 'vitest';
import {
  bodyOf,
  firstOpenStep,
  gapsOf,
  judgePoint,
  type Questions,
  questionsOf,
  readDraft,
  roundOpeners,
} from './rating-draft.ts';

const level = (code: string, opensRound: boolean) => ({ code, name: { zh: code, en: code }, opensRound });
const levels = [level('good', false), level('fair', false), level('bad', true)];
const asked: Questions = { levels, pointNos: [1, 2] };
const empty = readDraft(null, asked);
const full = judgePoint(judgePoint({ ...empty, attitude: 'good', outcome: 'fair' }, 2, 'partly'), 1, 'done');

describe('reading a stored draft', () => {
  test('nothing stored: nothing chosen', () => {
    expect(empty).toEqual({ attitude: '', outcome: '', reason: '', points: [] });
  });

  test('a level and a point that no longer exist are forgotten, the rest is kept', () => {
    const stored = {
      attitude: 'gone',
      outcome: 'bad',
      reason: '去年也这样说',
      points: [
        { no: 1, verdict: 'notDone' as const },
        { no: 9, verdict: 'done' as const },
      ],
    };
    expect(readDraft(stored, asked)).toEqual({
      attitude: '',
      outcome: 'bad',
      reason: '去年也这样说',
      points: [{ no: 1, verdict: 'notDone' }],
    });
  });
});

describe('what is missing', () => {
  test('at first everything, in the order of the questions', () => {
    expect(gapsOf(empty, asked)).toEqual([
      { what: 'point', no: 1 },
      { what: 'point', no: 2 },
      { what: 'attitude' },
      { what: 'outcome' },
    ]);
  });

  test('a full draft lacks nothing', () => {
    expect(gapsOf(full, asked)).toEqual([]);
  });

  test.each(['attitude', 'outcome'] as const)('a bad %s alone asks for a reason', (which) => {
    const bad = { ...full, [which]: 'bad' };
    expect(gapsOf(bad, asked)).toEqual([{ what: 'reason' }]);
    expect(gapsOf({ ...bad, reason: '  \n' }, asked)).toEqual([{ what: 'reason' }]);
    expect(gapsOf({ ...bad, reason: '没有见面' }, asked)).toEqual([]);
  });

  test('a level that is bad twice is named once', () => {
    expect(roundOpeners({ ...full, attitude: 'bad', outcome: 'bad' }, levels)).toEqual([levels[2]]);
  });
});

describe('the steps', () => {
  test('one for each point, then attitude, outcome, reason and a last look', () => {
    expect(questionsOf([1, 2]).map(({ kind }) => kind)).toEqual([
      'point',
      'point',
      'attitude',
      'outcome',
      'reason',
      'review',
    ]);
  });

  test('without points the reply is read first', () => {
    expect(questionsOf([])[0]).toEqual({ kind: 'answer' });
    expect(firstOpenStep(readDraft(null, { levels, pointNos: [] }), { levels, pointNos: [] })).toBe(2);
  });

  test('one goes on at the first gap, and at the last look when there is none', () => {
    expect(firstOpenStep(empty, asked)).toBe(1);
    expect(firstOpenStep(judgePoint(empty, 1, 'done'), asked)).toBe(2);
    expect(firstOpenStep({ ...full, outcome: 'bad' }, asked)).toBe(5);
    expect(firstOpenStep(full, asked)).toBe(6);
  });
});

test('judging a point again replaces the first judgement', () => {
  expect(judgePoint(full, 1, 'notDone').points).toEqual([
    { no: 1, verdict: 'notDone' },
    { no: 2, verdict: 'partly' },
  ]);
});

test('what was not chosen is not sent', () => {
  expect(bodyOf({ ...empty, outcome: 'bad' })).toEqual({ outcome: 'bad', reason: '', points: [] });
});
