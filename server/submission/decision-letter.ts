import type { MatterKind } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { chineseDate, chineseNumeral } from '../platform/documents/chinese-form.ts';
import type { Letter } from '../platform/documents/letter.ts';

/** What an office wrote to the proposers of a submission when it decided on it, or sent it back, as data. */
export type DecisionPaper = {
  readonly office: string;
  readonly kind: MatterKind;
  readonly flowNo: string;
  readonly title: string;
  readonly handedInOn: LocalDate;
  readonly on: LocalDate;
  /** The proposers in the order of the form; a body that stands for them is named instead. */
  readonly proposers: readonly string[];
  readonly bodyName: string;
  /** The office's own words; a newline begins a paragraph. */
  readonly text: string;
  readonly said:
    | { readonly what: 'returned' }
    | { readonly what: 'declined'; readonly grounds: readonly string[] }
    | { readonly what: 'converted'; readonly to: string }
    | {
        readonly what: 'split';
        readonly parts: readonly { readonly flowNo: string; readonly title: string }[];
      };
};

const persons = { suggestion: '代表', proposal: '委员' } as const;

const titleOf = ({ title, said }: DecisionPaper): string => {
  switch (said.what) {
    case 'returned':
      return `关于退回修改《${title}》的函`;
    case 'declined':
      return `关于《${title}》不予立案的函`;
    case 'converted':
      return `关于《${title}》转作${said.to}的函`;
    case 'split':
      return `关于《${title}》分案办理的函`;
  }
};

/** What the decision says by its code stands in the letter, whether or not the office's words repeat it. */
const statedOf = ({ said, text }: DecisionPaper): readonly string[] => {
  switch (said.what) {
    case 'returned':
      return [];
    case 'declined': {
      const unsaid = said.grounds.filter((ground) => !text.includes(ground));
      return unsaid.length === 0 ? [] : [`不予立案的理由：${unsaid.join('；')}。`];
    }
    case 'converted':
      return text.includes(said.to) ? [] : [`本件转作${said.to}。`];
    case 'split':
      return said.parts.map(
        (part, index) => `${chineseNumeral(index + 1)}、《${part.title}》（流水号${part.flowNo}）`,
      );
  }
};

/** The letter of a decision on a submission, in the letter form of official papers. It has no number of its own. */
export const decisionLetter = (paper: DecisionPaper): Letter => ({
  mark: paper.office,
  documentNo: null,
  classMark: null,
  title: titleOf(paper),
  addressees:
    paper.bodyName === '' ? paper.proposers.map((name) => `${name}${persons[paper.kind]}`) : [paper.bodyName],
  ...(paper.bodyName === '' ? { salutation: '尊敬的' } : {}),
  paragraphs: [
    ...(paper.text.includes(paper.flowNo)
      ? []
      : [`${chineseDate(paper.handedInOn)}提交的《${paper.title}》（流水号${paper.flowNo}）收悉。`]),
    ...paper.text
      .split(/\n+/u)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    ...statedOf(paper),
  ],
  points: [],
  opinions: [],
  closing: ['特此函告。'],
  signature: { unit: paper.office, date: paper.on },
  contact: null,
  disclosure: null,
  copies: [],
  draft: false,
});
