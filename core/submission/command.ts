import type { Standing } from '../access.ts';
import type { IntakeOf } from '../intake-rules.ts';
import type { ProposerType } from '../ruleset.ts';
import type { Instant, Moment } from '../words.ts';
import type { HandingIn, Signer, StepOpinion, SubmissionForm, SubmissionText } from './submission.ts';

/** Points of the check-list 审查要点 that were ticked. */
type Checks = Pick<StepOpinion, 'checks'>;

export type SubmissionCommand =
  | {
      readonly type: 'edit';
      readonly text?: SubmissionText;
      readonly form?: SubmissionForm;
      readonly fileIds?: readonly number[];
      readonly body?: {
        readonly proposerType: ProposerType;
        readonly bodyName: string;
        readonly sealFileId: number | null;
      };
    }
  | {
      readonly type: 'invite';
      readonly personIds: readonly number[];
      readonly role: Signer['role'];
      readonly group: string | null;
      /** When the invitations close; null: as many days as the ruleset has. */
      readonly until: Instant | null;
    }
  | { readonly type: 'removeSigner'; readonly personId: number }
  | { readonly type: 'sign'; readonly comment: string; readonly textNo: number }
  | { readonly type: 'declineToSign' }
  | { readonly type: 'disownSignature'; readonly text: string }
  /** `confirmed`: codes of findings that stop, which the author has answered for (`check-text.ts`). */
  | ({ readonly type: 'submit'; readonly confirmed: readonly string[] } & HandingIn)
  | { readonly type: 'disown'; readonly text: string }
  | ({ readonly type: 'takeStep' } & Pick<StepOpinion, 'advice' | 'grounds' | 'checks' | 'text'>)
  | { readonly type: 'choosePanel'; readonly panelId: number | null }
  | ({ readonly type: 'returnForRevision'; readonly text: string } & Checks)
  | ({ readonly type: 'file'; readonly matterId: number; readonly caseNo: string } & Checks)
  | ({ readonly type: 'decline'; readonly grounds: readonly string[]; readonly text: string } & Checks)
  | ({ readonly type: 'convert'; readonly to: string; readonly text: string } & Checks)
  | ({ readonly type: 'split'; readonly into: readonly number[]; readonly text: string } & Checks)
  | { readonly type: 'askToWithdraw'; readonly reason: string }
  | { readonly type: 'agreeToWithdraw' }
  | { readonly type: 'refuseToWithdraw' }
  | { readonly type: 'takeBackWithdrawal' }
  | { readonly type: 'discard' };

export type SubmissionContext = {
  readonly at: Moment;
  readonly actorId: number;
  readonly standings: ReadonlySet<Standing>;
  readonly intake: IntakeOf;
  /** The end of the invitations where the author names none, as the ruleset's days make it. */
  readonly invitationsEnd: Instant;
  /** The matter that it became is closed, or the office has withdrawn it. */
  readonly matterOver: boolean;
};

export const limits = { text: 5_000, reason: 2_000, invitations: 500, checks: 50, bodyName: 100 } as const;
