import { personKey } from './parse-people.ts';
import { compact } from './plain-text.ts';
import {
  isAbbreviation,
  placesAgree,
  similarity,
  successorDuty,
  type UnitNameParts,
  unitNameParts,
} from './unit-names.ts';

/** A unit of the directory, as far as matching needs it. */
export type DirectoryUnit = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  /** Names that people have already matched to this unit. */
  readonly aliases: readonly string[];
};

/** A deputy, a member, or an organisation that makes proposals. */
export type DirectoryPerson = {
  readonly id: string;
  readonly name: string;
  /** Tells namesakes apart for the person who decides. */
  readonly delegationOrSector: string | null;
  readonly aliases: readonly string[];
};

export type NameProposal = {
  readonly id: string;
  readonly name: string /** 0 to 1. */;
  readonly score: number;
};

export type NameMatch =
  | {
      readonly kind: 'matched';
      readonly id: string;
      readonly name: string;
      /** `normalised` and `shortForm` are shown to the person who imports; the others are plain. */
      readonly how: 'exact' | 'alias' | 'normalised' | 'shortForm';
    }
  | { readonly kind: 'ambiguous' | 'unknown'; readonly proposals: readonly NameProposal[] };

export type NameMatcher = {
  readonly match: (name: string, delegationOrSector?: string | null) => NameMatch;
  /** Whether the directory has exactly this name; `readRows` asks so that it does not cut names at 和. */
  readonly isKnown: (name: string) => boolean;
};

const mostProposals = 5;
const leastScore = 0.35;

const ranked = (proposals: readonly NameProposal[]): readonly NameProposal[] =>
  proposals
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, mostProposals);

type IndexedUnit = { readonly unit: DirectoryUnit; readonly parts: UnitNameParts };

const scoreUnit = (wanted: UnitNameParts, { unit, parts }: IndexedUnit): NameProposal => {
  const duty = wanted.duty;
  const written = Math.max(
    similarity(duty, parts.duty),
    unit.shortName === null ? 0 : similarity(wanted.plain, compact(unit.shortName)),
  );
  const short = isAbbreviation(duty, parts.duty) || isAbbreviation(parts.duty, duty) ? 0.75 : 0;
  const former = successorDuty(duty) === parts.duty ? 0.8 : 0;
  const within = duty.length >= 3 && (parts.duty.includes(duty) || duty.includes(parts.duty)) ? 0.6 : 0;
  const ofPlace = wanted.duty !== '' && parts.place !== '' && wanted.plain === parts.place ? 0.6 : 0;
  const base = Math.max(written, short, former, within, ofPlace);
  const place = placesAgree(wanted, parts) ? (wanted.level === '' ? 0 : 0.1) : -0.3;
  const score = Math.max(0, Math.min(0.99, base + (base > 0.3 ? place : 0)));
  return { id: unit.id, name: unit.name, score: Math.round(score * 100) / 100 };
};

/**
 * Matches printed unit names. Only the same name, a kept alias, or one unit alone that has the same duty in the
 * same place (市住建局 and 云川市住房和城乡建设局) count as matched; everything else is proposed, best first.
 */
export const createUnitMatcher = (units: readonly DirectoryUnit[]): NameMatcher => {
  const exact = new Map<string, Map<string, { unit: DirectoryUnit; how: 'exact' | 'alias' }>>();
  const byDuty = new Map<string, IndexedUnit[]>();
  const add = (name: string, unit: DirectoryUnit, how: 'exact' | 'alias'): void => {
    const key = compact(name);
    if (key === '') return;
    const found = exact.get(key) ?? new Map();
    if (!found.has(unit.id)) found.set(unit.id, { unit, how });
    exact.set(key, found);
  };
  const indexed = units.map((unit): IndexedUnit => ({ unit, parts: unitNameParts(unit.name) }));
  for (const { unit, parts } of indexed) {
    add(unit.name, unit, 'exact');
    if (unit.shortName !== null) add(unit.shortName, unit, 'alias');
    for (const alias of unit.aliases) add(alias, unit, 'alias');
    byDuty.set(parts.duty, [...(byDuty.get(parts.duty) ?? []), { unit, parts }]);
  }
  const memory = new Map<string, NameMatch>();
  const find = (name: string): NameMatch => {
    const same = [...(exact.get(compact(name))?.values() ?? [])];
    const only = same[0];
    if (same.length === 1 && only !== undefined)
      return { kind: 'matched', id: only.unit.id, name: only.unit.name, how: only.how };
    if (same.length > 1)
      return {
        kind: 'ambiguous',
        proposals: same.map(({ unit }) => ({ id: unit.id, name: unit.name, score: 1 })),
      };
    const wanted = unitNameParts(name);
    const likely = (byDuty.get(wanted.duty) ?? []).filter(({ parts }) => placesAgree(wanted, parts));
    const alone = likely[0];
    if (likely.length === 1 && alone !== undefined) {
      const spelt = wanted.plain.endsWith(alone.parts.duty);
      return {
        kind: 'matched',
        id: alone.unit.id,
        name: alone.unit.name,
        how: spelt ? 'normalised' : 'shortForm',
      };
    }
    const proposals = ranked(indexed.map((unit) => scoreUnit(wanted, unit)));
    return { kind: likely.length > 1 ? 'ambiguous' : 'unknown', proposals };
  };
  return {
    isKnown: (name) => exact.has(compact(name)),
    match: (name) => {
      const key = compact(name);
      const known = memory.get(key) ?? find(name);
      memory.set(key, known);
      return known;
    },
  };
};

const personScore = (wanted: string, person: DirectoryPerson): number => {
  const key = personKey(person.name);
  const same = [...wanted].filter((letter, index) => [...key][index] === letter).length;
  const length = Math.max([...wanted].length, [...key].length);
  // One letter of two or three may be a variant (喆, 哲) or a slip; the surname must stand.
  const slip = wanted[0] === key[0] && length - same === 1 && length >= 2 ? 0.6 + 0.1 * (length - 2) : 0;
  return Math.max(slip, similarity(wanted, key) * 0.9);
};

/**
 * Matches printed names of proposers. A name that two people bear is never decided here, whatever their
 * delegation; the one of the printed delegation is proposed first.
 */
export const createPersonMatcher = (people: readonly DirectoryPerson[]): NameMatcher => {
  const exact = new Map<string, Map<string, { person: DirectoryPerson; how: 'exact' | 'alias' }>>();
  for (const person of people)
    for (const [index, name] of [person.name, ...person.aliases].entries()) {
      const key = personKey(name);
      const found = exact.get(key) ?? new Map();
      if (key !== '' && !found.has(person.id))
        found.set(person.id, { person, how: index === 0 ? 'exact' : 'alias' });
      exact.set(key, found);
    }
  const similar = new Map<string, readonly NameProposal[]>();
  const propose = (key: string): readonly NameProposal[] => {
    const known =
      similar.get(key) ??
      ranked(
        people.map((person) => ({
          id: person.id,
          name: person.name,
          score: Math.round(personScore(key, person) * 100) / 100,
        })),
      );
    similar.set(key, known);
    return known;
  };
  return {
    isKnown: (name) => exact.has(personKey(name)),
    match: (name, delegationOrSector = null) => {
      const key = personKey(name);
      const same = [...(exact.get(key)?.values() ?? [])];
      const only = same[0];
      if (same.length === 1 && only !== undefined)
        return { kind: 'matched', id: only.person.id, name: only.person.name, how: only.how };
      if (same.length === 0) return { kind: 'unknown', proposals: propose(key) };
      const group = delegationOrSector === null ? '' : compact(delegationOrSector);
      const near = (person: DirectoryPerson): boolean =>
        group !== '' && compact(person.delegationOrSector ?? '') === group;
      const proposals = same.map(({ person }) => ({
        id: person.id,
        name: person.name,
        score: near(person) ? 1 : 0.9,
      }));
      return { kind: 'ambiguous', proposals: ranked(proposals) };
    },
  };
};
