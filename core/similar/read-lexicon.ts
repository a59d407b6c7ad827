/**
 * The lexicon of concepts. A line without indent is a topic, an indented line one facet of the topic above it; after
 * the colon stand the words that mean it, parted by spaces. `a..b`: `a`, and `b` no more than six characters later.
 * `~` before a topic: a setting (where, for whom) that alone makes no two matters alike; `-`: a wide field, which
 * says less than a thing beside it; `=`: its words are taken away from the topics of earlier sources, so that a narrow
 * subject stands apart from the wide field that once named it.
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

type Topic = {
  readonly name: string;
  readonly weight: number;
  readonly setting: boolean;
  readonly wide: boolean;
};

export type Lexicon = {
  readonly topics: readonly Topic[];
  readonly facets: readonly { readonly name: string; readonly topic: number }[];
  /** What each word alone means. */
  readonly words: ReadonlyMap<string, readonly Meaning[]>;
  /** `unknown`: topics to leave out, as if nobody had written them down; for measuring. */
  readonly find: (text: string, unknown?: ReadonlySet<number>) => readonly Hit[];
};

export type Meaning = { readonly topic: number; readonly facet: number };
type Tail = Meaning & { readonly word: string };

/** A word with what it means alone, and with which words after it. */
type Entry = { readonly head: string; readonly alone: readonly Meaning[]; readonly tails: readonly Tail[] };

const gap = 6;
/** No word after a gap is longer. */
const longestTail = 12;

const range = (from: number, length: number): number[] => Array.from({ length }, (_, at) => from + at);

const tailHits = (entry: Entry, text: string, from: number): readonly Hit[] => {
  const end = from + entry.head.length;
  const after = text.slice(end, end + gap + longestTail);
  const hits: Hit[] = [];
  for (const { word, topic, facet } of entry.tails) {
    const at = after.indexOf(word);
    if (at < 0 || at > gap) continue;
    const covered = [...range(from, entry.head.length), ...range(end + at, word.length)];
    hits.push({ topic, facet, from, to: end + at + word.length, covered });
  }
  return hits;
};

const aloneHits = ({ head, alone }: Entry, from: number): readonly Hit[] => {
  if (alone.length === 0) return [];
  const covered = range(from, head.length);
  return alone.map(({ topic, facet }) => ({ topic, facet, from, to: from + head.length, covered }));
};

/** Whether the longer find takes the shorter one's place; a facet stays beside the plain name of its own topic. */
const hides = (longer: Hit, hit: Hit): boolean =>
  longer.covered.length > hit.covered.length &&
  (longer.topic !== hit.topic || hit.facet < 0 || (longer.facet >= 0 && longer.facet !== hit.facet));

/** Drops what only repeats a part of longer finds: 停车 within 停车收费, 垃圾 within 农村垃圾. */
const withoutParts = (hits: readonly Hit[]): readonly Hit[] =>
  hits.filter((hit) => {
    const hiding = hits.filter((other) => hides(other, hit));
    return hit.covered.some((at) => !hiding.some(({ covered }) => covered.includes(at)));
  });

const topicOf = (name: string): Topic => {
  const setting = name.startsWith('~');
  const wide = name.startsWith('-');
  const weight = setting ? 0.15 : wide ? 0.55 : 1;
  return { name: name.replace(/^[~=-]/, ''), weight, setting, wide };
};

/** `taking`: the first topic whose words may not be taken away; those of the topics before it are. */
const add = (entries: Map<string, Entry>, word: string, meaning: Meaning, taking: number): void => {
  const [head = '', tail] = word.split('..').map(normalise);
  const old = entries.get(head) ?? { head, alone: [], tails: [] };
  const stays = (one: Meaning): boolean => one.topic >= taking;
  const alone = tail === undefined ? [...old.alone.filter(stays), meaning] : old.alone;
  const tails =
    tail === undefined
      ? old.tails
      : [...old.tails.filter((one) => one.word !== tail || stays(one)), { word: tail, ...meaning }];
  entries.set(head, { head, alone, tails });
};

const readLines = (sources: readonly string[]) => {
  const topics: Topic[] = [];
  const facets: { name: string; topic: number }[] = [];
  const entries = new Map<string, Entry>();
  for (const source of sources) {
    const first = topics.length;
    let taking = 0;
    for (const line of source.split('\n')) {
      const colon = line.indexOf(':');
      if (colon < 0) continue;
      const isFacet = line.startsWith(' ');
      const name = line.slice(0, colon).trim();
      if (isFacet) facets.push({ name, topic: topics.length - 1 });
      else {
        topics.push(topicOf(name));
        taking = name.startsWith('=') ? first : 0;
      }
      const meaning = { topic: topics.length - 1, facet: isFacet ? facets.length - 1 : -1 };
      for (const word of line.slice(colon + 1).split(' '))
        if (word !== '') add(entries, word, meaning, taking);
    }
  }
  return { topics, facets, entries };
};

/** Reads lexicon sources; finding costs one look-up a character of the text. */
export const readLexicon = (sources: readonly string[]): Lexicon => {
  const { topics, facets, entries } = readLines(sources);
  const byStart = Map.groupBy(entries.values(), ({ head }) => head.slice(0, 2));
  const find: Lexicon['find'] = (text, unknown) => {
    const hits: Hit[] = [];
    for (let at = 0; at < text.length; at += 1)
      for (const start of new Set([text[at] ?? '', text.slice(at, at + 2)]))
        for (const entry of byStart.get(start) ?? [])
          if (text.startsWith(entry.head, at))
            hits.push(...aloneHits(entry, at), ...tailHits(entry, text, at));
    return withoutParts(unknown === undefined ? hits : hits.filter(({ topic }) => !unknown.has(topic)));
  };
  const words = new Map(
    [...entries.values()].flatMap(({ head, alone }) => (alone.length > 0 ? [[head, alone] as const] : [])),
  );
  return { topics, facets, words, find };
};
