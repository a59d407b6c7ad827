import type { Language } from '#contract/messages/message.ts';
import type { LocalDate } from '#core/words.ts';

/**
 * A printed list: a heading, a table for each group, and where it is handed over, places to sign. Everything
 * printed is in here, word for word in one language; all texts are plain text.
 */
export type ListPaper = {
  readonly language: Language;
  /** The office whose paper it is; stands over the heading. */
  readonly office: string;
  readonly title: string;
  /** Under the heading, at both sides: such as the meeting, and the day. */
  readonly left: string;
  readonly right: string;
  /** Paragraphs before the tables. */
  readonly intro: readonly string[];
  /** Shares of the width. */
  readonly widths: readonly number[];
  readonly head: readonly string[];
  /** A group with a heading and without rows is printed as the heading alone. */
  readonly groups: readonly { readonly heading: string; readonly rows: readonly (readonly string[])[] }[];
  /** Boxes side by side at the end, each with a label and lines to be filled in by hand; empty prints none. */
  readonly boxes: readonly { readonly label: string; readonly lines: readonly string[] }[];
  /** Foot of every page, with `{page}` and `{total}` to be filled. */
  readonly foot: string;
  /** The paper's own day, so that making it again gives the same bytes. */
  readonly on: LocalDate;
};
