import type { LocalDate } from '#core/words.ts';

/**
 * One numbered answer of a reply letter.
 * `ask` is the point as the proposer put it, `answer` what the unit replies; both are plain text, a newline
 * starts a paragraph. An empty answer prints a note that the point is not answered yet.
 */
type LetterPoint = {
  readonly no: number;
  readonly ask: string;
  readonly adopted: 'adopted' | 'partly' | 'notAdopted';
  readonly answer: string;
};

/** The view of an assisting unit 会办意见 as it goes into the letter; `dissent` is printed beside the unit. */
type LetterOpinion = {
  readonly unit: string;
  readonly text: string;
  readonly dissent: boolean;
};

/**
 * A reply letter 答复函 as data; everything that a reader sees on paper is in here.
 *
 * All texts are plain text: nothing in them is read as markup. Newlines part paragraphs where a list of
 * paragraphs is asked for, and count as a space elsewhere.
 */
export type Letter = {
  /** 发文机关标志, the red name at the head: the full or standard short name of the issuing organ. */
  readonly mark: string;
  /** 发文字号 such as 云教函〔2026〕12号; null: a draft waits for its own, what is out without one has none. */
  readonly documentNo: string | null;
  /** Result class in the right upper corner of page 1: `code` large, `name` small under it; null prints none. */
  readonly classMark: { readonly code: string; readonly name: string } | null;
  /** 标题, such as 关于市七届人大六次会议第20260012号建议答复的函. */
  readonly title: string;
  /** The proposers as they are addressed, such as 林知远代表; printed in one line, in this order. */
  readonly addressees: readonly string[];
  /** Stands before the first addressee, such as 尊敬的. */
  readonly salutation?: string;
  /** Paragraphs before the answers: thanks, and what was said when the proposer was met. */
  readonly paragraphs: readonly string[];
  readonly points: readonly LetterPoint[];
  readonly opinions: readonly LetterOpinion[];
  /** Paragraphs after the answers; the last one never parts from the signature. */
  readonly closing: readonly string[];
  /** 署名 and 成文日期; the date is null until issued. */
  readonly signature: { readonly unit: string; readonly date: LocalDate | null };
  readonly contact: { readonly name: string; readonly phone: string } | null;
  /** 公开属性 in words, such as 主动公开; null prints none. */
  readonly disclosure: string | null;
  /** 抄送, in order. */
  readonly copies: readonly string[];
  /** True until issued: 草稿 stands across every page. */
  readonly draft: boolean;
};
