/** Printed names against the directory, with what people decided now and before. */
import { createPersonMatcher, createUnitMatcher, type NameMatch } from '#core/catalogue/match-names.ts';
import type { CatalogueRow } from '#core/catalogue/catalogue-row.ts';
import { personKey } from '#core/catalogue/parse-people.ts';
import { compact } from '#core/catalogue/plain-text.ts';
import { type Choices, personPair } from './choices.ts';
import type { Directory } from './directory.views.ts';

/**
 * Whose delegation or sector a row prints: that of the one who leads it. A co-signer's own is known only where he
 * leads another row of the file.
 */
const groupsOf = (
  rows: readonly CatalogueRow[],
): ((name: string, printed: string | null) => string | null) => {
  const led = new Map<string, Map<string, string>>();
  for (const { proposers, delegationOrSector } of rows) {
    const [lead] = proposers;
    if (lead === undefined || delegationOrSector === null) continue;
    const groups = led.get(personKey(lead)) ?? new Map<string, string>();
    groups.set(compact(delegationOrSector), delegationOrSector);
    led.set(personKey(lead), groups);
  }
  return (name, printed) => {
    const groups = led.get(personKey(name));
    if (groups === undefined) return null;
    if (printed !== null && groups.has(compact(printed))) return printed;
    const [only] = groups.values();
    return groups.size === 1 && only !== undefined ? only : null;
  };
};

/** A `NameResolution` in which every name is a directory's or a new person's, never only a text. */
export type Matching = {
  readonly unit: (name: string) => NameMatch;
  readonly person: (name: string, printed: string | null) => NameMatch;
  /** The group under which a printed name is decided on. */
  readonly groupOf: (name: string, printed: string | null) => string | null;
};

/** The id, in an analysis, of a person whom the confirmed import will make. */
export const newPersonId = (name: string, group: string | null): string => `new:${personPair(name, group)}`;

export const matchNames = (
  directory: Directory,
  choices: Choices,
  rows: readonly CatalogueRow[],
): Matching => {
  const groupOf = groupsOf(rows);
  const units = createUnitMatcher(directory.units);
  const people = createPersonMatcher(directory.proposers);
  const unitNames = new Map(directory.units.map((unit) => [unit.id, unit.name]));
  const peopleNames = new Map(directory.proposers.map((person) => [person.id, person.name]));
  const decidedUnits = new Map(choices.units.map(({ name, unitId }) => [compact(name), String(unitId)]));
  const decidedPeople = new Map(
    choices.people.map(({ name, group, person }) => [personPair(name, group), person]),
  );
  const decided = (names: ReadonlyMap<string, string>, id: string | undefined): NameMatch | null => {
    const name = id === undefined ? undefined : names.get(id);
    return id === undefined || name === undefined ? null : { kind: 'matched', id, name, how: 'alias' };
  };
  return {
    unit: (name) => decided(unitNames, decidedUnits.get(compact(name))) ?? units.match(name),
    groupOf,
    person: (name, printed) => {
      const group = groupOf(name, printed);
      const pair = personPair(name, group);
      const decision = decidedPeople.get(pair);
      if (decision === 'create') return { kind: 'matched', id: newPersonId(name, group), name, how: 'exact' };
      const kept = decision ?? directory.pairs.get(pair);
      return decided(peopleNames, kept === undefined ? undefined : String(kept)) ?? people.match(name, group);
    },
  };
};
