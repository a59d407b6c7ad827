import type { MatterKind } from '../ruleset.ts';
import { chineseNumerals, readNumber } from './chinese-number.ts';
import { compact, oneLine } from './plain-text.ts';

export type SessionReading = {
  /** As printed, on one line. */
  readonly text: string;
  /** 届; null when the text does not say. */
  readonly term: number | null;
  /** 次; null when the text does not say. */
  readonly session: number | null;
  /** 人大 means suggestions, 政协 means proposals. */
  readonly kind: MatterKind | null;
  /** 大会 or 闭会, when the text says so. */
  readonly inSession: boolean | null;
};

const numeral = `(\\d{1,3}|[${chineseNumerals}]{1,4})`;
const termPattern = new RegExp(`${numeral}届`);
const sessionPattern = new RegExp(`${numeral}次`);

const found = (pattern: RegExp, text: string): number | null => {
  const value = readNumber(pattern.exec(text)?.[1] ?? '');
  return value !== null && value >= 1 && value <= 99 ? value : null;
};

/** 建议 or 提案, from any text that names the organ or the thing. Texts that name both say nothing. */
export const kindNamedIn = (text: string): MatterKind | null => {
  const congress =
    /人大(?!常委会)|人民代表大会|代表建议|代表团|代表/.test(text) || /(?<!对策|意见)建议(?!单位)/.test(text);
  const conference = /政协|政治协商|提案|委员(?!会)|界别/.test(text);
  if (congress === conference) return null;
  return congress ? 'suggestion' : 'proposal';
};

/** True for 大会/会议期间, false for 闭会/平时, null when the text says neither. */
export const timeNamedIn = (text: string): boolean | null => {
  if (/闭会|平时|会后|休会/.test(text)) return false;
  if (/会议期间|开会期间|大会期间|会上|会中|会期|^大会$|大会建议|大会提案/.test(text)) return true;
  return null;
};

/** Reads 市第七届人大第三次会议, 政协十四届二次会议, 14届3次, 区二届人大三次会议闭会期间. Never fails; may know nothing. */
export const parseSession = (raw: string): SessionReading => {
  const text = compact(raw);
  const pair = /^(\d{1,2})[-—./](\d{1,2})$/.exec(text);
  const kind = /政协|政治协商/.test(text) ? 'proposal' : /人大|人民代表大会/.test(text) ? 'suggestion' : null;
  return {
    text: oneLine(raw),
    term: pair ? Number(pair[1]) : found(termPattern, text),
    session: pair ? Number(pair[2]) : found(sessionPattern, text),
    kind,
    inSession: timeNamedIn(text),
  };
};
