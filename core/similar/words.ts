/** The words of a title, cut by every list of words that the product has: what each stands for, and how much it tells. */
import { lexicon as baseOfDuties } from '../recommend/lexicon.ts';
import { tableWords, worthOf } from './common-words.ts';
import { askLexicons, lexicon } from './lexicon.ts';
import type { Lexicon } from './read-lexicon.ts';

/** What a word stands for: by how narrow that is, the more two words that share it are alike. */
type Sense = { readonly id: number; readonly close: number };
type Meaning = {
  readonly senses: readonly Sense[];
  readonly topics: readonly number[];
  readonly worth: number;
};

export type Word = { readonly text: string; readonly senses: readonly Sense[]; readonly worth: number };

const closeness = { ask: 0.9, facet: 0.85, topic: 0.7, wide: 0.35, setting: 0.5, duty: 0.5 } as const;

type Entry = { readonly senses: Map<number, number>; readonly topics: number[]; readonly worth: number };

/** A long word means somewhat what the words inside it mean. */
const inherit = (words: ReadonlyMap<string, Entry>): void => {
  for (const [word, { senses, worth }] of words) {
    if (word.length < 4 || worth === 0) continue;
    for (let from = 0; from + 2 <= word.length; from += 1)
      for (let to = from + 2; to <= word.length; to += 1) {
        const part = to - from === word.length ? undefined : words.get(word.slice(from, to));
        if (part === undefined || part.worth < 1) continue;
        for (const [id, close] of part.senses) if (!senses.has(id)) senses.set(id, close * 0.8);
      }
  }
};

const vocabulary = (): ReadonlyMap<string, Meaning> => {
  const words = new Map<string, Entry>();
  const at = (word: string): Entry => {
    const known = words.get(word) ?? { senses: new Map<number, number>(), topics: [], worth: worthOf(word) };
    words.set(word, known);
    return known;
  };
  let next = 0;
  const ids = new Map<string, number>();
  const idOf = (name: string): number => {
    const known = ids.get(name) ?? next++;
    ids.set(name, known);
    return known;
  };
  const add = (from: Lexicon, letter: string, closeOf: (topic: number, facet: number) => number): void => {
    for (const [word, meanings] of from.words)
      for (const { topic, facet } of meanings) {
        const entry = at(word);
        const id = idOf(facet >= 0 ? `f${letter}${facet}` : `${letter}${topic}`);
        entry.senses.set(id, closeOf(topic, facet));
        if (letter === 't') entry.topics.push(topic);
      }
  };
  add(lexicon, 't', (topic, facet) => {
    const one = lexicon.topics[topic];
    if (one?.setting === true) return closeness.setting;
    if (facet >= 0) return closeness.facet;
    return one?.wide === true ? closeness.wide : closeness.topic;
  });
  for (const [at, one] of askLexicons.entries()) add(one, `a${at}`, () => closeness.ask);
  for (const [word, { duties }] of baseOfDuties)
    if (word.length > 1) {
      const entry = at(word);
      for (const duty of duties.slice(0, 4))
        entry.senses.set(idOf(`d${duty}`), closeness.duty / Math.sqrt(Math.min(4, duties.length)));
    }
  for (const word of tableWords) at(word);
  inherit(words);
  return new Map(
    [...words]
      .filter(([word]) => word.length > 1)
      .map(([word, { senses, topics, worth }]) => [
        word,
        { senses: [...senses].map(([id, close]) => ({ id, close })), topics, worth },
      ]),
  );
};

const known = vocabulary();
const longest = 9;

type Best = { readonly value: number; readonly from: number; readonly word: string };

/** Long words win over short ones inside them; `known` false: a stretch that no list knows. */
const cutWords = (piece: string): readonly (readonly [text: string, known: boolean])[] => {
  const best: Best[] = [{ value: 0, from: 0, word: '' }];
  for (let end = 1; end <= piece.length; end += 1) {
    let top: Best = { value: best[end - 1]?.value ?? 0, from: end - 1, word: '' };
    for (let from = Math.max(0, end - longest); from <= end - 2; from += 1) {
      const word = piece.slice(from, end);
      if (!known.has(word)) continue;
      const value = (best[from]?.value ?? 0) + (end - from) ** 1.5;
      if (value > top.value) top = { value, from, word };
    }
    best.push(top);
  }
  const words: [string, boolean][] = [];
  let stretch = '';
  for (let end = piece.length; end > 0; ) {
    const { from, word } = best[end] ?? { from: end - 1, word: '' };
    if (word === '') stretch = piece.slice(from, end) + stretch;
    else {
      if (stretch !== '') words.push([stretch, false]);
      stretch = '';
      words.push([word, true]);
    }
    end = from;
  }
  if (stretch !== '') words.push([stretch, false]);
  return words.reverse();
};

const named =
  /\p{Script=Han}{2,4}?(?:街道|办事处|社区|小区|大道|开发区|新区|片区|公路|路口|省|市|县|区|旗|州|镇|乡|村|组|路|街|巷|桥|河|江|湖|水库|小学|中学|医院|公园|景区)/gu;
const little = /[在的和与及等了是把将为对向从至到给让使由于或中上下内里我各其该之者并都也要应所可本让被]/gu;

/** The words of the parts of a title, names of places left out. `share`: how much a part counts. */
export const wordsOf = (
  parts: readonly (readonly [text: string, share: number])[],
  unknown?: ReadonlySet<number>,
): readonly Word[] => {
  const found = new Map<string, Word>();
  const keep = (text: string, worth: number, senses: readonly Sense[]): void => {
    if (worth > 0 && (found.get(text)?.worth ?? 0) < worth) found.set(text, { text, senses, worth });
  };
  for (const [part, share] of parts)
    for (const piece of part.split('|'))
      for (const [text, isKnown] of cutWords(piece)) {
        const meaning = known.get(text);
        if (isKnown && meaning !== undefined) {
          const hidden = unknown !== undefined && meaning.topics.some((one) => unknown.has(one));
          keep(text, meaning.worth * share, hidden ? [] : meaning.senses);
          continue;
        }
        const rest = text.replace(named, '|');
        for (const one of rest.replace(little, '|').split('|'))
          if (one.length > 1) keep(one, share * 0.9, []);
      }
  return [...found.values()];
};

/** Share of the longer word's characters that both hold, each counted once. */
const letters = (a: string, b: string): number => {
  let shared = 0;
  for (let at = 0; at < a.length; at += 1) {
    const one = a.charAt(at);
    if (a.indexOf(one) === at && b.includes(one)) shared += 1;
  }
  return shared / Math.max(a.length, b.length);
};

/** How alike two words are, 0 to 1: the same, one within the other, of one sense, or by the characters that they share. */
const likenessOf = (a: Word, b: Word): number => {
  if (a.text === b.text) return 1;
  let close = a.text.includes(b.text) || b.text.includes(a.text) ? 0.8 : 0.75 * letters(a.text, b.text);
  for (const { id, close: one } of a.senses) {
    const other = one > close ? b.senses.find((sense) => sense.id === id)?.close : undefined;
    if (other !== undefined) close = Math.max(close, Math.min(one, other));
  }
  return close;
};

/** How much of what one title tells the other tells too, in the same or other words: of the one that is covered better: 0 to 1. */
export const coverage = (a: readonly Word[], b: readonly Word[]): number => {
  const best = b.map(() => 0);
  let [covered, all] = [0, 0];
  for (const one of a) {
    let most = 0;
    for (const [at, other] of b.entries()) {
      const like = likenessOf(one, other);
      if (like > most) most = like;
      if (like > (best[at] ?? 0)) best[at] = like;
    }
    covered += one.worth * most;
    all += one.worth;
  }
  let [coveredOther, allOther] = [0, 0];
  for (const [at, { worth }] of b.entries()) {
    coveredOther += worth * (best[at] ?? 0);
    allOther += worth;
  }
  const [x, y] = [all === 0 ? 0 : covered / all, allOther === 0 ? 0 : coveredOther / allOther];
  return Math.max(x, y);
};
