import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { migrate } from '#server/platform/db/migrate.ts';

/** A database of one test or suite, with all migrations applied and nothing in it. */
export type TestDatabase = {
  /** As the owner, who may do anything. */
  readonly ownerUrl: string;
  /** As the application's role, which obeys row-level security. */
  readonly appUrl: string;
  /** Ends all its connections and removes it. */
  drop(): Promise<void>;
};

type Urls = { readonly ownerUrl: string; readonly appUrl: string };

const askDoor = async (socket: string): Promise<Urls> => {
  const answer: unknown = JSON.parse(await text(connect(socket)));
  if (typeof answer === 'object' && answer !== null && 'ownerUrl' in answer && 'appUrl' in answer) {
    return { ownerUrl: String(answer.ownerUrl), appUrl: String(answer.appUrl) };
  }
  throw new Error(`No PostgreSQL for the tests: ${JSON.stringify(answer)}`);
};

const findServer = async (): Promise<Urls> => {
  const {
    LUOSHI_TEST_OWNER_URL: ownerUrl,
    LUOSHI_TEST_APP_URL: appUrl,
    LUOSHI_TEST_DOOR: door,
  } = process.env;
  if (ownerUrl !== undefined && appUrl !== undefined) return { ownerUrl, appUrl };
  if (door !== undefined) return askDoor(door);
  throw new Error(
    'No PostgreSQL for the tests: vitest must run with test/support/global-setup.ts as its globalSetup',
  );
};

/** The same server and login, another database. */
export const urlOfDatabase = (url: string, database: string): string =>
  url.replace(/^([^:]+:\/\/[^/]*\/)[^?]*/, `$1${database}`);

const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const migrations = path.resolve(import.meta.dirname, '../../db/migrations');

/** Named after the migrations' text, so that a server that is kept never gives an outdated template. */
const templateName = (): string => {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrations).sort())
    hash.update(file).update(readFileSync(path.join(migrations, file)));
  return `luoshi_template_${hash.digest('hex').slice(0, 12)}`;
};

// Any number that no migration uses: suites of one run take turns at making the template.
const templateLock = 7_106_002;

/** Makes the template on first use. It gets its name only when all migrations have been applied. */
const ensureTemplate = (ownerUrl: string): Promise<string> =>
  withClient(ownerUrl, async (client) => {
    const name = templateName();
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return name;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft} template template0`);
    await migrate(urlOfDatabase(ownerUrl, draft));
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  });

let prepared: Promise<Urls & { readonly template: string }> | undefined;

const prepare = async (): Promise<Urls & { readonly template: string }> => {
  const urls = await findServer();
  return { ...urls, template: await ensureTemplate(urls.ownerUrl) };
};

// Another number: what fills a template takes long, and needs the migrated one meanwhile.
const fillingLock = 7_106_004;

/** A template that holds more than the tables, filled by the first suite of a run that asks; the others wait for it. */
const filledTemplate = (
  ownerUrl: string,
  appUrl: string,
  name: string,
  fill: (urls: Urls) => Promise<void>,
): Promise<string> =>
  withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [fillingLock]);
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return name;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft} template ${await ensureTemplate(ownerUrl)}`);
    await fill({ ownerUrl: urlOfDatabase(ownerUrl, draft), appUrl: urlOfDatabase(appUrl, draft) });
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  });

/**
 * Makes a database of its own for a test or suite: a copy of the migrated template, or of one that `filled` describes.
 * What `fill` makes is kept for the run (all suites of a run have one parent process), and must be the same for all.
 */
export const freshDatabase = async (filled?: {
  readonly purpose: string;
  readonly fill: (urls: Urls) => Promise<void>;
}): Promise<TestDatabase> => {
  prepared ??= prepare();
  const { ownerUrl, appUrl, template: migrated } = await prepared;
  const template =
    filled === undefined
      ? migrated
      : await filledTemplate(ownerUrl, appUrl, `${filled.purpose}_${process.ppid}`, filled.fill);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withClient(ownerUrl, (client) => client.query(`create database ${name} template ${template}`));
  return {
    ownerUrl: urlOfDatabase(ownerUrl, name),
    appUrl: urlOfDatabase(appUrl, name),
    drop: () =>
      withClient(ownerUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
};
