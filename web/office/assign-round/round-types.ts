import type { assignRound, assignRoundMatters, assignRounds } from '#contract/assign-round.ts';
import type { ResponseOf } from '#contract/endpoint.ts';

export type RoundHead = ResponseOf<typeof assignRounds>['items'][number];
export type Round = ResponseOf<typeof assignRound>;
export type RoundRow = ResponseOf<typeof assignRoundMatters>['items'][number];
export type Proposal = RoundRow['proposals'][number];
export type Role = Proposal['role'];

/** Whether the reader may do it; a reason why not is the server's to give. */
export const mayDo = (round: Round, action: string): boolean =>
  round.allowedActions.some((one) => one.action === action && one.refusal === null);
