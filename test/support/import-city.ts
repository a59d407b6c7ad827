/** A small invented city in a database of its own, to import into: organs, sessions, units, proposers, offices. */
import { Client } from 'pg';
import type { Actor, Grant } from '#core/access.ts';
import { importDeps } from '#server/app.ts';
import { confirmRun } from '#server/catalogue/confirm-import.ts';
import type { Choices } from '#server/catalogue/choices.ts';
import { type Ran, runImport } from '#server/catalogue/run-import.ts';
import { decideImport, startImport } from '#server/catalogue/start-import.ts';
import { insertFile } from '#server/files/file.store.ts';
import { openDatabase, type Tx } from '#server/platform/db/database.ts';
import { momentOf } from '#server/platform/moment.ts';
import { writeWorkbook, type WritableCell } from '#server/platform/workbook/write-workbook.ts';
import { foundJurisdiction } from '#server/setup/found-jurisdiction.ts';
import { insertPersonRow } from '#server/setup/person.store.ts';
import { insertOrgan, insertSession, insertTerm } from '#server/setup/setup.store.ts';
import { insertUnit } from '#server/setup/unit.store.ts';
import { freshDatabase } from './database.ts';

const fieldKey = '5a'.repeat(32);

export type CityOptions = {
  readonly units?: number;
  readonly proposers?: number;
  readonly now?: string;
};

export const unitName = (index: number): string => `云川市第${index + 1}局`;
export const proposerName = (index: number): string => `代表${String.fromCodePoint(0x4e00 + index)}`;

const blankUnit = { nameEn: '', shortName: '', aliases: [], boundary: false, duties: '', documentPrefix: '' };

const seed = async (tx: Tx, j: number, options: CityOptions) => {
  const must = (id: number | null): number => {
    if (id === null) throw new Error('The city is there already');
    return id;
  };
  const organs = {
    congress: must(
      await insertOrgan(tx, j, {
        kind: 'congress',
        name: '云川市人民代表大会',
        nameEn: '',
        officeName: '代工委',
      }),
    ),
    cppcc: must(
      await insertOrgan(tx, j, { kind: 'cppcc', name: '政协云川市委员会', nameEn: '', officeName: '提案委' }),
    ),
  };
  const sessions: Record<string, number> = {};
  for (const [kind, organId] of Object.entries(organs)) {
    const termId = must(
      await insertTerm(tx, j, organId, { number: 9, startsOn: '2025-01-01', endsOn: null }),
    );
    for (const number of [1, 2])
      sessions[`${kind}${number}`] = must(
        await insertSession(
          tx,
          j,
          { termId, organId },
          {
            number,
            year: 2024 + number,
            opensOn: `${2024 + number}-01-10`,
            closesOn: `${2024 + number}-01-16`,
          },
        ),
      );
  }
  const units: number[] = [];
  for (let index = 0; index < (options.units ?? 6); index += 1)
    units.push(await insertUnit(tx, j, null, { ...blankUnit, name: unitName(index), system: 'government' }));
  const park = await insertUnit(tx, j, null, {
    ...blankUnit,
    name: '云川港务区',
    system: 'central',
    boundary: true,
  });
  const person = (name: string, grants: readonly Grant[], group = ''): Promise<number> =>
    insertPersonRow(
      tx,
      j,
      { name, post: '', group, phoneSealed: null },
      grants.map(({ role, unitId, organId }) => ({ role, unitId: unitId ?? null, organId: organId ?? null })),
    );
  const proposers: number[] = [];
  for (let index = 0; index < (options.proposers ?? 6); index += 1)
    proposers.push(await person(proposerName(index), [{ role: 'proposer' }], `第${(index % 3) + 1}代表团`));
  const actor = async (name: string, ...grants: readonly Grant[]): Promise<Actor> => ({
    jurisdictionId: j,
    personId: await person(name, grants),
    name,
    grants,
    via: 'session',
  });
  const unitOffices: Actor[] = [];
  for (const [index, unitId] of units.slice(0, 3).entries())
    unitOffices.push(await actor(`办公室${index + 1}`, { role: 'unit-office', unitId }));
  return {
    organs,
    sessions: sessions as Readonly<Record<'congress1' | 'congress2' | 'cppcc1' | 'cppcc2', number>>,
    units,
    park,
    proposers,
    supervisor: await actor('督查甲', { role: 'supervisor' }),
    congressOffice: await actor('代工委甲', { role: 'congress-office', organId: organs.congress }),
    admin: await actor('管理甲', { role: 'system-admin' }),
    unitOffices,
  };
};

/** Opens it; the caller closes it. */
export const openImportCity = async (options: CityOptions = {}) => {
  const database = await freshDatabase();
  const j = await foundJurisdiction(database.ownerUrl, {
    code: 'yunchuan',
    name: '云川市',
    nameEn: 'Yunchuan',
    preset: 'national',
    demo: false,
  });
  const db = openDatabase(database.appUrl, 6);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const at = momentOf(new Date(options.now ?? '2026-03-02T02:00:00Z'));
  const write = <T>(work: (tx: Tx) => Promise<T>, keep = true): Promise<T> =>
    db.write(j, async (tx) => ({ keep, value: await work(tx) }));
  const city = await write((tx) => seed(tx, j, options));
  const deps = importDeps(fieldKey);
  const upload = (
    actor: Actor,
    bytes: Uint8Array,
    name: string,
    purpose: 'catalogue' | 'units' | 'people' = 'catalogue',
  ) =>
    write((tx) => insertFile(tx, actor, at, { name, mediaType: 'application/octet-stream', bytes, purpose }));
  const start = async (
    actor: Actor,
    file: {
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly kind?: 'catalogue' | 'units' | 'people';
    },
    chosen: Partial<Choices['options']> = {},
  ): Promise<number> => {
    const kind = file.kind ?? 'catalogue';
    const fileId = await upload(actor, file.bytes, file.name, kind);
    const started = await write((tx) =>
      startImport(deps, { tx, actor, at }, { kind, fileId, options: chosen }),
    );
    if (!started.ok) throw new Error(started.refusal.code);
    return started.importId;
  };
  const versionOf = async (importId: number): Promise<number> =>
    Number((await owner.query('select version from import_run where id = $1', [importId])).rows[0]?.version);
  return {
    ...city,
    j,
    db,
    at,
    deps,
    owner,
    database,
    write,
    upload,
    start,
    versionOf,
    decide: async (actor: Actor, importId: number, body: Parameters<typeof decideImport>[2]['body']) =>
      write(async (tx) =>
        decideImport(deps, { tx, actor, at }, { importId, version: await versionOf(importId), body }),
      ),
    confirm: (actor: Actor, importId: number, soundRowsOnly = false) =>
      write((tx) => confirmRun({ tx, actor, at }, { importId, version: null, soundRowsOnly })),
    /** Runs a confirmed import here and now. */
    run: (actor: Actor, importId: number, soundRowsOnly = false): Promise<Ran> =>
      runImport(deps, db, { importId, actor, at, soundRowsOnly }),
    rows: async <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> =>
      (await owner.query<Row>(sql, values)).rows,
    close: async () => {
      await db.close();
      await owner.end();
      await database.drop();
    },
  };
};

export type ImportCity = Awaited<ReturnType<typeof openImportCity>>;

/** A workbook with one sheet. */
export const workbook = (
  header: readonly string[],
  rows: readonly (readonly WritableCell[])[],
): Promise<Uint8Array> => writeWorkbook([{ name: '目录', header, rows }]);
