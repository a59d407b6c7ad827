import type { MatterKind, ProposerType } from '../ruleset.ts';
import type { Instant, LocalDate, PublicConsent } from '../words.ts';
import { type Block, picturesOf } from './rich-text.ts';

/**
 * Where a submission 来件 is, before it is a matter. `vetting`: looked at before it reaches the office (三审);
 * `submitted`: with the office; `returned`: back with its author for revision 退回修改.
 */
export type SubmissionState =
  | 'draft'
  | 'vetting'
  | 'submitted'
  | 'returned'
  | 'filed'
  | 'declined'
  | 'converted'
  | 'split'
  | 'withdrawn'
  | 'discarded';

export const submissionStates = [
  'draft',
  'vetting',
  'submitted',
  'returned',
  'filed',
  'declined',
  'converted',
  'split',
  'withdrawn',
  'discarded',
] as const satisfies readonly SubmissionState[];

/** What the author writes. Asks are numbered by their place (law 5). */
export type SubmissionText = {
  readonly title: string;
  /** 情况 */
  readonly facts: readonly Block[];
  /** 分析 */
  readonly analysis: readonly Block[];
  /** 建议 */
  readonly asks: readonly string[];
};

export const origins = ['research', 'forum', 'visit', 'public', 'own'] as const;
/** What the submission grew from: field research 调研, forum 座谈, visit 走访, people's letters, own work. */
export type Origin = (typeof origins)[number];

/** What the author says of the submission besides its text: the boxes of the form. */
export type SubmissionForm = {
  readonly publicConsent: PublicConsent;
  /** Why it should not be public; asked for where consent is not full. */
  readonly consentReason: string;
  readonly origins: readonly Origin[];
  /** 多次提出未解决: for how many years; 0: not raised before. */
  readonly raisedYears: number;
  readonly raisedBefore: string;
  /** 希望加强沟通. */
  readonly closerContact: boolean;
  /** 仅供参考，不需书面答复. */
  readonly referenceOnly: boolean;
  readonly openToCoSigners: boolean;
  readonly category: string | null;
  /** Units of the register that the author would like to see; advice, decides nothing. */
  readonly preferredLeadId: number | null;
  readonly preferredAssistIds: readonly number[];
};

/** `disowned`: the office entered his signature from paper, and he says that it is not his. */
export type SignerState = 'invited' | 'signed' | 'declined' | 'removed' | 'lapsed' | 'disowned';

/** One other person under a submission 联名/附议; `convenor`: who answers for a body's submission 召集人. */
export type Signer = {
  readonly personId: number;
  readonly role: 'coSigner' | 'convenor';
  readonly state: SignerState;
  /** The version of the text that was signed; an older one than the submission's must be signed anew. */
  readonly textNo: number | null;
  /** His words with the signature, or against one that was entered for him. */
  readonly comment: string;
  readonly at: Instant | null;
  /** The office entered the signature from a paper form 代录. */
  readonly onPaper: boolean;
  readonly agreesToWithdraw: boolean;
  /** The group through which the invitation came; null: by name. */
  readonly group: string | null;
};

/** What somebody thought in one step of the looks before and after submission. */
export type StepOpinion = {
  readonly phase: 'vetting' | 'review';
  readonly step: string;
  readonly byId: number;
  readonly at: Instant;
  readonly textNo: number;
  readonly advice: 'pass' | 'return' | 'decline' | 'convert' | 'merge';
  readonly grounds: readonly string[];
  readonly checks: readonly string[];
  readonly text: string;
};

/** Points of the check-list 审查要点 that were ticked when it was decided; decisions of before have none. */
type Checked = { readonly checks?: readonly string[] };

export type SubmissionDecision = Checked &
  (
    | { readonly outcome: 'filed'; readonly matterId: number; readonly caseNo: string }
    | { readonly outcome: 'declined'; readonly grounds: readonly string[]; readonly text: string }
    | { readonly outcome: 'converted'; readonly to: string; readonly text: string }
    | { readonly outcome: 'split'; readonly into: readonly number[]; readonly text: string }
  );

/** What was last handed in, as it was: who reads it at the office reads no work in progress. */
export type HandedIn = Pick<
  Submission,
  'text' | 'form' | 'fileIds' | 'proposerType' | 'bodyName' | 'sealFileId' | 'signers'
>;

export type Submission = {
  readonly id: number;
  readonly version: number;
  readonly kind: MatterKind;
  readonly organId: number;
  /** The session for which it counts; null until it is submitted. */
  readonly sessionId: number | null;
  readonly inSession: boolean | null;
  /** 流水号, given when it is first submitted; a case number only follows with filing. */
  readonly flowNo: string | null;
  readonly authorId: number;
  /** The assistant who entered it for its author 代录; null: he wrote it himself. */
  readonly enteredById: number | null;
  readonly proposerType: ProposerType;
  /** The body in whose name a collective submission stands; empty for people. */
  readonly bodyName: string;
  /** The scan of the page with the body's seal 公章. */
  readonly sealFileId: number | null;
  readonly state: SubmissionState;
  /** Number of the step that it waits for, in `vetting` and `submitted`. */
  readonly step: number;
  readonly panelId: number | null;
  readonly textNo: number;
  readonly text: SubmissionText;
  readonly form: SubmissionForm;
  readonly fileIds: readonly number[];
  readonly signers: readonly Signer[];
  readonly gatherUntil: Instant | null;
  readonly opinions: readonly StepOpinion[];
  readonly submittedAt: Instant | null;
  /** The version of the text that was last handed in. */
  readonly submittedTextNo: number | null;
  readonly handedIn: HandedIn | null;
  /** The day of the paper form that the office entered; null: it was written here. */
  readonly paperOn: LocalDate | null;
  /** Why signatures entered from paper come without a scan; null: there is one, or nobody signed on paper. */
  readonly noScanReason: string | null;
  readonly withdrawalReason: string | null;
  readonly returnedText: string | null;
  readonly decision: SubmissionDecision | null;
  readonly splitFromId: number | null;
};

/** What a submission gets when it is first handed in, and keeps. */
export type HandingIn = {
  readonly flowNo: string;
  /** The session for which it counts; null: none is known yet. */
  readonly sessionId: number | null;
  readonly inSession: boolean;
};

export type SubmissionEvent =
  | { readonly type: 'submissionStarted'; readonly submission: Omit<Submission, 'id' | 'version'> }
  | {
      readonly type: 'textChanged';
      readonly text: SubmissionText;
      readonly textNo: number;
      /** Those who are asked anew answer until then; null: the closing time stays. */
      readonly until: Instant | null;
    }
  | { readonly type: 'formChanged'; readonly form: SubmissionForm }
  | { readonly type: 'filesChanged'; readonly fileIds: readonly number[] }
  | {
      readonly type: 'bodyNamed';
      readonly proposerType: ProposerType;
      readonly bodyName: string;
      readonly sealFileId: number | null;
    }
  | {
      readonly type: 'signersInvited';
      readonly personIds: readonly number[];
      readonly role: Signer['role'];
      readonly group: string | null;
      readonly until: Instant;
    }
  | { readonly type: 'signerRemoved'; readonly personId: number }
  | {
      readonly type: 'signed';
      readonly personId: number;
      readonly textNo: number;
      readonly comment: string;
      readonly at: Instant;
    }
  | { readonly type: 'signingDeclined'; readonly personId: number; readonly at: Instant }
  | {
      readonly type: 'signatureDisowned';
      readonly personId: number;
      readonly text: string;
      readonly at: Instant;
    }
  | { readonly type: 'invitationsLapsed'; readonly personIds: readonly number[] }
  | ({
      readonly type: 'submitted';
      readonly to: 'vetting' | 'submitted';
      readonly at: Instant;
    } & HandingIn)
  | {
      readonly type: 'stepTaken';
      readonly opinion: StepOpinion;
      readonly next: { state: 'vetting' | 'submitted'; step: number };
    }
  | {
      readonly type: 'submissionReturned';
      readonly text: string;
      readonly checks: readonly string[];
      readonly byId: number;
      readonly at: Instant;
    }
  | { readonly type: 'submissionDisowned'; readonly text: string; readonly at: Instant }
  | { readonly type: 'panelChosen'; readonly panelId: number | null }
  | { readonly type: 'submissionDecided'; readonly decision: SubmissionDecision; readonly at: Instant }
  | { readonly type: 'withdrawalAsked'; readonly reason: string; readonly at: Instant }
  | { readonly type: 'withdrawalAgreed'; readonly personId: number; readonly at: Instant }
  | {
      readonly type: 'withdrawalEnded';
      readonly how: 'refused' | 'takenBack';
      readonly personId: number;
      readonly at: Instant;
    }
  | { readonly type: 'submissionWithdrawn'; readonly at: Instant }
  | { readonly type: 'submissionDiscarded'; readonly at: Instant };

/** Signers who stand under the text as it is now. */
export const standingSigners = (submission: Submission): readonly Signer[] =>
  submission.signers.filter((one) => one.state === 'signed' && one.textNo === submission.textNo);

/** Signers whose word was for an earlier text: they are asked again. */
export const outdatedSigners = (submission: Submission): readonly Signer[] =>
  submission.signers.filter((one) => one.state === 'signed' && one.textNo !== submission.textNo);

/** Whose word a joint withdrawal needs: everybody who signed, an earlier text as well; a changed word leaves nobody out. */
export const askedToWithdraw = (submission: Submission): readonly Signer[] =>
  submission.signers.filter(({ state }) => state === 'signed');

/** Whether it stands in the name of a body 集体, not of people. */
export const isCollective = ({ proposerType }: Pick<Submission, 'proposerType'>): boolean =>
  proposerType !== 'individual';

/** The proposers in the order of the form: the author first, then who signed, in the order of signing. */
export const proposersOf = (submission: Submission): readonly number[] => [
  submission.authorId,
  ...standingSigners(submission)
    .filter(({ personId }) => personId !== submission.authorId)
    .toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))
    .map(({ personId }) => personId),
];

/** What it carries now: attachments, pictures of its text, the page with the seal. */
export const filesOf = ({
  fileIds,
  text,
  sealFileId,
}: Pick<Submission, 'fileIds' | 'text' | 'sealFileId'>): readonly number[] => [
  ...fileIds,
  ...picturesOf(text.facts),
  ...picturesOf(text.analysis),
  ...(sealFileId === null ? [] : [sealFileId]),
];

/** What stands now, kept as that which is handed in. */
export const handedInOf = ({
  text,
  form,
  fileIds,
  proposerType,
  bodyName,
  sealFileId,
  signers,
}: HandedIn): HandedIn => ({ text, form, fileIds, proposerType, bodyName, sealFileId, signers });
