/** Small, total functions that make typed text comparable. None of them throws, whatever the text. */

// Zero-width spaces, soft hyphens and bidi marks come along with pasted text and make equal texts differ. The
// joiners U+200C and U+200D stay: some scripts are spelt with them.
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const han = /[\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】〔〕…—]/u;

const anyInvisible = new RegExp(invisible.source);

export const withoutInvisible = (text: string): string =>
  anyInvisible.test(text) ? text.replace(invisible, '') : text;

/** Full-width letters, digits, brackets and spaces become plain ones; all white space goes. */
export const compact = (text: string): string =>
  /^[!-~]*$/.test(text) ? text : withoutInvisible(text).normalize('NFKC').replace(/\s+/g, '');

/** One line: a break inside Chinese text was made by a narrow cell and goes, any other white space is one space. */
export const oneLine = (text: string): string => {
  if (!/\s/.test(text)) return withoutInvisible(text);
  let line = '';
  for (const part of withoutInvisible(text).split(/[\r\n]/)) {
    const words = part.trim();
    const torn = han.test(line.at(-1) ?? '') && han.test(words[0] ?? '');
    if (words !== '') line += line === '' || torn ? words : ` ${words}`;
  }
  return line.replace(/\s+/g, ' ');
};

/** Several lines: line ends are `\n`, no trailing spaces, no blank lines around. */
export const severalLines = (text: string): string => {
  if (!/[\r\n]/.test(text)) return withoutInvisible(text).trimEnd();
  const lines = withoutInvisible(text)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? '' : lines.slice(first, last + 1).join('\n');
};

/** Two titles with the same key differ at most in width, case, spaces and punctuation. */
export const titleKey = (title: string): string =>
  withoutInvisible(title)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');

/** Words of error that a spreadsheet shows instead of a value: `#REF!`, `#N/A`, `#VALUE!` … */
export const isCellError = (text: string): boolean =>
  text.length < 40 &&
  text.includes('#') &&
  /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i.test(text.trim());
