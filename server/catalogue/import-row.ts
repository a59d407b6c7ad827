/** One row of an import as it is kept and shown: what it says and what would become of it, never its whole text. */
import type { FieldValue } from '#core/catalogue/compare-rows.ts';
import type { RowIssue } from '#core/catalogue/row-issue.ts';
import type { Refusal } from '#core/refusal.ts';

export type Outcome = 'new' | 'same' | 'changed' | 'wrong';

/** `code` is a key of a message table: `catalogue.issue.…`, `import.issue.…` or `refusal.…`. */
export type StoredIssue = {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly field: string | null;
  readonly cell: string | null;
  readonly params: Readonly<Record<string, string | number>>;
};

export type StoredChange = {
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
  /** `import.byHand.…`: the import leaves this change to people. */
  readonly byHand: string | null;
};

export type StoredRow = {
  readonly sheet: string;
  readonly row: number;
  readonly lastRow: number;
  readonly title: string;
  readonly facts: readonly { readonly field: string; readonly values: readonly string[] }[];
  readonly changes: readonly StoredChange[];
  readonly issues: readonly StoredIssue[];
  readonly matterId: number | null;
};

export type AnalysedRow = { readonly outcome: Outcome; readonly data: StoredRow };

export type OpenName = {
  readonly name: string;
  readonly group: string | null;
  readonly match: 'unknown' | 'ambiguous';
  readonly rows: number;
  readonly proposals: readonly {
    readonly id: number;
    readonly name: string;
    readonly note: string;
    readonly score: number;
  }[];
};

/** What a run did with a row. */
export type RowResult = {
  readonly did: 'created' | 'changed' | 'nothing' | 'skipped';
  readonly matterId?: number;
  readonly refusals?: readonly { readonly code: string; readonly params: Refusal['params'] }[];
};

const longestShown = 300;

const clip = (value: FieldValue): FieldValue => {
  if (typeof value === 'string' && value.length > longestShown) return `${value.slice(0, longestShown)}…`;
  return Array.isArray(value) ? value.map((one) => clip(one) as string) : value;
};

export const storedChange = (change: StoredChange): StoredChange => ({
  ...change,
  from: clip(change.from),
  to: clip(change.to),
});

export const fromRowIssue = (issue: RowIssue): StoredIssue => ({
  ...issue,
  code: `catalogue.issue.${issue.code}`,
});

export const importIssue = (
  code: string,
  field: string | null,
  cell: string | null,
  params: Readonly<Record<string, string | number>> = {},
  severity: 'error' | 'warning' = 'error',
): StoredIssue => ({
  code: `import.issue.${code}`,
  severity,
  field,
  cell,
  params: cell === null ? params : { cell, ...params },
});

/** A rule of the core that the row would break. */
export const refusalIssue = (
  refusal: { readonly code: string; readonly params: Refusal['params']; readonly at?: string },
  cell: string | null,
): StoredIssue => ({
  code: `refusal.${refusal.code}`,
  severity: 'error',
  field: refusal.at ?? null,
  cell,
  params: Object.fromEntries(
    Object.entries(refusal.params).map(([key, value]) => [
      key,
      typeof value === 'object' ? value.join('、') : value,
    ]),
  ),
});

export const countOutcomes = (rows: readonly AnalysedRow[]) => {
  const counts = { total: rows.length, new: 0, same: 0, changed: 0, wrong: 0 };
  for (const row of rows) counts[row.outcome] += 1;
  return counts;
};
