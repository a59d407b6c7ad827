import type { Disclosure, LocalDate } from '../words.ts';

/** Where one reply 答复 is. Its levels of clearance are the ruleset's; `level` counts them from 0. */
export type ReplyState = 'draft' | 'sentBack' | 'inReview' | 'cleared' | 'issued';

export const replyStates = [
  'draft',
  'sentBack',
  'inReview',
  'cleared',
  'issued',
] as const satisfies readonly ReplyState[];

/** Adopted 采纳, partly, or not: kept apart from the result class. `null`: not answered yet. */
export type Adoption = 'adopted' | 'partly' | 'notAdopted';
export const adoptions = ['adopted', 'partly', 'notAdopted'] as const satisfies readonly Adoption[];

export const disclosures = ['proactive', 'onRequest', 'notPublic'] as const satisfies readonly Disclosure[];

export type PointAnswer = {
  readonly no: number;
  readonly answer: string;
  readonly adoption: Adoption | null;
};

export type ReplyContent = {
  /** What is said before the answers: thanks, what was done to hear the proposer. */
  readonly opening: string;
  readonly answers: readonly PointAnswer[];
  /** What is said after them: next steps with dates. */
  readonly closing: string;
  readonly resultClass: string | null;
  readonly disclosure: Disclosure | null;
  /** Why not published, when it is not `proactive`. */
  readonly disclosureReason: string;
  readonly contactPerson: string;
  readonly contactPhone: string;
};

export const emptyReply = (pointNos: readonly number[]): ReplyContent => ({
  opening: '',
  answers: pointNos.map((no) => ({ no, answer: '', adoption: null })),
  closing: '',
  resultClass: null,
  disclosure: null,
  disclosureReason: '',
  contactPerson: '',
  contactPhone: '',
});

export type Reply = {
  readonly id: number;
  readonly version: number;
  readonly assignmentId: number;
  readonly matterId: number;
  readonly round: number;
  readonly state: ReplyState;
  readonly level: number;
  readonly content: ReplyContent;
  /** Who handed it in for review last: nobody clears his own work. */
  readonly submittedBy: number | null;
  /** Who really wrote the draft of this round, in whosever name; not who amended it while reviewing. */
  readonly authors: readonly number[];
  readonly documentNo: string | null;
  readonly issuedOn: LocalDate | null;
};

export type ReplyEvent =
  | { readonly type: 'replyStarted'; readonly round: number; readonly content: ReplyContent }
  | { readonly type: 'replySaved'; readonly content: ReplyContent; readonly by: number }
  | { readonly type: 'replySubmitted'; readonly by: number }
  | {
      readonly type: 'replyApproved';
      readonly level: number;
      readonly note: string;
      readonly clears: boolean;
    }
  | { readonly type: 'replySentBack'; readonly from: number; readonly to: number; readonly reason: string }
  | { readonly type: 'replyRecalled' }
  | {
      readonly type: 'replyIssued';
      readonly documentNo: string;
      readonly on: LocalDate;
      readonly copies: readonly string[];
      readonly opinionsMissingReason: string | null;
    };
