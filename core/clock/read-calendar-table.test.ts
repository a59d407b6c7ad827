import { describe, expect, test } from 'vitest';
import { checkReadYear } from './check-read-year.ts';
import { checkRegionalDays } from './check-regional-days.ts';
import { readCalendarJson, readCalendarTable } from './read-calendar-table.ts';

const nothing = { region: 'CN', years: [] };

describe('a table', () => {
  test('by its headings, in any order, with the ways in which clerks write', () => {
    const read = readCalendarTable([
      ['2027年节假日', null, null],
      ['名称', '日期', '类型'],
      ['元旦', '2027-01-01', '休'],
      ['元旦', '2027/1/2', '放假'],
      ['元旦', '2027年1月3日', '节假日'],
      [null, null, null],
      ['元旦', '２０２７.1.9', '班'],
      ['春节', '20270205', 'holiday'],
    ]);
    expect(read.year).toBe(2027);
    expect(read.days.map(({ date, kind, name }) => [date, kind, name])).toEqual([
      ['2027-01-01', 'holiday', '元旦'],
      ['2027-01-02', 'holiday', '元旦'],
      ['2027-01-03', 'holiday', '元旦'],
      ['2027-01-09', 'makeUpWorkday', '元旦'],
      ['2027-02-05', 'holiday', '春节'],
    ]);
  });

  test('without headings: date, kind, name', () => {
    expect(readCalendarTable([['2027-01-01', '休', '元旦']]).days).toHaveLength(1);
  });

  test('names the line of what it cannot read', () => {
    const { issues } = readCalendarTable([
      ['日期', '类型'],
      ['2027-02-30', '休'],
      ['2027-03-01', '可能'],
    ]);
    expect(issues.map(({ code, place }) => [code, place?.line])).toEqual([
      ['date-invalid', 2],
      ['kind-unknown', 3],
    ]);
  });

  test('that is none says which columns it needs', () => {
    expect(readCalendarTable([['姓名', '电话']]).issues.map(({ code }) => code)).toEqual(['column-missing']);
  });
});

describe('JSON', () => {
  test('as our own list, and as public lists write it', () => {
    const own = {
      year: 2027,
      documentNo: '国办发明电〔2026〕9号',
      days: [{ date: '2027-01-01', kind: '休', name: '元旦' }],
    };
    expect(readCalendarJson(JSON.stringify(own))).toMatchObject({
      year: 2027,
      documentNo: own.documentNo,
      issues: [],
    });
    const listed = [
      { name: '元旦', date: '2027-01-01', isOffDay: true },
      { name: '元旦', date: '2027-01-09', isOffDay: false },
    ];
    expect(readCalendarJson(JSON.stringify(listed)).days.map(({ kind }) => kind)).toEqual([
      'holiday',
      'makeUpWorkday',
    ]);
  });

  test.each([
    ['{', 'not-json'],
    ['{"a":1}', 'column-missing'],
    ['[1]', 'date-invalid'],
    ['[]', 'no-days'],
  ])('%s is refused: %s', (text, code) => {
    expect(readCalendarJson(text).issues.map((one) => one.code)).toEqual([code]);
  });
});

describe('checks of a year', () => {
  const check = (rows: readonly (readonly string[])[], before = nothing) =>
    checkReadYear(
      readCalendarTable([['日期', '类型', '名称'], ...rows], 2027),
      before,
      'days.csv',
    ).issues.filter(({ code }) => code !== 'fixed-day-missing' && code !== 'few-days');

  test('a make-up day on a weekday, a day twice, a day both off and worked, another year', () => {
    const found = check([
      ['2027-01-04', '班', ''],
      ['2027-01-01', '休', ''],
      ['2027-01-01', '休', ''],
      ['2027-01-01', '班', ''],
      ['2028-01-01', '休', ''],
      ['2026-12-31', '休', ''],
    ]);
    expect(found.map(({ severity, code, place }) => [severity, code, place?.line])).toEqual([
      ['error', 'make-up-on-weekday', 2],
      ['warning', 'twice', 4],
      ['error', 'both-kinds', 5],
      ['error', 'date-other-year', 6],
    ]);
  });

  test('a year with few days and without 1 January, 1 May or 1 October is to be looked at', () => {
    const read = readCalendarTable([['2027-01-01', '休', '元旦']]);
    expect(checkReadYear(read, nothing, '').issues.map(({ code, params }) => [code, params])).toEqual([
      ['fixed-day-missing', { date: '2027-05-01' }],
      ['fixed-day-missing', { date: '2027-10-01' }],
      ['few-days', { count: 1, fewest: 15 }],
    ]);
  });

  test('a year that is there already: how many days would differ', () => {
    const source = { cite: { zh: '', en: '' }, verified: true };
    const before = {
      region: 'CN',
      years: [{ year: 2027, holidays: ['2027-01-01', '2027-01-02'], makeUpWorkdays: [], source }],
    };
    expect(check([['2027-01-01', '休', '']], before as never)).toMatchObject([
      { severity: 'note', code: 'replaces', params: { year: 2027, count: 1 } },
    ]);
  });
});

test('days of a place need the order that says so, may stand once, and should change something', () => {
  const day = (date: string, kind: 'off' | 'work' | 'half', source = '桂政办发〔2026〕1号') => ({
    date,
    kind,
    name: '三月三',
    source,
  });
  const issues = checkRegionalDays(
    [
      day('2027-04-09', 'off'),
      day('2027-04-09', 'work'),
      day('2027-04-10', 'off'),
      day('2027-04-12', 'half', ' '),
    ],
    nothing,
  );
  expect(issues.map(({ severity, code, place }) => [severity, code, place?.line])).toEqual([
    ['error', 'both-kinds', 2],
    ['warning', 'day-as-it-is', 2],
    ['warning', 'day-as-it-is', 3],
    ['error', 'source-missing', 4],
  ]);
});
