import type { HandlingRole } from '../ruleset.ts';
import { parseRole } from './parse-choice.ts';
import { compact, withoutInvisible } from './plain-text.ts';

export type UnitEntry = {
  /** As printed, without the role mark. */
  readonly name: string;
  readonly role: HandlingRole;
  /** The cell did not say the role; it follows from the order or the neighbours. */
  readonly assumed: boolean;
};

export type UnitsReading = {
  readonly units: readonly UnitEntry[];
  /** The list ended in 等: it names only some of the units. */
  readonly andOthers: boolean;
};

export type UnitsContext = {
  /** The role of the whole column; null for a column in which the roles stand inside (or nowhere). */
  readonly role: HandlingRole | null;
  /** A unit of the directory, by its printed name: such a name is never cut at 和 or 、. */
  readonly isKnown: (name: string) => boolean;
  /** The table has a column of its own for assisting units, so that unmarked ones here are not assisting. */
  readonly assistElsewhere: boolean;
};

const unitEnd =
  /(?:[局委办厅署院]|委员会|办公室|中心|公司|集团|政府|街道|办事处|[支大总中]队|联合会|协会|工会|妇联|残联|文联|侨联|工商联|团委|管委会|宣传部|组织部|统战部|工作部|分局)$/;
const localUnit = /(?:[镇乡街区县旗部行站所处社台校]|大学|学院|学校|医院|银行|总会|商会|科协)$/;

/** Whether a text ends the way names of offices end. A guess, used to cut lists and to know columns. */
export const looksLikeUnit = (text: string): boolean => {
  const name = compact(text).replace(/\([^()]*\)$/, '');
  return (
    name.length >= 2 &&
    name.length <= 40 &&
    (unitEnd.test(name) || (localUnit.test(name) && name.length >= 3))
  );
};

const splitOutsideBrackets = (text: string, isBreak: (character: string) => boolean): string[] => {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const character of text) {
    if (/[（(【[]/.test(character)) depth += 1;
    else if (/[）)】\]]/.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && isBreak(character)) {
      pieces.push(piece);
      piece = '';
    } else piece += character;
  }
  pieces.push(piece);
  return pieces;
};

const hardBreak = /[、，,；;/／|\n\r\t。①-⑳]/;
/** A line that ends in the middle of a name, or that is only the rest of one. */
const tornLine = /(?<=[和及与(（])\n|\n(?=\p{Script=Han}{1,2}(?:[、，,；;(（\s]|$))/gu;

/** 市教育局和市财政局 are two; 市住房和城乡建设局 is one: both sides of 和 must be whole names. */
const splitAtAnd = (name: string, isKnown: UnitsContext['isKnown']): string[] => {
  if (isKnown(name)) return [name];
  for (const word of name.matchAll(/以及|[和及与]/g)) {
    const left = name.slice(0, word.index);
    const right = name.slice(word.index + word[0].length);
    const apart = unitEnd.test(left) && right.length >= 3 && looksLikeUnit(right);
    if (apart || (isKnown(left) && isKnown(right))) return [left, ...splitAtAnd(right, isKnown)];
  }
  return [name];
};

/** A break inside a name comes from a narrow column: a piece that is no whole name belongs to the next one. */
const joinTornWords = (words: readonly string[], isKnown: UnitsContext['isKnown']): string[] => {
  const names: string[] = [];
  let open = '';
  for (const word of words) {
    open += word;
    const whole = word.length > 1 && (looksLikeUnit(open) || isKnown(open));
    if (whole) {
      names.push(open);
      open = '';
    }
  }
  if (open !== '') names.push(open);
  return names;
};

const trimName = (name: string): string =>
  name
    .replace(/^[\s\d]*[.、)）](?=\p{Script=Han})/u, '')
    .replace(/^(?:分别)?由(?=\p{Script=Han})/u, '')
    .replace(/(?:分别)?(?:办理|负责|答复)$/, '')
    .replace(/^[\s:：\-—]+|[\s:：\-—.]+$/g, '');

/** Cuts a list of units into names in the printed order, each once. */
export const splitUnitNames = (raw: string, isKnown: UnitsContext['isKnown']): readonly string[] => {
  const whole = withoutInvisible(raw)
    .replace(/\u3000/g, ' ')
    .trim();
  if (isKnown(whole)) return [whole];
  const text = whole.replace(/\s*\n\s*/g, '\n').replace(tornLine, '');
  const names = new Set<string>();
  for (const piece of splitOutsideBrackets(text, (character) => hardBreak.test(character))) {
    const words = piece.split(/\s+/).filter((word) => word !== '');
    // Latin names keep their spaces; Chinese ones have none of their own.
    const wholes =
      /\p{Script=Latin}/u.test(piece) && !/\p{Script=Han}/u.test(piece)
        ? [piece.trim()]
        : joinTornWords(words, isKnown);
    for (const one of wholes)
      for (const name of splitAtAnd(trimName(one), isKnown)) if (name !== '') names.add(name);
  }
  return [...names];
};

const words =
  '主会办|主协办|双主办|主承办|主办|主责|牵头|会办|协办|汇办|参办|配合|协助|协同|分别办理|分别承办|分别答复|分办|独立承办|独立办理|单独办理|独办|单办|承办';
const short = '[主会协分独参汇配单承]';
const beforeColon = new RegExp(
  `[（(【\\[]?((?:${words})|${short})(?:单位|部门)?[）)】\\]]?[ \\u3000]*[:：]`,
  'g',
);
const inBrackets = new RegExp(`[（(【\\[〔]\\s*((?:${words})|${short})(?:单位|部门)?\\s*[）)】\\]〕]`, 'g');
const bareAfter = new RegExp(
  `(?<=[局委办厅署院会室心司团府道处队联部街镇乡区县])(${words})(?:单位)?(?=[、，,；;。\\s]|$)`,
  'g',
);
const bareBefore = new RegExp(
  `(?<=^|[、，,；;。\\s])(${words})(?:单位)?[ \\u3000]*(?=\\p{Script=Han})`,
  'gu',
);
const stars = /[★☆*＊▲△●◎#]/;

type Segment = { readonly text: string; readonly role: HandlingRole | null; readonly markAfter: boolean };

const segmentsBy = (text: string, pattern: RegExp, markAfter: boolean): Segment[] => {
  const marks = [...text.matchAll(pattern)];
  const segments: Segment[] = [];
  let from = 0;
  let open: HandlingRole | null = null;
  for (const mark of marks) {
    const role = parseRole(mark[1] ?? '');
    const before = text.slice(from, mark.index);
    segments.push({ text: before, role: markAfter ? role : open, markAfter });
    open = role;
    from = mark.index + mark[0].length;
  }
  segments.push({ text: text.slice(from), role: markAfter ? null : open, markAfter });
  return segments.filter((segment) => segment.text.trim() !== '');
};

const segmentsOf = (text: string): Segment[] | null => {
  const has = (pattern: RegExp): boolean => text.search(pattern) >= 0;
  if (has(beforeColon)) return segmentsBy(text, beforeColon, false);
  if (has(inBrackets)) return segmentsBy(text, inBrackets, text.trimStart().search(inBrackets) !== 0);
  if (has(bareAfter)) return segmentsBy(text, bareAfter, true);
  if (has(bareBefore)) return segmentsBy(text, bareBefore, false);
  return null;
};

/** 甲、乙（会办）: the mark is sure for 乙; what it says of 甲 depends on the mark and on what went before. */
const readMarkedAfter = (
  names: readonly string[],
  role: HandlingRole | null,
  hasMain: boolean,
): UnitEntry[] =>
  names.map((name, index) => {
    const marked = role !== null && index === names.length - 1;
    if (marked) return { name, role, assumed: false };
    if (role === null) return { name, role: hasMain ? 'assist' : 'lead', assumed: true };
    if (role === 'assist' && !hasMain && index === 0) return { name, role: 'lead', assumed: true };
    return { name, role, assumed: role !== 'separate' };
  });

const readStarred = (names: readonly string[]): UnitEntry[] =>
  names.map((name) => ({
    name: name.replace(stars, '').trim(),
    role: stars.test(name) ? 'lead' : 'assist',
    assumed: !stars.test(name),
  }));

const readUnmarked = (names: readonly string[], context: UnitsContext): UnitEntry[] => {
  const { role } = context;
  if (role !== null) return names.map((name) => ({ name, role, assumed: false }));
  if (names.length === 1)
    return names.map((name) => ({ name, role: context.assistElsewhere ? 'lead' : 'sole', assumed: true }));
  return names.map((name, index) => ({
    name,
    role: context.assistElsewhere || index === 0 ? 'lead' : 'assist',
    assumed: true,
  }));
};

const noUnit = /^(?:无|暂无|没有|待定|\/|[-—－]+)$/;

const onceEach = (units: readonly UnitEntry[]): UnitEntry[] => {
  const seen = new Map<string, UnitEntry>();
  for (const unit of units) {
    const key = compact(unit.name);
    const before = seen.get(key);
    if (key !== '' && !noUnit.test(key) && (before === undefined || (before.assumed && !unit.assumed)))
      seen.set(key, unit);
  }
  return [...seen.values()];
};

/**
 * Reads one cell of units. Roles may stand inside in any of the field's ways: 主办：甲；会办：乙、丙 ·
 * 甲（主办）、乙（会办） · 甲主办，乙、丙会办 · 【主办】甲【会办】乙 · ★甲、乙. A role that the cell does not say
 * is `assumed`: the first of several leads, a single one is the sole handler (domain practice, unverified).
 */
export const parseUnits = (raw: string, context: UnitsContext): UnitsReading => {
  const whole = withoutInvisible(raw).trim();
  const others = /等(?:\d+|[一二三四五六七八九十]+)?[个家]?(?:有关|相关)?(?:单位|部门)?[。.]?$/;
  const andOthers = others.test(whole);
  const text = andOthers ? whole.replace(others, '') : whole;
  const split = (part: string): readonly string[] => splitUnitNames(part, context.isKnown);
  const segments = context.isKnown(text) ? null : segmentsOf(text);
  if (segments === null) {
    const names = split(text);
    const separately =
      context.role === null && names.length > 1 && /^分别由|分别(?:办理|负责|答复)$/.test(text);
    if (separately)
      return { units: names.map((name) => ({ name, role: 'separate', assumed: false })), andOthers };
    const starred = context.role === null && names.length > 1 && names.some((name) => stars.test(name));
    return { units: starred ? readStarred(names) : onceEach(readUnmarked(names, context)), andOthers };
  }
  const units: UnitEntry[] = [];
  for (const segment of segments) {
    const names = split(segment.text);
    const hasMain = units.some((unit) => unit.role !== 'assist');
    if (segment.markAfter) units.push(...readMarkedAfter(names, segment.role, hasMain));
    else if (segment.role === null) units.push(...readUnmarked(names, context));
    else for (const name of names) units.push({ name, role: segment.role, assumed: false });
  }
  return { units: onceEach(units), andOthers };
};
