import { type DueDate, deadline } from '#core/clock/deadline.ts';
import { cnCalendar } from '#rulesets/calendar/cn.ts';
import { national } from '#rulesets/national.ts';
import { expect, test } from 'vitest';
import { type Owed, whyDate } from './why-date.ts';

const due = deadline({
  rules: national.deadlines,
  duty: 'reply',
  facts: { kind: 'suggestion', inSession: true, filed: '2026-01-20', assigned: '2026-01-30' },
  calendar: cnCalendar,
});

/** As it arrives: through JSON. */
const arrived = ({ date, provisional, why }: DueDate): Owed =>
  JSON.parse(
    JSON.stringify({ duty: 'reply', date, provisional, state: 'ample', workdaysLeft: 9, why }),
  ) as Owed;

const owed = (): Owed => {
  if (due === null) throw new Error('the national ruleset gives a reply date');
  return arrived(due);
};

test('says where the count starts, what was counted and where it ends', () => {
  const { lines } = whyDate(owed(), 'zh');
  expect(lines[0]).toContain('2026-01-30');
  expect(lines.at(-1)).toContain(owed().date);
  expect(lines.join()).not.toMatch(/[{}]/);
});

test('carries the clause and whether it was compared with the official text', () => {
  const why = whyDate(owed(), 'en');
  const source = national.deadlines.find(
    ({ duty, when }) => duty === 'reply' && when?.inSession !== false,
  )?.source;
  expect(why.source).not.toBe('');
  expect(why.verified).toBe(source?.verified);
});

test('what is not verified is a mark, not one of the lines', () => {
  const unverified = owed();
  const rule = unverified.why['rule'] as { source: { verified: boolean } };
  rule.source.verified = false;
  const why = whyDate(unverified, 'zh');
  expect(why.verified).toBe(false);
  expect(why.lines.join()).not.toContain('核对');
});
