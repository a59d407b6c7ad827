/** Reviewed against the rules cited in the table; `+` may, `s` wrong state, `-` not theirs. */
import { testMatrix } from '#test/support/matrix.ts';
import { submissionLifecycle } from './lifecycle.ts';
import { submissionStates } from './submission.ts';

const grids = {
  // What is with the office or decided is not rewritten; a returned text is.
  edit: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  +     s       s         +        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer +     s       s         +        s     s        s         s     s         s
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Whoever writes it gathers its signers, before it is handed in.
  invite: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  +     s       s         +        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer +     s       s         +        s     s        s         s     s         s
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // A name comes off before it is handed in, never afterwards.
  removeSigner: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  +     s       s         +        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer +     s       s         +        s     s        s         s     s         s
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Only the invited sign, and only what is not handed in yet.
  sign: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  -     -       -         -        -     -        -         -     -         -
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   +     s       s         +        s     s        s         s     s         s
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // A co-signer may step back until it is handed in; afterwards he can only agree to a withdrawal.
  declineToSign: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  -     -       -         -        -     -        -         -     -         -
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   +     s       s         +        s     s        s         s     s         s
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Its author hands it in, or the office that entered it for him.
  submit: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  +     s       s         +        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer +     s       s         +        s     s        s         s     s         s
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Only the person in whose name it was entered, while it is under review.
  disown: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  -     -       -         -        -     -        -         -     -         -
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer s     +       +         s        s     s        s         s     s         s
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // The step's own people; no proposer looks at what is under review.
  takeStep: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  s     +       +         s        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      s     +       +         s        s     s        s         s     s         s
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // The office spreads the work over its panels.
  choosePanel: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  s     +       +         s        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Whoever looks at it may send it back.
  returnForRevision: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  s     +       +         s        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      s     +       +         s        s     s        s         s     s         s
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Only the organ's office files, after the steps.
  file: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  s     s       +         s        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Only the organ's office declines.
  decline: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  s     s       +         s        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Only the organ's office passes it on.
  convert: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  s     s       +         s        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Only the organ's office splits, and only what it has.
  split: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  s     s       +         s        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // The lead asks, or the office on his written word; nothing decided otherwise is withdrawn.
  askToWithdraw: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  s     +       +         +        +     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer s     +       +         +        +     s        s         s     s         s
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Each co-signer for himself.
  agreeToWithdraw: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  -     -       -         -        -     -        -         -     -         -
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   s     +       +         +        +     s        s         s     s         s
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // One of them is enough to keep it.
  refuseToWithdraw: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  -     -       -         -        -     -        -         -     -         -
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   s     +       +         +        +     s        s         s     s         s
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Who asked for it takes it back.
  takeBackWithdrawal: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  s     +       +         +        +     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer s     +       +         +        +     s        s         s     s         s
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Whoever was entered from paper says himself whether he signed, also once it is a matter.
  disownSignature: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  -     -       -         -        -     -        -         -     -         -
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer -     -       -         -        -     -        -         -     -         -
    co-proposer   s     +       +         +        +     s        s         s     s         s
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
  // Only a draft that nobody was given; what was handed in stays on record.
  discard: `
                  draft vetting submitted returned filed declined converted split withdrawn discarded
    supervisor    -     -       -         -        -     -        -         -     -         -
    organ-office  +     s       s         s        s     s        s         s     s         s
    city-leader   -     -       -         -        -     -        -         -     -         -
    lead-proposer +     s       s         s        s     s        s         s     s         s
    co-proposer   -     -       -         -        -     -        -         -     -         -
    unit-office   -     -       -         -        -     -        -         -     -         -
    unit-leader   -     -       -         -        -     -        -         -     -         -
    section-head  -     -       -         -        -     -        -         -     -         -
    handler       -     -       -         -        -     -        -         -     -         -
    reviewer      -     -       -         -        -     -        -         -     -         -
    fellow-unit   -     -       -         -        -     -        -         -     -         -`,
};

const rules = {
  edit: ['same', 'ownOrEntered'],
  invite: ['same', 'ownOrEntered'],
  removeSigner: ['same', 'ownOrEntered'],
  sign: ['same', 'ownInvitation', 'invitationOpen'],
  declineToSign: ['same', 'ownInvitation'],
  disownSignature: ['same', 'signedOnPaper'],
  submit: [['vetting', 'submitted'], 'ownOrEntered', 'complete', 'confirmed', 'noneOutdated'],
  disown: ['returned', 'enteredForHim'],
  takeStep: [['vetting', 'submitted'], 'stepOpen', 'ownStep'],
  choosePanel: ['same'],
  returnForRevision: ['returned', 'ownStep'],
  file: ['filed', 'stepsTaken'],
  decline: ['declined', 'stepsTaken'],
  convert: ['converted', 'stepsTaken'],
  split: ['split', 'severalAsks'],
  askToWithdraw: [['vetting', 'submitted', 'returned', 'filed', 'withdrawn'], 'ownOrEntered', 'matterOpen'],
  agreeToWithdraw: [
    ['vetting', 'submitted', 'returned', 'filed', 'withdrawn'],
    'withdrawalAsked',
    'matterOpen',
  ],
  refuseToWithdraw: ['same', 'withdrawalAsked', 'matterOpen', 'allSignersDecide'],
  takeBackWithdrawal: ['same', 'ownOrEntered', 'withdrawalOpen', 'matterOpen'],
  discard: ['discarded', 'ownOrEntered'],
} as const;

testMatrix(submissionLifecycle, submissionStates, { grids, rules });
