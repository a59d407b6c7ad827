import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#core/access.ts';
import {
  type ImportCity,
  openImportCity,
  proposerName,
  unitName,
  workbook,
} from '#test/support/import-city.ts';
import { bind, installErrors } from '../platform/http.ts';
import { startWorker, type Worker } from '../platform/jobs.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { importJobs } from './import.jobs.ts';
import { importRoutes } from './import.routes.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let city: ImportCity;
let worker: Worker;
const server = Fastify();

beforeAll(async () => {
  city = await openImportCity();
  const people = new Map<string, Actor>(
    [city.supervisor, city.congressOffice, city.admin, ...city.unitOffices].map((actor) => [
      actor.name,
      actor,
    ]),
  );
  await server.register(cookie);
  installErrors(server);
  const platform = {
    db: city.db,
    clock: () => city.at,
    // Who calls stands in the header: signing in is tested elsewhere.
    authenticate: async ({ bearer }: { readonly bearer: string | undefined }) => {
      const actor = people.get(decodeURIComponent(bearer ?? ''));
      return actor === undefined ? null : { actor, signInId: 1, secondFactor: false };
    },
    standIn: async () => null,
    defaultJurisdiction: async () => city.j,
  };
  for (const { endpoint, handle } of importRoutes(city.deps, writeWorkbook))
    bind(server, platform, endpoint, handle);
  worker = await startWorker({
    appUrl: city.database.appUrl,
    jobs: importJobs(
      city.deps,
      city.db,
      () => city.at,
      () => undefined,
    ),
    schedules: [],
    log: () => undefined,
  });
});
afterAll(async () => {
  await worker.stop();
  await server.close();
  await city.close();
});

type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly bytes: Buffer };

const call = async (
  actor: Actor,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const response = await server.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${encodeURIComponent(actor.name)}`,
      'accept-language': 'en',
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body as Record<string, unknown> }),
  });
  const json = response.headers['content-type']?.includes('json') === true;
  return { status: response.statusCode, body: json ? response.json() : {}, bytes: response.rawPayload };
};

const header = ['案号', '标题', '领衔代表', '主办单位'];

const begin = async (actor: Actor, rows: readonly (readonly string[])[], options = {}): Promise<Answer> => {
  const fileId = await city.upload(actor, await workbook(header, rows), '目录.xlsx');
  return call(actor, 'POST', '/api/imports', {
    kind: 'catalogue',
    fileId,
    options: { sessionId: city.sessions.congress2, ...options },
  });
};

const untilEnded = (actor: Actor, id: unknown): Promise<Record<string, unknown>> =>
  vi.waitFor(
    async () => {
      const { body } = await call(actor, 'GET', `/api/imports/${String(id)}`);
      const run = body['run'] as Record<string, unknown>;
      expect(['done', 'failed']).toContain(run['state']);
      return run;
    },
    { timeout: 60_000, interval: 100 },
  );

test('from the upload to the matters, with the steps that a screen takes', async () => {
  const started = await begin(
    city.supervisor,
    [
      ['20260701', '关于甲的建议', proposerName(0), unitName(0)],
      ['20260702', '', proposerName(0), unitName(0)],
      ['20260703', '关于丙的建议', proposerName(0), '市第一局机关'],
    ],
    { assign: true },
  );
  expect(started.status).toBe(200);
  expect(started.body).toMatchObject({
    state: 'dryRun',
    counts: { total: 3, new: 1, wrong: 2 },
    obstacle: { code: 'import-leader-missing' },
    openUnits: [{ name: '市第一局机关', match: 'unknown', rows: 1 }],
  });
  const id = started.body['id'];
  const wrong = await call(city.supervisor, 'GET', `/api/imports/${String(id)}?outcome=wrong`);
  expect(wrong.body['rows']).toMatchObject([
    { row: 3, issues: [{ code: 'catalogue.issue.title.missing', cell: '目录!B3' }] },
    { row: 4, issues: [{ code: 'catalogue.issue.unit.unknown', cell: '目录!D4' }] },
  ]);
  const chosen = await call(
    city.supervisor,
    'POST',
    `/api/imports/${String(id)}/choices`,
    { options: { responsibleLeader: '副市长甲' }, units: [{ name: '市第一局机关', unitId: city.units[0] }] },
    { 'if-match': String(started.body['version']) },
  );
  expect(chosen.body).toMatchObject({
    counts: { new: 2, wrong: 1 },
    obstacle: { code: 'import-wrong-rows' },
  });
  const stale = await call(
    city.supervisor,
    'POST',
    `/api/imports/${String(id)}/confirm`,
    { soundRowsOnly: true },
    { 'if-match': String(started.body['version']) },
  );
  expect(stale).toMatchObject({ status: 412, body: { code: 'stale' } });
  const version = { 'if-match': String(chosen.body['version']) };
  const confirmed = await call(
    city.supervisor,
    'POST',
    `/api/imports/${String(id)}/confirm`,
    { soundRowsOnly: true },
    version,
  );
  expect(confirmed).toMatchObject({ status: 200, body: { id } });
  const twice = await call(
    city.supervisor,
    'POST',
    `/api/imports/${String(id)}/confirm`,
    { soundRowsOnly: true },
    version,
  );
  expect(twice.status).toBe(200);
  expect(await untilEnded(city.supervisor, id)).toMatchObject({
    state: 'done',
    ended: { created: 2, assigned: 2, skipped: 1 },
    progress: { done: 3, total: 3 },
  });
  const [row] = (await call(city.supervisor, 'GET', `/api/imports/${String(id)}?outcome=new&limit=1`)).body[
    'rows'
  ] as [{ matterId: number; result: unknown }];
  expect(row.result).toEqual({ did: 'created', refusals: [] });
  expect(await city.rows('select case_no from matter where id = $1', [row.matterId])).toEqual([
    { case_no: '20260701' },
  ]);
});

test('rows come in pages, in the order of the file', async () => {
  const started = await begin(
    city.supervisor,
    Array.from({ length: 7 }, (_, index) => [
      `2026080${index}`,
      `关于第${index}页的建议`,
      proposerName(0),
      '',
    ]),
  );
  const url = `/api/imports/${String(started.body['id'])}?limit=3`;
  const seen: number[] = [];
  let cursor: unknown = '';
  do {
    const { body } = await call(
      city.supervisor,
      'GET',
      `${url}${cursor === '' ? '' : `&cursor=${String(cursor)}`}`,
    );
    seen.push(...(body['rows'] as { row: number }[]).map(({ row }) => row));
    cursor = body['next'];
  } while (cursor !== null);
  expect(seen).toEqual([2, 3, 4, 5, 6, 7, 8]);
});

describe('who may', () => {
  test('a unit’s office imports nothing, an administrator no matters, a supervisor no people', async () => {
    const [unitOffice] = city.unitOffices;
    if (unitOffice === undefined) throw new Error('no unit office');
    expect((await begin(unitOffice, [])).status).toBe(403);
    expect(await begin(city.admin, [['1', '甲', '乙', '']])).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    const fileId = await city.upload(city.supervisor, await workbook(['姓名'], [['甲']]), 'a.xlsx', 'people');
    expect(await call(city.supervisor, 'POST', '/api/imports', { kind: 'people', fileId })).toMatchObject({
      status: 403,
    });
  });

  test('another’s file, and a file uploaded for something else, are not found', async () => {
    const bytes = await workbook(header, [['20260711', '关于他人的建议', proposerName(0), '']]);
    const fileId = await city.upload(city.congressOffice, bytes, '目录.xlsx');
    expect(await call(city.supervisor, 'POST', '/api/imports', { kind: 'catalogue', fileId })).toMatchObject({
      status: 404,
    });
    const scan = await city.upload(city.admin, bytes, '目录.xlsx', 'people');
    expect(await call(city.admin, 'POST', '/api/imports', { kind: 'units', fileId: scan })).toMatchObject({
      status: 404,
    });
  });

  test('an office sees its own imports only, the supervisor all catalogues', async () => {
    const mine = await begin(city.supervisor, [['20260712', '关于督查的建议', proposerName(0), '']]);
    const theirs = await begin(city.congressOffice, [['20260713', '关于代工委的建议', proposerName(0), '']]);
    const see = (actor: Actor, answer: Answer) =>
      call(actor, 'GET', `/api/imports/${String(answer.body['id'])}`);
    expect((await see(city.congressOffice, mine)).status).toBe(404);
    expect((await see(city.supervisor, theirs)).status).toBe(200);
    expect((await see(city.admin, theirs)).status).toBe(404);
    const listed = await call(city.congressOffice, 'GET', '/api/imports');
    expect((listed.body['items'] as { id: number }[]).map(({ id }) => id)).toEqual([theirs.body['id']]);
  });

  test('whoever has lost the right after confirming imports nothing any more', async () => {
    const bytes = await workbook(header, [['20260714', '关于失权的建议', proposerName(0), '']]);
    const id = await city.start(city.congressOffice, { bytes, name: 'a.xlsx' });
    const { personId } = city.congressOffice;
    await city.owner.query('delete from role_grant where person_id = $1', [personId]);
    await city.write(async (tx) => {
      const { confirmImport } = await import('./confirm-import.ts');
      const version = await city.versionOf(id);
      return confirmImport(
        { tx, actor: city.congressOffice, at: city.at },
        { importId: id, version, soundRowsOnly: false },
      );
    });
    expect(await untilEnded(city.supervisor, id)).toMatchObject({
      state: 'failed',
      failure: { code: 'import-no-right' },
      ended: null,
    });
    expect(await city.rows("select 1 from matter where case_no = '20260714'")).toEqual([]);
    await city.owner.query(
      "insert into role_grant (jurisdiction_id, person_id, role, organ_id) values ($1, $2, 'congress-office', $3)",
      [city.j, personId, city.organs.congress],
    );
  });
});

test('templates come in the caller’s language and are read back by the import', async () => {
  for (const [kind, actor] of [
    ['catalogue', city.supervisor],
    ['units', city.admin],
    ['people', city.admin],
  ] as const)
    for (const language of ['zh', 'en']) {
      const { status, bytes } = await call(actor, 'GET', `/api/import-templates/${kind}`, undefined, {
        'accept-language': language,
      });
      expect(status).toBe(200);
      const fileId = await city.upload(actor, new Uint8Array(bytes), 'template.xlsx', kind);
      const { body } = await call(actor, 'POST', '/api/imports', { kind, fileId });
      const table = body['table'] as { columns: { field: string; header: string }[] };
      expect(table.columns.filter(({ field }) => field === 'ignored')).toEqual([]);
    }
});
