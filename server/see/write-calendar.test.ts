/** The calendar file, read back by a parser that shares no line with the writer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, escapeText, foldLine, writeCalendar } from './write-calendar.ts';

type Property = { readonly name: string; readonly params: string; readonly value: string };

const octets = (line: string): number => new TextEncoder().encode(line).length;

/** RFC 5545, 3.1: takes the folds out, then cuts each line at its name and its value. */
const parse = (text: string): readonly Property[] =>
  text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = '', params = '', value = ''] =
        /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/su.exec(line) ?? [];
      return { name, params, value };
    });

/** RFC 5545, 3.3.11, from left to right. */
const unescape = (value: string): string => {
  let text = '';
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at] ?? '';
    if (character !== '\\') {
      text += character;
      continue;
    }
    at += 1;
    const escaped = value[at] ?? '';
    text += escaped === 'n' || escaped === 'N' ? '\n' : escaped;
  }
  return text;
};

const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'duty-7-reply.1@luoshi.example',
  day: '2026-12-31',
  endsBefore: '2027-01-01',
  summary: '【答复】20260001 关于优化公交线网的建议（市交通局）',
  url: 'https://luoshi.example/matters/7',
  changedAt: '2026-05-20T02:00:00.123Z',
  sequence: 3,
  ...changes,
});

/** Chinese, letters outside the first plane, and everything that means something in a calendar file. */
const awkward = fc
  .array(
    fc.constantFrom(
      '关',
      '于',
      '𠮷',
      '👍',
      'é',
      'a',
      ' ',
      ',',
      ';',
      ':',
      '\\',
      '\n',
      '\r\n',
      '"',
      '\\n',
      '，',
      '（',
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));

describe('a calendar file', () => {
  test('says each event as all-day, with its marks', () => {
    const found = parse(writeCalendar({ name: '落实 · 办理期限', events: [event()] }));
    expect(found.map(({ name, params, value }) => `${name}${params}:${value}`)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Luoshi//Due dates//ZH',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:落实 · 办理期限',
      'X-WR-CALNAME:落实 · 办理期限',
      'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
      'X-PUBLISHED-TTL:PT4H',
      'BEGIN:VEVENT',
      'UID:duty-7-reply.1@luoshi.example',
      'DTSTAMP:20260520T020000Z',
      'LAST-MODIFIED:20260520T020000Z',
      'SEQUENCE:3',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:【答复】20260001 关于优化公交线网的建议（市交通局）',
      'URL:https://luoshi.example/matters/7',
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  test('holds any text so that it reads back as it was, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.array(awkward, { maxLength: 4 }), (summaries) => {
        const text = writeCalendar({ name: 'x', events: summaries.map((summary) => event({ summary })) });
        expect(text.endsWith('\r\n')).toBe(true);
        expect(/(?<!\r)\n|\r(?!\n)/.test(text)).toBe(false);
        for (const line of text.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        const read = parse(text).filter(({ name }) => name === 'SUMMARY');
        expect(read.map(({ value }) => unescape(value))).toEqual(
          summaries.map((summary) => summary.replaceAll('\r\n', '\n')),
        );
      }),
    );
  });

  test('holds any unicode, half characters and control characters apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (summary) => {
        const text = writeCalendar({ name: 'x', events: [event({ summary })] });
        expect(text.isWellFormed()).toBe(true);
        expect(parse(text).length).toBe(22);
        expect(parse(text).every(({ name }) => name !== '')).toBe(true);
      }),
    );
  });
});

test('a line is folded between characters, never inside one', () => {
  const line = `SUMMARY:${'号'.repeat(60)}`;
  const lines = foldLine(line).split('\r\n');
  expect(lines.map(octets)).toEqual([74, 73, 43]);
  expect(lines.map((one, at) => (at === 0 ? one : one.slice(1))).join('')).toBe(line);
});

test.each([
  ['a,b;c\\d', 'a\\,b\\;c\\\\d'],
  ['一\r\n二\n三', '一\\n二\\n三'],
  ['甲\u2028乙', '甲\\n乙'],
  ['a\u0000b\u0007\tc', 'ab\tc'],
])('%j becomes %j', (text, escaped) => {
  expect(escapeText(text)).toBe(escaped);
});
