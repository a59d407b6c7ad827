import type { CatalogueRow, RowUnit } from './catalogue-row.ts';
import { compact, titleKey } from './plain-text.ts';
import { roundsKey } from './read-past.ts';
import { rowIssue } from './row-issue.ts';

const unitKeys = (units: readonly RowUnit[]): string =>
  units
    .map(({ name, role }) => `${role}:${compact(name)}`)
    .sort()
    .join('|');

const agree = (a: unknown, b: unknown): boolean =>
  a === b ||
  a === null ||
  b === null ||
  JSON.stringify(a) === JSON.stringify(b) ||
  (Array.isArray(a) && a.length === 0) ||
  (Array.isArray(b) && b.length === 0);

const facts = [
  'kind',
  'body',
  'session',
  'year',
  'inSession',
  'level',
  'proposerType',
  'priority',
  'proposers',
  'delegationOrSector',
  'category',
  'assignedOn',
  'filedOn',
] as const;

/** More lines than a matter can have units. */
const mostLines = 300;

/** One line a round 第二次办理: the same unit, and a handling that the lines above do not tell of. */
const isNextRound = (a: CatalogueRow, b: CatalogueRow): boolean => {
  const before = new Set(a.units.map(roundsKey));
  return (
    b.units.some(({ lines }) => lines !== undefined) && b.units.every((unit) => !before.has(roundsKey(unit)))
  );
};

/** One line a unit (a ledger by 件次): the same number and title, other units, and nothing else that differs. */
const isSameMatter = (a: CatalogueRow, b: CatalogueRow): boolean =>
  a.caseNoKey !== null &&
  b.lastRow - a.row < mostLines &&
  a.caseNoKey === b.caseNoKey &&
  a.title !== null &&
  b.title !== null &&
  titleKey(a.title) === titleKey(b.title) &&
  a.units.length > 0 &&
  b.units.length > 0 &&
  (unitKeys(a.units) !== unitKeys(b.units) || isNextRound(a, b)) &&
  facts.every((fact) => agree(a[fact], b[fact]));

const joinUnits = (a: readonly RowUnit[], b: readonly RowUnit[]): RowUnit[] => {
  const all = new Map(a.map((unit) => [compact(unit.name), unit]));
  for (const unit of b) {
    const before = all.get(compact(unit.name));
    if (before === undefined) all.set(compact(unit.name), unit);
    else if (unit.lines !== undefined)
      all.set(compact(unit.name), { ...before, lines: [...(before.lines ?? []), ...unit.lines] });
  }
  const units = [...all.values()];
  const alone = units.filter(({ role, assumed }) => role === 'sole' && assumed);
  // Two lines that each looked like a sole handler are several units of one matter.
  const settled =
    units.length > 1 && alone.length > 0 ? units.map((unit) => settleAlone(unit, units)) : units;
  return [
    ...settled.filter(({ role }) => role !== 'assist'),
    ...settled.filter(({ role }) => role === 'assist'),
  ];
};

const hasReplied = ({ lines }: RowUnit): boolean => (lines ?? []).some(({ repliedOn }) => repliedOn !== null);

const settleAlone = (unit: RowUnit, units: readonly RowUnit[]): RowUnit => {
  if (!(unit.assumed && unit.role === 'sole')) return unit;
  // Each of them replied on its own: 分办.
  if (units.every((one) => one.assumed && one.role === 'sole' && hasReplied(one)))
    return { ...unit, role: 'separate' };
  const hasLead = units.some(
    (other) => other !== unit && (other.role === 'lead' || (other.role === 'sole' && !other.assumed)),
  );
  const isFirst = units.find((other) => other.role === 'sole' && other.assumed) === unit;
  return { ...unit, role: !hasLead && isFirst ? 'lead' : 'assist' };
};

const join = (a: CatalogueRow, b: CatalogueRow): CatalogueRow => ({
  ...a,
  lastRow: b.lastRow,
  body: a.body ?? b.body,
  session: a.session ?? b.session,
  year: a.year ?? b.year,
  inSession: a.inSession ?? b.inSession,
  level: a.level ?? b.level,
  proposerType: a.proposerType ?? b.proposerType,
  priority: a.priority ?? b.priority,
  proposers: a.proposers.length > 0 ? a.proposers : b.proposers,
  coSigners: a.coSigners.length > 0 ? a.coSigners : b.coSigners,
  delegationOrSector: a.delegationOrSector ?? b.delegationOrSector,
  category: a.category ?? b.category,
  assignedOn: a.assignedOn ?? b.assignedOn,
  filedOn: a.filedOn ?? b.filedOn,
  units: joinUnits(a.units, b.units),
  issues: [
    ...a.issues.filter(({ code }) => code !== 'row.joined'),
    ...b.issues.filter(({ code }) => code !== 'units.roleAssumed'),
    rowIssue('row.joined', null, b.cells.caseNo ?? null, { first: a.row, last: b.lastRow }),
  ],
});

/** Joins neighbouring lines that state one matter once for each of its units. */
export const joinRepeatedRows = (rows: readonly CatalogueRow[]): readonly CatalogueRow[] => {
  const joined: CatalogueRow[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last !== undefined && isSameMatter(last, row)) joined[joined.length - 1] = join(last, row);
    else joined.push(row);
  }
  return joined;
};
