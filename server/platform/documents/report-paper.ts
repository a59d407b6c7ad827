import type { Language } from '#contract/messages/message.ts';
import type { LocalDate } from '#core/words.ts';

/** A run of text; `source`: the number of the figure in the list of sources, `link`: the address of its rows. */
type PaperRun = {
  readonly text: string;
  readonly source: number | null;
  readonly link: string | null;
};

/**
 * A report in the form of an official text: title, numbered parts, paragraphs with figures that lead to their sources,
 * tables, signature, and at the end where every number comes from. Everything printed is in here; all texts are plain.
 */
export type ReportPaper = {
  readonly language: Language;
  /** Whose report it is; stands at the end. */
  readonly office: string;
  readonly title: string;
  readonly subtitle: string;
  /** Words across every page of a draft. */
  readonly watermark: string | null;
  readonly signedOn: string;
  readonly parts: readonly {
    readonly heading: string;
    readonly blocks: readonly (
      | { readonly kind: 'paragraph'; readonly runs: readonly PaperRun[] }
      | {
          readonly kind: 'table';
          readonly caption: string;
          /** Shares of the width. */
          readonly widths: readonly number[];
          readonly head: readonly string[];
          readonly rows: readonly (readonly string[])[];
          readonly notes: readonly string[];
        }
    )[];
  }[];
  readonly sources: {
    readonly title: string;
    readonly widths: readonly number[];
    readonly head: readonly string[];
    /** The first cell is the number to which runs refer. */
    readonly rows: readonly { readonly cells: readonly string[]; readonly link: string | null }[];
  };
  /** Foot of every page, with `{page}` to be filled. */
  readonly foot: string;
  /** The paper's own day, so that making it again gives the same bytes. */
  readonly on: LocalDate;
};
