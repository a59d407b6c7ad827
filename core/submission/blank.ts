import type { MatterKind } from '../ruleset.ts';
import type { Submission, SubmissionForm, SubmissionText } from './submission.ts';

export const blankText = { title: '', facts: [], analysis: [], asks: [] } satisfies SubmissionText;

export const blankForm = {
  publicConsent: 'unasked',
  consentReason: '',
  origins: [],
  raisedYears: 0,
  raisedBefore: '',
  closerContact: false,
  referenceOnly: false,
  openToCoSigners: false,
  category: null,
  preferredLeadId: null,
  preferredAssistIds: [],
} satisfies SubmissionForm;

/** A draft that has just begun. `enteredById`: who enters it for its author; null: he writes it himself. */
export const beginSubmission = (begun: {
  readonly kind: MatterKind;
  readonly organId: number;
  readonly authorId: number;
  readonly enteredById: number | null;
  readonly text?: SubmissionText;
  readonly form?: SubmissionForm;
}): Omit<Submission, 'id' | 'version'> => ({
  kind: begun.kind,
  organId: begun.organId,
  sessionId: null,
  inSession: null,
  flowNo: null,
  authorId: begun.authorId,
  enteredById: begun.enteredById,
  proposerType: 'individual',
  bodyName: '',
  sealFileId: null,
  state: 'draft',
  step: 0,
  panelId: null,
  textNo: 1,
  text: begun.text ?? blankText,
  form: begun.form ?? blankForm,
  fileIds: [],
  signers: [],
  gatherUntil: null,
  opinions: [],
  submittedAt: null,
  submittedTextNo: null,
  handedIn: null,
  paperOn: null,
  noScanReason: null,
  withdrawalReason: null,
  returnedText: null,
  decision: null,
  splitFromId: null,
});
