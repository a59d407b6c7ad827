/** What a jurisdiction rules about the way from an idea to a filed matter: part of its ruleset. */
import type { MatterKind, Source } from './ruleset.ts';
import type { Text } from './words.ts';

/** Who looks at a submission in one step: people named for the proposer's group, for the topic, or the organ's office. */
export type StepBy = 'group' | 'panel' | 'organ-office';

/** One look at a submission, in order. */
export type IntakeStep = { readonly code: string; readonly by: StepBy; readonly name: Text };

/** A ground on which a submission is not filed 不予立案, or is warned of while it is written. */
export type DeclineGround = {
  readonly code: string;
  readonly name: Text;
  /** Words that make the proposer ask himself whether the ground applies; they prove nothing. */
  readonly hints: readonly string[];
};

/** What a submission that is not filed can become 转办. */
export type Conversion = { readonly code: string; readonly name: Text };

/** Limits of a text, in characters without blanks. `bodyMost` null: no limit. */
export type TextLimits = {
  readonly titleMost: number;
  readonly bodyLeast: number;
  readonly bodyMost: number | null;
  readonly asksLeast: number;
  readonly asksMost: number;
};

export type CoSigning = {
  /** Length of the comment with which one signs; null: none is asked for. */
  readonly comment: { readonly least: number; readonly most: number } | null;
  /** Days until an invitation closes, where the author names no other time. */
  readonly openDays: number;
  readonly source: Source;
};

export type IntakeOf = {
  /** 三审: looks before a submission reaches the organ's office; empty: it goes there at once. */
  readonly vetting: readonly IntakeStep[];
  /** Looks after it, before the office decides 初审、复审. */
  readonly review: readonly IntakeStep[];
  readonly stepsSource: Source;
  readonly text: TextLimits;
  readonly textSource: Source;
  readonly declineGrounds: readonly DeclineGround[];
  readonly groundsSource: Source;
  readonly conversions: readonly Conversion[];
  readonly conversionsSource: Source;
  readonly coSigning: CoSigning;
  /** From how many days before a session opens what is handed in counts for it; 0: from its first day. */
  readonly collected: { readonly daysBefore: number; readonly source: Source };
  /** Whether every signer must agree to a withdrawal 撤回. */
  readonly withdrawal: { readonly allSigners: boolean; readonly source: Source };
  /** What stands under a collective submission 集体提案: the body's seal, its convenor's word, or either. */
  readonly collective: { readonly confirmedBy: 'seal' | 'convenor' | 'either'; readonly source: Source };
};

export type IntakeRules = Readonly<Record<MatterKind, IntakeOf>>;
