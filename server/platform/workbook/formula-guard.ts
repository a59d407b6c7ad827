/**
 * CSV has no cell types: a spreadsheet takes what begins like a formula for one (CWE-1236). An apostrophe in
 * front makes it a text. Texts that begin with apostrophes and then a formula get one more, so that taking one
 * off gives back exactly what was written.
 */
const dangerous = /^'*\s*[=+\-@＝＋－＠\t\r\n]/u;

export const guardCell = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

export const unguardCell = (text: string): string =>
  text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text;

/** Whether a spreadsheet would take the text for a formula when a person edits the cell. */
export const looksLikeFormula = (text: string): boolean => dangerous.test(text);
