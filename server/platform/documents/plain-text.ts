const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x0a) ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069) ||
  code === 0x200e ||
  code === 0x200f ||
  code === 0xfeff ||
  (code & 0xfffe) === 0xfffe;

/**
 * A user's text made safe to print: line ends become `\n`, a tab becomes a space; characters that XML 1.0
 * forbids, halves of surrogate pairs and controls that reorder what is read (U+202A–202E, U+2066–2069) go.
 */
export const plainText = (text: string): string => {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll('\t', ' ');
  return [...lines].filter((char) => !isForbidden(char.codePointAt(0) ?? 0)).join('');
};

/** The paragraphs of a text: its lines that hold more than white space, trimmed (full-width indents too). */
export const paragraphsOf = (text: string): string[] =>
  plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A text on one line; where a line ended between two Chinese characters nothing is put, elsewhere a space. */
export const oneLine = (text: string): string =>
  paragraphsOf(text).reduce((joined, line) => {
    const gap = /[\x21-\x7e]$/.test(joined) && /^[\x21-\x7e]/.test(line) ? ' ' : '';
    return `${joined}${gap}${line}`;
  }, '');

/** The same data with every text of it made safe to print. */
export const plainData = <T>(data: T): T => {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return plainText(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  // Only texts were exchanged for texts.
  return walk(data) as T;
};
