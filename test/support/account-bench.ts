import { type Endpoint, endpoint } from '#contract/endpoint.ts';
import type { Grant } from '#core/access.ts';
import type { SessionRules } from '#core/account/session-rules.ts';
import { accountDeps, type AccountDeps } from '#server/account/account-deps.ts';
import { accountRoutes } from '#server/account/account.routes.ts';
import { insertAccount } from '#server/account/account.store.ts';
import { authenticator } from '#server/account/authenticator.ts';
import { hashPassword } from '#server/account/password.ts';
import { totpCode } from '#server/account/totp.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import { bind, cookieName, installErrors, type Platform } from '#server/platform/http.ts';
import { momentOf } from '#server/platform/moment.ts';
import { type Route, route } from '#server/platform/route.ts';
import { sealer } from '#server/platform/secrets.ts';
import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { Client } from 'pg';
import { z } from 'zod';
import { freshDatabase } from './database.ts';

/** Tells whom the platform takes the caller for. */
const probe = endpoint({
  id: 'probe',
  method: 'GET',
  path: '/api/probe',
  tag: 'account',
  summary: { zh: '试探', en: 'Probe' },
  access: { kind: 'signedIn', rows: 'own' },
  scope: 'matters:read',
  response: z.object({
    name: z.string(),
    via: z.string(),
    roles: z.array(z.string()),
    secondFactor: z.boolean(),
  }),
});

const probeWrite = endpoint({
  ...probe,
  id: 'probeWrite',
  path: '/api/probe-write',
  method: 'POST',
  scope: 'matters:write',
  response: 'nothing',
  writes: true,
});

const probeSupervisor = endpoint({
  ...probe,
  id: 'probeSupervisor',
  path: '/api/probe-supervisor',
  access: { kind: 'roles', roles: ['supervisor'], rows: 'all' },
  response: z.object({}),
});

const probes = [
  route(probe, async ({ actor, caller }) => ({
    ok: true,
    body: {
      name: actor.name,
      via: actor.via,
      roles: actor.grants.map((grant) => grant.role),
      secondFactor: caller.secondFactor,
    },
  })),
  route(probeWrite, async () => ({ ok: true, body: undefined })),
  route(probeSupervisor, async () => ({ ok: true, body: {} })),
];

export type Reply = {
  readonly status: number;
  readonly code: string | undefined;
  // A test looks into answers of every shape; what is not there compares as undefined.
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly setCookie: string | undefined;
};

export const goodPassword = 'Kp7!vTm2-Gannet';
export const otherPassword = 'Zebu#Quill_84tRx';

/** One browser: keeps the cookie it is given. */
export type Browser = {
  cookie: string | undefined;
  send(
    method: Endpoint['method'],
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  signIn(username: string, password?: string, more?: Record<string, unknown>): Promise<Reply>;
};

export type BenchOptions = {
  readonly profile?: 'mlps3' | 'asvs';
  readonly rules?: SessionRules;
};

const serve = async (platform: Platform, routes: readonly Route[]) => {
  const server = Fastify({ trustProxy: '127.0.0.1' });
  await server.register(cookie);
  installErrors(server);
  for (const one of routes) bind(server, platform, one.endpoint, one.handle);
  return server;
};

const start = '2026-03-02T01:00:00.000Z';

const prepareCity = async (
  ownerUrl: string,
  profile: string,
): Promise<{ city: number; otherCity: number }> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const insert = async (code: string, name: string): Promise<number> => {
    const result = await client.query<{ id: string }>(
      'insert into jurisdiction (code, name, name_en, password_profile) values ($1, $2, $3, $4) returning id',
      [code, name, code, profile],
    );
    return Number(result.rows[0]?.id);
  };
  const city = await insert('yunchuan', '云川市');
  const otherCity = await insert('haiyan', '海雁市');
  await client.end();
  return { city, otherCity };
};

/** A server with accounts only, on a database of its own, and a clock that stands still until it is moved. */
export const openAccountBench = async (options: BenchOptions = {}) => {
  const database = await freshDatabase();
  const { city, otherCity } = await prepareCity(database.ownerUrl, options.profile ?? 'mlps3');
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const db = openDatabase(database.appUrl, 10);
  let now = Date.parse(start);
  const clock = () => momentOf(new Date(now));
  const newDeps = (): AccountDeps => accountDeps(db, sealer('5a'.repeat(32)), options.rules);
  const newServer = (deps: AccountDeps) =>
    serve(
      {
        db,
        clock,
        authenticate: authenticator(deps),
        standIn: async () => null,
        defaultJurisdiction: () => Promise.resolve(city),
      },
      [...accountRoutes(deps), ...probes],
    );
  const deps = newDeps();
  const server = await newServer(deps);
  const knownHash = hashPassword(goodPassword);

  const browser = (address = '10.1.1.1', through = server): Browser => {
    const self: Browser = {
      cookie: undefined,
      send: async (method, path, body, headers = {}) => {
        const response = await through.inject({
          method,
          url: path,
          headers: {
            'x-forwarded-for': address,
            'accept-language': 'en',
            ...(self.cookie === undefined ? {} : { cookie: `${cookieName}=${self.cookie}` }),
            ...headers,
          },
          ...(method === 'GET' ? {} : { payload: (body ?? {}) as Record<string, unknown> }),
        });
        const header = response.headers['set-cookie'];
        const setCookie = typeof header === 'string' ? header : undefined;
        const value = /^__Host-luoshi=([^;]*)/.exec(setCookie ?? '')?.[1];
        if (value !== undefined) self.cookie = value === '' ? undefined : decodeURIComponent(value);
        const parsed: Record<string, unknown> = response.body === '' ? {} : JSON.parse(response.body);
        const code = typeof parsed['code'] === 'string' ? parsed['code'] : undefined;
        return { status: response.statusCode, code, body: parsed, text: response.body, setCookie };
      },
      signIn: (username, password = goodPassword, more = {}) =>
        self.send('POST', '/api/sign-in', { username, password, ...more }),
    };
    return self;
  };

  return {
    city,
    otherCity,
    db,
    deps,
    clock,
    owner,
    browser,
    now: () => now,
    /** Another process on the same database. */
    otherProcess: async () => {
      const other = await newServer(newDeps());
      return { browser: () => browser('10.1.1.1', other), close: () => other.close() };
    },
    pass: (seconds: number) => {
      now += seconds * 1_000;
    },
    code: (secret: string) => totpCode(secret, now),
    /** A person, without an account. */
    person: async (name: string, grants: readonly Grant[] = [], jurisdictionId = city): Promise<number> => {
      const made = await owner.query<{ id: string }>(
        'insert into person (jurisdiction_id, name) values ($1, $2) returning id',
        [jurisdictionId, name],
      );
      const id = Number(made.rows[0]?.id);
      for (const grant of grants)
        await owner.query(
          'insert into role_grant (jurisdiction_id, person_id, role, unit_id, organ_id) values ($1, $2, $3, $4, $5)',
          [jurisdictionId, id, grant.role, grant.unitId ?? null, grant.organId ?? null],
        );
      return id;
    },
    /** An account with `goodPassword`; `secret`: its authenticator is set up already. */
    account: async (
      personId: number,
      username: string,
      more: { readonly secret?: string; readonly jurisdictionId?: number } = {},
    ): Promise<number> => {
      const jurisdictionId = more.jurisdictionId ?? city;
      const passwordHash = await knownHash;
      const made = await db.write(jurisdictionId, async (tx) => ({
        keep: true,
        value: await insertAccount(tx, {
          jurisdictionId,
          personId,
          username,
          passwordHash,
          at: clock().instant,
          mustChange: false,
          ...(more.secret === undefined ? {} : { totpSealed: deps.sealer.seal(more.secret) }),
        }),
      }));
      if (!made.ok) throw new Error(made.refusal.code);
      return made.accountId;
    },
    journal: async (): Promise<{ stream: string; command: string; actor_id: string; entry: string }[]> =>
      (await owner.query('select stream, command, actor_id, entry from journal order by at, stream, n')).rows,
    close: async () => {
      await server.close();
      await db.close();
      await owner.end();
      await database.drop();
    },
  };
};

export type AccountBench = Awaited<ReturnType<typeof openAccountBench>>;
