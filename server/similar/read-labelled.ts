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
const name = z.union([z.string(), z.number()]).nullish();
const grouped = z.object({ group: name, topicGroup: name, topic: name });

const wrong = (line: number, zh: string, en: string): Unreadable => ({ line, zh, en });

const shapeWanted = (line: number): Unreadable =>
  wrong(
    line,
    '每行应为 {"a": "题目", "b": "题目", "duplicate": true} 或 {"title": "题目", "group": "组名"}（group 可为 null）。',
    'each line is {"a": "title", "b": "title", "duplicate": true} or {"title": "title", "group": "name"} (group may be null).',
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

const isPair = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('a' in value || 'b' in value || 'duplicate' in value);

/** All pairs of so many texts are compared: 18 million. */
const mostTexts = 6_000;

const readGroups = (lines: readonly (readonly [number, unknown])[]): Labelled | Unreadable => {
  const texts: LabelledText[] = [];
  for (const [line, value] of lines) {
    const read = text.safeParse(value);
    if (isPair(value) || !read.success || typeof value === 'string') return shapeWanted(line);
    texts.push({ ...read.data, group: groupOf(value) });
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
  const named = lines.some(([, value]) => typeof value === 'object' && value !== null && 'group' in value);
  return { kind: 'groups', level: named ? 'duplicate' : 'related', texts };
};

const readPairs = (lines: readonly (readonly [number, unknown])[]): Labelled | Unreadable => {
  const pairs: LabelledPair[] = [];
  for (const [line, value] of lines) {
    const read = pair.safeParse(value);
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
