import type { HandlingRole, MatterKind, MatterLevel, ProposerType } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';
import type { CatalogueRow } from './catalogue-row.ts';
import { parseCaseNo } from './parse-case-no.ts';
import { compact, titleKey } from './plain-text.ts';
import { saidOf } from './read-past.ts';

/** A matter that the jurisdiction already has, as far as a catalogue can state it. */
export type ExistingMatter = {
  readonly id: string;
  readonly kind: MatterKind;
  readonly caseNo: string | null;
  readonly term: number | null;
  readonly sessionNo: number | null;
  readonly inSession: boolean | null;
  readonly year: number | null;
  readonly level: MatterLevel | null;
  readonly proposerType: ProposerType | null;
  readonly priority: boolean | null;
  readonly title: string;
  readonly body: string | null;
  readonly points: readonly string[];
  /** The lead proposer first; `personId` is null for a name that is kept as printed. */
  readonly proposers: readonly PersonName[];
  readonly coSigners: readonly PersonName[];
  readonly delegationOrSector: string | null;
  readonly category: string | null;
  readonly units: readonly { readonly unitId: string; readonly role: HandlingRole }[];
  readonly assignedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly filedOn: LocalDate | null;
  readonly phone: string | null;
  readonly publicConsent: boolean | null;
  readonly note: string | null;
};

export type PersonName = { readonly name: string; readonly personId: string | null };
/** The number as it is compared; null when there is none. */
export const caseKey = (caseNo: string | null): string | null => {
  if (caseNo === null) return null;
  const reading = parseCaseNo(caseNo);
  return reading.ok ? reading.key : compact(caseNo);
};

type Identity = {
  readonly term: number | null;
  readonly sessionNo: number | null;
  readonly year: number | null;
};

/** Numbers begin anew each session or year; what one side does not tell cannot part the two. */
export const sameSeries = (a: Identity, b: Identity): boolean => {
  const differ = (x: number | null, y: number | null): boolean => x !== null && y !== null && x !== y;
  if (differ(a.term, b.term) || differ(a.sessionNo, b.sessionNo)) return false;
  const sessionKnown = a.term !== null && b.term !== null && a.sessionNo !== null && b.sessionNo !== null;
  return sessionKnown || !differ(a.year, b.year);
};

export type Found = { readonly matter: ExistingMatter } | { readonly count: number } | null;

export type Existing = {
  readonly byNumber: ReadonlyMap<string, readonly ExistingMatter[]>;
  readonly byTitle: ReadonlyMap<string, readonly ExistingMatter[]>;
};

const append = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

export const indexExisting = (matters: readonly ExistingMatter[]): Existing => {
  const byNumber = new Map<string, ExistingMatter[]>();
  const byTitle = new Map<string, ExistingMatter[]>();
  for (const matter of matters) {
    const key = caseKey(matter.caseNo);
    if (key !== null) append(byNumber, `${matter.kind} ${key}`, matter);
    append(byTitle, `${matter.kind} ${titleKey(matter.title)}`, matter);
  }
  return { byNumber, byTitle };
};

const one = (matters: readonly ExistingMatter[], title: string): Found => {
  const [first] = matters;
  if (first === undefined) return null;
  if (matters.length === 1) return { matter: first };
  const titled = matters.filter((matter) => titleKey(matter.title) === titleKey(title));
  const [only] = titled;
  return titled.length === 1 && only !== undefined ? { matter: only } : { count: matters.length };
};

/** The matter that a row means: by number within kind and session, else by title; a count when several fit. */
export const findExisting = (existing: Existing, row: CatalogueRow): Found => {
  const title = row.title ?? '';
  if (row.caseNoKey !== null) {
    const numbered = (existing.byNumber.get(`${row.kind} ${row.caseNoKey}`) ?? []).filter((matter) =>
      sameSeries(matter, row),
    );
    if (numbered.length > 0) return one(numbered, title);
  }
  const titled = (existing.byTitle.get(`${row.kind} ${titleKey(title)}`) ?? []).filter((matter) =>
    sameSeries(matter, row),
  );
  // A matter that has another number is another matter, even under the same title.
  return one(row.caseNoKey === null ? titled : titled.filter(({ caseNo }) => caseNo === null), title);
};

export type Repeats = {
  /** An earlier row that says exactly the same. */
  readonly same: ReadonlyMap<CatalogueRow, CatalogueRow>;
  /** Another row, before or after, that says something else of the same matter. */
  readonly conflict: ReadonlyMap<CatalogueRow, CatalogueRow>;
  /** An earlier row of another number under the same title. */
  readonly title: ReadonlyMap<CatalogueRow, CatalogueRow>;
};

/** Rows of one file that speak of the same matter. */
export const findRepeats = (rows: readonly CatalogueRow[]): Repeats => {
  const numbered = new Map<string, CatalogueRow[]>();
  const titled = new Map<string, CatalogueRow[]>();
  const [same, conflict, title] = [1, 2, 3].map(() => new Map<CatalogueRow, CatalogueRow>()) as [
    Map<CatalogueRow, CatalogueRow>,
    Map<CatalogueRow, CatalogueRow>,
    Map<CatalogueRow, CatalogueRow>,
  ];
  for (const row of rows) {
    if (row.caseNoKey === null && row.title === null) continue;
    const byTitle = `${row.kind} ${titleKey(row.title ?? '')}`;
    const key = row.caseNoKey === null ? `title ${byTitle}` : `number ${row.kind} ${row.caseNoKey}`;
    const before = numbered.get(key)?.find((other) => sameSeries(other, row));
    if (before === undefined) {
      append(numbered, key, row);
      const twin =
        row.title === null ? undefined : titled.get(byTitle)?.find((other) => sameSeries(other, row));
      if (twin === undefined) append(titled, byTitle, row);
      else title.set(row, twin);
    } else if (content(before) === content(row)) same.set(row, before);
    else {
      conflict.set(row, before);
      if (!conflict.has(before)) conflict.set(before, row);
    }
  }
  return { same, conflict, title };
};

const content = (row: CatalogueRow): string =>
  JSON.stringify({
    ...row,
    sheet: null,
    row: null,
    lastRow: null,
    cells: null,
    issues: null,
    units: row.units.map((unit) => [compact(unit.name), unit.role, saidOf(unit)]),
  });
