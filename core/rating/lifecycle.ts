import type { Lifecycle } from '../lifecycle.ts';
import type { RatingState } from './rating.ts';

export type RatingAction = 'rate' | 'enterForProposer';
export type RatingNeed = 'matterOpen' | 'currentRound' | 'ownRating' | 'scan';

/** THE TABLE of a rating. No unit stands in it: the handled never touch the rating (law 3). */
export const ratingLifecycle = {
  rate: {
    name: { zh: '评价', en: 'Rate' },
    from: ['open'],
    to: 'sealed',
    by: ['lead-proposer', 'co-proposer'],
    needs: ['ownRating', 'matterOpen', 'currentRound'],
    clause:
      'law 3; 上海市代表建议规定 (2015): attitude and outcome apart, dissatisfaction with a stated opinion',
  },
  enterForProposer: {
    name: { zh: '代录评价', en: 'Enter a paper form' },
    from: ['open'],
    to: 'sealed',
    by: ['organ-office'],
    needs: ['matterOpen', 'currentRound', 'scan'],
    clause: 'law 3: entered by the office of the congress or CPPCC, marked 代录, with the scan',
  },
} as const satisfies Lifecycle<RatingAction, RatingState, RatingNeed>;
