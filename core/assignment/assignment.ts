import type { HandlingRole } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';
import type { AfterReply, Disclosure, FollowUp } from './after-reply.ts';
import type { DutyPause, Extension } from './extension.ts';
import type { Past } from './past.ts';

/** Where one unit's duty on one matter is. `handedBack` and `revoked` end it; the row stays (law 9). */
export type AssignmentState =
  | 'assigned'
  | 'signed'
  | 'handBackRequested'
  | 'rehandling'
  | 'answered'
  | 'handedBack'
  | 'revoked';

export const assignmentStates = [
  'assigned',
  'signed',
  'handBackRequested',
  'rehandling',
  'answered',
  'handedBack',
  'revoked',
] as const satisfies readonly AssignmentState[];

export const liveStates: readonly AssignmentState[] = [
  'assigned',
  'signed',
  'handBackRequested',
  'rehandling',
  'answered',
];

/** The unit works on it: signed for, or called again, and not waiting for a decision on its hand-back. */
export const inHandStates: readonly AssignmentState[] = ['signed', 'rehandling'];

export type HandBack = {
  readonly reason: string;
  /** The unit that should have it, named by the unit that hands back. */
  readonly rightUnitId: number;
  /** The duty behind that: which rule or plan makes it theirs. */
  readonly basis: string;
  readonly requestedOn: LocalDate;
  /** When the assigning office decided; null: not yet. */
  readonly decidedOn: LocalDate | null;
};

export type Assignment = {
  readonly id: number;
  readonly version: number;
  readonly matterId: number;
  readonly unitId: number;
  /** The unit that follows this one, which is no more; absent or null: it is there, or nobody follows it. */
  readonly successorId?: number | null;
  /** The unit is outside the supervisor's power 边界单位: on its duties only the organ's office decides. */
  readonly boundary: boolean;
  readonly role: HandlingRole;
  readonly state: AssignmentState;
  /** 1 for the first handling, +1 each time it is handled again. */
  readonly round: number;
  readonly assignedOn: LocalDate;
  readonly signedOn: LocalDate | null;
  readonly roundOpenedOn: LocalDate | null;
  readonly answeredOn: LocalDate | null;
  readonly sectionId: number | null;
  readonly handlerId: number | null;
  /** The unit leader responsible, named when the unit distributes the matter. */
  readonly leaderId: number | null;
  readonly handBack: HandBack | null;
  /** In the order in which they were asked for. */
  readonly extensions: readonly Extension[];
  /** In the order of time; only the last one can be open. */
  readonly pauses: readonly DutyPause[];
  /** What it did after its replies, in the order in which it was recorded. */
  readonly afterReply: readonly AfterReply[];
  /** When the unit stopped having the duty. */
  readonly endedOn: LocalDate | null;
  /** What a record of earlier years says of it; absent or null: it was handled here. */
  readonly past?: Past | null;
};

export type AssignmentEvent =
  | {
      readonly type: 'dutyAssigned';
      readonly unitId: number;
      readonly role: HandlingRole;
      readonly on: LocalDate;
    }
  | { readonly type: 'signedFor'; readonly on: LocalDate }
  | { readonly type: 'handBackRequested'; readonly handBack: HandBack }
  | { readonly type: 'handBackUpheld'; readonly on: LocalDate; readonly note: string }
  | { readonly type: 'handBackRejected'; readonly on: LocalDate; readonly note: string }
  | { readonly type: 'dutyRevoked'; readonly on: LocalDate; readonly reason: string }
  | {
      readonly type: 'subAssigned';
      readonly sectionId: number | null;
      /** Null: the section's head names the handler. */
      readonly handlerId: number | null;
      readonly leaderId: number;
    }
  | {
      readonly type: 'handedOver';
      readonly fromId: number | null;
      readonly toId: number;
      readonly reason: string;
    }
  | { readonly type: 'extensionAsked'; readonly extension: Extension }
  | {
      readonly type: 'extensionGranted';
      readonly n: number;
      readonly on: LocalDate;
      readonly until: LocalDate;
      readonly note: string;
      /** Whether the ruleset wants the proposer told. */
      readonly tellProposer: boolean;
    }
  | { readonly type: 'extensionRefused'; readonly n: number; readonly on: LocalDate; readonly note: string }
  | { readonly type: 'extensionWithdrawn'; readonly n: number; readonly on: LocalDate; readonly note: string }
  | { readonly type: 'clockPaused'; readonly on: LocalDate; readonly reason: string }
  | { readonly type: 'clockResumed'; readonly on: LocalDate; readonly reason: string }
  | { readonly type: 'disclosureRecorded'; readonly record: Disclosure }
  | { readonly type: 'followUpRecorded'; readonly record: FollowUp }
  | { readonly type: 'dutyAnswered'; readonly on: LocalDate }
  /** Entered afterwards, from a list of earlier years; another record of the same duty takes its place. */
  | { readonly type: 'pastRecorded'; readonly past: Past }
  | {
      readonly type: 'roundOpened';
      readonly round: number;
      readonly on: LocalDate;
      readonly reason: string;
      /** The unit that follows the one that answered, which is no more. */
      readonly passesTo?: number;
    };
