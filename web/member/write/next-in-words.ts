import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { submissionMessages } from '#contract/messages/submission.ts';
import { moment } from '#web/shared/format.ts';
import { pick, texts } from '#web/shared/language.ts';
import type { SubmissionPage } from './writing.ts';

const s = texts(submissionMessages);
const t = texts(memberWritingMessages);

/** What comes next, and by when where a date is set. */
export const nextInWords = ({ what, step, by }: NonNullable<SubmissionPage['next']>): string => {
  const words = s(`submission.next.${what}`, { step: step === null ? '' : pick(step) });
  return by === null ? words : `${words}${t('next.by', { at: moment(by) })}`;
};
