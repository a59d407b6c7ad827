import type { Instant } from '../words.ts';

/** A rating 评价 is a draft on the proposer's own device, then sealed; a sealed one never changes (law 3, law 8). */
export type RatingState = 'open' | 'sealed';
export const ratingStates = ['open', 'sealed'] as const satisfies readonly RatingState[];

/** What became of one point, in the proposer's eyes; `notYet`: promised, its day has not come. */
export type PointVerdict = 'done' | 'partly' | 'notDone' | 'notYet';
export const pointVerdicts = [
  'done',
  'partly',
  'notDone',
  'notYet',
] as const satisfies readonly PointVerdict[];

export type Verdict = {
  /** Codes of the ruleset's satisfaction levels; attitude and outcome are never added up. */
  readonly attitude: string;
  readonly outcome: string;
  readonly reason: string;
  readonly points: readonly { readonly no: number; readonly verdict: PointVerdict }[];
};

export type Rating = {
  readonly id: number;
  readonly version: number;
  readonly replyId: number;
  readonly round: number;
  readonly proposerId: number;
  readonly state: RatingState;
  readonly verdict: Verdict | null;
  /** 代录: entered by the office from a paper form; `scanId` is the scan of it. */
  readonly enteredBy: number | null;
  readonly scanId: number | null;
  readonly sealedAt: Instant | null;
};

export type RatingEvent = {
  readonly type: 'ratingSealed';
  readonly verdict: Verdict;
  readonly enteredBy: number | null;
  readonly scanId: number | null;
  readonly at: Instant;
  /** True when the verdict demands another round of handling. */
  readonly opensRound: boolean;
};
