import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { insertAccount } from '#server/account/account.store.ts';
import { insertSession } from '#server/account/session.store.ts';
import { momentOf } from '#server/platform/moment.ts';
import {
  type ImportCity,
  openImportCity,
  proposerName,
  unitName,
  workbook,
} from '#test/support/import-city.ts';
import { housekeeping } from './housekeeping.ts';
import { startWork } from './work.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let city: ImportCity;
beforeAll(async () => {
  city = await openImportCity();
});
afterAll(() => city.close());

/** Three months after everything that the city did. */
const later = '2026-06-01T00:00:00.000Z';
const clean = (): Promise<void> =>
  housekeeping(city.db, () => momentOf(new Date(later))).run(
    {},
    { signal: new AbortController().signal, last: true },
  );

const header = ['案号', '标题', '领衔代表', '主办单位'];
const catalogue = (caseNo: string) =>
  workbook(header, [[caseNo, `关于${caseNo}的建议`, proposerName(0), unitName(0)]]);

const start = async (caseNo: string): Promise<number> =>
  city.start(
    city.supervisor,
    { name: `${caseNo}.xlsx`, bytes: await catalogue(caseNo) },
    { sessionId: city.sessions.congress2 },
  );

test('answers to repeated keys go after a day', async () => {
  const keys = [
    ['old', '2026-05-30T00:00:00Z'],
    ['young', '2026-05-31T12:00:00Z'],
  ];
  for (const [key, at] of keys)
    await city.rows(
      "insert into idempotency (jurisdiction_id, actor_id, key, request_hash, at) values ($1, 1, $2, 'x', $3)",
      [city.j, key, at],
    );
  await clean();
  expect(await city.rows('select key from idempotency')).toEqual([{ key: 'young' }]);
});

test('uploads that nothing took up and dry runs that nobody confirmed go; what was imported stays', async () => {
  const imported = await start('20269101');
  expect((await city.confirm(city.supervisor, imported)).ok).toBe(true);
  expect((await city.run(city.supervisor, imported)).ok).toBe(true);
  const abandoned = await start('20269102');
  await city.upload(city.supervisor, await catalogue('20269103'), 'unused.xlsx');
  await clean();
  const kept = 'select f.name from file f join file_content c on c.file_id = f.id order by f.id';
  expect(await city.rows(kept)).toEqual([{ name: '20269101.xlsx' }]);
  expect(await city.rows('select name from file order by id')).toHaveLength(3);
  const rows = 'select distinct import_id::int as id from import_row order by 1';
  expect(await city.rows(rows)).toEqual([{ id: imported }]);
  expect(await city.rows('select state from import_run where id = $1', [abandoned])).toEqual([
    { state: 'dryRun' },
  ]);
});

test('sessions go a month after their last use; the newest of an account stays to say when that was', async () => {
  const { j } = city;
  await city.write(async (tx) => {
    const personId = city.supervisor.personId;
    const account = {
      jurisdictionId: j,
      personId,
      username: 'ducha',
      passwordHash: 'none',
      mustChange: false,
    };
    const made = await insertAccount(tx, { ...account, at: city.at.instant });
    if (!made.ok) throw new Error(made.refusal.code);
    for (const at of ['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'])
      await insertSession(tx, j, {
        tokenHash: at,
        accountId: made.accountId,
        personId,
        at,
        secondFactor: false,
        address: '',
        agent: '',
      });
  });
  await clean();
  const left = await city.rows<{ at: Date }>('select last_seen_at as at from sign_in');
  expect(left.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-03-02T00:00:00.000Z']);
});

test('what became of messages goes after three months; what waits stays, however old, and so do the notices', async () => {
  const { j } = city;
  const { personId } = city.supervisor;
  const messages = [
    ['old', 'sent', '2026-01-01'],
    ['waiting', 'waiting', '2026-01-01'],
    ['young', 'dead', '2026-05-01'],
  ];
  for (const [id, state, madeAt] of messages) {
    await city.rows(
      `with told as (insert into notice (jurisdiction_id, person_id, kind, at) values ($1, $2, 'closed', $3) returning id),
        made as (insert into channel_message (jurisdiction_id, id, channel, person_id, urgent, notices, state, made_at)
          values ($1, $4, 'mail', $2, false, 1, $5, $3) returning id)
       insert into delivery (jurisdiction_id, notice_id, person_id, channel, urgent, not_before, ready_at, message_id)
       select $1, told.id, $2, 'mail', false, $3, $3, made.id from told, made`,
      [j, personId, madeAt, id, state],
    );
  }
  const before = await city.rows('select id from notice');
  await clean();
  expect(await city.rows('select id from channel_message order by id')).toEqual([
    { id: 'waiting' },
    { id: 'young' },
  ]);
  expect(await city.rows('select message_id as id from delivery order by 1')).toEqual([
    { id: 'waiting' },
    { id: 'young' },
  ]);
  expect(await city.rows('select id from notice')).toEqual(before);
});

test('the worker of the product has it on its schedule', async () => {
  const complaints: string[] = [];
  const worker = await startWork({
    appUrl: city.database.appUrl,
    fieldKey: '5a'.repeat(32),
    log: (level, message) => complaints.push(`${level}: ${message}`),
  });
  try {
    const known =
      "select identifier from graphile_worker._private_known_crontabs where identifier = 'housekeeping'";
    await vi.waitFor(async () => expect(await city.rows(known)).toHaveLength(1), { timeout: 30_000 });
  } finally {
    await worker.stop();
  }
  expect(complaints).toEqual([]);
});
