/** Only the proposer rates; a paper form is entered for him by the office of his organ. `+` may, `s` sealed, `-` not theirs. */
import { testMatrix } from '#test/support/matrix.ts';
import { ratingLifecycle } from './lifecycle.ts';
import { ratingStates } from './rating.ts';

const grids = {
  // No unit, no office, no leader stands here.
  rate: `
                   open sealed
    supervisor     -    -
    organ-office   -    -
    city-leader    -    -
    lead-proposer  +    s
    co-proposer    +    s
    unit-office    -    -
    unit-leader    -    -
    section-head   -    -
    handler        -    -
    reviewer       -    -
    fellow-unit    -    -`,
  // Not the government’s supervision office: it is on the side of the handled.
  enterForProposer: `
                   open sealed
    supervisor     -    -
    organ-office   +    s
    city-leader    -    -
    lead-proposer  -    -
    co-proposer    -    -
    unit-office    -    -
    unit-leader    -    -
    section-head   -    -
    handler        -    -
    reviewer       -    -
    fellow-unit    -    -`,
} as const;

const rules = {
  rate: ['sealed', 'ownRating', 'matterOpen', 'currentRound'],
  enterForProposer: ['sealed', 'matterOpen', 'currentRound', 'scan'],
} as const;

testMatrix(ratingLifecycle, ratingStates, { grids, rules });
