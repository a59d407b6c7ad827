import { describe, expect, test } from 'vitest';
import { bestOf, bodyOf, countNew, createOthers, keyOf, takeBest, withChoice } from './name-choice.ts';

const open = (name: string, proposals: [number, string, number][] = [], more: object = {}) => ({
  name,
  group: null as string | null,
  match: 'unknown' as 'unknown' | 'ambiguous',
  rows: 1,
  proposals: proposals.map(([id, label, score]) => ({ id, name: label, note: '', score })),
  ...more,
});

const run = {
  openUnits: [open('城管办', [[3, '城市管理局', 0.9]]), open('某某公司')],
  openPeople: [
    open('李甲乙', [], { group: '教育界' }),
    open(
      '王丙丁',
      [
        [7, '王丙丁', 1],
        [8, '王丙丁', 1],
      ],
      { match: 'ambiguous' },
    ),
  ],
};

describe('what may be taken without looking at each', () => {
  test('one proposal that is very like', () => {
    expect(bestOf(open('甲', [[1, '甲局', 0.9]]))).toEqual({ id: 1, label: '甲局' });
  });

  test.each([
    ['nothing', open('甲')],
    ['one that is only a little like', open('甲', [[1, '甲局', 0.6]])],
    [
      'two that are equally like',
      open('甲', [
        [1, '甲局', 0.9],
        [2, '甲办', 0.9],
      ]),
    ],
    ['a name held twice', open('甲', [[1, '甲', 1]], { match: 'ambiguous' })],
  ])('but not %s', (_, name) => {
    expect(bestOf(name)).toBeNull();
  });

  test('what a person decided stays', () => {
    const draft = withChoice({}, keyOf('unit', run.openUnits[0] ?? open('')), { id: 99, label: '别的局' });
    expect(takeBest(run, draft)).toEqual(draft);
    expect(countNew({}, takeBest(run, {}))).toBe(1);
  });

  test('only people whom nobody resembles become new proposers', () => {
    expect(createOthers(run, {})).toEqual({
      [keyOf('person', { name: '李甲乙', group: '教育界' })]: 'create',
    });
  });
});

describe('what goes to the server', () => {
  test('only what was decided, with the group that tells people apart', () => {
    const draft = createOthers(run, takeBest(run, {}));
    expect(bodyOf(run, draft)).toEqual({
      units: [{ name: '城管办', unitId: 3 }],
      people: [{ name: '李甲乙', group: '教育界', person: 'create' }],
    });
  });

  test('a choice taken back is not sent', () => {
    const key = keyOf('person', { name: '王丙丁', group: null });
    const decided = withChoice({}, key, { id: 8, label: '王丙丁' });
    expect(bodyOf(run, decided).people).toEqual([{ name: '王丙丁', group: null, person: 8 }]);
    expect(bodyOf(run, withChoice(decided, key, null)).people).toEqual([]);
  });
});
