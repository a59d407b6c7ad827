import type { UnitFunction } from './base/functions.ts';
import { cut } from './find-terms.ts';
import type { Neighbour } from './history.ts';
import { duties as dutyRows } from './lexicon.ts';
import { type BaseScore, leastTold, scoreBase } from './score-base.ts';

/** A unit that could have the matter. `key`: by which the caller and `Neighbour.units` name it. */
export type Candidate = {
  readonly key: string;
  readonly function: UnitFunction | null;
  /** Its own place, as a title would name it (东湖, 石桥镇); '' for a unit of the whole jurisdiction. */
  readonly place: string;
  /** Kinds of matters that its written duties name: `kindsOf`. */
  readonly kinds: ReadonlySet<string>;
};

export type Reason =
  /** A kind of matter that the unit's function has, and the words by which it was recognised. */
  | { readonly kind: 'duty'; readonly zh: string; readonly en: string; readonly words: readonly string[] }
  /** A past matter that resembles this one and that this unit led. */
  | { readonly kind: 'past'; readonly id: number; readonly title: string; readonly similarity: number }
  /** Words of the title that stand in the unit's own duties. */
  | { readonly kind: 'ownDuty'; readonly words: readonly string[] }
  /** The title names the unit's place. */
  | { readonly kind: 'place'; readonly word: string };

export type Recommended = {
  readonly key: string;
  /** From 0 to 1, adding up to 1 over all candidates: how likely this unit is the lead. */
  readonly score: number;
  /** Of the first one `sole` when nobody else is likely enough to be asked, else `lead`; null: not recommended at all. */
  readonly role: 'sole' | 'lead' | 'assist' | null;
  readonly reasons: readonly Reason[];
};

/** From here on another unit is worth asking for its opinion. Chosen on invented titles. */
const assistFrom = 0.14;
const mostAssisting = 3;
const mostPast = 3;
/** How sharply the nearness of past matters counts. */
const nearness = 3;
/**
 * How much past matters weigh against the base at most, and how many, counted by nearness, bring half of that: less
 * where the base has words to go by, nearly all where it has none. Chosen on half of a real list and invented titles.
 */
const historyWeight = { known: 0.7, unknown: 0.95 };
const halfTrust = { known: 0.4, unknown: 0.01 };
/** So much less where the near past matters went to different units: a city that has no line of its own teaches none. */
const doubt = { known: 1, unknown: 0 };
/** With so much evidence the base knows what it says. */
const enoughEvidence = 1.5;

const between = (of: { readonly known: number; readonly unknown: number }, evidence: number): number =>
  of.unknown + (of.known - of.unknown) * Math.min(1, evidence / enoughEvidence);

type Votes = { readonly share: ReadonlyMap<string, number>; readonly trust: number };

/** What near past matters say: the share of each unit, and how far to trust it. */
const countVotes = (neighbours: readonly Neighbour[], evidence: number): Votes => {
  const votes = new Map<string, number>();
  let total = 0;
  for (const { units, similarity } of neighbours) {
    const vote = similarity ** nearness;
    if (units.length === 0) continue;
    total += vote;
    for (const unit of new Set(units)) votes.set(unit, (votes.get(unit) ?? 0) + vote / units.length);
  }
  if (total === 0) return { share: votes, trust: 0 };
  const share = new Map([...votes].map(([key, vote]) => [key, vote / total]));
  const agreed = [...share.values()].reduce((all, one) => all + one * one, 0);
  return {
    share,
    trust:
      ((between(historyWeight, evidence) * total) / (total + between(halfTrust, evidence))) *
      (1 - between(doubt, evidence) * (1 - agreed)),
  };
};

/** The kinds of matters that a unit's written duties name. */
export const kindsOf = (duties: string): ReadonlySet<string> =>
  new Set(
    cut(duties.normalize('NFKC').toLowerCase()).flatMap(({ term }) =>
      term.duties.flatMap((index) => dutyRows[index]?.[0] ?? []),
    ),
  );

/** Words of the title that speak of what the unit's own duties name. */
const ownWords = (base: BaseScore, kinds: ReadonlySet<string>): readonly string[] =>
  kinds.size === 0
    ? []
    : [
        ...new Set(base.recognised.filter(({ duty: [zh] }) => kinds.has(zh)).flatMap(({ words }) => words)),
      ].slice(0, 5);

/** Units of one function share its chance: most has the one whose place is named, or whose own duties say the words. */
const partOf = (base: BaseScore, title: string, { place, kinds }: Candidate): number =>
  (place === '' ? 1 : title.includes(place) ? 4 : 0.12) * (ownWords(base, kinds).length > 0 ? 3 : 1);

/** What the base says of each candidate, adding up to 1. */
const spreadBase = (
  base: BaseScore,
  candidates: readonly Candidate[],
  title: string,
): ReadonlyMap<string, number> => {
  const parts = candidates.map((one) => ({ one, part: partOf(base, title, one) }));
  const held = new Map<UnitFunction, number>();
  for (const { one, part } of parts)
    if (one.function !== null) held.set(one.function, (held.get(one.function) ?? 0) + part);
  const spread = parts.map(({ one, part }): readonly [string, number] => [
    one.key,
    one.function === null ? 0 : ((base.chance.get(one.function) ?? 0) * part) / (held.get(one.function) ?? 1),
  ]);
  const total = spread.reduce((sum, [, chance]) => sum + chance, 0) || 1;
  return new Map(spread.map(([key, chance]) => [key, chance / total]));
};

const reasonsFor = (
  candidate: Candidate,
  base: BaseScore,
  neighbours: readonly Neighbour[],
  title: string,
): readonly Reason[] => {
  const own = candidate.function;
  const duties = base.recognised
    .filter(({ shares, weight }) => own !== null && weight >= leastTold && (shares[own] ?? 0) > 0)
    .slice(0, 2)
    .map(({ duty: [zh, en], words }) => ({ kind: 'duty' as const, zh, en, words: words.slice(0, 5) }));
  const past = neighbours
    .filter(({ units, similarity }) => similarity >= 0.2 && units.includes(candidate.key))
    .slice(0, mostPast)
    .map(({ id, title: like, similarity }) => ({ kind: 'past' as const, id, title: like, similarity }));
  const place: readonly Reason[] =
    candidate.place !== '' && title.includes(candidate.place)
      ? [{ kind: 'place', word: candidate.place }]
      : [];
  const words = ownWords(base, candidate.kinds);
  const written: readonly Reason[] = words.length > 0 ? [{ kind: 'ownDuty', words }] : [];
  return [...past, ...duties, ...written, ...place];
};

/**
 * Ranks the units that could lead a matter, best first, each with its reasons. `neighbours`: past matters of the same
 * jurisdiction that resemble it, empty when there is no history. Decides nothing: an office assigns.
 */
export const recommend = (
  matter: { readonly title: string; readonly body: string },
  candidates: readonly Candidate[],
  neighbours: readonly Neighbour[],
): readonly Recommended[] => {
  const base = scoreBase(matter.title, matter.body);
  const known = new Set(candidates.map(({ key }) => key));
  const { share, trust } = countVotes(
    neighbours
      .map((one) => ({ ...one, units: one.units.filter((unit) => known.has(unit)) }))
      .filter(({ units }) => units.length > 0),
    base.evidence,
  );
  const spread = spreadBase(base, candidates, matter.title);
  const ranked = candidates
    .map((candidate) => ({
      candidate,
      score: (1 - trust) * (spread.get(candidate.key) ?? 0) + trust * (share.get(candidate.key) ?? 0),
    }))
    .sort((a, b) => b.score - a.score || (a.candidate.key < b.candidate.key ? -1 : 1));
  const assisting = ranked.slice(1, 1 + mostAssisting).filter(({ score }) => score >= assistFrom).length;
  return ranked.map(({ candidate, score }, at) => ({
    key: candidate.key,
    score,
    role: at === 0 ? (assisting === 0 ? 'sole' : 'lead') : at <= assisting ? 'assist' : null,
    reasons: at < 10 ? reasonsFor(candidate, base, neighbours, matter.title) : [],
  }));
};
