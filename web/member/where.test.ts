import { afterEach, describe, expect, test } from 'vitest';
import { setLanguage } from '#web/shared/language.ts';
import { leftInWords, type Place, whereIs } from './where.ts';

afterEach(() => setLanguage('zh'));

const owed = (over: Partial<NonNullable<Place['owed']>> = {}): NonNullable<Place['owed']> => ({
  duty: 'reply',
  date: '2026-05-27',
  provisional: false,
  state: 'ample',
  workdaysLeft: 12,
  why: {},
  ...over,
});

const place = (over: Partial<Place> = {}): Place => ({
  stage: 'handling',
  unit: '云川市交通运输局',
  owed: owed(),
  toRate: 0,
  ...over,
});

const at = (over: Partial<Place>): string => whereIs(place(over), '2026-05-11');

describe('where a matter is', () => {
  test.each<[Partial<Place>, string]>([
    [
      { stage: 'filed', unit: '', owed: owed({ duty: 'assign', date: '2026-05-20', workdaysLeft: 7 }) },
      '已立案，等待交办，交办期限 5月20日，还有 7 个工作日。',
    ],
    [{ stage: 'assigned' }, '已交办给云川市交通运输局，等待签收，答复期限 5月27日，还有 12 个工作日。'],
    [{}, '云川市交通运输局正在办理，答复期限 5月27日，还有 12 个工作日。'],
    [
      { owed: owed({ state: 'urgent', workdaysLeft: 0, date: '2026-05-11' }) },
      '云川市交通运输局正在办理，答复期限 5月11日，今天到期。',
    ],
    [
      { owed: owed({ state: 'overdue', workdaysLeft: -3 }) },
      '云川市交通运输局正在办理，答复期限 5月27日，已超过 3 个工作日。',
    ],
    [
      { owed: owed({ state: 'overdue', workdaysLeft: 0 }) },
      '云川市交通运输局正在办理，答复期限 5月27日，刚过期限。',
    ],
    [
      { stage: 'rehandling', owed: owed({ duty: 'rehandle', date: '2027-01-08', workdaysLeft: 40 }) },
      '云川市交通运输局正在重新办理，再次答复的期限 2027年1月8日，还有 40 个工作日。',
    ],
    [{ stage: 'replied', owed: null }, '云川市交通运输局已答复，正在等其他提出人评价。'],
    [{ stage: 'rated', owed: null }, '已评价，等待办结。'],
    [{ stage: 'closed', owed: null }, '已办结。'],
    [{ stage: 'withdrawn', owed: null }, '已撤案。'],
  ])('%j reads %s', (over, sentence) => {
    expect(at(over)).toBe(sentence);
  });

  test('a clock that stands still says what is left instead of a date, in both languages', () => {
    const why = { paused: { since: '2026-05-01', left: { unit: 'day', count: 26 } } };
    const still = owed({ state: 'paused', why });
    expect(at({ owed: still })).toBe(
      '云川市交通运输局正在办理，答复期限暂停计时，余 26 日，恢复后接着计算。',
    );
    expect(at({ owed: null, paused: true })).toBe('云川市交通运输局正在办理，答复期限暂停计时。');
    setLanguage('en');
    expect(at({ owed: still })).toMatch(/stands still, 26 days left/);
  });

  test('what waits for the proposer goes before everything else', () => {
    expect(at({ stage: 'replied', owed: null, toRate: 1 })).toBe('答复已到，请您评价。');
    expect(at({ stage: 'handling', toRate: 2 })).toMatch(/^2 份答复已到，请您评价/);
  });

  test('a matter whose units are not named still reads as a sentence', () => {
    expect(at({ unit: '', owed: null })).toBe('承办单位正在办理。');
  });

  test('a date that was met is not shown as one that still runs', () => {
    expect(at({ owed: owed({ state: 'doneOnTime' }) })).toBe('云川市交通运输局正在办理。');
  });

  test('English', () => {
    setLanguage('en');
    expect(at({})).toBe('In hand at 云川市交通运输局, reply due 27 May, 12 working days left.');
  });
});

test('a due date on a day off: no working day is left, and it is not late', () => {
  const left = (today: string) =>
    leftInWords({ state: 'urgent', workdaysLeft: 0, date: '2026-05-17' }, today);
  // Friday, Saturday, and Sunday itself.
  expect([left('2026-05-15'), left('2026-05-16'), left('2026-05-17')]).toEqual([
    '还有 0 个工作日',
    '还有 0 个工作日',
    '今天到期',
  ]);
});
