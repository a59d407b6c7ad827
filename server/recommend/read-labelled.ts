/** Labelled matters from a file of JSON lines: `{"title": "…", "leadUnits": ["…"]}`, with `body` where there is one. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { LabelledMatter } from '#core/recommend/evaluate.ts';

/** What is wrong with which line, and how to mend it. */
export type BadLine = { readonly line: number; readonly zh: string; readonly en: string };

export type Labelled =
  | { readonly ok: true; readonly matters: readonly LabelledMatter[] }
  | { readonly ok: false; readonly bad: readonly BadLine[] };

const mostBad = 20;
const longestLine = 200_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const namesOf = (value: unknown): readonly string[] | null => {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = list.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
  return names.length === list.length && names.length > 0 ? names.map((one) => one.trim()) : null;
};

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const readLine = (text: string, line: number): LabelledMatter | BadLine => {
  if (text.length > longestLine)
    return {
      line,
      zh: '一行太长；请每件一行，并缩短正文',
      en: 'the line is too long; write one matter a line and shorten its body',
    };
  const row = parse(text);
  if (!isRecord(row))
    return {
      line,
      zh: '不是 JSON 对象；每行写一件，如 {"title": "关于……的建议", "leadUnits": ["交通运输局"]}',
      en: 'no JSON object; write one matter a line, such as {"title": "…", "leadUnits": ["…"]}',
    };
  const { title, body, leadUnits } = row;
  if (typeof title !== 'string' || title.trim() === '')
    return { line, zh: '没有题目；请补上 "title"', en: 'there is no title; add "title", a text' };
  if (body !== undefined && body !== null && typeof body !== 'string')
    return {
      line,
      zh: '"body" 不是文字；请改为文字或删去',
      en: '"body" is no text; make it a text or leave it out',
    };
  const names = namesOf(leadUnits);
  if (names === null)
    return {
      line,
      zh: '没有主办单位；请补上 "leadUnits"，如 ["市教育局"]，没有主办单位的件请删去这一行',
      en: 'there is no lead unit; add "leadUnits", a list of names, or leave the line out',
    };
  return { id: line, title: title.trim(), body: typeof body === 'string' ? body : '', leadUnits: names };
};

/** Reads a file of labelled matters; empty lines are skipped. The first twenty bad lines are told. Throws when the file cannot be read. */
export const readLabelled = async (file: string): Promise<Labelled> => {
  const matters: LabelledMatter[] = [];
  const bad: BadLine[] = [];
  let line = 0;
  for await (const raw of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    const text = raw.replace(/^\uFEFF/u, '').trim();
    if (text === '') continue;
    const read = readLine(text, line);
    if ('title' in read) matters.push(read);
    else if (bad.length < mostBad) bad.push(read);
  }
  return bad.length > 0 ? { ok: false, bad } : { ok: true, matters };
};
