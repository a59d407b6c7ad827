/** Makes the text of a notice plain: half-width signs, digits, no spaces, and each paragraph on one line again. */

export type Paragraph = {
  /** Half-width, without spaces. */
  readonly text: string;
  /** The holiday that a heading names (一、元旦：…); empty without one. */
  readonly name: string;
  /** The line of the given text, from 1 on, in which the character at `index` stands. */
  readonly lineAt: (index: number) => number;
};

const digits = '〇一二三四五六七八九';

/** 二十八 → 28; numerals up to 99, as days and months are written. */
const fromHan = (han: string): number => {
  const [tens, ones] = han.includes('十') ? han.split('十') : ['', han];
  const ten = !han.includes('十') ? 0 : tens === '' || tens === undefined ? 1 : digits.indexOf(tens);
  return ten * 10 + (ones === undefined || ones === '' ? 0 : digits.indexOf(ones));
};

const plain = (line: string): string =>
  line
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[零○]/g, '〇')
    .replace(/[〇一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((one) => digits.indexOf(one)).join(''),
    )
    .replace(
      /([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g,
      (_, month: string, day: string) =>
        // Only both together: 周日 is a day of the week, 正月初三 belongs to another calendar.
        `${fromHan(month)}月${fromHan(day)}日`,
    )
    .replace(
      /([至到、~-])([一二三四五六七八九十]{1,3})日/g,
      (_, sign: string, day: string) => `${sign}${fromHan(day)}日`,
    );

const heading =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))?([\p{Script=Han}、·]{1,20}):/u;
const numbered = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))/;

/** A line goes on in the next one unless it ends a sentence or the next begins an item: pasted pages break anywhere. */
const joins = (before: string, next: string): boolean =>
  before !== '' && next !== '' && !/[。;:!?]$/.test(before) && !numbered.test(next) && !heading.test(next);

export const readParagraphs = (text: string): readonly Paragraph[] => {
  const paragraphs: { text: string; starts: { at: number; line: number }[] }[] = [];
  for (const [index, given] of text.split(/\r\n|\r|\n/).entries()) {
    const line = plain(given);
    const last = paragraphs.at(-1);
    if (last !== undefined && joins(last.text, line)) {
      last.starts.push({ at: last.text.length, line: index + 1 });
      last.text += line;
    } else paragraphs.push({ text: line, starts: [{ at: 0, line: index + 1 }] });
  }
  return paragraphs
    .filter((paragraph) => paragraph.text !== '')
    .map((paragraph) => ({
      text: paragraph.text,
      name: heading.exec(paragraph.text)?.[1] ?? '',
      lineAt: (index) => paragraph.starts.findLast(({ at }) => at <= index)?.line ?? 1,
    }));
};
