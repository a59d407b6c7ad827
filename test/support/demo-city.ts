/** The demo city on a database of its own, with a clock that stands: the widest set of matters there is to look at. */
import { randomBytes } from 'node:crypto';
import { hashPassword } from '#server/account/password.ts';
import { type App, buildApp } from '#server/app.ts';
import { caseDoor } from '#server/case/door.ts';
import { houseReader } from '#server/case/house.store.ts';
import { seedDemo } from '#server/demo/seed.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import { momentOf } from '#server/platform/moment.ts';
import { searchIndexer } from '#server/platform/search.ts';
import { sealer } from '#server/platform/secrets.ts';
import { foundJurisdiction } from '#server/setup/found-jurisdiction.ts';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from './database.ts';

const password = 'Yunchuan-2026';

type Asked = { readonly version?: number; readonly body?: unknown };

export type DemoStage = {
  readonly app: App;
  readonly database: TestDatabase;
  readonly jurisdictionId: number;
  /** The database as its owner sees and changes it, past all rules. */
  readonly owner: pg.Client;
  /** Calls the product as the demo's person of that sign-in. Throws what was not answered with success. */
  readonly get: <T>(who: string, url: string) => Promise<T>;
  readonly post: <T>(who: string, url: string, asked?: Asked) => Promise<T>;
  /** The same, for an answer that is a file. */
  readonly file: (who: string, url: string) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** The same for every suite, for the phone numbers that the template holds are sealed with it. */
const fieldKey = 'd3'.repeat(32);

const fill = async (urls: Pick<TestDatabase, 'ownerUrl' | 'appUrl'>, date: string): Promise<void> => {
  const jurisdictionId = await foundJurisdiction(urls.ownerUrl, {
    code: 'demo',
    name: '云川市',
    nameEn: 'Yunchuan',
    preset: 'national',
    demo: true,
  });
  const { seal } = sealer(fieldKey);
  const db = openDatabase(urls.appUrl, 6);
  await seedDemo(
    {
      db,
      door: caseDoor(houseReader()),
      indexer: searchIndexer,
      options: { jurisdictionId, seal, passwordHash: await hashPassword(password) },
      progress: () => undefined,
    },
    date,
  );
  await db.close();
};

/** The demo city as it stands on `date`: seeded once a run, which takes about half a minute, and copied for each suite. */
export const createDemoCity = async (date: string): Promise<DemoStage> => {
  const purpose = `demo_${date.replaceAll('-', '')}`;
  const database = await freshDatabase({ purpose, fill: (urls) => fill(urls, date) });
  const now = momentOf(new Date(`${date}T02:00:00Z`));
  const app = await buildApp({
    config: { rateLimit: 100_000_000, logLevel: 'silent', trustProxy: false, poolSize: 8 },
    appUrl: database.appUrl,
    fieldKey,
    clock: () => now,
    statics: null,
  });
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>('select id from jurisdiction');
  const cookies = new Map<string, Promise<string>>();
  const signIn = async (username: string): Promise<string> => {
    const { statusCode, headers, body } = await app.server.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: { username, password },
    });
    if (statusCode !== 200) throw new Error(`${username}: ${statusCode} ${body}`);
    return String([headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
  };
  const cookieOf = (who: string): Promise<string> => {
    const known = cookies.get(who) ?? signIn(who);
    cookies.set(who, known);
    return known;
  };
  const ask = async (who: string, method: 'GET' | 'POST', url: string, { version, body }: Asked = {}) => {
    const answer = await app.server.inject({
      method,
      url,
      headers: {
        cookie: await cookieOf(who),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomBytes(12).toString('hex') }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(method === 'GET' ? {} : { payload: (body ?? {}) as object }),
    });
    if (answer.statusCode >= 300)
      throw new Error(`${who} ${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return answer;
  };
  return {
    app,
    database,
    jurisdictionId: Number(rows[0]?.id),
    owner,
    get: async (who, url) => (await ask(who, 'GET', url)).json(),
    post: async (who, url, asked) => (await ask(who, 'POST', url, asked)).json(),
    file: async (who, url) => new Uint8Array((await ask(who, 'GET', url)).rawPayload),
    close: async () => {
      await owner.end();
      await app.close();
      await database.drop();
    },
  };
};
