import type { UnitSystem } from '../demo.ts';
import type { UnitKey } from '../topics/topic.ts';

/** Chinese and English name of a section. */
export type SectionName = readonly [string, string];

/** What the generator knows about a handling unit; people and keys are made from it. */
export type UnitSpec = {
  readonly key: UnitKey;
  readonly name: string;
  readonly en: string;
  readonly short: string;
  readonly aliases: readonly string[];
  readonly functions: readonly string[];
  readonly system: UnitSystem;
  readonly boundary?: true;
  /** What the unit calls itself in a reply: 我局. */
  readonly me: string;
  /** Word of its document numbers between 云 and 函: 云教函. */
  readonly code: string;
  readonly sections: readonly SectionName[];
  /** Sentences of an assisting opinion; `{what}` stands for the ask. */
  readonly agree: readonly string[];
  readonly dissent: readonly string[];
};
