/** What a jurisdiction rules about the opinions of group discussions 分组讨论意见: part of its ruleset. */
import type { Source } from './ruleset.ts';
import type { Text } from './words.ts';

/** A class of opinions. `hints`: words that make the class likely; a person decides. */
export type OpinionClass = { readonly code: string; readonly name: Text; readonly hints: readonly string[] };

export type SessionOpinionRules = {
  /** In the order in which they are tried; the last is taken where no hint of the others is met. */
  readonly classes: readonly OpinionClass[];
  readonly source: Source;
};
