import type { LocalDate } from '#core/words.ts';
import { chineseDate, chineseNumeral } from '../platform/documents/chinese-form.ts';
import type { Letter } from '../platform/documents/letter.ts';

/** The hand-over sheet 交办单 of one unit as data: everything that it prints. */
export type ReferralPaper = {
  readonly office: string;
  readonly unit: string;
  readonly sessionName: string;
  readonly on: LocalDate;
  readonly opinions: readonly {
    readonly no: number;
    readonly group: string;
    readonly heldOn: LocalDate;
    /** Everyone who said it; empty: not known. */
    readonly speakers: readonly string[];
    readonly text: string;
    readonly className: string;
  }[];
};

const lineOf = (one: ReferralPaper['opinions'][number], place: number): string => {
  const who = one.speakers.length === 0 ? '' : `，${one.speakers.join('、')}`;
  const text = one.text.replace(/\s*\n\s*/gu, ' ');
  const stop = /[。！？；.!?]$/u.test(text) ? '' : '。';
  return `${chineseNumeral(place)}、${text}${stop}（第${one.no}条，${one.className}；${chineseDate(one.heldOn)}，${one.group}${who}）`;
};

/** The sheet in the letter form of official papers. */
export const referralSheet = (paper: ReferralPaper): Letter => ({
  mark: paper.office,
  documentNo: null,
  classMark: null,
  title: `${paper.sessionName}分组讨论意见交办单`,
  addressees: [paper.unit],
  paragraphs: [
    `现将${paper.sessionName}分组讨论中提出的${paper.opinions.length}条意见转你单位，请认真研究，及时以登门、视频、电话等方式向发言人回应，并登记回应情况。`,
    ...paper.opinions.map((one, index) => lineOf(one, index + 1)),
  ],
  points: [],
  opinions: [],
  closing: ['特此交办。'],
  signature: { unit: paper.office, date: paper.on },
  contact: null,
  disclosure: null,
  copies: [],
  draft: false,
});
