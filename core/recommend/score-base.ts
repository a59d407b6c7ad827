import { combinationsOfAspects } from './base/combinations-of-aspects.ts';
import { combinationsOfWorks } from './base/combinations-of-works.ts';
import { combinations } from './base/combinations.ts';
import { aspects, type Shares } from './base/duty.ts';
import { functionIds, functions, type UnitFunction } from './base/functions.ts';
import { heads, letters } from './base/heads.ts';
import { instead } from './base/instead.ts';
import { cleanTitle } from './clean-title.ts';
import { cut, findTerms, type Found, placeClauseOf } from './find-terms.ts';
import { duties, hints } from './lexicon.ts';

/** A kind of matter that the base recognised, by its number, with the words by which. */
export type Recognised = {
  readonly duty: readonly [zh: string, en: string];
  readonly words: readonly string[];
  readonly weight: number;
  readonly shares: Shares;
};

export type BaseScore = {
  /** Of each function, adding up to 1. */
  readonly chance: ReadonlyMap<UnitFunction, number>;
  /** Strongest first. */
  readonly recognised: readonly Recognised[];
  /** All evidence together: 0 when no word is known. */
  readonly evidence: number;
};

/** How sharply evidence decides, and what stands for the unknown. Chosen on invented titles and half of a real list. */
const sharpness = 1.6;
const unknown = 0.25;
/** A body has hundreds of words that only touch a subject: together they count no more than one good word of the title. */
const bodyWeight = 1.2;

/** So many of a hundred matters go to the government of the place, whatever they are about. */
const ownPlace = 0.05;
/** And so many to an office next to the one that the words name. */
const nextDoor = 0.1;

/** Beside so much said of a field, what is said of an aspect counts less. */
const fieldSaid = 0.8;
const besideField = 0.4;

/** A pair of letters that only hints counts so much at most. */
const hintWeight = 0.6;

/** A single letter counts less than a pair, and too little to be shown as a reason. */
const letterWeight = 0.25;

/** What is recognised by less than this is a guess from letters: no evidence, and no reason to show. */
export const leastTold = 0.3;
/** With so much said in words nothing is guessed from letters. */
const enough = 2;
/** With so little, what the title may be about is read from the last letters of names. */
const little = 1.5;

const sum = (shares: Shares): number => Object.values(shares).reduce((all, one) => all + one, 0);

const runnerUp = 0.5;
/** A kind of matter that one function nearly always has decides more than one that many have. */
const decisiveness = (shares: Shares): number => {
  const [first = 0, second = 0] = Object.values(shares).sort((a, b) => b - a);
  return 0.55 + (0.6 * (first + runnerUp * second)) / sum(shares);
};

const allPriors = functionIds.reduce((all, id) => all + functions[id].prior, 0);

type Collected = Map<
  string,
  { duty: readonly [string, string]; words: string[]; weight: number; shares: Shares }
>;

const collect = (
  into: Collected,
  duty: readonly [string, string],
  shares: Shares,
  word: string,
  weight: number,
): void => {
  const known = into.get(duty[0]);
  if (known === undefined) into.set(duty[0], { duty, words: [word], weight, shares });
  else {
    // The second word for the same thing says less than the first.
    known.weight = Math.max(known.weight, weight) + 0.5 * Math.min(known.weight, weight);
    if (!known.words.includes(word)) known.words.push(word);
  }
};

/** Letters that no word of the base covers still hint at what they stand for inside its words. */
const readHints = (text: string, covered: readonly boolean[], into: Collected): void => {
  for (let at = 0; at < text.length - 1; at += 1) {
    if (covered[at] === true || covered[at + 1] === true) continue;
    const pair = text.slice(at, at + 2);
    const found = hints.get(pair);
    if (found === undefined) continue;
    const all = [...found.values()].reduce((total, one) => total + one, 0);
    for (const [index, count] of found) {
      const row = duties[index];
      if (row !== undefined) collect(into, [row[0], row[1]], row[2], pair, (hintWeight * count) / (all + 1));
    }
  }
};

const letterKinds: ReadonlyMap<string, readonly [zh: string, en: string, to: Shares]> = new Map(
  letters.flatMap(([zh, en, to, of]) => [...of].map((letter) => [letter, [zh, en, to]] as const)),
);

/** What a name that nobody knows is a name of, and single letters that tell a field. */
const readUnknown = (text: string, covered: readonly boolean[], into: Collected): void => {
  for (const [zh, en, when, shares, weight] of heads) {
    const match = when.exec(text);
    if (match !== null) collect(into, [zh, en], shares, match[0].slice(0, 24), weight);
  }
  for (let at = 0; at < text.length; at += 1) {
    const kind = covered[at] === true ? undefined : letterKinds.get(text.charAt(at));
    if (kind !== undefined && !/^[镇乡县市区村屯湾]/u.test(text.slice(at + 1)))
      collect(into, [kind[0], kind[1]], kind[2], text.charAt(at), letterWeight);
  }
};

const coveredBy = (text: string, found: readonly Found[]): readonly boolean[] => {
  const covered = Array.from({ length: text.length }, () => false);
  for (const { at, word } of found) covered.fill(true, at, at + word.length);
  return covered;
};

const weakenAspects = (collected: Collected): void => {
  const fields = [...collected.values()].filter(({ duty: [zh] }) => !aspects.has(zh));
  if (fields.reduce((all, { weight }) => all + weight, 0) < fieldSaid) return;
  for (const one of collected.values()) if (aspects.has(one.duty[0])) one.weight *= besideField;
};

const allCombinations = [...combinations, ...combinationsOfWorks, ...combinationsOfAspects];
/** A combination that stands wholly where a title says at which place something is to be made. */
const whereOnly = 0.3;

const readTitle = (title: string): Collected => {
  const text = cleanTitle(title);
  const collected: Collected = new Map();
  const found = findTerms(text);
  for (const { word, term, weight } of found)
    for (const index of term.duties) {
      const row = duties[index];
      if (row !== undefined)
        collect(
          collected,
          [row[0], row[1]],
          row[2],
          word,
          (weight * decisiveness(row[2])) / term.duties.length,
        );
    }
  const place = placeClauseOf(text);
  for (const [zh, en, when, shares, weight] of allCombinations) {
    const match = when.exec(text);
    if (match === null) continue;
    const inPlace = place !== null && match.index >= place[0] && match.index + match[0].length < place[1];
    collect(collected, [zh, en], shares, match[0].slice(0, 24), weight * (inPlace ? whereOnly : 1));
  }
  weakenAspects(collected);
  const said = [...collected.values()].reduce((all, { weight }) => all + weight, 0);
  if (said < enough) {
    const covered = coveredBy(text, found);
    readHints(text, covered, collected);
    if (said < little) readUnknown(text, covered, collected);
  }
  return collected;
};

const readBody = (body: string): Collected => {
  const text = body.normalize('NFKC').toLowerCase().replace(/\s+/gu, '').slice(0, 4_000);
  const collected: Collected = new Map();
  for (const { word, term } of cut(text))
    for (const index of term.duties) {
      const row = duties[index];
      if (row !== undefined)
        collect(collected, [row[0], row[1]], row[2], word, term.strength / term.duties.length);
    }
  const all = [...collected.values()].reduce((total, one) => total + one.weight, 0);
  for (const one of collected.values()) one.weight *= bodyWeight / Math.max(all, bodyWeight);
  return collected;
};

/** Of each function: to whom how much of what it leaves goes, adding up to 1. */
const handedOn = functionIds.flatMap((id) => {
  const others = instead[id];
  if (others === undefined) return [];
  const total = sum(others);
  return [
    {
      id,
      to: functionIds.flatMap((other) => (others[other] ? [[other, others[other] / total] as const] : [])),
    },
  ];
});

/** Each function leaves a part of its chance to those that have its matters in other cities, so that they come next. */
const shareWithNeighbours = (
  chance: ReadonlyMap<UnitFunction, number>,
): ReadonlyMap<UnitFunction, number> => {
  const shared = new Map(chance);
  const add = (id: UnitFunction, part: number): void => void shared.set(id, (shared.get(id) ?? 0) + part);
  for (const { id, to } of handedOn) {
    const left = (chance.get(id) ?? 0) * nextDoor;
    add(id, -left);
    for (const [other, part] of to) add(other, left * part);
  }
  return shared;
};

/**
 * What the shipped base says of a matter: for each function the chance that it is the lead. Deterministic; an empty
 * title gives what a city's matters are on the average.
 */
export const scoreBase = (title: string, body = ''): BaseScore => {
  const collected = readTitle(title);
  if (body !== '')
    for (const { duty, words, weight, shares } of readBody(body).values())
      for (const [at, word] of words.entries()) if (at === 0) collect(collected, duty, shares, word, weight);
  const recognised = [...collected.values()].sort(
    (a, b) => b.weight - a.weight || (a.duty[0] < b.duty[0] ? -1 : 1),
  );
  const evidence = recognised.reduce((all, { weight }) => all + (weight < leastTold ? 0 : weight), 0);
  const raw = functionIds.map((id) => {
    const said = recognised.reduce(
      (all, { weight, shares }) => all + (weight * (shares[id] ?? 0)) / sum(shares),
      0,
    );
    return [id, (said + (unknown * functions[id].prior) / allPriors) ** sharpness] as const;
  });
  const total = raw.reduce((all, [, one]) => all + one, 0);
  const chance = new Map(raw.map(([id, one]) => [id, (1 - ownPlace) * (one / total)]));
  chance.set('属地政府', (chance.get('属地政府') ?? 0) + ownPlace);
  return { chance: shareWithNeighbours(chance), recognised, evidence };
};
