import { chineseNumerals, readNumber } from './chinese-number.ts';
import { compact } from './plain-text.ts';

export type CaseNoReading =
  | {
      readonly ok: true;
      /** As the city prints it, without 第…号 and without full-width characters: `0008`, `〔2020〕33`, `闭020`. */
      readonly caseNo: string;
      /** Two numbers with one key are the same number: leading zeros and kinds of bracket do not count. */
      readonly key: string;
      /** The year that the number itself carries, as in 20220257 and 〔2020〕33. */
      readonly year: number | null;
      /** The term and session that the number itself carries, as in 14-3-67. */
      readonly term: number | null;
      readonly session: number | null;
    }
  | { readonly ok: false; readonly reason: 'unreadable' | 'several' | 'dateLike' | 'shortened' };

const kindWord = '(?:建议|提案|议案|代表|委员|人大|政协|重点|案号|编号|案|意见)';
const wrapped = /第([^第号]{1,24})号/g;
const label = /^(?:案号|编号|建议号|提案号|建议编号|提案编号|No\.?|№|#)[:.]?/i;
const separators = /[、,;，；\n]|(?<=\d)\s*[和及与]\s*(?=第?\d)/;
const numeral = new RegExp(`^[${chineseNumerals}]+$`);
const yearInBrackets = /[[(【〔〖{](\d{4})[\])】〕〗}]年?/;

const trailing = new RegExp(`号?${kindWord}*$`);
const leading = new RegExp(`^${kindWord}+(?=\\d)`);

/** 闭会 and 平时 numbers, priority items and motions have series of their own: the mark is part of the number. */
const seriesMark = (before: string, text: string): string => {
  const time = /[闭平]/.exec(before)?.[0] ?? '';
  const own = /重点/.test(text) ? '重点' : /议案/.test(text) && !/建议|提案/.test(text) ? '议案' : '';
  return time + own;
};

const unwrap = (text: string): string => {
  const inner = [...text.matchAll(wrapped)][0];
  if (inner === undefined) {
    const bare = text.replace(label, '').replace(trailing, '').replace(leading, '');
    return `${/^[闭平]/.test(bare) ? '' : seriesMark('', text)}${bare}`;
  }
  const before = text.slice(0, inner.index);
  const year = yearInBrackets.exec(before)?.[0] ?? '';
  return `${seriesMark(before, text)}${year}${inner[1] ?? ''}`;
};

const keyOf = (caseNo: string): string =>
  caseNo
    .toLowerCase()
    .replace(/[[\](){}【】〔〕〖〗_/.年号-]+/g, '-')
    .replace(/\d+/g, (run) => run.replace(/^0+(?=\d)/, ''))
    .replace(/^-+|-+$/g, '');

const yearOf = (caseNo: string): number | null => {
  const found = yearInBrackets.exec(caseNo)?.[1] ?? /^((?:19|20)\d{2})(?:-|\d{3,4}$)/.exec(caseNo)?.[1];
  if (found === undefined) return null;
  const year = Number(found);
  return year >= 1950 && year <= 2100 ? year : null;
};

const isSeveral = (raw: string): boolean => {
  const pieces = raw.normalize('NFKC').trim().split(separators);
  if (pieces.length > 1 && pieces.filter((piece) => /\d/.test(piece)).length > 1) return true;
  return [...compact(raw).matchAll(wrapped)].length > 1;
};

/**
 * Reads a case number in any of the field's forms: 20220257, 〔2020〕33号, 14-3-67, 第0008号, 第二十三号,
 * 闭020, 州人大第214号建议, T014. The pattern is the city's own, so what is read is kept, not rebuilt.
 */
export const parseCaseNo = (raw: string): CaseNoReading => {
  if (isSeveral(raw)) return { ok: false, reason: 'several' };
  const text = compact(raw).replace(/[‐‑‒–—―−－]/g, '-');
  if (/^\d(?:\.\d+)?E\+\d+$/i.test(text)) return { ok: false, reason: 'shortened' };
  if (/^\d{4}-\d{2}-\d{2}(?:\d{2}:\d{2}.*)?$/.test(text)) return { ok: false, reason: 'dateLike' };
  let inner = unwrap(text).replace(/^(\d+)\.0+$/, '$1');
  if (numeral.test(inner)) inner = String(readNumber(inner) ?? inner);
  const caseNo = inner
    .replace(/[[(【〖{](\d{4})[\])】〗}]/, '〔$1〕')
    .replace(/(?<=\d)号$/, '')
    .replace(/^[:.,]+|[:.,]+$/g, '');
  const key = keyOf(caseNo);
  if (!/\d/.test(key) || caseNo.length > 32) return { ok: false, reason: 'unreadable' };
  const parts = /^(\d{1,2})-(\d{1,2})-(\d{1,6})$/.exec(caseNo);
  return {
    ok: true,
    caseNo,
    key,
    year: yearOf(caseNo),
    term: parts ? Number(parts[1]) : null,
    session: parts ? Number(parts[2]) : null,
  };
};
