import { createHash } from 'node:crypto';
import { record } from '../platform/commit.ts';
import { readWorkbook } from '../platform/workbook/read-workbook.ts';
import { insertUnit, updateUnit } from '../setup/unit.store.ts';
import { analyseUnits, type UnitOutcome } from './analyse-units.ts';
import { countOutcomes, type RowResult } from './import-row.ts';
import { loadMappings } from './import.store.ts';
import {
  type ImportScene,
  noTable,
  type Prepare,
  unreadable,
  type WriteOrder,
  type Written,
} from './prepared.ts';
import { readList } from './read-list.ts';
import { unitFields } from './setup-lists.ts';
import { loadKnownUnits } from './setup-directory.views.ts';

/** Units before their sections, whatever the order of the list. */
const write = async (
  scene: ImportScene,
  rows: readonly UnitOutcome[],
  order: WriteOrder,
): Promise<Written> => {
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  const idOfRow = new Map<number, number>();
  const results: { n: number; result: RowResult }[] = [];
  const journal = (command: string, data: unknown) =>
    record(tx, actor, at, { stream: 'setup', command, matterId: null, data });
  const one = async (row: UnitOutcome, n: number): Promise<void> => {
    if (row.order === null) return;
    const { id, fields, parent } = row.order;
    if (id !== null) {
      idOfRow.set(row.data.row, id);
      if (row.outcome !== 'changed') return;
      await updateUnit(tx, j, id, fields, at.instant);
      await journal('setup.unitChanged', { id, ...fields });
      results.push({ n, result: { did: 'changed' } });
      return;
    }
    const parentId = parent === null ? null : 'id' in parent ? parent.id : (idOfRow.get(parent.row) ?? 0);
    // The unit above is itself a row with an error, and only sound rows are imported.
    if (parentId === 0) return void results.push({ n, result: { did: 'skipped' } });
    const made = await insertUnit(tx, j, parentId, fields);
    idOfRow.set(row.data.row, made);
    await journal('setup.unit', { id: made, parentId, ...fields });
    results.push({ n, result: { did: 'created' } });
  };
  const units = rows.map((row, index) => ({ row, n: index + 1 }));
  const sorted = [
    ...units.filter(({ row }) => row.order?.parent === null),
    ...units.filter(({ row }) => row.order !== null && row.order.parent !== null),
  ];
  for (const [index, { row, n }] of sorted.entries()) {
    await one(row, n);
    await order.progress(index + 1);
  }
  const did = (what: RowResult['did']): number => results.filter(({ result }) => result.did === what).length;
  const counts = countOutcomes(rows);
  return {
    ok: true,
    results,
    end: {
      created: did('created'),
      changed: did('changed'),
      assigned: 0,
      same: counts.same,
      skipped: counts.wrong + did('skipped'),
      refused: 0,
      peopleCreated: 0,
    },
  };
};

/** Reads a list of units and sections and compares it with the tree. Failures: `workbook.*`, `import-no-table`. */
export const prepareUnits: Prepare = async (_, scene) => {
  const { tx, actor, choices, file } = scene;
  const j = actor.jurisdictionId;
  const workbook = await readWorkbook(file.bytes, file.name);
  if (!workbook.ok) return unreadable({ code: workbook.code, params: workbook.params });
  const read = readList(workbook.sheets, {
    fields: unitFields,
    needed: 'name',
    patch: choices.mapping,
    remembered: await loadMappings(tx, j, 'units'),
  });
  const fields = [...Object.keys(unitFields), 'ignored'];
  if (!read.ok) return unreadable({ code: 'import-no-table', params: {} }, noTable(read.sheets, fields));
  const sheet = read.table.sheets[read.table.sheet]?.name ?? '';
  const rows = analyseUnits(read.rows, await loadKnownUnits(tx, j), sheet);
  const digest = createHash('sha256');
  for (const { outcome, order } of rows) digest.update(JSON.stringify([outcome, order]));
  return {
    table: read.table,
    failure: null,
    rows,
    openUnits: [],
    openPeople: [],
    digest: digest.digest('hex'),
    write: (order) => write(scene, rows, order),
  };
};
