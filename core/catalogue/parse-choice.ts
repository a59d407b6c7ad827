import type { HandlingRole, MatterKind } from '../ruleset.ts';
import { kindNamedIn, timeNamedIn } from './parse-session.ts';
import { compact } from './plain-text.ts';

/** 建议, 提案, B类建议, 议案转建议, 人大, 政协; null when unreadable. */
export const parseKind = (raw: string): MatterKind | null => {
  const text = compact(raw).toLowerCase();
  if (/^(?:建议|批评|意见|书面意见|人大|suggestions?|议案)$/.test(text)) return 'suggestion';
  if (/^(?:提案|政协|委员|proposals?)$/.test(text)) return 'proposal';
  if (/批评|书面意见|议案/.test(text) && !/政协|提案/.test(text)) return 'suggestion';
  return kindNamedIn(text);
};

/** True: put in during the meeting (大会, 会议期间). False: outside it (闭会, 平时). Null when unreadable. */
export const parseInSession = (raw: string): boolean | null => {
  const text = compact(raw).toLowerCase();
  if (/^(?:会|会议|大会|会间|期间|全会|全体会议|insession|session)$/.test(text)) return true;
  if (/^(?:闭|平|日常|outofsession|offsession)$/.test(text)) return false;
  return timeNamedIn(text);
};

const yes =
  /^(?:是|同意|可以?|公开|愿意|√|✓|✔|☑|y|yes|true|1|同意公开|可公开|可以公开|主动公开|全文公开|同意全文公开|均可)$/;
const no =
  /^(?:否|不|不同意|不可以?|不公开|不愿意|×|✗|✘|x|n|no|false|0|不同意公开|不予公开|不宜公开|不可公开|建议不公开)$/;

/** Consent to publish 同意公开; null when unreadable. */
export const parseConsent = (raw: string): boolean | null => {
  const text = compact(raw).toLowerCase();
  return yes.test(text) ? true : no.test(text) ? false : null;
};

const roleWords: readonly (readonly [RegExp, HandlingRole])[] = [
  [/^(?:主会办|主协办|主办会办|主办\/会办|主办协办|主办[、和]会办)$/, 'lead'],
  [/^(?:主办?|牵头|主承办|双主办|主责|lead)(?:单位|部门|办理)?$/, 'lead'],
  [/^(?:独办?|单办|承办?|独立承办|单独办理|独立办理|单独承办|sole)(?:单位|部门|办理)?$/, 'sole'],
  [/^(?:分办?|分别办理|分别承办|分别|各自办理|分别答复|separate)(?:单位|部门|办理)?$/, 'separate'],
  [/^(?:会办?|协办?|汇办?|参办?|配合|协助|协同|参与|assist)(?:单位|部门|办理)?$/, 'assist'],
];

/** 主办, 牵头, 独办, 分别办理, 协办 …; null when unreadable. 承办 as a way of handling means sole (domain.md §2.7). */
export const parseRole = (raw: string): HandlingRole | null => {
  const text = compact(raw).toLowerCase();
  return roleWords.find(([pattern]) => pattern.test(text))?.[1] ?? null;
};

/** A year such as 2023, 2023年, 2023年度, 二〇二三; null when unreadable. */
export const parseYear = (raw: string): number | null => {
  const found = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(compact(raw));
  return found ? Number(found[1]) : null;
};
