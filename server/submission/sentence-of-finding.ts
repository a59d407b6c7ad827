import { fill, type Language } from '#contract/messages/message.ts';
import { submissionMessages } from '#contract/messages/submission.ts';
import type { IntakeOf } from '#core/intake-rules.ts';
import type { Finding } from '#core/submission/check-text.ts';

/** A finding as a sentence; a decline ground is called by its name in the ruleset. */
export const sentenceOfFinding = (
  { code, params }: Finding,
  intake: IntakeOf,
  language: Language,
): string => {
  const ground = intake.declineGrounds.find((one) => one.code === params['ground']);
  return fill(submissionMessages[`finding.${code}`], language, {
    ...params,
    ...(ground === undefined ? {} : { ground: ground.name[language] }),
  });
};
