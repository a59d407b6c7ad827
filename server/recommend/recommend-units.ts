/** Which units could lead a matter, with the reasons; it decides nothing. */
import type { recommendedUnit } from '#contract/recommend.ts';
import type { Actor } from '#core/access.ts';
import { cleanTitle } from '#core/recommend/clean-title.ts';
import { findTerms } from '#core/recommend/find-terms.ts';
import type { Neighbour } from '#core/recommend/history.ts';
import {
  type Candidate,
  kindsOf,
  recommend,
  type Reason,
  type Recommended,
} from '#core/recommend/recommend.ts';
import { featuresOf, similarityOf } from '#core/recommend/similarity.ts';
import { functionOf, placeOf } from '#core/recommend/unit-function.ts';
import type { z } from 'zod';
import type { Tx } from '../platform/db/database.ts';
import { queryOf, wordsOf } from '../platform/search.ts';
import {
  findAlike,
  findTexts,
  type MatterText,
  type OpenUnit,
  type PastRow,
  viewOpenUnits,
} from './recommend.views.ts';

type Unit = z.infer<typeof recommendedUnit>;
export type ForMatter = { readonly matterId: number; readonly units: Unit[] };

/** Past matters looked at for one: enough to find the nearest, few enough to stay fast in a city of a million. */
const mostAlike = 100;
/** With so many nothing wider is looked for. */
const enoughAlike = 12;
const mostWords = 3;

/** Words worth looking for, strongest first: those of the base, else the longest of the title. */
const tellingWords = (title: string): readonly string[] => {
  const text = cleanTitle(title);
  const known = findTerms(text)
    .filter(({ term, word }) => term.duties.length > 0 && word.length > 1)
    .sort((a, b) => b.weight - a.weight)
    .map(({ word }) => word);
  const others = wordsOf(text)
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length);
  return [...new Set([...known, ...others])].slice(0, mostWords);
};

/**
 * What to look for, narrowest first: the three most telling words together, then two of them; one alone only when
 * there is no other. Words that must all occur are found fast however common each is; alternatives are not.
 */
const queriesFor = (title: string): readonly string[] => {
  const [one, two, three] = tellingWords(title)
    .map((word) => queryOf(word))
    .filter((query) => query !== '');
  if (one === undefined) return [];
  if (two === undefined) return [one];
  if (three === undefined) return [`${one} & ${two}`];
  return [`${one} & ${two} & ${three}`, `${one} & ${two}`, `${one} & ${three}`];
};

const findPast = async (tx: Tx, actor: Actor, matter: MatterText): Promise<readonly PastRow[]> => {
  const found = new Map<number, PastRow>();
  for (const query of queriesFor(matter.title)) {
    if (found.size >= enoughAlike) break;
    const rows = await findAlike(tx, actor, { query, except: matter.id, most: mostAlike });
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()];
};

const candidateOf = (unit: OpenUnit): Candidate => ({
  key: String(unit.id),
  function: functionOf(unit.name) ?? functionOf(unit.shortName) ?? functionOf(unit.duties.slice(0, 40)),
  place: placeOf(unit.name, unit.jurisdiction),
  kinds: kindsOf(unit.duties),
});

const toReason = (reason: Reason, past: ReadonlyMap<number, PastRow>): Unit['reasons'][number] => {
  if (reason.kind === 'duty') return { ...reason, words: [...reason.words] };
  if (reason.kind === 'ownDuty') return { kind: 'ownDuty', words: [...reason.words] };
  if (reason.kind === 'place') return reason;
  const { id, title, similarity } = reason;
  return {
    kind: 'past',
    matterId: id,
    caseNo: past.get(id)?.caseNo ?? '',
    title,
    similarity: Math.min(1, similarity),
  };
};

const neighboursOf = (title: string, alike: readonly PastRow[]): readonly Neighbour[] => {
  const features = featuresOf(title);
  return alike
    .map(({ id, title: past, unitId }) => ({
      id,
      title: past,
      units: [String(unitId)],
      similarity: similarityOf(features, featuresOf(past)),
    }))
    .sort((a, b) => b.similarity - a.similarity || a.id - b.id);
};

const forOne = async (
  tx: Tx,
  actor: Actor,
  matter: MatterText,
  units: readonly OpenUnit[],
  candidates: readonly Candidate[],
  most: number,
): Promise<ForMatter> => {
  const alike = await findPast(tx, actor, matter);
  const past = new Map(alike.map((row) => [row.id, row]));
  const names = new Map(units.map(({ id, name }) => [String(id), name]));
  const ranked = recommend(matter, candidates, neighboursOf(matter.title, alike));
  return {
    matterId: matter.id,
    units: ranked.slice(0, most).map(({ key, score, role, reasons }: Recommended) => ({
      unitId: Number(key),
      name: names.get(key) ?? '',
      score: Math.min(1, Math.round(score * 1_000) / 1_000),
      role,
      reasons: reasons.map((reason) => toReason(reason, past)),
    })),
  };
};

/** Ranked units of each asked matter that the actor may assign, best first, at most `most` of each. */
export const recommendUnits = async (
  tx: Tx,
  actor: Actor,
  matterIds: readonly number[],
  most: number,
): Promise<readonly ForMatter[]> => {
  const texts = await findTexts(tx, actor, matterIds);
  if (texts.length === 0) return [];
  const units = await viewOpenUnits(tx, actor.jurisdictionId);
  const candidates = units.map(candidateOf);
  return Promise.all(texts.map((matter) => forOne(tx, actor, matter, units, candidates, most)));
};
