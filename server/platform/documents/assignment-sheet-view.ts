import { documentsMessages } from '#contract/messages/documents.ts';
import { fill, type Language } from '#contract/messages/message.ts';
import type { LocalDate } from '#core/words.ts';
import type { AssignmentSheet } from './assignment-sheet.ts';
import { balancedLines } from './balanced-lines.ts';
import { chineseDate } from './chinese-form.ts';
import { oneLine, paragraphsOf } from './plain-text.ts';

/**
 * A row of the form: a label, and beside it paragraphs, names in a row that should not be parted, or a small
 * table (`widths` are shares of the width).
 */
export type SheetRow =
  | { readonly kind: 'text'; readonly label: string; readonly lines: readonly string[] }
  | { readonly kind: 'names'; readonly label: string; readonly names: readonly string[] }
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly widths: readonly number[];
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

type SheetPair = { readonly label: string; readonly text: string };

/** A box at the foot of the form to be filled in by hand and sealed. */
export type SheetBox = {
  readonly label: string;
  readonly name: string;
  readonly blanks: readonly string[];
  readonly seal: string;
  readonly date: string;
};

/** An assignment sheet as it is printed, word for word, in one language; both formats are drawn from this. */
export type AssignmentSheetView = {
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  readonly office: string;
  /** Millimetres of the column of labels: English words are longer. */
  readonly labelWidth: number;
  readonly headingLines: readonly string[];
  readonly number: string;
  readonly issued: string;
  readonly pair: readonly [SheetPair, SheetPair];
  readonly rows: readonly SheetRow[];
  readonly boxes: readonly [SheetBox, SheetBox];
  /** Foot of every page: the case number, and a text with `{page}` and `{total}` to be filled. */
  readonly foot: { readonly caseNo: string; readonly page: string };
  readonly watermark: string | null;
};

type Words = keyof typeof documentsMessages;
type Say = (key: Words, params?: Readonly<Record<string, string>>) => string;

const rowsOf = (sheet: AssignmentSheet, say: Say, day: (date: LocalDate) => string): SheetRow[] => {
  const text = (label: Words, lines: readonly string[]): SheetRow[] =>
    lines.length === 0 ? [] : [{ kind: 'text', label: say(label), lines }];
  const comma = say('documents.comma');
  const proposers = sheet.proposers.map(({ name, note }, index) => {
    const noted = note === null ? '' : say('documents.sheet.note', { text: oneLine(note) });
    return `${oneLine(name)}${noted}${index < sheet.proposers.length - 1 ? comma : ''}`;
  });
  const asks = sheet.asks.map(({ no, text: ask }) => `${no}. ${oneLine(ask)}`);
  return [
    ...text('documents.sheet.title', [oneLine(sheet.title)]),
    { kind: 'names', label: say('documents.sheet.proposers'), names: proposers },
    ...text(
      'documents.sheet.responsibleLeader',
      sheet.responsibleLeader === null ? [] : [oneLine(sheet.responsibleLeader)],
    ),
    {
      kind: 'table',
      label: say('documents.sheet.units'),
      widths: [5, 2, 3],
      head: [say('documents.sheet.unit'), say('documents.sheet.role'), say('documents.sheet.leader')],
      rows: sheet.units.map(({ name, role, leader }) => [
        oneLine(name),
        oneLine(role),
        oneLine(leader ?? '—'),
      ]),
    },
    {
      kind: 'table',
      label: say('documents.sheet.dates'),
      widths: [5, 7, 12],
      head: [say('documents.sheet.duty'), say('documents.sheet.date'), say('documents.sheet.why')],
      rows: sheet.dates.map(({ duty, date, why }) => [
        say(`documents.sheet.${duty}`),
        day(date),
        oneLine(why),
      ]),
    },
    ...text('documents.sheet.asks', asks.length === 0 ? [say('documents.sheet.noAsks')] : asks),
    ...text('documents.sheet.requirements', sheet.requirements.flatMap(paragraphsOf)),
  ];
};

/** Lays an assignment sheet out into printed words. The words of the form follow `language`, the data do not. */
export const assignmentSheetView = (sheet: AssignmentSheet, language: Language): AssignmentSheetView => {
  const say: Say = (key, params = {}) => fill(documentsMessages[key], language, params);
  const day = (date: LocalDate): string => (language === 'zh' ? chineseDate(date) : date);
  const heading = say('documents.sheet.heading', { kind: oneLine(sheet.kind) });
  const box = (label: Words, name: string, person: Words): SheetBox => ({
    label: say(label),
    name,
    blanks: [say(person), say('documents.sheet.telephone')],
    seal: say('documents.sheet.seal'),
    date: say('documents.sheet.dateBlank'),
  });
  const caseNo = oneLine(sheet.caseNo);
  return {
    language,
    title: `${heading} ${caseNo}`,
    author: oneLine(sheet.office),
    office: oneLine(sheet.office),
    labelWidth: language === 'zh' ? 24 : 34,
    headingLines: balancedLines(heading, 20),
    number: sheet.sheetNo === null ? '' : say('documents.sheet.number', { number: oneLine(sheet.sheetNo) }),
    issued: say('documents.sheet.issued', { date: day(sheet.assignedOn) }),
    pair: [
      { label: say('documents.sheet.caseNo'), text: caseNo },
      { label: say('documents.sheet.session'), text: oneLine(sheet.session) },
    ],
    rows: rowsOf(sheet, say, day),
    boxes: [
      box('documents.sheet.assignedBy', oneLine(sheet.office), 'documents.sheet.officer'),
      box('documents.sheet.signedFor', '', 'documents.sheet.receiver'),
    ],
    foot: { caseNo, page: documentsMessages['documents.page'][language] },
    watermark: sheet.draft ? say('documents.draft') : null,
  };
};
