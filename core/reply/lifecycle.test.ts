/** Reviewed against the rules cited in the table; `+` may, `s` wrong state, `-` not theirs. `reviewer` holds the current level. */
import { testMatrix } from '#test/support/matrix.ts';
import { replyLifecycle } from './lifecycle.ts';
import { replyStates } from './reply.ts';

const grids = {
  // Only those who draft, and only while the text is theirs.
  save: `
                   draft sentBack inReview cleared issued
    supervisor     -     -        -        -       -
    organ-office   -     -        -        -       -
    city-leader    -     -        -        -       -
    lead-proposer  -     -        -        -       -
    co-proposer    -     -        -        -       -
    unit-office    +     +        s        s       s
    unit-leader    -     -        -        -       -
    section-head   +     +        s        s       s
    handler        +     +        s        s       s
    reviewer       -     -        -        -       -
    fellow-unit    -     -        -        -       -`,
  // 先协商后答复, and every ask answered.
  submit: `
                   draft sentBack inReview cleared issued
    supervisor     -     -        -        -       -
    organ-office   -     -        -        -       -
    city-leader    -     -        -        -       -
    lead-proposer  -     -        -        -       -
    co-proposer    -     -        -        -       -
    unit-office    +     +        s        s       s
    unit-leader    -     -        -        -       -
    section-head   +     +        s        s       s
    handler        +     +        s        s       s
    reviewer       -     -        -        -       -
    fellow-unit    -     -        -        -       -`,
  // Whoever holds the level may correct; nobody else.
  amendInReview: `
                   draft sentBack inReview cleared issued
    supervisor     -     -        -        -       -
    organ-office   -     -        -        -       -
    city-leader    -     -        -        -       -
    lead-proposer  -     -        -        -       -
    co-proposer    -     -        -        -       -
    unit-office    -     -        -        -       -
    unit-leader    -     -        -        -       -
    section-head   -     -        -        -       -
    handler        -     -        -        -       -
    reviewer       s     s        +        s       s
    fellow-unit    -     -        -        -       -`,
  // Level by level, never by who handed it in.
  approve: `
                   draft sentBack inReview cleared issued
    supervisor     -     -        -        -       -
    organ-office   -     -        -        -       -
    city-leader    -     -        -        -       -
    lead-proposer  -     -        -        -       -
    co-proposer    -     -        -        -       -
    unit-office    -     -        -        -       -
    unit-leader    -     -        -        -       -
    section-head   -     -        -        -       -
    handler        -     -        -        -       -
    reviewer       s     s        +        s       s
    fellow-unit    -     -        -        -       -`,
  // The level itself, the office that checks each reply, and the leader.
  sendBack: `
                   draft sentBack inReview cleared issued
    supervisor     -     -        -        -       -
    organ-office   -     -        -        -       -
    city-leader    -     -        -        -       -
    lead-proposer  -     -        -        -       -
    co-proposer    -     -        -        -       -
    unit-office    s     s        +        +       s
    unit-leader    s     s        +        +       s
    section-head   -     -        -        -       -
    handler        -     -        -        -       -
    reviewer       s     s        +        +       s
    fellow-unit    -     -        -        -       -`,
  // The drafter takes it back before it is cleared.
  recall: `
                   draft sentBack inReview cleared issued
    supervisor     -     -        -        -       -
    organ-office   -     -        -        -       -
    city-leader    -     -        -        -       -
    lead-proposer  -     -        -        -       -
    co-proposer    -     -        -        -       -
    unit-office    -     -        -        -       -
    unit-leader    -     -        -        -       -
    section-head   -     -        -        -       -
    handler        s     s        +        s       s
    reviewer       -     -        -        -       -
    fellow-unit    -     -        -        -       -`,
  // The unit issues what all levels cleared; no supervising office issues for it.
  issue: `
                   draft sentBack inReview cleared issued
    supervisor     -     -        -        -       -
    organ-office   -     -        -        -       -
    city-leader    -     -        -        -       -
    lead-proposer  -     -        -        -       -
    co-proposer    -     -        -        -       -
    unit-office    s     s        s        +       s
    unit-leader    s     s        s        +       s
    section-head   -     -        -        -       -
    handler        -     -        -        -       -
    reviewer       -     -        -        -       -
    fellow-unit    -     -        -        -       -`,
} as const;

const rules = {
  save: ['same', 'matterOpen', 'dutyInHand'],
  submit: [
    'inReview',
    'matterOpen',
    'dutyInHand',
    'everyPointAnswered',
    'classChosen',
    'disclosureDecided',
    'contactPersonNamed',
    'requiredContacts',
  ],
  amendInReview: ['same', 'matterOpen', 'dutyInHand'],
  approve: [
    ['inReview', 'cleared'],
    'matterOpen',
    'dutyInHand',
    'notOwnWork',
    'everyPointAnswered',
    'classChosen',
    'disclosureDecided',
    'contactPersonNamed',
  ],
  sendBack: [['sentBack', 'inReview'], 'matterOpen', 'dutyInHand'],
  recall: ['draft', 'matterOpen', 'dutyInHand'],
  issue: [
    'issued',
    'matterOpen',
    'dutyInHand',
    'everyPointAnswered',
    'classChosen',
    'disclosureDecided',
    'contactPersonNamed',
    'requiredContacts',
    'opinionsIn',
    'notOwnAsStandIn',
  ],
} as const;

testMatrix(replyLifecycle, replyStates, { grids, rules });
