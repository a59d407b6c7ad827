/** Reads a file of labelled titles: JSON lines, pairs or groups. */
import type { LabelledPair, LabelledText } from '#core/similar/evaluate.ts';
import type { SimilarText } from '#core/similar/features.ts';
import { z } from 'zod';

export type Labelled =
  | { readonly kind: 'pairs'; readonly pairs: readonly LabelledPair[] }
  | {
      readonly kind: 'groups';
      /** `group` names what asks for the same; `topicGroup` and `topic` only what is about one thing. */
      readonly level: 'duplicate' | 'related';
      readonly texts: readonly LabelledText[];
    };

/** What is wrong with the file, where, and how to mend it. */
export type Unreadable = { readonly line: number; readonly zh: string; readonly en: string };

const title = z.string().trim().min(1).max(2_000);
const text = z.union([
  title.transform((one): SimilarText => ({ title: one })),
  z
    .object({ title, body: z.string().nullish(), points: z.array(z.string()).nullish() })
    .transform(({ title: one, body, points }): SimilarText => {
      const asks = [...(points ?? []), body ?? ''].join('\n').trim();
      return asks === '' ? { title: one } : { title: one, asks };
    }),
]);
const pair = z.object({ a: text, b: text, duplicate: z.boolean() });

/** The names by which files call the two texts of a pair and its label. */
const pairNames = {
  a: ['a', 'title1', 'titleA', 'text1', 'left'],
  b: ['b', 'title2', 'titleB', 'text2', 'right'],
  duplicate: ['duplicate', 'label', 'same', 'isDuplicate'],
} as const;
const yes: readonly unknown[] = [true, 1, '1', 'true', 'duplicate', 'same', '是', '重复', '相同'];
const no: readonly unknown[] = [false, 0, '0', 'false', 'different', 'unrelated', '否', '不重复', '不同'];
const name = z.union([z.string(), z.number()]).nullish();
const grouped = z.object({ group: name, topicGroup: name, topic: name });

const wrong = (line: number, zh: string, en: string): Unreadable => ({ line, zh, en });

const shapeWanted = (line: number): Unreadable =>
  wrong(
    line,
    '每行应为 {"a": "题目", "b": "题目", "duplicate": true}、{"title": "题目", "group": "组名"}（group 可为 null）或 {"titles": ["题目", "题目"]}（一行一组）。',
    'each line is {"a": "title", "b": "title", "duplicate": true}, {"title": "title", "group": "name"} (group may be null), or {"titles": ["title", "title"]}, one whole group.',
  );

const groupOf = (value: unknown): string | null => {
  const read = grouped.safeParse(value);
  if (!read.success) return null;
  // The first name that the line has at all decides, also when it is null: such a text belongs to no group.
  const given = ['group', 'topicGroup', 'topic'].find(
    (key) => typeof value === 'object' && value !== null && key in value,
  );
  const found = given === undefined ? null : read.data[given as keyof typeof read.data];
  return found === null || found === undefined || found === '' ? null : String(found);
};

const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
};

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By its texts, or by `duplicate`: `label` alone may name anything. */
const isPair = (value: unknown): boolean =>
  isRow(value) && [...pairNames.a, ...pairNames.b, 'duplicate'].some((name) => name in value);

const labelOf = (value: unknown): unknown =>
  yes.includes(value) ? true : no.includes(value) ? false : value;

/** A pair under the names that the file has for it. */
const asPair = (value: unknown): unknown => {
  if (!isRow(value)) return value;
  const named = (names: readonly string[]): unknown => value[names.find((name) => name in value) ?? ''];
  return {
    a: named(pairNames.a),
    b: named(pairNames.b),
    duplicate: labelOf(named(pairNames.duplicate)),
  };
};

/** A line that holds a whole group (`titles` or `items`) as one row of each text; any other line as it is. */
const rowsOf = (line: number, value: unknown): readonly unknown[] => {
  if (!isRow(value)) return [value];
  const list = value['titles'] ?? value['items'];
  if (!Array.isArray(list)) return [value];
  const group = groupOf(value) ?? `#${line}`;
  return list.map((one: unknown) => (isRow(one) ? { ...one, group } : { title: one, group }));
};

/** All pairs of so many texts are compared: 18 million. */
const mostTexts = 6_000;

const readGroups = (lines: readonly (readonly [number, unknown])[]): Labelled | Unreadable => {
  const texts: LabelledText[] = [];
  for (const [line, value] of lines)
    for (const row of rowsOf(line, value)) {
      const read = text.safeParse(row);
      if (isPair(row) || !read.success || typeof row === 'string') return shapeWanted(line);
      texts.push({ ...read.data, group: groupOf(row) });
    }
  if (texts.length > mostTexts)
    return wrong(
      mostTexts + 1,
      `一次最多 ${mostTexts} 行分组题目，请分成几个文件。`,
      `at most ${mostTexts} lines with groups at a time; split the file.`,
    );
  if (texts.every(({ group }) => group === null))
    return wrong(
      1,
      '没有任何一行写明组名；请加上 group（或 topicGroup、topic）。',
      'no line names a group; add group (or topicGroup, or topic).',
    );
  const named = lines.some(
    ([, value]) => isRow(value) && ('group' in value || 'titles' in value || 'items' in value),
  );
  return { kind: 'groups', level: named ? 'duplicate' : 'related', texts };
};

const readPairs = (lines: readonly (readonly [number, unknown])[]): Labelled | Unreadable => {
  const pairs: LabelledPair[] = [];
  for (const [line, value] of lines) {
    const read = pair.safeParse(asPair(value));
    if (!read.success) return shapeWanted(line);
    pairs.push(read.data);
  }
  return { kind: 'pairs', pairs };
};

/** Reads the whole text; the first line that cannot be read is named. Empty lines and a byte order mark are passed over. */
export const readLabelled = (content: string): Labelled | Unreadable => {
  const lines: [number, unknown][] = [];
  for (const [at, line] of content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const value = parseLine(line);
    if (value === undefined)
      return wrong(
        at + 1,
        '不是有效的 JSON；每行写一个完整的 JSON 对象，行末不加逗号。',
        'this is no JSON; write one whole JSON object on each line, without a comma after it.',
      );
    lines.push([at + 1, value]);
  }
  const [first] = lines;
  if (first === undefined)
    return wrong(
      1,
      '文件是空的；每行写一个 JSON 对象。',
      'the file is empty; write one JSON object on each line.',
    );
  return isPair(first[1]) ? readPairs(lines) : readGroups(lines);
};
