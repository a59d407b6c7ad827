import type { SubmissionPage } from './writing.ts';

/** Whether the reader may do this now. */
export const allows = ({ allowedActions }: SubmissionPage, action: string): boolean =>
  allowedActions.some((one) => one.action === action && one.refusal === null);
