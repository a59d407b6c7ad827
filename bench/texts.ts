/**
 * Texts of about 1,500 characters from a pool of sentences that were cut into search words once: composing a text
 * costs microseconds, and its words are exactly what the product would cut, because every sentence ends at a stop.
 */
import type { Random } from '../demo/random.ts';
import { wordsOf } from '#server/platform/search.ts';
import {
  patterns,
  placeHeads,
  placeMiddles,
  placeTails,
  titlePatterns,
  type Topic,
  topics,
} from './words.ts';

export type Text = {
  readonly title: string;
  readonly body: string;
  readonly category: string;
  /** Search words of title and body, parted by spaces, some more than once. */
  readonly words: string;
};

/** A number below `size` that is small most of the time: rank r comes with a chance of about 1 / r. */
export const skewed = (random: Random, size: number): number =>
  Math.min(size - 1, Math.floor(Math.exp(random.next() * Math.log(size + 1)) - 1));

const pickSkewed = <T>(random: Random, items: readonly T[]): T => {
  const item = items[skewed(random, items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

/** One of 12,000 place names, a few of them everywhere, most of them hardly anywhere. */
export const placeOf = (rank: number): string => {
  const head = placeHeads[rank % placeHeads.length] ?? '';
  const rest = Math.floor(rank / placeHeads.length);
  const middle = placeMiddles[(rest + rank) % placeMiddles.length] ?? '';
  const tail = placeTails[Math.floor(rest / placeMiddles.length) % placeTails.length] ?? '';
  return `${head}${middle}${tail}`;
};
export const placeCount = placeHeads.length * placeMiddles.length * placeTails.length;

type Sentence = { readonly text: string; readonly words: string };

const fill = (random: Random, pattern: string, topic: Topic): string =>
  pattern.replace(/\{(\w)\}/g, (_, slot: string) => {
    switch (slot) {
      case 't':
      case 'o':
        return pickSkewed(random, topic.things);
      case 'm':
        return pickSkewed(random, topic.measures);
      case 'p':
        return placeOf(skewed(random, placeCount));
      default:
        return String(random.int(2, 9));
    }
  });

const cut = (text: string): Sentence => ({ text, words: wordsOf(text).join(' ') });

const poolPerTopic = 700;
const usual = 1_500;

/** Makes texts of about `wanted` characters, 0: titles alone; `random` decides which. */
export const textMaker = (random: Random, wanted: number = usual): { readonly next: () => Text } => {
  const pools = topics.map((topic) =>
    Array.from({ length: poolPerTopic }, () => cut(`${fill(random, random.pick(patterns), topic)}。`)),
  );
  const titles = new Map<string, string>();
  const titleWords = (title: string): string => {
    const known = titles.get(title);
    if (known !== undefined) return known;
    const words = wordsOf(title).join(' ');
    if (titles.size < 200_000) titles.set(title, words);
    return words;
  };
  const next = (): Text => {
    const which = skewed(random, topics.length);
    const topic = topics[which] ?? random.pick(topics);
    const pool = pools[which] ?? [];
    const title = fill(random, random.pick(titlePatterns), topic);
    if (wanted === 0) return { title, body: '', category: topic.category, words: '' };
    // One sentence of its own, so that rare places stay rare.
    const own = cut(`${fill(random, patterns[random.chance(0.5) ? 1 : 10] ?? '', topic)}。`);
    const texts = [own.text];
    const words = [titleWords(title), own.words];
    let length = own.text.length;
    const target = wanted * (0.4 + 1.2 * random.next());
    while (length < target) {
      const sentence = random.pick(random.chance(0.85) ? pool : random.pick(pools));
      texts.push(length % 5 === 0 ? `\n　　${sentence.text}` : sentence.text);
      words.push(sentence.words);
      length += sentence.text.length;
    }
    return { title, body: texts.join(''), category: topic.category, words: words.join(' ') };
  };
  return { next };
};
