import type { HandlingRole } from '../ruleset.ts';
import type { RowUnit } from './catalogue-row.ts';
import type { UnitField } from './fields.ts';
import { parseRole } from './parse-choice.ts';
import { parseUnits } from './parse-units.ts';
import { compact } from './plain-text.ts';
import { type RowIssue, rowIssue } from './row-issue.ts';

export type UnitCell = {
  readonly field: UnitField;
  readonly text: string;
  readonly cell: string | null;
  /** The way of handling that the same line states in a column of its own. */
  readonly mode: { readonly text: string; readonly cell: string } | null;
};

const columnRole: Readonly<Record<UnitField, HandlingRole | null>> = {
  unitsLead: 'lead',
  unitsSole: 'sole',
  unitsSeparate: 'separate',
  unitsAssist: 'assist',
  unitsMixed: null,
};

const collective = /^(?:各|有关|相关|其他|其它|全市|全区|全县|市直|区直|县直)|(?:有关|相关)(?:单位|部门)$/;

const emptyWord = /^(?:无|没有|\/|—+|-+|－+|暂无|待定|n\/a)$/i;

const settle = (units: readonly RowUnit[]): { units: RowUnit[]; issues: RowIssue[] } => {
  const kept = new Map<string, RowUnit>();
  const issues: RowIssue[] = [];
  for (const unit of units) {
    const key = compact(unit.name);
    const before = kept.get(key);
    if (before === undefined || (before.assumed && !unit.assumed)) kept.set(key, unit);
    else if (before.role !== unit.role && !unit.assumed)
      issues.push(rowIssue('units.twoRoles', 'unitsMixed', unit.cell, { unit: unit.name }));
  }
  const list = [...kept.values()];
  const only = list[0];
  // 承办单位 with a single name and nobody assisting is the sole handler.
  if (list.length === 1 && only?.assumed && only.role === 'lead')
    return { units: [{ ...only, role: 'sole' }], issues };
  const main = (unit: RowUnit): boolean => unit.role !== 'assist';
  return { units: [...list.filter(main), ...list.filter((unit) => !main(unit))], issues };
};

/** Reads all unit cells of one matter together; main roles come first, in the printed order. */
export const readUnits = (
  cells: readonly UnitCell[],
  isKnown: (name: string) => boolean,
  assistElsewhere: boolean,
): { readonly units: readonly RowUnit[]; readonly issues: readonly RowIssue[] } => {
  const found: RowUnit[] = [];
  const issues: RowIssue[] = [];
  for (const { field, text, cell, mode } of cells) {
    if (emptyWord.test(compact(text))) continue;
    const stated = mode === null ? null : parseRole(mode.text);
    if (mode !== null && stated === null)
      issues.push(rowIssue('role.unreadable', 'handlingMode', mode.cell, { text: mode.text }));
    const reading = parseUnits(text, { role: columnRole[field], isKnown, assistElsewhere });
    if (reading.andOthers) issues.push(rowIssue('units.andOthers', field, cell, { text }));
    for (const unit of reading.units) {
      const said =
        unit.assumed &&
        field === 'unitsMixed' &&
        stated !== null &&
        (stated !== 'lead' || unit.role === 'sole');
      found.push({ name: unit.name, role: said ? stated : unit.role, assumed: unit.assumed && !said, cell });
      if (collective.test(unit.name))
        issues.push(rowIssue('units.collective', field, cell, { unit: unit.name }));
    }
  }
  const settled = settle(found);
  const assumed = settled.units.filter((unit) => unit.assumed);
  if (settled.units.length > 1 && assumed.length > 0)
    issues.push(
      rowIssue('units.roleAssumed', 'unitsMixed', assumed[0]?.cell ?? null, {
        units: assumed.map(({ name }) => name).join('、'),
      }),
    );
  return { units: settled.units, issues: [...issues, ...settled.issues] };
};
