/** Reviewed against the rules cited in the table; `+` may, `s` wrong state, `-` not theirs. */
import { testMatrix } from '#test/support/matrix.ts';
import { assignmentStates } from './assignment.ts';
import { assignmentLifecycle } from './lifecycle.ts';

const grids = {
  // The unit’s office signs, once.
  signFor: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     -        -      -                 -          -        -          -
    organ-office   -        -      -                 -          -        -          -
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    +        s      s                 s          s        s          s
    unit-leader    -        -      -                 -          -        -          -
    section-head   -        -      -                 -          -        -          -
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // Explained to the assigning office by the unit itself, before it has answered (上海 2015, 深圳 1998).
  requestHandBack: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     -        -      -                 -          -        -          -
    organ-office   -        -      -                 -          -        -          -
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    +        +      s                 s          s        s          s
    unit-leader    -        -      -                 -          -        -          -
    section-head   -        -      -                 -          -        -          -
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // Returned only after consent of those who assign.
  upholdHandBack: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     s        s      +                 s          s        s          s
    organ-office   s        s      +                 s          s        s          s
    city-leader    s        s      +                 s          s        s          s
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    -        -      -                 -          -        -          -
    unit-leader    -        -      -                 -          -        -          -
    section-head   -        -      -                 -          -        -          -
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // Who assigns decides, and it binds (广州).
  rejectHandBack: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     s        s      +                 s          s        s          s
    organ-office   s        s      +                 s          s        s          s
    city-leader    s        s      +                 s          s        s          s
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    -        -      -                 -          -        -          -
    unit-leader    -        -      -                 -          -        -          -
    section-head   -        -      -                 -          -        -          -
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // No unit rids itself of a matter (深圳 1998: no self-transfer).
  revoke: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     +        +      s                 s          s        s          s
    organ-office   +        +      s                 s          s        s          s
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    -        -      -                 -          -        -          -
    unit-leader    -        -      -                 -          -        -          -
    section-head   -        -      -                 -          -        -          -
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // Division and person are decided inside the unit, from signing on.
  subAssign: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     -        -      -                 -          -        -          -
    organ-office   -        -      -                 -          -        -          -
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    s        +      s                 +          s        s          s
    unit-leader    -        -      -                 -          -        -          -
    section-head   s        +      s                 +          s        s          s
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // People change at any time while the unit has the duty.
  handOver: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     -        -      -                 -          -        -          -
    organ-office   -        -      -                 -          -        -          -
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    +        +      +                 +          +        s          s
    unit-leader    -        -      -                 -          -        -          -
    section-head   +        +      +                 +          +        s          s
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // Whoever met the proposer for the unit enters it, also after the reply (办后沟通).
  recordContact: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     -        -      -                 -          -        -          -
    organ-office   -        -      -                 -          -        -          -
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    s        +      s                 +          +        s          s
    unit-leader    s        +      s                 +          +        s          s
    section-head   s        +      s                 +          +        s          s
    handler        s        +      s                 +          +        s          s
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // The assisting unit gives its opinion, and may add to it.
  writeOpinion: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     -        -      -                 -          -        -          -
    organ-office   -        -      -                 -          -        -          -
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    s        +      s                 s          +        s          s
    unit-leader    s        +      s                 s          +        s          s
    section-head   s        +      s                 s          +        s          s
    handler        s        +      s                 s          +        s          s
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // Those who handle draft; the leader who clears does not.
  startReply: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     -        -      -                 -          -        -          -
    organ-office   -        -      -                 -          -        -          -
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    s        +      s                 +          s        s          s
    unit-leader    -        -      -                 -          -        -          -
    section-head   s        +      s                 +          s        s          s
    handler        s        +      s                 +          s        s          s
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // Who handles asks, while it has the matter in hand; the leader does not ask himself.
  askExtension: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     -        -      -                 -          -        -          -
    organ-office   -        -      -                 -          -        -          -
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    s        +      s                 +          s        s          s
    unit-leader    -        -      -                 -          -        -          -
    section-head   s        +      s                 +          s        s          s
    handler        s        +      s                 +          s        s          s
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // Only a body above the unit decides (上海 2015 art. 19), never time.
  grantExtension: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     s        +      s                 +          s        s          s
    organ-office   s        +      s                 +          s        s          s
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    -        -      -                 -          -        -          -
    unit-leader    -        -      -                 -          -        -          -
    section-head   -        -      -                 -          -        -          -
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // The same bodies.
  refuseExtension: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     s        +      s                 +          s        s          s
    organ-office   s        +      s                 +          s        s          s
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    -        -      -                 -          -        -          -
    unit-leader    -        -      -                 -          -        -          -
    section-head   -        -      -                 -          -        -          -
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // Who asked takes it back.
  withdrawExtension: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     -        -      -                 -          -        -          -
    organ-office   -        -      -                 -          -        -          -
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    s        +      s                 +          s        s          s
    unit-leader    -        -      -                 -          -        -          -
    section-head   s        +      s                 +          s        s          s
    handler        s        +      s                 +          s        s          s
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // Nobody stops a clock of his own.
  pauseClock: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     s        +      s                 +          s        s          s
    organ-office   s        +      s                 +          s        s          s
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    -        -      -                 -          -        -          -
    unit-leader    -        -      -                 -          -        -          -
    section-head   -        -      -                 -          -        -          -
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // The same bodies.
  resumeClock: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     s        +      s                 +          s        s          s
    organ-office   s        +      s                 +          s        s          s
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    -        -      -                 -          -        -          -
    unit-leader    -        -      -                 -          -        -          -
    section-head   -        -      -                 -          -        -          -
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  // By the unit’s office once its reply is out; the organ’s office may for it.
  recordDisclosure: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     -        -      -                 -          -        -          -
    organ-office   s        s      s                 s          +        s          s
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    s        s      s                 s          +        s          s
    unit-leader    -        -      -                 -          -        -          -
    section-head   -        -      -                 -          -        -          -
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
  recordFollowUp: `
                   assigned signed handBackRequested rehandling answered handedBack revoked
    supervisor     -        -      -                 -          -        -          -
    organ-office   s        s      s                 s          +        s          s
    city-leader    -        -      -                 -          -        -          -
    lead-proposer  -        -      -                 -          -        -          -
    co-proposer    -        -      -                 -          -        -          -
    unit-office    s        s      s                 s          +        s          s
    unit-leader    -        -      -                 -          -        -          -
    section-head   -        -      -                 -          -        -          -
    handler        -        -      -                 -          -        -          -
    reviewer       -        -      -                 -          -        -          -
    fellow-unit    -        -      -                 -          -        -          -`,
} as const;

const rules = {
  signFor: ['signed', 'matterOpen'],
  requestHandBack: [
    'handBackRequested',
    'matterOpen',
    'noEarlierHandBack',
    'inHandBackWindow',
    'noReplyIssued',
  ],
  upholdHandBack: ['handedBack', 'matterOpen', 'withinPower', 'arbiter'],
  rejectHandBack: ['signed', 'matterOpen', 'withinPower', 'arbiter'],
  revoke: ['revoked', 'matterOpen', 'withinPower', 'noReplyIssued'],
  subAssign: ['same', 'matterOpen'],
  handOver: ['same', 'matterOpen'],
  recordContact: ['same', 'matterOpen'],
  writeOpinion: ['answered', 'matterOpen', 'assistRole', 'leadNotIssued'],
  startReply: ['same', 'matterOpen', 'replyRole', 'noOpenReply'],
  askExtension: ['same', 'matterOpen', 'extendable', 'noOpenExtension', 'extensionLeft', 'beforeDue'],
  grantExtension: ['same', 'matterOpen', 'openExtension', 'decidingBody'],
  refuseExtension: ['same', 'matterOpen', 'openExtension', 'decidingBody'],
  withdrawExtension: ['same', 'matterOpen', 'openExtension'],
  pauseClock: ['same', 'matterOpen', 'withinPower', 'clockRuns', 'notOverdue'],
  resumeClock: ['same', 'matterOpen', 'withinPower', 'clockPaused'],
  recordDisclosure: ['same', 'matterStands', 'replySent', 'disclosureAsked'],
  recordFollowUp: ['same', 'matterStands', 'replySent', 'followUpAsked'],
} as const;

testMatrix(assignmentLifecycle, assignmentStates, { grids, rules });
