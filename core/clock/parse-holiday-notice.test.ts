import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOfWeek } from './calendar.ts';
import { checkReadYear } from './check-read-year.ts';
import { parseHolidayNotice } from './parse-holiday-notice.ts';

/** Invented: no such notice was ever published. */
const notice = `云川市人民政府办公室关于2027年部分节假日安排的通知
云政办发〔2026〕99号
各区人民政府，市政府各部门：
经批准，现将2027年元旦、春节、清明节、劳动节、端午节、国庆节和中秋节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周五）放假，与周末连休。
二、春节：2月5日（农历除夕、周五）至11日（农历正月初六、周四）放假调休，共7天。1月30日（周六）、2月14日（周日）上班。鼓励各单位安排职工在2月4日（周四）休息。
三、清明节：4月5日（周一）放假1天，与周末连休。
四、劳动节：4月30日（周五）至5月4日（周二）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天，不调休。
六、国庆节、中秋节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）正常上班。
2026年11月18日`;

const days = (text: string, year: number | null = null) =>
  parseHolidayNotice(text, year).days.map(({ date, kind }) => `${date} ${kind === 'holiday' ? '休' : '班'}`);
const codes = (text: string, year: number | null = null) =>
  parseHolidayNotice(text, year).issues.map(({ severity, code }) => `${severity} ${code}`);
const of2027 = (sentence: string) => `关于2027年节假日安排的通知\n${sentence}`;

describe('a notice', () => {
  const read = parseHolidayNotice(notice);

  test('says its year, number and date', () => {
    expect([read.year, read.documentNo, read.issuedOn]).toEqual([2027, '云政办发〔2026〕99号', '2026-11-18']);
  });

  test('gives every day off and every make-up day', () => {
    const off = read.days.filter(({ kind }) => kind === 'holiday').map(({ date }) => date);
    expect(off).toEqual([
      '2027-01-01',
      ...['05', '06', '07', '08', '09', '10', '11'].map((day) => `2027-02-${day}`),
      '2027-04-05',
      '2027-04-30',
      ...['01', '02', '03', '04'].map((day) => `2027-05-${day}`),
      '2027-06-09',
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) => `2027-10-${day}`),
    ]);
    expect(read.days.filter(({ kind }) => kind === 'makeUpWorkday').map(({ date }) => date)).toEqual([
      '2027-01-30',
      '2027-02-14',
      '2027-04-25',
      '2027-05-08',
      '2027-09-26',
      '2027-10-09',
    ]);
  });

  test('names the days by their heading', () => {
    expect(read.days[0]?.name).toBe('元旦');
    expect(read.days.at(-1)?.name).toBe('国庆节、中秋节');
  });

  test('counts a day that people are only encouraged to take as nothing, and says so', () => {
    expect(read.issues.map(({ severity, code, params }) => [severity, code, params])).toEqual([
      ['note', 'date-unused', { date: '2027-02-04' }],
    ]);
    expect(read.issues[0]?.place).toMatchObject({ line: 6 });
  });

  test('holds together', () => {
    const { year, issues } = checkReadYear(read, { region: 'CN', years: [] }, '');
    expect(issues.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(year?.source.cite.zh).toBe('2027年节假日安排（云政办发〔2026〕99号，2026-11-18）');
  });
});

describe('ways of writing', () => {
  test('full-width signs and digits, spaces inside', () => {
    expect(days(of2027('一、元旦：１ 月 １ 日（周五）至３日（周日）放假调休，共３天。'))).toEqual([
      '2027-01-01 休',
      '2027-01-02 休',
      '2027-01-03 休',
    ]);
  });

  test('numerals in Chinese', () => {
    expect(days('关于二〇二七年节假日安排\n一、国庆节：十月一日至三日放假。十月十日上班。')).toEqual([
      '2027-10-01 休',
      '2027-10-02 休',
      '2027-10-03 休',
      '2027-10-10 班',
    ]);
  });

  test('lines broken anywhere, as pages are pasted', () => {
    const broken = notice.replace('2月5日（农历除夕、周五）至11日', '2月5日（农历\n除夕、周五）\n至11日');
    expect(days(broken)).toEqual(days(notice));
  });

  test('a range that crosses the year, with its years or under 元旦', () => {
    const expected = ['2026-12-31 休', '2027-01-01 休', '2027-01-02 休', '2026-12-27 班'];
    expect(
      days(of2027('一、元旦：2026年12月31日至2027年1月2日放假调休，共3天。2026年12月27日（周日）上班。')),
    ).toEqual(expected);
    const bare = of2027('一、元旦：12月31日至1月2日放假调休，共3天。12月27日（周日）上班。');
    expect(days(bare)).toEqual(expected);
    expect(codes(bare)).toEqual(['warning year-assumed', 'warning year-assumed']);
  });

  test('one sentence for the days off and the days worked', () => {
    expect(days(of2027('元旦：1月1日至3日放假调休，共3天，1月9日（周六）、10日（周日）上班'))).toEqual([
      '2027-01-01 休',
      '2027-01-02 休',
      '2027-01-03 休',
      '2027-01-09 班',
      '2027-01-10 班',
    ]);
  });

  test('the year may be given beside the text', () => {
    expect(days('元旦：1月1日放假。', 2030)).toEqual(['2030-01-01 休']);
    expect(codes('元旦：1月1日放假。')).toEqual(['error year-missing']);
    expect(codes(of2027('元旦：1月1日放假。'), 2028)).toEqual(['error year-differs']);
  });
});

describe('what contradicts itself', () => {
  test.each([
    ['元旦：1月1日（周四）放假。', 'error weekday-wrong'],
    ['元旦：1月1日（星期日）放假。', 'error weekday-wrong'],
    ['元旦：1月1日至3日放假，共4天。', 'error count-wrong'],
    ['元旦：1月1日放假3天。', 'error count-wrong'],
    ['劳动节：5月5日至1日放假。', 'error range-backwards'],
    ['劳动节：5月1日至7月5日放假。', 'error range-long'],
    ['春节：2月30日放假。', 'error date-invalid'],
    ['春节：5日放假。', 'error date-no-month'],
    ['春节：2月5日不放假。', 'error negated'],
    ['清明节：4月7日放假，与周末连休。', 'warning join-weekend'],
    ['妇女节：3月8日放假半天。', 'warning half-day'],
  ])('%s', (sentence, expected) => {
    expect(codes(of2027(sentence))).toEqual([expected]);
  });

  test('names the place', () => {
    expect(parseHolidayNotice(of2027('元旦：1月1日（周四）放假。')).issues[0]).toMatchObject({
      params: { date: '2027-01-01', named: 4, real: 5 },
      place: { line: 2 },
    });
  });

  test('a text about something else has no days', () => {
    const read = parseHolidayNotice('关于2027年工作会议的通知：会议定于3月5日召开。');
    expect(read.days).toEqual([]);
    expect(checkReadYear(read, { region: 'CN', years: [] }, '').issues.map(({ code }) => code)).toContain(
      'no-days',
    );
  });
});

test('any set of days that is written as a notice is read back as it is', () => {
  const names = '一二三四五六日';
  const write = (date: string) =>
    `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（周${names[dayOfWeek(date) - 1]}）`;
  const run = fc.record({ at: fc.nat(360), length: fc.integer({ min: 1, max: 9 }), off: fc.boolean() });
  fc.assert(
    fc.property(
      fc.integer({ min: 2000, max: 2099 }),
      fc.array(run, { minLength: 1, maxLength: 12 }),
      (year, runs) => {
        const expected: string[] = [];
        const lines = runs.map(({ at, length, off }, index) => {
          const first = addDays(`${year}-01-01`, at);
          const last = addDays(first, length - 1);
          for (let day = 0; day < length; day += 1)
            expected.push(`${addDays(first, day)} ${off ? '休' : '班'}`);
          const said = length === 1 ? write(first) : `${write(first)}至${write(last)}`;
          return `（${index + 1}）节日：${said}${off ? `放假，共${length}天` : '上班'}。`;
        });
        const text = `关于${year}年节假日安排的通知\n${lines.join('\n')}`;
        expect(days(text)).toEqual(expected);
        expect(codes(text)).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

test('no text stops it', () => {
  const pieces = fc.constantFrom(
    '1月',
    '31日',
    '（周五）',
    '至',
    '放假',
    '上班',
    '。',
    '\n',
    '共3天',
    '2027年',
    '、',
    '元旦：',
    'x',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const { days: found } = parseHolidayNotice(parts.join(''), 2027);
      expect(found.length).toBeLessThan(2_000);
    }),
    { numRuns: 500 },
  );
});
