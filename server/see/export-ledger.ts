import type { Language } from '#contract/messages/message.ts';
import type { Actor } from '#core/access.ts';
import { type ExportRow, type ExportTable, exportTable } from '#core/catalogue/export-columns.ts';
import type { HandlingRole } from '#core/ruleset.ts';
import { sessionName } from '#core/session-name.ts';
import type { Moment } from '#core/words.ts';
import type { House } from '../case/load-case.store.ts';
import { answer, type FileAnswer, no } from '../platform/answer.ts';
import type { Tx } from '../platform/db/database.ts';
import type { LedgerFilter } from './ledger-filter.views.ts';
import { listForExport } from './ledger.views.ts';

/** How a table becomes a file: the workbook adapter, or a fake. */
export type WriteExport = {
  readonly xlsx: (name: string, table: ExportTable) => Promise<Uint8Array>;
  readonly csv: (name: string, table: ExportTable) => Promise<Uint8Array>;
};

/** Most rows of one export: what a workbook opens on an old office PC. */
const exportReach = 50_000;

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

type Listed = Awaited<ReturnType<typeof listForExport>>[number];

const toExportRow = (row: Listed): ExportRow => ({
  kind: row.kind,
  caseNo: row.caseNo,
  title: row.title,
  body: row.body === '' ? null : row.body,
  points: row.points,
  session: sessionName(row.session.kind, row.session.term, row.session.number),
  inSession: row.inSession,
  year: row.year,
  level: row.level,
  proposerType: row.proposerType,
  priority: row.priority,
  proposers: row.proposers.slice(0, 1),
  proposerCount: null,
  coSigners: row.proposers.slice(1),
  delegationOrSector: null,
  category: row.category,
  units: row.dutyRows.map((duty) => ({ name: duty.unit, role: duty.role as HandlingRole })),
  assignedOn: row.assignedOn,
  dueOn: row.dueOn === 'infinity' ? null : row.dueOn,
  filedOn: row.filedOn,
  phone: null,
  publicConsent: null,
  note: null,
});

/** What is filtered, as a file whose columns the import takes back. Refusal: `export-too-large`. */
export const exportRows = async (
  tx: Tx,
  house: House,
  actor: Actor,
  at: Moment,
  filter: LedgerFilter & { readonly format: 'xlsx' | 'csv' },
  language: Language,
  write: WriteExport,
): Promise<{ readonly ok: true; readonly body: FileAnswer } | ReturnType<typeof no>> => {
  const rows = await listForExport(tx, house, actor, at.date, filter, exportReach + 1);
  // A file that says nothing of what it leaves out would be taken for the whole.
  if (rows.length > exportReach) return no('export-too-large', { most: exportReach });
  const name = language === 'zh' ? `台账-${at.date}` : `ledger-${at.date}`;
  const bytes = () => write[filter.format](name, exportTable(rows.map(toExportRow), language));
  return answer({ name: `${name}.${filter.format}`, mediaType: mediaTypes[filter.format], bytes });
};
