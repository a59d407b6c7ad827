import type { LocalDate } from '#core/words.ts';

/** A unit on the sheet; `role` in words (主办, 会办 …), `leader` the person answering for it there. */
type SheetUnit = {
  readonly name: string;
  readonly role: string;
  readonly leader: string | null;
};

/** A date on the sheet with the reason for it in words, such as 自交办之日起 3 个月(《……办法》第十二条). */
type SheetDate = {
  readonly duty: 'signForBy' | 'opinionBy' | 'replyBy';
  readonly date: LocalDate;
  readonly why: string;
};

/** An assignment sheet 交办单 as data, printed as a form to be signed; all texts are plain text. */
export type AssignmentSheet = {
  /** The office that assigns, such as 云川市人民政府督查室; stands over the heading. */
  readonly office: string;
  /** Number of the sheet; null prints none. */
  readonly sheetNo: string | null;
  /** 案号 */
  readonly caseNo: string;
  readonly title: string;
  /** 人大代表建议 or 政协提案, as the ruleset words it; stands in the heading. */
  readonly kind: string;
  /** Such as 市七届人大六次会议(大会期间). */
  readonly session: string;
  /** In order, the leading proposer first; `note` is a delegation, a sector or a phone number. */
  readonly proposers: readonly { readonly name: string; readonly note: string | null }[];
  readonly units: readonly SheetUnit[];
  /** 领办领导: the leader of the government who answers for the matter; null prints none. */
  readonly responsibleLeader: string | null;
  readonly assignedOn: LocalDate;
  readonly dates: readonly SheetDate[];
  /** Numbered asks; empty before the matter is cut into points. */
  readonly asks: readonly { readonly no: number; readonly text: string }[];
  /** 办理要求, one paragraph each; empty prints none. */
  readonly requirements: readonly string[];
  /** True until the assignment is made: 草稿 stands across every page. */
  readonly draft: boolean;
};
