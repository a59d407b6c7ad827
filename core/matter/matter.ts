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
  | 'withdrawn';

export const matterStages = [
  'filed',
  'assigned',
  'handling',
  'replied',
  'rated',
  'rehandling',
  'closed',
  'withdrawn',
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

/** How the matter ended, or null while it is worked on. */
export const endedAs = (stage: MatterStage): 'closed' | 'withdrawn' | null =>
  stage === 'closed' || stage === 'withdrawn' ? stage : null;

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
  | { readonly type: 'matterAssigned'; readonly on: LocalDate }
  | { readonly type: 'stageMoved'; readonly from: MatterStage; readonly to: MatterStage }
  | { readonly type: 'matterClosed'; readonly at: Instant; readonly reason: string | null }
  | { readonly type: 'matterReopened'; readonly reason: string }
  | { readonly type: 'matterWithdrawn'; readonly at: Instant; readonly reason: string };
