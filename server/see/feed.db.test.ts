/** The private calendar link: made, read without a sign-in, rotated, revoked; gone with its person. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
let matter: OneMatter;

beforeAll(async () => {
  product = await createProduct();
  matter = await bringTo(product, 'assigned');
}, 120_000);
afterAll(() => product.close());

const make = async (who: CastName): Promise<string> => {
  const { status, body } = await product.ask(who, 'POST', '/api/feed-link', { body: {} });
  expect(status).toBe(200);
  return (body as { path: string }).path;
};

const read = (path: string, headers: Record<string, string> = {}) =>
  product.ask('stranger', 'GET', path, { headers });

/** The unfolded lines of one name. */
const linesOf = (text: string, name: string): readonly string[] =>
  text
    .replace(/\r\n /g, '')
    .split('\r\n')
    .filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    .map((line) => line.slice(line.indexOf(':') + 1));

/** What every dead link answers, its number apart. */
const shownOf = ({ status, body }: { status: number; body: never }) => ({
  status,
  body: { ...(body as object), requestId: '' },
});

describe('the calendar link', () => {
  test('gives the dates of whoever made it, without a sign-in, and no more than number, title, duty and unit', async () => {
    const path = await make('leadOffice');
    expect(path).toMatch(/^\/feed\/\d+\/[\w-]{43}\.ics$/);
    const { status, text, headers } = await read(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(headers['cache-control']).toBe('private, no-cache');
    const page = (await product.ask('leadOffice', 'GET', `/api/matters/${matter.matterId}`)).body as {
      caseNo: string;
      title: string;
      assignments: { id: number; owed: { duty: string; date: string } | null }[];
    };
    const duty = page.assignments.find(({ id }) => id === matter.leadDuty);
    expect(linesOf(text, 'SUMMARY')).toEqual([`【签收】${page.caseNo} ${page.title}（交通局）`]);
    expect(linesOf(text, 'DTSTART')).toEqual([duty?.owed?.date.replaceAll('-', '')]);
    expect(linesOf(text, 'UID')[0]).toMatch(new RegExp(`^duty-${matter.leadDuty}-signFor\\.`));
    expect(linesOf(text, 'URL')[0]).toMatch(new RegExp(`/matters/${matter.matterId}$`));
  });

  test('is sent again only when something has changed', async () => {
    const path = await make('leadOffice');
    const { headers } = await read(path);
    const again = await read(path, { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await read(path, { 'if-none-match': '"another"' });
    expect(other.status).toBe(200);
  });

  test('follows what is owed: the same duty signed for is a reply on another day', async () => {
    const path = await make('assistOffice');
    const before = linesOf((await read(path)).text, 'UID');
    const { version } = await product.app.db.read(product.place.jurisdictionId, (tx) =>
      tx
        .selectFrom('assignment')
        .select('version')
        .where('id', '=', matter.assistDuty)
        .executeTakeFirstOrThrow(),
    );
    const signed = await product.ask(
      'assistOffice',
      'POST',
      `/api/assignments/${matter.assistDuty}/sign-for`,
      {
        version,
        body: {},
      },
    );
    expect(signed.status).toBe(200);
    const after = await read(path);
    expect(before.map((uid) => uid.split('.')[0])).toEqual([`duty-${matter.assistDuty}-signFor`]);
    expect(linesOf(after.text, 'UID').map((uid) => uid.split('.')[0])).toEqual([
      `duty-${matter.assistDuty}-opinion`,
    ]);
  });

  test('shows each what is his: a proposer his matter, on his own pages; another unit nothing', async () => {
    const proposer = (await read(await make('leadProposer'))).text;
    expect(linesOf(proposer, 'UID')[0]).toMatch(new RegExp(`^matter-${matter.matterId}-reply\\.`));
    expect(linesOf(proposer, 'URL')[0]).toMatch(new RegExp(`/m/matters/${matter.matterId}$`));
    for (const who of ['otherOffice', 'otherProposer', 'systemAdmin'] as const)
      expect([who, linesOf((await read(await make(who))).text, 'UID')]).toEqual([who, []]);
    // An office sees the duties of all units, and its own: to assign.
    expect(linesOf((await read(await make('congressOffice'))).text, 'UID').length).toBe(2);
  });

  test('is one at a time: a new one ends the one before, and revoking ends it; nobody reads it again', async () => {
    const first = await make('leadLeader');
    const second = await make('leadLeader');
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    const own = await product.ask('leadLeader', 'GET', '/api/feed-link');
    expect(own.body).toMatchObject({ link: { madeAt: expect.any(String), lastUsedAt: expect.any(String) } });
    expect(own.text).not.toContain(second.slice(-47, -4));
    expect((await product.ask('leadLeader', 'POST', '/api/feed-link/revoke', { body: {} })).status).toBe(204);
    expect((await product.ask('leadLeader', 'GET', '/api/feed-link')).body).toEqual({ link: null });
    expect((await product.ask('leadLeader', 'POST', '/api/feed-link/revoke', { body: {} })).status).toBe(204);
    expect((await read(second)).status).toBe(404);
  });

  test('gives the same answer whatever is wrong with it', async () => {
    const good = await make('leadHead');
    const [, , j = '', file = ''] = good.split('/');
    const unknown = shownOf(await read(`/feed/${j}/${'A'.repeat(43)}.ics`));
    expect(unknown.status).toBe(404);
    for (const path of [
      `/feed/${Number(j) + 1}/${file}`,
      `/feed/99999/${file}`,
      `/feed/${j}/${file.slice(0, -4)}`,
      `/feed/${j}/x.ics`,
    ])
      expect([path, shownOf(await read(path))]).toEqual([path, unknown]);
    await product.ask('leadHead', 'POST', '/api/feed-link/revoke', { body: {} });
    expect(shownOf(await read(good))).toEqual(unknown);
  });

  test('ends with the person, with the account, and with the roles what they showed', async () => {
    const path = await make('leadHandler');
    const { jurisdictionId } = product.place;
    const change = (
      work: (tx: Parameters<Parameters<Product['app']['db']['write']>[1]>[0]) => Promise<unknown>,
    ) => product.app.db.write(jurisdictionId, async (tx) => ({ keep: true, value: await work(tx) }));
    const id = product.people['leadHandler'] ?? 0;
    const account = (state: string) =>
      change((tx) => tx.updateTable('account').set({ state }).where('person_id', '=', id).execute());
    const person = (state: string) =>
      change((tx) => tx.updateTable('person').set({ state }).where('id', '=', id).execute());
    await account('disabled');
    expect((await read(path)).status).toBe(404);
    await account('active');
    expect((await read(path)).status).toBe(200);
    await person('closed');
    expect((await read(path)).status).toBe(404);
    await person('active');

    const office = await make('otherOffice');
    await change((tx) =>
      tx
        .insertInto('role_grant')
        .values({
          jurisdiction_id: jurisdictionId,
          person_id: product.people['otherOffice'] ?? 0,
          role: 'unit-leader',
          unit_id: product.place.leadUnit,
        })
        .execute(),
    );
    expect(linesOf((await read(office)).text, 'UID').length).toBe(1);
    await change((tx) =>
      tx
        .deleteFrom('role_grant')
        .where('person_id', '=', product.people['otherOffice'] ?? 0)
        .where('role', '=', 'unit-leader')
        .execute(),
    );
    expect(linesOf((await read(office)).text, 'UID')).toEqual([]);
  });

  test('is made only by who has given his password a short while ago', async () => {
    const { jurisdictionId } = product.place;
    const confirmed = (confirmed_at: string) =>
      product.app.db.write(jurisdictionId, async (tx) => ({
        keep: true,
        value: await tx
          .updateTable('sign_in')
          .set({ confirmed_at })
          .where('person_id', '=', product.people['leadHead'] ?? 0)
          .execute(),
      }));
    await confirmed(new Date(Date.parse(product.now()) - 3_600_000).toISOString());
    const { status, body } = await product.ask('leadHead', 'POST', '/api/feed-link', { body: {} });
    expect([status, (body as { code: string }).code]).toEqual([403, 'confirm-first']);
    await confirmed(product.now());
    await make('leadHead');
  });

  test('is kept as a hash alone, and made and revoked in the journal', async () => {
    const path = await make('cityLeader');
    const token = path.slice(-47, -4);
    const rows = await product.app.db.read(product.place.jurisdictionId, (tx) =>
      tx.selectFrom('feed_link').selectAll().execute(),
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toContain(token);
    const journal = await product.app.db.read(product.place.jurisdictionId, (tx) =>
      tx
        .selectFrom('journal')
        .select(['command', 'entry'])
        .where('command', 'in', ['makeFeedLink', 'revokeFeedLink'])
        .execute(),
    );
    expect(new Set(journal.map(({ command }) => command))).toEqual(
      new Set(['makeFeedLink', 'revokeFeedLink']),
    );
    expect(JSON.stringify(journal)).not.toContain(token);
  });

  // Last: it uses the minute up.
  test('cannot be tried without end', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 130; n += 1) statuses.push((await read(`/feed/1/${'B'.repeat(43)}.ics`)).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
