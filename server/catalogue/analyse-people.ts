/** Compares a list of people with those who are there. One person may stand in several lines, one for each role. Pure. */
import { personKey } from '#core/catalogue/parse-people.ts';
import { compact, oneLine } from '#core/catalogue/plain-text.ts';
import { checkGrants } from '../setup/check-grants.ts';
import {
  type AnalysedRow,
  importIssue,
  refusalIssue,
  type StoredChange,
  storedChange,
  type StoredIssue,
} from './import-row.ts';
import type { ListRow } from './read-list.ts';
import { indexPlaces, type Places, readGrants } from './read-grants.ts';
import { roleWord } from './setup-lists.ts';
import type { KnownGrant, KnownOrgan, KnownPerson, KnownUnit } from './setup-directory.views.ts';

/** The whole person as he will be. */
export type PersonOrder = {
  readonly id: number | null;
  readonly name: string;
  readonly post: string;
  readonly group: string;
  /** Null: as it was. */
  readonly phone: string | null;
  readonly phoneSealed: string | null;
  readonly grants: readonly KnownGrant[];
};

export type PersonOutcome = AnalysedRow & { readonly order: PersonOrder | null };

export type PeopleScene = {
  readonly people: readonly KnownPerson[];
  readonly units: readonly KnownUnit[];
  readonly organs: readonly KnownOrgan[];
  readonly open: (sealed: string) => string;
  readonly sheet: string;
};

type Entry = {
  readonly rows: readonly ListRow[];
  readonly name: string;
  readonly post: string | null;
  readonly group: string | null;
  readonly phone: string | null;
  readonly grants: readonly KnownGrant[];
  readonly issues: StoredIssue[];
};

const textOf = (row: ListRow, field: string): string | null => {
  const text = row.cells.get(field)?.text;
  return text === undefined ? null : oneLine(text);
};

const digits = (phone: string): string => phone.normalize('NFKC').replace(/[^\d+]/g, '');

/** What tells one person of a list from another of the same name. */
const keyOf = (row: ListRow): string => {
  const name = personKey(textOf(row, 'personName') ?? '');
  const phone = textOf(row, 'phone');
  const place = textOf(row, 'group') ?? textOf(row, 'unit') ?? '';
  return `${name}@${phone === null ? compact(place) : digits(phone)}`;
};

/** Lines of one person together; a line without a name goes on with the person above. */
const groupLines = (rows: readonly ListRow[]): readonly (readonly ListRow[])[] => {
  const groups = new Map<string, ListRow[]>();
  let last: ListRow[] | undefined;
  for (const row of rows) {
    if (textOf(row, 'personName') === null && last !== undefined && row.cells.has('role')) {
      last.push(row);
      continue;
    }
    const key = textOf(row, 'personName') === null ? `#${row.row}` : keyOf(row);
    last = groups.get(key) ?? [];
    last.push(row);
    groups.set(key, last);
  }
  return [...groups.values()];
};

const limits = { personName: 100, post: 100, group: 100, phone: 40 } as const;

const readEntry = (rows: readonly ListRow[], places: Places): Entry => {
  const issues: StoredIssue[] = [];
  const first = (field: keyof typeof limits): string | null => {
    const found = rows.map((row) => row.cells.get(field)).find((cell) => cell !== undefined);
    if (found !== undefined && found.text.length > limits[field])
      issues.push(importIssue('text.tooLong', field, found.cell, { max: limits[field] }));
    return found === undefined ? null : oneLine(found.text);
  };
  const name = first('personName') ?? '';
  const cell = [...(rows[0]?.cells.values() ?? [])][0]?.cell ?? null;
  if (name === '') issues.push(importIssue('name.missing', 'personName', cell));
  const grants = new Map<string, KnownGrant>();
  for (const row of rows)
    for (const grant of readGrants(row, places, issues)) grants.set(JSON.stringify(grant), grant);
  return {
    rows,
    name,
    post: first('post'),
    group: first('group'),
    phone: first('phone'),
    grants: [...grants.values()],
    issues,
  };
};

/** The person whom a line means: the same telephone, group or unit; or the only one of the name, if nothing speaks against it. */
const findPerson = (
  entry: Entry,
  namesakes: readonly KnownPerson[],
  scene: PeopleScene,
): KnownPerson | 'several' | null => {
  const phoneOf = (person: KnownPerson): string =>
    person.phoneSealed === null ? '' : digits(scene.open(person.phoneSealed));
  const parentOf = new Map(scene.units.map((unit) => [unit.id, unit.parentId ?? unit.id]));
  const placesOf = (grants: readonly KnownGrant[]): ReadonlySet<number> =>
    new Set(grants.flatMap(({ unitId }) => (unitId === null ? [] : [parentOf.get(unitId) ?? unitId])));
  const stated = placesOf(entry.grants);
  const fits = (person: KnownPerson): boolean => {
    if (entry.phone !== null && digits(entry.phone) === phoneOf(person)) return true;
    if (entry.group !== null && compact(entry.group) === compact(person.group)) return true;
    return [...placesOf(person.grants)].some((unitId) => stated.has(unitId));
  };
  const fitting = namesakes.filter(fits);
  if (fitting.length > 1) return 'several';
  if (fitting[0] !== undefined) return fitting[0];
  const silent = entry.group === null && stated.size === 0;
  if (silent && namesakes.length > 1) return 'several';
  return silent ? (namesakes[0] ?? null) : null;
};

const grantWords = (grants: readonly KnownGrant[], scene: PeopleScene): readonly string[] => {
  const units = new Map(scene.units.map((unit) => [unit.id, unit.name]));
  const organs = new Map(scene.organs.map((organ) => [organ.id, organ.name]));
  return grants.map(({ role, unitId, organId }) => {
    const place = unitId === null ? (organId === null ? undefined : organs.get(organId)) : units.get(unitId);
    return place === undefined ? roleWord(role) : `${roleWord(role)}（${place}）`;
  });
};

/** Roles are added, never taken: a list of deputies does not know what else somebody is. */
const orderOf = (entry: Entry, known: KnownPerson | null): PersonOrder => {
  const grants = new Map((known?.grants ?? []).map((grant) => [JSON.stringify(grant), grant]));
  for (const grant of entry.grants) grants.set(JSON.stringify(grant), grant);
  return {
    id: known?.id ?? null,
    name: known?.name ?? entry.name,
    post: entry.post ?? known?.post ?? '',
    group: entry.group ?? known?.group ?? '',
    phone: entry.phone,
    phoneSealed: known?.phoneSealed ?? null,
    grants: [...grants.values()],
  };
};

const changesOf = (known: KnownPerson, order: PersonOrder, scene: PeopleScene): readonly StoredChange[] => {
  const changes: StoredChange[] = [];
  for (const field of ['post', 'group'] as const)
    if (known[field] !== order[field])
      changes.push({ field, from: known[field], to: order[field], byHand: null });
  const phone = known.phoneSealed === null ? '' : digits(scene.open(known.phoneSealed));
  // Numbers stay sealed: the list of changes says only that there is one.
  if (order.phone !== null && digits(order.phone) !== phone)
    changes.push({ field: 'phone', from: phone !== '', to: true, byHand: null });
  if (known.grants.length !== order.grants.length)
    changes.push({
      field: 'roles',
      from: grantWords(known.grants, scene),
      to: grantWords(order.grants, scene),
      byHand: null,
    });
  return changes;
};

const factsOf = (entry: Entry, scene: PeopleScene): AnalysedRow['data']['facts'] =>
  [
    { field: 'post', values: entry.post === null ? [] : [entry.post] },
    { field: 'group', values: entry.group === null ? [] : [entry.group] },
    { field: 'roles', values: grantWords(entry.grants, scene) },
  ].filter(({ values }) => values.length > 0);

/** What an import would do with each person of a list. A blank cell says nothing and changes nothing. */
export const analysePeople = (rows: readonly ListRow[], scene: PeopleScene): readonly PersonOutcome[] => {
  const places = indexPlaces(scene.units, scene.organs);
  const byName = Map.groupBy(scene.people, (person) => personKey(person.name));
  const kinds = {
    units: new Map(scene.units.map((unit) => [unit.id, unit.parentId === null ? 'unit' : 'section'])),
    organs: new Map(scene.organs.map((organ) => [organ.id, organ.kind])),
  };
  return groupLines(rows).map((lines): PersonOutcome => {
    const entry = readEntry(lines, places);
    const cell = lines[0]?.cells.get('personName')?.cell ?? null;
    const namesakes = byName.get(personKey(entry.name)) ?? [];
    const found = entry.name === '' ? null : findPerson(entry, namesakes, scene);
    if (found === 'several')
      entry.issues.push(
        importIssue('person.several', 'personName', cell, { name: entry.name, count: namesakes.length }),
      );
    const known = found === 'several' ? null : found;
    const order = orderOf(entry, known);
    // What he holds at a unit that has since been closed is not this list's affair.
    const held = order.grants.filter(({ unitId }) => unitId === null || kinds.units.has(unitId));
    const unfit = checkGrants(held, kinds);
    if (unfit !== null) entry.issues.push(refusalIssue(unfit, lines[0]?.cells.get('role')?.cell ?? cell));
    const changes = known === null ? [] : changesOf(known, order, scene);
    const wrong = entry.issues.some(({ severity }) => severity === 'error');
    return {
      outcome: wrong ? 'wrong' : known === null ? 'new' : changes.length === 0 ? 'same' : 'changed',
      order: wrong ? null : order,
      data: {
        sheet: scene.sheet,
        row: lines[0]?.row ?? 0,
        lastRow: lines.at(-1)?.row ?? 0,
        title: entry.name,
        facts: factsOf(entry, scene),
        changes: wrong ? [] : changes.map(storedChange),
        issues: entry.issues,
        matterId: null,
      },
    };
  });
};
