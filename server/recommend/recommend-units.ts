/** Which units could lead a matter, with the reasons; it decides nothing. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { recommendedUnit } from '#contract/recommend.ts';
import type { Actor } from '#core/access.ts';
import type { Neighbour } from '#core/recommend/history.ts';
import {
  type Candidate,
  kindsOf,
  recommend,
  type Reason,
  type Recommended,
} from '#core/recommend/recommend.ts';
import { type Features, featuresOf, similarityOf } from '#core/recommend/similarity.ts';
import { functionOf, placeOf } from '#core/recommend/unit-function.ts';
import { keysOfText } from '#core/similar/keys.ts';
import type { z } from 'zod';
import type { Tx } from '../platform/db/database.ts';
import { findByKeys, weighByKeys } from '../platform/db/matter-key.views.ts';
import {
  findPast,
  findTexts,
  type MatterText,
  type OpenUnit,
  type PastRow,
  viewOpenUnits,
} from './recommend.views.ts';

type Unit = z.infer<typeof recommendedUnit>;
export type ForMatter = { readonly matterId: number; readonly units: Unit[] };

/** So many of the newest matters of one key are looked at, and so many of one matter's finds in all. */
const perKey = 100;
const mostFound = 120;
/** So many past matters are compared with one. */
const mostCompared = 60;
/** So many are ranked in one go; other requests are served in between. */
const atOnce = 25;

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

type FeaturesAt = (id: number, title: string) => Features;

/** Many of one session resemble the same past matters: each is read once. */
const rememberFeatures = (): FeaturesAt => {
  const known = new Map<number, Features>();
  return (id, title) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const features = featuresOf(title);
    known.set(id, features);
    return features;
  };
};

const neighboursOf = (
  title: string,
  alike: readonly PastRow[],
  featuresAt: FeaturesAt,
): readonly Neighbour[] => {
  const features = featuresOf(title);
  return alike
    .map(({ id, title: past, unitId }) => ({
      id,
      title: past,
      units: [String(unitId)],
      similarity: similarityOf(features, featuresAt(id, past)),
    }))
    .sort((a, b) => b.similarity - a.similarity || a.id - b.id);
};

/** Of each matter the past ones that share most of its keys: of all of them together one look into the index and one reading. */
const findAlike = async (
  tx: Tx,
  actor: Actor,
  matters: readonly MatterText[],
): Promise<ReadonlyMap<number, readonly PastRow[]>> => {
  const keys = new Map(matters.map(({ id, title }) => [id, keysOfText({ title })]));
  const all = [...new Set([...keys.values()].flat())];
  const rows = new Map(
    (await findByKeys(tx, actor.jurisdictionId, all, perKey)).map((row) => [row.key, row]),
  );
  const found = matters.map(({ id }) => ({
    id,
    ids: weighByKeys(
      (keys.get(id) ?? []).flatMap((key) => rows.get(key) ?? []),
      perKey,
    )
      .map((one) => one.id)
      .filter((one) => one !== id)
      .slice(0, mostFound),
  }));
  const past = await findPast(tx, actor, [...new Set(found.flatMap(({ ids }) => ids))]);
  return new Map(
    found.map(({ id, ids }) => [id, ids.flatMap((one) => past.get(one) ?? []).slice(0, mostCompared)]),
  );
};

type Choice = {
  readonly names: ReadonlyMap<string, string>;
  readonly candidates: readonly Candidate[];
  readonly featuresAt: FeaturesAt;
  readonly most: number;
};

const forOne = (
  matter: MatterText,
  alike: readonly PastRow[],
  { names, candidates, featuresAt, most }: Choice,
): ForMatter => {
  const past = new Map(alike.map((row) => [row.id, row]));
  const ranked = recommend(matter, candidates, neighboursOf(matter.title, alike, featuresAt));
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
  const choice: Choice = {
    names: new Map(units.map(({ id, name }) => [String(id), name])),
    candidates: units.map(candidateOf),
    featuresAt: rememberFeatures(),
    most,
  };
  const alike = await findAlike(tx, actor, texts);
  const answered: ForMatter[] = [];
  for (let from = 0; from < texts.length; from += atOnce) {
    if (from > 0) await breathe();
    for (const matter of texts.slice(from, from + atOnce))
      answered.push(forOne(matter, alike.get(matter.id) ?? [], choice));
  }
  return answered;
};
