import type { MatterKind, MatterLevel, ProposerType } from '../ruleset.ts';
import type { Instant, LocalDate, PublicConsent } from '../words.ts';

/**
 * Where one matter 件 is on its way. `filed … withdrawn` is all that this slice of the product knows;
 * intake before filing comes in front of `filed`.
 */
export type MatterStage =
  | 'filed'
  | 'assigned'
  | 'handling'
  | 'replied'
  | 'rated'
  | 'rehandling'
  | 'closed'
  | 'withdrawn'
  /** 并案: handled with another matter, and only there; its number, text and proposers stay. */
  | 'merged';

export const matterStages = [
  'filed',
  'assigned',
  'handling',
  'replied',
  'rated',
  'rehandling',
  'closed',
  'withdrawn',
  'merged',
] as const satisfies readonly MatterStage[];

/** Stages in which a matter is worked on. Of the others, only `closed` can be left, by reopening. */
export const openStages = [
  'filed',
  'assigned',
  'handling',
  'replied',
  'rated',
  'rehandling',
] as const satisfies readonly MatterStage[];

export type Ended = 'closed' | 'withdrawn' | 'merged';

/** How the matter ended, or null while it is worked on. A merged one has ended on its own account: its main goes on. */
export const endedAs = (stage: MatterStage): Ended | null =>
  stage === 'closed' || stage === 'withdrawn' || stage === 'merged' ? stage : null;

/** One numbered ask of the matter; `no` stays the point's name for its whole life. */
export type Point = { readonly no: number; readonly text: string };

export type Matter = {
  readonly id: number;
  readonly version: number;
  readonly kind: MatterKind;
  readonly organId: number;
  readonly sessionId: number;
  readonly inSession: boolean;
  readonly caseNo: string;
  readonly title: string;
  readonly body: string;
  readonly category: string | null;
  readonly publicConsent: PublicConsent;
  readonly level: MatterLevel;
  readonly proposerType: ProposerType;
  /** 重点督办. */
  readonly priority: boolean;
  readonly stage: MatterStage;
  readonly points: readonly Point[];
  readonly filedOn: LocalDate;
  readonly assignedOn: LocalDate | null;
  /** When it ended: closed, or withdrawn. */
  readonly closedAt: Instant | null;
  /** The day it was closed where a record of earlier years tells only that; absent or null: see `closedAt`. */
  readonly closedOn?: LocalDate | null;
};

/** The parts of a matter that its offices may correct, with who filed it left alone. */
export type MatterText = Pick<
  Matter,
  'title' | 'body' | 'category' | 'publicConsent' | 'level' | 'proposerType' | 'priority'
>;

export type MatterEvent =
  | { readonly type: 'matterFiled'; readonly matter: Omit<Matter, 'id' | 'version'> }
  | {
      readonly type: 'matterAmended';
      readonly before: Partial<MatterText>;
      readonly after: Partial<MatterText>;
    }
  | { readonly type: 'pointsSplit'; readonly points: readonly Point[] }
  /** `leader`: in whose name; absent: entered afterwards of an earlier year, or from before this was kept. */
  | { readonly type: 'matterAssigned'; readonly on: LocalDate; readonly leader?: string }
  | { readonly type: 'stageMoved'; readonly from: MatterStage; readonly to: MatterStage }
  | { readonly type: 'matterClosed'; readonly at: Instant; readonly reason: string | null }
  /** Over since an earlier year, by a record entered afterwards; null: it does not tell the day. */
  | { readonly type: 'pastClosed'; readonly on: LocalDate | null }
  | { readonly type: 'matterReopened'; readonly reason: string }
  | { readonly type: 'matterWithdrawn'; readonly at: Instant; readonly reason: string }
  | {
      readonly type: 'matterMerged';
      readonly mainId: number;
      readonly mainCaseNo: string;
      readonly reason: string;
      /** Why they are handled together although what they ask for is opposite; null: it is not. */
      readonly oppositeReason: string | null;
    }
  | {
      readonly type: 'matterUnmerged';
      readonly mainId: number;
      readonly mainCaseNo: string;
      readonly reason: string;
    }
  | { readonly type: 'matterTakenIn'; readonly matterId: number; readonly caseNo: string }
  | { readonly type: 'matterLetGo'; readonly matterId: number; readonly caseNo: string }
  | {
      /** He said that the signature entered for him from paper was not his. */
      readonly type: 'proposerLeft';
      readonly personId: number;
      /** As he was called then: he is no longer among those whose names the matter knows. */
      readonly name: string;
      /** The matter merged into this one under which his name stood; null: this one. */
      readonly viaCaseNo: string | null;
      readonly reason: string;
    };
