/** Sentences of the calendar that need more than filling in: days of the week in words. */
import type { z } from 'zod';
import type { calendarIssue } from './calendar.ts';
import { calendarMessages } from './messages/calendar.ts';
import { fill, type Language } from './messages/message.ts';

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** What is wrong and how it is mended, in a language. */
export const calendarIssueText = (
  { code, params }: Pick<z.output<typeof calendarIssue>, 'code' | 'params'>,
  language: Language,
): string => {
  const worded = Object.entries(params).map(([name, value]) => {
    const word = name === 'real' || name === 'named' ? weekdays[language][Number(value) - 1] : undefined;
    return [name, word ?? value] as const;
  });
  return fill(calendarMessages[`calendar.issue.${code}`], language, Object.fromEntries(worded));
};
