import type { Language } from '#contract/messages/message.ts';
import type { LocalDate } from '#core/words.ts';

/** A bound list of texts: title page, contents with page numbers, then one entry after the other. Plain text all. */
export type Booklet = {
  readonly language: Language;
  /** The office whose paper it is; stands over and under the title. */
  readonly office: string;
  /** Over the title: the session. */
  readonly session: string;
  readonly title: string;
  /** At the head of the title page: for whom it is. */
  readonly mark: string;
  /** Under the title: how many, what is left out. */
  readonly notes: readonly string[];
  readonly printedOn: string;
  readonly contentsTitle: string;
  readonly asksTitle: string;
  readonly entries: readonly {
    readonly caseNo: string;
    readonly title: string;
    /** Who proposed it and what else is said of it, line by line. */
    readonly facts: readonly { readonly label: string; readonly text: string }[];
    readonly paragraphs: readonly string[];
    readonly asks: readonly string[];
    /** Instead of a text. */
    readonly instead: string;
  }[];
  /** Foot of every page but the first, with `{page}` and `{total}` to be filled. */
  readonly foot: string;
  /** The paper's own day, so that making it again gives the same bytes. */
  readonly on: LocalDate;
};
