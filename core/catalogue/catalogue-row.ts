import type { HandlingRole, MatterKind, MatterLevel, ProposerType } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';
import type { Past } from '../assignment/past.ts';
import type { PastLine } from './read-past.ts';
import type { CatalogueField } from './fields.ts';
import type { RowIssue } from './row-issue.ts';

export type RowUnit = {
  /** As printed. */
  readonly name: string;
  readonly role: HandlingRole;
  /** The file did not say the role. */
  readonly assumed: boolean;
  readonly cell: string | null;
  /** How it handled the matter, by the lines of a list of an earlier year; absent: the list does not say. */
  readonly lines?: readonly PastLine[];
  /** The same in the words of the ruleset. */
  readonly past?: Past;
};

/**
 * One matter as a catalogue states it. Null and empty lists mean that the file says nothing, never that
 * something is to be cleared.
 */
export type CatalogueRow = {
  readonly sheet: string;
  /** First and last line of the sheet, counted from 1 as people see them. */
  readonly row: number;
  readonly lastRow: number;
  readonly kind: MatterKind | null;
  /** As the city prints it; compare by `caseNoKey`. */
  readonly caseNo: string | null;
  readonly caseNoKey: string | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly points: readonly string[];
  /** The meeting as printed. */
  readonly session: string | null;
  /** 届 and 次, as far as the text tells them. */
  readonly term: number | null;
  readonly sessionNo: number | null;
  readonly inSession: boolean | null;
  readonly year: number | null;
  readonly level: MatterLevel | null;
  readonly proposerType: ProposerType | null;
  /** 重点督办. */
  readonly priority: boolean | null;
  /** The lead proposer first. */
  readonly proposers: readonly string[];
  /** From 等5名代表; null when not told. */
  readonly proposerCount: number | null;
  readonly coSigners: readonly string[];
  readonly delegationOrSector: string | null;
  readonly category: string | null;
  readonly units: readonly RowUnit[];
  readonly assignedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly filedOn: LocalDate | null;
  readonly phone: string | null;
  readonly publicConsent: boolean | null;
  readonly note: string | null;
  /** 办结日期, of the whole matter; the last one where lines tell several. */
  readonly closedOn?: LocalDate | null;
  /** Where each field was read. */
  readonly cells: Readonly<Partial<Record<CatalogueField, string>>>;
  readonly issues: readonly RowIssue[];
};
