/**
 * The lexicon of concepts. A line without indent is a topic, an indented line one facet of the topic above it; after
 * the colon stand the words that mean it, parted by spaces. `a..b`: `a`, and `b` no more than six characters later.
 * `~` before a topic: a setting (where, for whom) that alone makes no two matters alike; `-`: a wide field, which
 * says less than a thing beside it.
 */
import { normalise } from './normalise.ts';

export type Hit = {
  readonly topic: number;
  /** -1: the topic as a whole. */
  readonly facet: number;
  readonly from: number;
  readonly to: number;
  /** Characters that the words themselves cover, without the gap between them. */
  readonly covered: readonly number[];
};

type Topic = { readonly name: string; readonly weight: number; readonly setting: boolean };

export type Lexicon = {
  readonly topics: readonly Topic[];
  readonly facets: readonly { readonly name: string; readonly topic: number }[];
  readonly find: (text: string) => readonly Hit[];
};

type Entry = {
  readonly head: string;
  readonly tail: string | null;
  readonly topic: number;
  readonly facet: number;
};

const gap = 6;

const entryOf = (word: string, topic: number, facet: number): Entry => {
  const [head = '', tail] = word.split('..').map(normalise);
  return { head, tail: tail ?? null, topic, facet };
};

const range = (from: number, length: number): number[] => Array.from({ length }, (_, at) => from + at);

const hitOf = (entry: Entry, text: string, from: number): Hit | null => {
  const { head, tail, topic, facet } = entry;
  if (!text.startsWith(head, from)) return null;
  const end = from + head.length;
  if (tail === null) return { topic, facet, from, to: end, covered: range(from, head.length) };
  const at = text.indexOf(tail, end);
  if (at < 0 || at > end + gap) return null;
  const covered = [...range(from, head.length), ...range(at, tail.length)];
  return { topic, facet, from, to: at + tail.length, covered };
};

/** Drops what only repeats a part of a longer find: 停车 within 停车收费, 垃圾 within 农村垃圾. */
const withoutParts = (hits: readonly Hit[]): readonly Hit[] => {
  const longest = new Map<number, number>();
  for (const { covered } of hits)
    for (const at of covered) longest.set(at, Math.max(longest.get(at) ?? 0, covered.length));
  return hits.filter(({ covered }) => covered.some((at) => (longest.get(at) ?? 0) <= covered.length));
};

const topicOf = (name: string): Topic => {
  const setting = name.startsWith('~');
  const weight = setting ? 0.15 : name.startsWith('-') ? 0.55 : 1;
  return { name: name.replace(/^[~-]/, ''), weight, setting };
};

const readLines = (sources: readonly string[]) => {
  const topics: Topic[] = [];
  const facets: { name: string; topic: number }[] = [];
  const entries: Entry[] = [];
  for (const line of sources.flatMap((source) => source.split('\n'))) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const isFacet = line.startsWith(' ');
    const name = line.slice(0, colon).trim();
    if (isFacet) facets.push({ name, topic: topics.length - 1 });
    else topics.push(topicOf(name));
    const facet = isFacet ? facets.length - 1 : -1;
    for (const word of line.slice(colon + 1).split(' '))
      if (word !== '') entries.push(entryOf(word, topics.length - 1, facet));
  }
  return { topics, facets, entries };
};

/** Reads lexicon sources; finding costs one look-up a character of the text. */
export const readLexicon = (sources: readonly string[]): Lexicon => {
  const { topics, facets, entries } = readLines(sources);
  const byFirst = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = entry.head.slice(0, 2);
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [entry]);
    else known.push(entry);
  }
  const find = (text: string): readonly Hit[] => {
    const hits: Hit[] = [];
    for (let at = 0; at < text.length; at += 1)
      for (const first of [text.slice(at, at + 2), text.slice(at, at + 1)])
        for (const entry of byFirst.get(first) ?? []) {
          const hit = hitOf(entry, text, at);
          if (hit !== null) hits.push(hit);
        }
    return withoutParts(hits);
  };
  return { topics, facets, find };
};
