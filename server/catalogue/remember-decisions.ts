import { createPersonMatcher, createUnitMatcher } from '#core/catalogue/match-names.ts';
import { personKey } from '#core/catalogue/parse-people.ts';
import { record } from '../platform/commit.ts';
import { aliasKey } from '../setup/unit.store.ts';
import { personPair } from './choices.ts';
import type { Directory } from './directory.views.ts';
import { rememberPersonAlias, rememberUnitAlias } from './import.store.ts';
import { newPersonId } from './match-names.ts';
import type { ImportScene } from './prepared.ts';

/**
 * Remembers what the importer decided about names, so that the next file needs no decision. A name that nobody
 * bears becomes an alias; of a name that several bear only this pair of name and group is remembered.
 */
export const rememberDecisions = async (
  scene: ImportScene,
  directory: Directory,
  made: ReadonlyMap<string, number>,
): Promise<void> => {
  const { tx, actor, at, choices } = scene;
  const j = actor.jurisdictionId;
  const units = createUnitMatcher(directory.units);
  const people = createPersonMatcher(directory.proposers);
  const kept: unknown[] = [];
  const decided = Map.groupBy(choices.people, ({ name }) => personKey(name));
  const twice = new Set([...decided].flatMap(([key, list]) => (list.length > 1 ? [key] : [])));
  for (const { name, unitId } of choices.units) {
    if (units.match(name).kind === 'matched') continue;
    await rememberUnitAlias(tx, j, { key: aliasKey(name), alias: name, unitId });
    kept.push({ unit: name, unitId });
  }
  for (const { name, group, person } of choices.people) {
    const { kind } = people.match(name, group);
    const personId = person === 'create' ? made.get(newPersonId(name, group)) : person;
    if (kind === 'matched' || personId === undefined) continue;
    const namesakes = kind === 'ambiguous' || twice.has(personKey(name));
    // A person made under this very name needs no alias; among namesakes the pair tells them apart.
    if (!namesakes && person === 'create') continue;
    const key = namesakes ? personPair(name, group) : personKey(name);
    await rememberPersonAlias(tx, j, { key, alias: name, personId });
    kept.push({ person: name, group, personId });
  }
  if (kept.length > 0)
    await record(tx, actor, at, { stream: 'setup', command: 'setup.aliases', matterId: null, data: kept });
};
