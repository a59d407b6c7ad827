/**
 * Numbers and titles by pattern: case numbers 案号 (`20220257`, `124337`), document numbers 发文字号 and letter
 * titles. A pattern is text with placeholders `{name}` or, for numbers, `{name:width}`.
 */

export type NumberPlaceholder = 'year' | 'term' | 'session' | 'serial' | 'prefix';
export type TitlePlaceholder = 'organName' | 'termZh' | 'sessionZh' | 'caseNo' | 'title';

export const caseNoPlaceholders = ['year', 'term', 'session', 'serial'] as const;
export const documentNoPlaceholders = ['year', 'term', 'session', 'serial', 'prefix'] as const;
export const titlePlaceholders = ['organName', 'termZh', 'sessionZh', 'caseNo', 'title'] as const;

export type PatternProblem = {
  readonly code:
    | 'pattern-empty'
    | 'pattern-brace'
    | 'placeholder-unknown'
    | 'width-invalid'
    /** A number without a width runs into the next one: 1 + 23 and 12 + 3 would be the same. */
    | 'width-missing'
    | 'serial-missing';
  /** The piece of the pattern that is wrong; empty when it is the pattern as a whole. */
  readonly piece: string;
};

type Literal = { readonly kind: 'literal'; readonly text: string };
type Slot<Name extends string> = {
  readonly kind: 'slot';
  readonly name: Name;
  readonly width: number | null;
};
export type PatternPart<Name extends string> = Literal | Slot<Name>;

const PIECES = /\{([^{}]*)\}|([^{}]+)|([{}])/g;
const SLOT = /^([A-Za-z]+)(?::(\d+))?$/;
const MAX_WIDTH = 9;

const readSlot = <Name extends string>(
  inner: string,
  allowed: readonly Name[],
): Slot<Name> | PatternProblem['code'] => {
  const match = SLOT.exec(inner);
  if (match === null) return inner.includes(':') ? 'width-invalid' : 'placeholder-unknown';
  const name = allowed.find((candidate) => candidate === match[1]);
  if (name === undefined) return 'placeholder-unknown';
  const width = match[2] === undefined ? null : Number(match[2]);
  if (width !== null && (width < 1 || width > MAX_WIDTH)) return 'width-invalid';
  return { kind: 'slot', name, width };
};

/** Splits a pattern into its parts, with every fault found on the way: braces, unknown names, bad widths. */
export const parsePattern = <Name extends string>(
  pattern: string,
  allowed: readonly Name[],
): { readonly parts: readonly PatternPart<Name>[]; readonly problems: readonly PatternProblem[] } => {
  const parts: PatternPart<Name>[] = [];
  const problems: PatternProblem[] = [];
  if (pattern.trim() === '') problems.push({ code: 'pattern-empty', piece: '' });
  for (const [whole, inner, literal] of pattern.matchAll(PIECES)) {
    if (literal !== undefined) parts.push({ kind: 'literal', text: literal });
    else if (inner === undefined) problems.push({ code: 'pattern-brace', piece: whole });
    else {
      const slot = readSlot(inner, allowed);
      if (typeof slot === 'string') problems.push({ code: slot, piece: whole });
      else parts.push(slot);
    }
  }
  return { parts, problems };
};

const isNumeric = (name: NumberPlaceholder): boolean => name !== 'prefix';

/** Year is always four digits; everything else is as wide as its pattern says, or as its value needs. */
const fixedWidth = (slot: Slot<NumberPlaceholder>): number | null =>
  slot.width ?? (slot.name === 'year' ? 4 : null);

const runsInto = (next: PatternPart<NumberPlaceholder> | undefined): boolean =>
  next !== undefined && (next.kind === 'slot' ? isNumeric(next.name) : /^\d/.test(next.text));

/**
 * Faults of a pattern for numbers: those of `parsePattern`, a missing `{serial}`, a number that runs into the next
 * without a width. A pattern without faults gives different numbers for different values of its placeholders,
 * as long as the prefix is one and the same.
 */
export const numberPatternProblems = (
  pattern: string,
  allowed: readonly NumberPlaceholder[],
): readonly PatternProblem[] => {
  const { parts, problems } = parsePattern(pattern, allowed);
  const found = [...problems];
  if (!parts.some((part) => part.kind === 'slot' && part.name === 'serial'))
    found.push({ code: 'serial-missing', piece: '' });
  parts.forEach((part, index) => {
    if (part.kind === 'literal' || !isNumeric(part.name)) return;
    if (fixedWidth(part) === null && runsInto(parts[index + 1]))
      found.push({ code: 'width-missing', piece: `{${part.name}}` });
  });
  return found;
};

/** Numbers are whole and from 1 on (serial, term, session) or four-digit (year). */
export type NumberValues = {
  readonly year: number;
  readonly serial: number;
  readonly term?: number | undefined;
  readonly session?: number | undefined;
  readonly prefix?: string | undefined;
};

export type NumberRefusal =
  | { readonly code: 'pattern-faulty'; readonly problems: readonly PatternProblem[] }
  | { readonly code: 'value-missing'; readonly placeholder: NumberPlaceholder }
  | { readonly code: 'value-invalid'; readonly placeholder: NumberPlaceholder; readonly value: number }
  /** The value has more digits than the pattern has room for, and would be mistaken for another number. */
  | { readonly code: 'value-too-wide'; readonly placeholder: NumberPlaceholder; readonly value: number };

export type FormattedNumber =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly refusal: NumberRefusal };

const fillSlot = (
  slot: Slot<NumberPlaceholder>,
  next: PatternPart<NumberPlaceholder> | undefined,
  values: NumberValues,
): string | NumberRefusal => {
  const placeholder = slot.name;
  const value = values[placeholder];
  if (value === undefined || value === '') return { code: 'value-missing', placeholder };
  if (typeof value === 'string') return value;
  const least = placeholder === 'year' ? 1000 : 1;
  const most = placeholder === 'year' ? 9999 : Number.MAX_SAFE_INTEGER;
  if (!Number.isInteger(value) || value < least || value > most)
    return { code: 'value-invalid', placeholder, value };
  const width = fixedWidth(slot);
  const text = String(value).padStart(width ?? 1, '0');
  // Only the last of several digits in a row may outgrow its width: number 10000 of a year is still a number.
  if (width !== null && text.length > width && runsInto(next))
    return { code: 'value-too-wide', placeholder, value };
  return text;
};

/** Fills a number pattern. Missing, impossible and too wide values are refused; nothing is cut or guessed. */
export const formatNumber = (pattern: string, values: NumberValues): FormattedNumber => {
  const problems = numberPatternProblems(pattern, documentNoPlaceholders);
  if (problems.length > 0) return { ok: false, refusal: { code: 'pattern-faulty', problems } };
  const { parts } = parsePattern(pattern, documentNoPlaceholders);
  let number = '';
  for (const [index, part] of parts.entries()) {
    const text = part.kind === 'literal' ? part.text : fillSlot(part, parts[index + 1], values);
    if (typeof text !== 'string') return { ok: false, refusal: text };
    number += text;
  }
  return { ok: true, number };
};

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const UNITS = ['', '十', '百', '千'] as const;

/** Whole number from 0 to 9999 in Chinese as for 届 and 次: 7 七, 10 十, 14 十四, 105 一百零五. Throws RangeError else. */
export const toChineseNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 0 || value > 9999)
    throw new RangeError(`not from 0 to 9999: ${value}`);
  if (value === 0) return DIGITS[0];
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) gap = text !== '';
    else {
      const tens = power === 1 && digit === 1 && text === '';
      text += (gap ? DIGITS[0] : '') + (tens ? '' : DIGITS[digit]) + UNITS[power];
      gap = false;
    }
  }
  return text;
};

export type TitleValues = {
  /** Full name of the organ, as in 云川市人民代表大会. */
  readonly organName: string;
  readonly term: number;
  readonly session: number;
  readonly caseNo: string;
  readonly title: string;
};

/** The title of a letter. A faulty piece of the pattern stays visible in the title; `checkRuleset` names it. */
export const formatLetterTitle = (pattern: string, values: TitleValues): string => {
  const texts: Readonly<Record<TitlePlaceholder, string>> = {
    organName: values.organName,
    termZh: toChineseNumeral(values.term),
    sessionZh: toChineseNumeral(values.session),
    caseNo: values.caseNo,
    title: values.title,
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const known = titlePlaceholders.find((placeholder) => placeholder === name);
    return known === undefined ? whole : texts[known];
  });
};
