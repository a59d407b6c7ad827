import type { LocalDate } from '#core/words.ts';
import { chineseDate, chineseNumeral } from '../platform/documents/chinese-form.ts';
import type { Letter } from '../platform/documents/letter.ts';

/** A supervision notice as data: everything that its document prints. */
export type NoticePaper = {
  /** The office that issues it. */
  readonly office: string;
  readonly unit: string;
  /** Null until issued. */
  readonly documentNo: string | null;
  readonly issuedOn: LocalDate | null;
  readonly reportBy: LocalDate;
  /** Paragraphs parted by newlines. */
  readonly requirement: string;
  readonly matters: readonly {
    readonly kind: 'suggestion' | 'proposal';
    readonly caseNo: string;
    readonly title: string;
    readonly roleName: string;
    /** What the unit owes, in words, and until when; null: nothing that has a date. */
    readonly owed: { readonly duty: string; readonly date: LocalDate; readonly daysLate: number } | null;
  }[];
};

const kindNames = { suggestion: '建议', proposal: '提案' } as const;

const lineOf = (
  { kind, caseNo, title, roleName, owed }: NoticePaper['matters'][number],
  no: number,
): string => {
  const late = owed !== null && owed.daysLate > 0 ? `，已超期${owed.daysLate}个工作日` : '';
  const until = owed === null ? '' : `，应于${chineseDate(owed.date)}前完成${owed.duty}${late}`;
  return `${chineseNumeral(no)}、第${caseNo}号${kindNames[kind]}《${title}》（${roleName}${until}）。`;
};

const subjectOf = (matters: NoticePaper['matters']): string => {
  const [first] = matters;
  if (first === undefined) return '建议提案';
  const kinds = new Set(matters.map(({ kind }) => kind));
  const name = kinds.size > 1 ? '建议提案' : kindNames[first.kind];
  return matters.length === 1
    ? `第${first.caseNo}号${name}`
    : `第${first.caseNo}号等${matters.length}件${name}`;
};

/** The notice in the letter form of official papers: the same geometry and the same two formats as a reply. */
export const noticeLetter = (paper: NoticePaper): Letter => ({
  mark: paper.office,
  documentNo: paper.documentNo,
  classMark: null,
  title: `关于${subjectOf(paper.matters)}办理工作的督办通知`,
  addressees: [paper.unit],
  paragraphs: [
    `你单位承办的下列${paper.matters.length}件，现予督办：`,
    ...paper.matters.map((matter, index) => lineOf(matter, index + 1)),
    paper.requirement,
  ],
  points: [],
  opinions: [],
  closing: [`请于${chineseDate(paper.reportBy)}前将落实情况书面反馈。`, '特此通知。'],
  signature: { unit: paper.office, date: paper.issuedOn },
  contact: null,
  disclosure: null,
  copies: [],
  draft: paper.documentNo === null,
});
