import type { Past } from '../assignment/past.ts';
import type { HandlingRole } from '../ruleset.ts';
import type { CatalogueRow } from './catalogue-row.ts';
import type { NameMatch } from './match-names.ts';
import {
  caseKey,
  type ExistingMatter,
  findExisting,
  findRepeats,
  indexExisting,
  type PersonName,
  sameSeries,
} from './match-rows.ts';
import { personKey } from './parse-people.ts';
import { canonicalPoint } from './parse-points.ts';
import { compact, oneLine, severalLines, titleKey } from './plain-text.ts';
import { type RowIssue, type RowIssueCode, rowIssue } from './row-issue.ts';

export type MatchedUnit = {
  readonly unitId: string;
  readonly name: string;
  readonly role: HandlingRole;
  readonly assumed: boolean;
  /** How it handled the matter in an earlier year; null: the row does not say. */
  readonly past: Past | null;
};

/** A row whose names have been found in the directory: what a confirmed import writes. */
export type ResolvedRow = Omit<CatalogueRow, 'units' | 'proposers' | 'coSigners'> & {
  readonly units: readonly MatchedUnit[];
  readonly proposers: readonly PersonName[];
  readonly coSigners: readonly PersonName[];
};

export type ChangedField =
  | 'caseNo'
  | 'title'
  | 'body'
  | 'points'
  | 'year'
  | 'inSession'
  | 'level'
  | 'proposerType'
  | 'priority'
  | 'proposers'
  | 'coSigners'
  | 'delegationOrSector'
  | 'category'
  | 'units'
  | 'assignedOn'
  | 'dueOn'
  | 'filedOn'
  | 'phone'
  | 'publicConsent'
  | 'note';

export type FieldValue = string | number | boolean | null | readonly string[];
export type FieldChange = {
  readonly field: ChangedField;
  readonly from: FieldValue;
  readonly to: FieldValue;
};

/** What the import would do with one row. */
export type RowOutcome =
  | { readonly status: 'new'; readonly row: ResolvedRow; readonly warnings: readonly RowIssue[] }
  | {
      readonly status: 'same';
      readonly row: ResolvedRow;
      /** Null when the row repeats another row of this file that is new. */
      readonly matterId: string | null;
      readonly warnings: readonly RowIssue[];
    }
  | {
      readonly status: 'changed';
      readonly row: ResolvedRow;
      readonly matterId: string;
      readonly changes: readonly FieldChange[];
      readonly warnings: readonly RowIssue[];
    }
  | { readonly status: 'wrong'; readonly row: CatalogueRow; readonly issues: readonly RowIssue[] };

/** How printed names were matched, with the decisions of the person who imports. */
export type NameResolution = {
  readonly unit: (name: string) => NameMatch;
  /** 'asPrinted': the person decided to keep this name as text. */
  readonly person: (name: string, delegationOrSector: string | null) => NameMatch | 'asPrinted';
};

const proposalNames = (match: Exclude<NameMatch, { kind: 'matched' }>): string =>
  match.proposals.map(({ name }) => name).join('、');

const resolveRow = (
  row: CatalogueRow,
  names: NameResolution,
): { resolved: ResolvedRow; issues: readonly RowIssue[] } => {
  const issues: RowIssue[] = [];
  const units = row.units.flatMap((unit): MatchedUnit[] => {
    const match = names.unit(unit.name);
    if (match.kind === 'matched')
      return [
        {
          unitId: match.id,
          name: match.name,
          role: unit.role,
          assumed: unit.assumed,
          past: unit.past ?? null,
        },
      ];
    issues.push(
      rowIssue(`unit.${match.kind}`, 'unitsMixed', unit.cell, {
        unit: unit.name,
        proposals: proposalNames(match),
      }),
    );
    return [];
  });
  const find = (field: 'proposers' | 'coSigners'): PersonName[] =>
    row[field].flatMap((name): PersonName[] => {
      const match = names.person(name, row.delegationOrSector);
      if (match === 'asPrinted') return [{ name, personId: null }];
      if (match.kind === 'matched') return [{ name: match.name, personId: match.id }];
      issues.push(
        rowIssue(`person.${match.kind}`, field, row.cells[field] ?? null, {
          person: name,
          proposals: proposalNames(match),
        }),
      );
      return [];
    });
  const roles = new Map<string, HandlingRole>();
  for (const unit of units) {
    const before = roles.get(unit.unitId);
    if (before !== undefined && before !== unit.role)
      issues.push(rowIssue('units.twoRoles', 'unitsMixed', row.units[0]?.cell ?? null, { unit: unit.name }));
    roles.set(unit.unitId, unit.role);
  }
  const once = units.filter(
    (unit, index) => units.findIndex(({ unitId }) => unitId === unit.unitId) === index,
  );
  return {
    resolved: { ...row, units: once, proposers: find('proposers'), coSigners: find('coSigners') },
    issues,
  };
};

const unitWords = (
  units: readonly { readonly role: HandlingRole; readonly unitId: string }[],
  label: (unitId: string) => string,
): string[] => units.map(({ role, unitId }) => `${role}:${label(unitId)}`).sort();

/** Stated units against existing ones. Main roles and assisting units are stated apart; assumed roles do not count. */
const unitChange = (
  row: ResolvedRow,
  matter: ExistingMatter,
  label: (unitId: string) => string,
): FieldChange | null => {
  if (row.units.length === 0) return null;
  const assist = (unit: { readonly role: HandlingRole }): boolean => unit.role === 'assist';
  const ids = (units: readonly { readonly unitId: string }[]): string =>
    units
      .map(({ unitId }) => unitId)
      .sort()
      .join(' ');
  if (row.units.some(({ assumed }) => assumed) && ids(row.units) === ids(matter.units)) return null;
  const saysMain = row.units.some((unit) => !assist(unit));
  const saysAssist = row.units.some(assist);
  const to = [
    ...(saysMain ? row.units.filter((unit) => !assist(unit)) : matter.units.filter((unit) => !assist(unit))),
    ...(saysAssist ? row.units.filter(assist) : matter.units.filter(assist)),
  ];
  const [before, after] = [unitWords(matter.units, label), unitWords(to, label)];
  return before.join('|') === after.join('|') ? null : { field: 'units', from: before, to: after };
};

const personWords = (people: readonly PersonName[]): string[] =>
  people.map(({ name, personId }) => personId ?? personKey(name));

const peopleChange = (
  field: 'proposers' | 'coSigners',
  row: ResolvedRow,
  matter: ExistingMatter,
): FieldChange | null => {
  if (row[field].length === 0 || personWords(row[field]).join('|') === personWords(matter[field]).join('|'))
    return null;
  return { field, from: matter[field].map(({ name }) => name), to: row[field].map(({ name }) => name) };
};

const textFields = [
  ['caseNo', caseKey],
  ['title', (text: string) => oneLine(text)],
  ['body', (text: string) => severalLines(text)],
  ['delegationOrSector', (text: string) => compact(text)],
  ['category', (text: string) => compact(text)],
  ['phone', (text: string) => compact(text)],
  ['note', (text: string) => severalLines(text)],
] as const;

const plainFields = [
  'year',
  'inSession',
  'level',
  'proposerType',
  'priority',
  'assignedOn',
  'dueOn',
  'filedOn',
  'publicConsent',
] as const;

const changesOf = (
  row: ResolvedRow,
  matter: ExistingMatter,
  label: (unitId: string) => string,
): FieldChange[] => {
  const changes: (FieldChange | null)[] = [];
  for (const [field, canonical] of textFields) {
    const stated = row[field];
    const before = matter[field];
    if (stated !== null && canonical(stated) !== (before === null ? null : canonical(before)))
      changes.push({ field, from: before, to: stated });
  }
  // A year or a 大会/闭会 that no cell says was inferred; it finds the matter but does not change it.
  const inferred = { year: row.cells.year === undefined, inSession: row.cells.inSession === undefined };
  for (const field of plainFields)
    if (
      row[field] !== null &&
      row[field] !== matter[field] &&
      !(field in inferred && inferred[field as keyof typeof inferred])
    )
      changes.push({ field, from: matter[field], to: row[field] });
  const points = (list: readonly string[]): string => list.map(canonicalPoint).join('\u0000');
  if (row.points.length > 0 && points(row.points) !== points(matter.points))
    changes.push({ field: 'points', from: matter.points, to: row.points });
  changes.push(
    peopleChange('proposers', row, matter),
    peopleChange('coSigners', row, matter),
    unitChange(row, matter, label),
  );
  return changes.filter((change) => change !== null);
};

/**
 * Says of every row what an import would do: nothing is written here. The same rows against the matters that
 * they made give only `same`. A blank cell states nothing and changes nothing; a row with an error is `wrong`
 * and gives all its reasons.
 * @param label the name of a unit by id, for the list of changes.
 */
export const compareRows = (
  rows: readonly CatalogueRow[],
  existing: readonly ExistingMatter[],
  names: NameResolution,
  label: (unitId: string) => string,
): readonly RowOutcome[] => {
  const index = indexExisting(existing);
  const repeats = findRepeats(rows);
  return rows.map((row): RowOutcome => {
    const { resolved, issues: nameIssues } = resolveRow(row, names);
    const issues: RowIssue[] = [...row.issues, ...nameIssues];
    const at = row.cells.caseNo ?? row.cells.title ?? null;
    const say = (code: RowIssueCode, params: RowIssue['params'], cell = at): number =>
      issues.push(rowIssue(code, cell === at ? 'caseNo' : 'title', cell, params));
    const [repeated, conflicting] = [repeats.same.get(row), repeats.conflict.get(row)];
    if (repeated !== undefined) say('duplicate.repeated', { row: repeated.row });
    if (conflicting !== undefined) say('duplicate.conflict', { row: conflicting.row });
    const found = row.kind === null || row.title === null ? null : findExisting(index, row);
    if (found !== null && 'count' in found) say('matter.ambiguous', { count: found.count });
    if (issues.some(({ severity }) => severity === 'error')) return { status: 'wrong', row, issues };
    if (found !== null && 'matter' in found) {
      const { matter } = found;
      const changes = changesOf(resolved, matter, label);
      if (changes.length === 0 || repeated !== undefined)
        return { status: 'same', row: resolved, matterId: matter.id, warnings: issues };
      if (titleKey(matter.title) !== titleKey(row.title ?? '') && row.caseNoKey !== null)
        say('matter.otherTitle', { title: matter.title }, row.cells.title ?? null);
      return { status: 'changed', row: resolved, matterId: matter.id, changes, warnings: issues };
    }
    if (repeated !== undefined) return { status: 'same', row: resolved, matterId: null, warnings: issues };
    const twin = repeats.title.get(row);
    if (twin !== undefined) say('duplicate.title', { row: twin.row }, row.cells.title ?? null);
    const titled = (index.byTitle.get(`${row.kind} ${titleKey(row.title ?? '')}`) ?? []).find((matter) =>
      sameSeries(matter, row),
    );
    if (titled !== undefined)
      say('matter.sameTitle', { caseNo: titled.caseNo ?? '' }, row.cells.title ?? null);
    return { status: 'new', row: resolved, warnings: issues };
  });
};
