import { documentsMessages } from '#contract/messages/documents.ts';
import { fill } from '#contract/messages/message.ts';
import { balancedLines, widthOf } from './balanced-lines.ts';
import { chineseDate, chineseNumeral } from './chinese-form.ts';
import type { Letter } from './letter.ts';
import { officialForm, pointsPerMm } from './official-form.ts';
import { oneLine, paragraphsOf } from './plain-text.ts';

/** `heading` is level 一、, `subheading` level (一); `ruling` begins with a label that stands out. */
export type LetterParagraph =
  | { readonly kind: 'text' | 'heading' | 'subheading'; readonly text: string }
  | { readonly kind: 'ruling'; readonly label: string; readonly text: string };

/** A letter as it is printed, word for word: both formats are drawn from this, so that they cannot differ. */
export type LetterView = {
  readonly title: string;
  readonly mark: { readonly lines: readonly string[]; readonly size: number; readonly tracking: number };
  readonly classMark: { readonly label: string; readonly name: string } | null;
  readonly documentNo: string;
  readonly titleLines: readonly string[];
  readonly addressee: string;
  readonly body: readonly LetterParagraph[];
  /** The last paragraph, kept on one page with the signature; null when the letter has no text at all. */
  readonly ending: LetterParagraph | null;
  readonly signature: { readonly unitLines: readonly string[]; readonly date: string };
  readonly contact: string | null;
  readonly disclosure: string | null;
  readonly copies: { readonly label: string; readonly text: string } | null;
  readonly watermark: string | null;
};

type Words = keyof typeof documentsMessages;
const say = (key: Words, params: Readonly<Record<string, string>> = {}): string =>
  fill(documentsMessages[key], 'zh', params);

/** The mark shrinks to fit the red line, then breaks; a short one is spaced out to two thirds of the line. */
const markView = (mark: string): LetterView['mark'] => {
  const lines = balancedLines(oneLine(mark), 20);
  const widest = Math.max(1, ...lines.map(widthOf));
  const lineWidth = officialForm.letter.lineWidth * pointsPerMm;
  const size = Math.min(officialForm.size.mark, (lineWidth * 0.96) / widest);
  const spare = Math.max(0, lineWidth * 0.66 - size * widest) / widest;
  return { lines, size: round(size), tracking: round(Math.min(spare, size * 0.3)) };
};

const round = (points: number): number => Math.round(points * 100) / 100;

const textParagraphs = (texts: readonly string[]): LetterParagraph[] =>
  texts.flatMap(paragraphsOf).map((text) => ({ kind: 'text', text }));

/** Level-one headings are numbered 一、二、 unless there is only one. */
const answerParagraphs = (letter: Letter): LetterParagraph[] => {
  const headings = letter.points.length + (letter.opinions.length > 0 ? 1 : 0);
  const heading = (no: number, text: string): LetterParagraph => ({
    kind: 'heading',
    text: headings > 1 ? `${chineseNumeral(no)}、${text}` : text,
  });
  const answers = letter.points.flatMap((point): LetterParagraph[] => {
    const [first = '', ...rest] = paragraphsOf(point.answer);
    const text = first === '' ? say('documents.letter.answerMissing') : first;
    return [
      heading(point.no, oneLine(point.ask).replace(/[。；;]$/, '')),
      { kind: 'ruling', label: say(`documents.letter.${point.adopted}`), text },
      ...textParagraphs(rest),
    ];
  });
  if (letter.opinions.length === 0) return answers;
  const next = Math.max(0, ...letter.points.map((point) => point.no)) + 1;
  const opinions = letter.opinions.flatMap((opinion, index): LetterParagraph[] => {
    const dissent = opinion.dissent ? say('documents.letter.dissent') : '';
    const number = `（${chineseNumeral(index + 1)}）`;
    return [
      { kind: 'subheading', text: `${number}${oneLine(opinion.unit)}${dissent}` },
      ...textParagraphs([opinion.text]),
    ];
  });
  return [...answers, heading(next, say('documents.letter.opinions')), ...opinions];
};

/**
 * Lays a letter out into printed words. Always Chinese: the letter form is that of GB/T 9704-2012.
 * Numbers the points, writes dates in figures, breaks mark, title and signature into balanced lines.
 */
export const letterView = (letter: Letter): LetterView => {
  const title = oneLine(letter.title);
  const comma = say('documents.comma');
  const paragraphs = [
    ...textParagraphs(letter.paragraphs),
    ...answerParagraphs(letter),
    ...textParagraphs(letter.closing),
  ];
  const addressees = letter.addressees.map(oneLine).join(comma);
  const copies = letter.copies.map(oneLine).join('，');
  const { classMark, contact, signature } = letter;
  return {
    title,
    mark: markView(letter.mark),
    classMark: classMark && {
      label: say('documents.letter.classMark', { code: oneLine(classMark.code) }),
      name: oneLine(classMark.name),
    },
    documentNo:
      letter.documentNo === null
        ? letter.draft
          ? say('documents.letter.numberMissing')
          : ''
        : oneLine(letter.documentNo),
    titleLines: balancedLines(title, 19.5),
    addressee: `${oneLine(letter.salutation ?? '')}${addressees}${say('documents.colon')}`,
    body: paragraphs.slice(0, -1),
    ending: paragraphs.at(-1) ?? null,
    signature: {
      unitLines: balancedLines(oneLine(signature.unit), 20),
      date: signature.date === null ? say('documents.letter.dateMissing') : chineseDate(signature.date),
    },
    contact:
      contact &&
      say('documents.letter.contact', { name: oneLine(contact.name), phone: oneLine(contact.phone) }),
    disclosure:
      letter.disclosure === null
        ? null
        : say('documents.letter.disclosure', { text: oneLine(letter.disclosure) }),
    copies: copies === '' ? null : { label: say('documents.letter.copies'), text: `${copies}。` },
    watermark: letter.draft ? say('documents.draft') : null,
  };
};
