import { createHash } from 'node:crypto';
import { record } from '../platform/commit.ts';
import { readWorkbook } from '../platform/workbook/read-workbook.ts';
import { insertPersonRow, updatePersonRow } from '../setup/person.store.ts';
import { analysePeople, type PersonOutcome } from './analyse-people.ts';
import { countOutcomes, type RowResult } from './import-row.ts';
import { loadMappings } from './import.store.ts';
import {
  type ImportDeps,
  type ImportScene,
  noTable,
  type Prepare,
  unreadable,
  type WriteOrder,
  type Written,
} from './prepared.ts';
import { readList } from './read-list.ts';
import { personFields } from './setup-lists.ts';
import { loadKnownOrgans, loadKnownPeople, loadKnownUnits } from './setup-directory.views.ts';

const write = async (
  deps: ImportDeps,
  scene: ImportScene,
  rows: readonly PersonOutcome[],
  order: WriteOrder,
): Promise<Written> => {
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  const results: { n: number; result: RowResult }[] = [];
  for (const [index, { outcome, order: person }] of rows.entries()) {
    if (person === null || (outcome !== 'new' && outcome !== 'changed')) continue;
    const { id, name, post, group, phone, grants } = person;
    const phoneSealed = phone === null ? person.phoneSealed : deps.seal(phone);
    const fields = { name, post, group, phoneSealed };
    const stored =
      id === null
        ? await insertPersonRow(tx, j, fields, grants)
        : (await updatePersonRow(tx, j, id, fields, grants, at.instant), id);
    await record(tx, actor, at, {
      stream: 'setup',
      command: id === null ? 'setup.person' : 'setup.personChanged',
      matterId: null,
      data: { id: stored, name, post, group, grants, phone: phoneSealed !== null },
    });
    results.push({ n: index + 1, result: { did: id === null ? 'created' : 'changed' } });
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
      skipped: counts.wrong,
      refused: 0,
      peopleCreated: did('created'),
    },
  };
};

/** Reads a list of people with their roles and compares it with those there. Failures: `workbook.*`, `import-no-table`. */
export const preparePeople: Prepare = async (deps, scene) => {
  const { tx, actor, choices, file } = scene;
  const j = actor.jurisdictionId;
  const workbook = await readWorkbook(file.bytes, file.name);
  if (!workbook.ok) return unreadable({ code: workbook.code, params: workbook.params });
  const read = readList(workbook.sheets, {
    fields: personFields,
    needed: 'personName',
    patch: choices.mapping,
    remembered: await loadMappings(tx, j, 'people'),
  });
  const fields = [...Object.keys(personFields), 'ignored'];
  if (!read.ok) return unreadable({ code: 'import-no-table', params: {} }, noTable(read.sheets, fields));
  const rows = analysePeople(read.rows, {
    people: await loadKnownPeople(tx, j),
    units: await loadKnownUnits(tx, j),
    organs: await loadKnownOrgans(tx, j),
    open: deps.openSeal,
    sheet: read.table.sheets[read.table.sheet]?.name ?? '',
  });
  const digest = createHash('sha256');
  for (const { outcome, order } of rows) digest.update(JSON.stringify([outcome, order]));
  return {
    // Samples would show telephone numbers to whoever may see the run later.
    table: {
      ...read.table,
      columns: read.table.columns.map((one) => (one.field === 'phone' ? { ...one, samples: [] } : one)),
    },
    failure: null,
    rows,
    openUnits: [],
    openPeople: [],
    digest: digest.digest('hex'),
    write: (order) => write(deps, scene, rows, order),
  };
};
