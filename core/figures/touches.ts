import type { CaseEvent } from '../case/case-event.ts';

const without: readonly string[] = [
  'pointsSplit',
  'matterTakenIn',
  'matterLetGo',
  'proposerLeft',
  'subAssigned',
  'handedOver',
  'extensionWithdrawn',
  'replyStarted',
  'replySaved',
  'replySubmitted',
  'replyApproved',
  'replySentBack',
  'replyRecalled',
  'opinionGiven',
];

/** Whether an event changes what is counted; drafting and passing around inside a unit do not. */
export const touchesFigures = ({ event }: CaseEvent): boolean => !without.includes(event.type);
