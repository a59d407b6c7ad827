/** The roles that one line of a list of people states, found in the tree of units and among the organs. Pure. */
import type { Role } from '#core/access.ts';
import { compact, oneLine } from '#core/catalogue/plain-text.ts';
import { importIssue, type StoredIssue } from './import-row.ts';
import type { ListRow } from './read-list.ts';
import { allowedRoles, readRole, roleWord } from './setup-lists.ts';
import type { KnownGrant, KnownOrgan, KnownUnit } from './setup-directory.views.ts';

export type Places = {
  readonly unit: (name: string) => KnownUnit | undefined;
  readonly section: (unitId: number, name: string) => KnownUnit | undefined;
  readonly organ: (kind: string, name: string | null) => KnownOrgan | undefined;
};

export const indexPlaces = (units: readonly KnownUnit[], organs: readonly KnownOrgan[]): Places => {
  const byName = new Map<string, KnownUnit>();
  const sections = new Map<string, KnownUnit>();
  for (const unit of units) {
    if (unit.parentId !== null) sections.set(`${unit.parentId}/${compact(unit.name)}`, unit);
    else
      for (const name of [...unit.aliases, unit.shortName, unit.name])
        if (name !== '') byName.set(compact(name), unit);
  }
  return {
    unit: (name) => byName.get(compact(name)),
    section: (unitId, name) => sections.get(`${unitId}/${compact(name)}`),
    organ: (kind, name) => {
      const own = organs.filter((organ) => organ.kind === kind);
      if (name === null) return own.length === 1 ? own[0] : undefined;
      return own.find((organ) =>
        [organ.name, organ.officeName].some((one) => compact(one) === compact(name)),
      );
    },
  };
};

const wantsUnit: ReadonlySet<Role> = new Set(['unit-office', 'unit-leader', 'section-head', 'handler']);

type Stated = {
  readonly unit: KnownUnit | undefined;
  readonly section: KnownUnit | undefined;
  readonly organName: string | null;
};

const findPlaces = (row: ListRow, places: Places, issues: StoredIssue[]): Stated => {
  const unitCell = row.cells.get('unit');
  const sectionCell = row.cells.get('section');
  const unit = unitCell === undefined ? undefined : places.unit(oneLine(unitCell.text));
  if (unitCell !== undefined && unit === undefined)
    issues.push(importIssue('role.unitUnknown', 'unit', unitCell.cell, { name: unitCell.text }));
  const section =
    sectionCell === undefined || unit === undefined
      ? undefined
      : places.section(unit.id, oneLine(sectionCell.text));
  if (sectionCell !== undefined && section === undefined && (unit !== undefined || unitCell === undefined))
    issues.push(
      importIssue('role.sectionUnknown', 'section', sectionCell.cell, {
        name: sectionCell.text,
        unit: unit?.name ?? '',
      }),
    );
  const organ = row.cells.get('organ');
  return { unit, section, organName: organ === undefined ? null : oneLine(organ.text) };
};

/** The grants of one line. A line without a role states none. */
export const readGrants = (row: ListRow, places: Places, issues: StoredIssue[]): readonly KnownGrant[] => {
  const cell = row.cells.get('role');
  if (cell === undefined) return [];
  const stated = cell.text
    .split(/[、，,；;/\n]/)
    .map(oneLine)
    .filter((one) => one !== '');
  const roles = stated.flatMap((text) => {
    const role = readRole(text);
    if (role === null)
      issues.push(importIssue('role.unreadable', 'role', cell.cell, { text, allowed: allowedRoles }));
    return role ?? [];
  });
  // A deputy's workplace is printed beside the name and is no unit of the directory: it matters to unit roles only.
  const found: Stated = roles.some((role) => wantsUnit.has(role))
    ? findPlaces(row, places, issues)
    : { unit: undefined, section: undefined, organName: row.cells.get('organ')?.text ?? null };
  return roles.flatMap((role): KnownGrant[] => {
    if (wantsUnit.has(role)) {
      const at =
        role === 'section-head'
          ? found.section
          : role === 'handler'
            ? (found.section ?? found.unit)
            : found.unit;
      if (at === undefined) {
        if (!issues.some(({ code }) => code.startsWith('import.issue.role.')))
          issues.push(importIssue('role.unitMissing', 'unit', cell.cell, { role: roleWord(role) }));
        return [];
      }
      return [{ role, unitId: at.id, organId: null }];
    }
    if (role === 'congress-office' || role === 'cppcc-office') {
      const organ = places.organ(role.replace('-office', ''), found.organName);
      if (organ === undefined) {
        issues.push(importIssue('role.organUnknown', 'organ', cell.cell, { name: found.organName ?? '' }));
        return [];
      }
      return [{ role, unitId: null, organId: organ.id }];
    }
    return [{ role, unitId: null, organId: null }];
  });
};
