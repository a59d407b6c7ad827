/** Reviewed against the congress and CPPCC rules cited in the table; `+` may, `s` wrong stage, `-` not theirs. */
import { testMatrix } from '#test/support/matrix.ts';
import { matterLifecycle } from './lifecycle.ts';
import { matterStages } from './matter.ts';

const grids = {
  // The organ that filed it and the supervision office keep the register right while the matter is worked on.
  amend: `
                   filed assigned handling replied rated rehandling closed withdrawn merged
    supervisor     +     +        +        +       +     +          s      s         s
    organ-office   +     +        +        +       +     +          s      s         s
    city-leader    -     -        -        -       -     -          -      -         -
    lead-proposer  -     -        -        -       -     -          -      -         -
    co-proposer    -     -        -        -       -     -          -      -         -
    unit-office    -     -        -        -       -     -          -      -         -
    unit-leader    -     -        -        -       -     -          -      -         -
    section-head   -     -        -        -       -     -          -      -         -
    handler        -     -        -        -       -     -          -      -         -
    reviewer       -     -        -        -       -     -          -      -         -
    fellow-unit    -     -        -        -       -     -          -      -         -`,
  // Asks are cut by the offices, or by the unit and the person who must answer each of them.
  splitPoints: `
                   filed assigned handling replied rated rehandling closed withdrawn merged
    supervisor     +     +        +        s       s     +          s      s         s
    organ-office   +     +        +        s       s     +          s      s         s
    city-leader    -     -        -        -       -     -          -      -         -
    lead-proposer  -     -        -        -       -     -          -      -         -
    co-proposer    -     -        -        -       -     -          -      -         -
    unit-office    +     +        +        s       s     +          s      s         s
    unit-leader    -     -        -        -       -     -          -      -         -
    section-head   -     -        -        -       -     -          -      -         -
    handler        +     +        +        s       s     +          s      s         s
    reviewer       -     -        -        -       -     -          -      -         -
    fellow-unit    -     -        -        -       -     -          -      -         -`,
  // The congress and CPPCC offices and the supervision office assign; no unit assigns itself or another.
  assign: `
                   filed assigned handling replied rated rehandling closed withdrawn merged
    supervisor     +     +        +        s       s     +          s      s         s
    organ-office   +     +        +        s       s     +          s      s         s
    city-leader    -     -        -        -       -     -          -      -         -
    lead-proposer  -     -        -        -       -     -          -      -         -
    co-proposer    -     -        -        -       -     -          -      -         -
    unit-office    -     -        -        -       -     -          -      -         -
    unit-leader    -     -        -        -       -     -          -      -         -
    section-head   -     -        -        -       -     -          -      -         -
    handler        -     -        -        -       -     -          -      -         -
    reviewer       -     -        -        -       -     -          -      -         -
    fellow-unit    -     -        -        -       -     -          -      -         -`,
  // Nothing is closed before every unit has replied; no unit and no proposer closes.
  close: `
                   filed assigned handling replied rated rehandling closed withdrawn merged
    supervisor     s     s        s        +       +     s          s      s         s
    organ-office   s     s        s        +       +     s          s      s         s
    city-leader    -     -        -        -       -     -          -      -         -
    lead-proposer  -     -        -        -       -     -          -      -         -
    co-proposer    -     -        -        -       -     -          -      -         -
    unit-office    -     -        -        -       -     -          -      -         -
    unit-leader    -     -        -        -       -     -          -      -         -
    section-head   -     -        -        -       -     -          -      -         -
    handler        -     -        -        -       -     -          -      -         -
    reviewer       -     -        -        -       -     -          -      -         -
    fellow-unit    -     -        -        -       -     -          -      -         -`,
  // A closed matter comes back; a withdrawn one does not.
  reopen: `
                   filed assigned handling replied rated rehandling closed withdrawn merged
    supervisor     s     s        s        s       s     s          +      s         s
    organ-office   s     s        s        s       s     s          +      s         s
    city-leader    -     -        -        -       -     -          -      -         -
    lead-proposer  -     -        -        -       -     -          -      -         -
    co-proposer    -     -        -        -       -     -          -      -         -
    unit-office    -     -        -        -       -     -          -      -         -
    unit-leader    -     -        -        -       -     -          -      -         -
    section-head   -     -        -        -       -     -          -      -         -
    handler        -     -        -        -       -     -          -      -         -
    reviewer       -     -        -        -       -     -          -      -         -
    fellow-unit    -     -        -        -       -     -          -      -         -`,
  // Withdrawal is in writing to the organ that filed it (上海 2015); the government side cannot do it.
  withdraw: `
                   filed assigned handling replied rated rehandling closed withdrawn merged
    supervisor     -     -        -        -       -     -          -      -         -
    organ-office   +     +        +        +       +     +          s      s         s
    city-leader    -     -        -        -       -     -          -      -         -
    lead-proposer  -     -        -        -       -     -          -      -         -
    co-proposer    -     -        -        -       -     -          -      -         -
    unit-office    -     -        -        -       -     -          -      -         -
    unit-leader    -     -        -        -       -     -          -      -         -
    section-head   -     -        -        -       -     -          -      -         -
    handler        -     -        -        -       -     -          -      -         -
    reviewer       -     -        -        -       -     -          -      -         -
    fellow-unit    -     -        -        -       -     -          -      -         -`,
  // Only the organ that filed them puts them together, before anything is answered.
  merge: `
                   filed assigned handling replied rated rehandling closed withdrawn merged
    supervisor     -     -        -        -       -     -          -      -         -
    organ-office   +     +        +        s       s     s          s      s         s
    city-leader    -     -        -        -       -     -          -      -         -
    lead-proposer  -     -        -        -       -     -          -      -         -
    co-proposer    -     -        -        -       -     -          -      -         -
    unit-office    -     -        -        -       -     -          -      -         -
    unit-leader    -     -        -        -       -     -          -      -         -
    section-head   -     -        -        -       -     -          -      -         -
    handler        -     -        -        -       -     -          -      -         -
    reviewer       -     -        -        -       -     -          -      -         -
    fellow-unit    -     -        -        -       -     -          -      -         -`,
  // The main matter takes in what is not answered yet.
  takeIn: `
                   filed assigned handling replied rated rehandling closed withdrawn merged
    supervisor     -     -        -        -       -     -          -      -         -
    organ-office   +     +        +        s       s     s          s      s         s
    city-leader    -     -        -        -       -     -          -      -         -
    lead-proposer  -     -        -        -       -     -          -      -         -
    co-proposer    -     -        -        -       -     -          -      -         -
    unit-office    -     -        -        -       -     -          -      -         -
    unit-leader    -     -        -        -       -     -          -      -         -
    section-head   -     -        -        -       -     -          -      -         -
    handler        -     -        -        -       -     -          -      -         -
    reviewer       -     -        -        -       -     -          -      -         -
    fellow-unit    -     -        -        -       -     -          -      -         -`,
  // A merging is undone by whoever made it.
  unmerge: `
                   filed assigned handling replied rated rehandling closed withdrawn merged
    supervisor     -     -        -        -       -     -          -      -         -
    organ-office   s     s        s        s       s     s          s      s         +
    city-leader    -     -        -        -       -     -          -      -         -
    lead-proposer  -     -        -        -       -     -          -      -         -
    co-proposer    -     -        -        -       -     -          -      -         -
    unit-office    -     -        -        -       -     -          -      -         -
    unit-leader    -     -        -        -       -     -          -      -         -
    section-head   -     -        -        -       -     -          -      -         -
    handler        -     -        -        -       -     -          -      -         -
    reviewer       -     -        -        -       -     -          -      -         -
    fellow-unit    -     -        -        -       -     -          -      -         -`,
  // Until it is answered, and again in a new round.
  letGo: `
                   filed assigned handling replied rated rehandling closed withdrawn merged
    supervisor     -     -        -        -       -     -          -      -         -
    organ-office   +     +        +        s       s     +          s      s         s
    city-leader    -     -        -        -       -     -          -      -         -
    lead-proposer  -     -        -        -       -     -          -      -         -
    co-proposer    -     -        -        -       -     -          -      -         -
    unit-office    -     -        -        -       -     -          -      -         -
    unit-leader    -     -        -        -       -     -          -      -         -
    section-head   -     -        -        -       -     -          -      -         -
    handler        -     -        -        -       -     -          -      -         -
    reviewer       -     -        -        -       -     -          -      -         -
    fellow-unit    -     -        -        -       -     -          -      -         -`,
  // Only he of whom the office wrote that he had signed: nobody is taken off by others.
  leaveProposers: `
                   filed assigned handling replied rated rehandling closed withdrawn merged
    supervisor     -     -        -        -       -     -          -      -         -
    organ-office   -     -        -        -       -     -          -      -         -
    city-leader    -     -        -        -       -     -          -      -         -
    lead-proposer  +     +        +        +       +     +          +      +         +
    co-proposer    +     +        +        +       +     +          +      +         +
    unit-office    -     -        -        -       -     -          -      -         -
    unit-leader    -     -        -        -       -     -          -      -         -
    section-head   -     -        -        -       -     -          -      -         -
    handler        -     -        -        -       -     -          -      -         -
    reviewer       -     -        -        -       -     -          -      -         -
    fellow-unit    -     -        -        -       -     -          -      -         -`,
} as const;

const rules = {
  amend: ['same', 'noReplyIssued', 'noReplyInReview'],
  splitPoints: ['same', 'noReplyIssued', 'noReplyInReview'],
  assign: [['assigned', 'handling', 'rehandling'], 'points'],
  close: ['closed', 'ratedOrReason'],
  reopen: ['rehandling', 'hasMainDuty'],
  withdraw: ['withdrawn', 'noneMerged'],
  merge: ['merged', 'noReplyIssued', 'noReplyInReview', 'noneMerged'],
  takeIn: ['same', 'noReplyIssued', 'noReplyInReview'],
  unmerge: ['filed', 'mainUnanswered'],
  letGo: ['same', 'roundUnanswered', 'noReplyInReview'],
  leaveProposers: ['same', 'signatureDisowned'],
} as const;

testMatrix(matterLifecycle, matterStages, { grids, rules });
