/** Compares a list of units and sections with the tree that is there. Pure. */
import { compact, oneLine } from '#core/catalogue/plain-text.ts';
import type { UnitFields } from '../setup/unit.store.ts';
import {
  type AnalysedRow,
  importIssue,
  type StoredChange,
  storedChange,
  type StoredIssue,
} from './import-row.ts';
import type { ListRow } from './read-list.ts';
import { allowedSystems, readSystem, readYesNo, systemWord } from './setup-lists.ts';
import type { KnownUnit } from './setup-directory.views.ts';

/** What a sound row asks for: the whole unit as it will be. */
export type UnitOrder = {
  readonly id: number | null;
  readonly fields: UnitFields;
  /** The unit above: there already, or another row of the list. */
  readonly parent: { readonly id: number } | { readonly row: number } | null;
};

export type UnitOutcome = AnalysedRow & { readonly order: UnitOrder | null };

const limits = {
  name: 100,
  nameEn: 200,
  shortName: 60,
  duties: 5_000,
  documentPrefix: 40,
  aliases: 2_000,
} as const;

type Reading = { readonly row: ListRow; readonly name: string; readonly issues: StoredIssue[] };

const textOf = (row: ListRow, field: string): string | null => row.cells.get(field)?.text ?? null;

/** Units found by any of their names; sections by their unit and name. */
const indexUnits = (known: readonly KnownUnit[]) => {
  const units = new Map<string, KnownUnit>();
  const sections = new Map<string, KnownUnit>();
  const aliases = new Map<string, KnownUnit>();
  for (const unit of known) {
    if (unit.parentId !== null) sections.set(`${unit.parentId}/${compact(unit.name)}`, unit);
    else for (const name of [unit.shortName, unit.name]) if (name !== '') units.set(compact(name), unit);
    for (const alias of unit.aliases) aliases.set(compact(alias).toLowerCase(), unit);
  }
  const names = new Set(known.flatMap((unit) => (unit.parentId === null ? [] : [compact(unit.name)])));
  return {
    unit: (name: string) => units.get(compact(name)) ?? aliases.get(compact(name).toLowerCase()),
    section: (parentId: number, name: string) => sections.get(`${parentId}/${compact(name)}`),
    alias: (alias: string) => aliases.get(compact(alias).toLowerCase()),
    isSection: (name: string) => names.has(compact(name)),
  };
};

type Index = ReturnType<typeof indexUnits>;

/** Rows of the list that are units themselves, by name. */
const unitRows = (readings: readonly Reading[]): ReadonlyMap<string, Reading> =>
  new Map(
    readings.flatMap((reading) =>
      textOf(reading.row, 'parent') === null && reading.name !== ''
        ? [[compact(reading.name), reading] as const]
        : [],
    ),
  );

const findParent = (
  reading: Reading,
  index: Index,
  inList: ReadonlyMap<string, Reading>,
): { readonly parent: UnitOrder['parent']; readonly knownId: number | null } => {
  const cell = reading.row.cells.get('parent');
  if (cell === undefined) return { parent: null, knownId: null };
  const name = oneLine(cell.text);
  const known = index.unit(name);
  if (known !== undefined) return { parent: { id: known.id }, knownId: known.id };
  const row = inList.get(compact(name));
  if (row !== undefined) return { parent: { row: row.row.row }, knownId: null };
  const code = index.isSection(name) ? 'parent.isSection' : 'parent.unknown';
  reading.issues.push(importIssue(code, 'parent', cell.cell, { name }));
  return { parent: null, knownId: null };
};

const readFields = (reading: Reading, known: KnownUnit | undefined, index: Index): UnitFields => {
  const { row, issues } = reading;
  const line = (field: 'nameEn' | 'shortName' | 'documentPrefix' | 'duties', before: string): string => {
    const cell = row.cells.get(field);
    if (cell === undefined) return before;
    if (cell.text.length > limits[field])
      issues.push(importIssue('text.tooLong', field, cell.cell, { max: limits[field] }));
    return field === 'duties' ? cell.text : oneLine(cell.text);
  };
  const system = row.cells.get('system');
  const systemRead = system === undefined ? (known?.system ?? 'government') : readSystem(system.text);
  if (systemRead === null)
    issues.push(
      importIssue('system.unreadable', 'system', system?.cell ?? null, {
        text: system?.text ?? '',
        allowed: allowedSystems,
      }),
    );
  const boundary = row.cells.get('boundary');
  const boundaryRead = boundary === undefined ? (known?.boundary ?? false) : readYesNo(boundary.text);
  if (boundaryRead === null)
    issues.push(
      importIssue('boundary.unreadable', 'boundary', boundary?.cell ?? null, { text: boundary?.text ?? '' }),
    );
  const aliasCell = row.cells.get('aliases');
  const stated = (aliasCell?.text ?? '')
    .split(/[、，,；;\n]/)
    .map(oneLine)
    .filter((one) => one !== '');
  for (const alias of stated) {
    const owner = index.alias(alias);
    if (owner !== undefined && owner.id !== known?.id)
      issues.push(
        importIssue('alias.taken', 'aliases', aliasCell?.cell ?? null, { alias, unit: owner.name }),
      );
  }
  const aliases = new Map(
    [...(known?.aliases ?? []), ...stated].map((alias) => [compact(alias).toLowerCase(), alias]),
  );
  return {
    name: known?.name ?? reading.name,
    nameEn: line('nameEn', known?.nameEn ?? ''),
    shortName: line('shortName', known?.shortName ?? ''),
    aliases: [...aliases.values()],
    system: systemRead ?? 'other',
    boundary: boundaryRead ?? false,
    duties: line('duties', known?.duties ?? ''),
    documentPrefix: line('documentPrefix', known?.documentPrefix ?? ''),
  };
};

const shown = (field: string, value: unknown): string =>
  field === 'system' ? systemWord(String(value)) : Array.isArray(value) ? value.join('、') : String(value);

const compared = [
  'nameEn',
  'shortName',
  'aliases',
  'system',
  'boundary',
  'duties',
  'documentPrefix',
] as const;

const changesOf = (known: KnownUnit, fields: UnitFields): readonly StoredChange[] =>
  compared.flatMap((field) => {
    const [before, after] = [known[field], fields[field]];
    const same =
      Array.isArray(before) && Array.isArray(after) ? before.length === after.length : before === after;
    return same
      ? []
      : [
          {
            field,
            from: typeof before === 'boolean' ? before : shown(field, before),
            to: typeof after === 'boolean' ? after : shown(field, after),
            byHand: null,
          },
        ];
  });

const factsOf = (row: ListRow): AnalysedRow['data']['facts'] =>
  [...row.cells].flatMap(([field, { text }]) =>
    field === 'name' ? [] : [{ field, values: [text.length > 120 ? `${text.slice(0, 120)}…` : text] }],
  );

const checkName = (reading: Reading, seen: Map<string, number>): void => {
  const { row, name, issues } = reading;
  const cell = row.cells.get('name')?.cell ?? [...row.cells.values()][0]?.cell ?? null;
  if (name === '') return void issues.push(importIssue('name.missing', 'name', cell));
  if (name.length > limits.name) issues.push(importIssue('text.tooLong', 'name', cell, { max: limits.name }));
  const key = `${compact(textOf(row, 'parent') ?? '')}/${compact(name)}`;
  const before = seen.get(key);
  if (before === undefined) seen.set(key, row.row);
  else issues.push(importIssue('name.twice', 'name', cell, { name, row: before }));
};

/** What an import would do with each row of a list of units. A blank cell says nothing and changes nothing. */
export const analyseUnits = (
  rows: readonly ListRow[],
  known: readonly KnownUnit[],
  sheet: string,
): readonly UnitOutcome[] => {
  const index = indexUnits(known);
  const readings = rows.map(
    (row): Reading => ({ row, name: oneLine(textOf(row, 'name') ?? ''), issues: [] }),
  );
  const inList = unitRows(readings);
  const seen = new Map<string, number>();
  return readings.map((reading): UnitOutcome => {
    checkName(reading, seen);
    const { parent, knownId } = findParent(reading, index, inList);
    const isUnit = textOf(reading.row, 'parent') === null;
    const match = isUnit
      ? index.unit(reading.name)
      : knownId === null
        ? undefined
        : index.section(knownId, reading.name);
    const fields = readFields(reading, match, index);
    const changes = match === undefined ? [] : changesOf(match, fields);
    const wrong = reading.issues.some(({ severity }) => severity === 'error');
    const outcome = wrong ? 'wrong' : match === undefined ? 'new' : changes.length === 0 ? 'same' : 'changed';
    return {
      outcome,
      order: wrong ? null : { id: match?.id ?? null, fields, parent },
      data: {
        sheet,
        row: reading.row.row,
        lastRow: reading.row.row,
        title: reading.name,
        facts: factsOf(reading.row),
        changes: wrong ? [] : changes.map(storedChange),
        issues: reading.issues,
        matterId: null,
      },
    };
  });
};
