/** The real product on a real database, with a small city and the fixed cast of the access tests. */
import { limitOf } from '#core/account/session-rules.ts';
import { randomBytes } from 'node:crypto';
import { insertAccount } from '#server/account/account.store.ts';
import { insertSession } from '#server/account/session.store.ts';
import { hashToken, newToken, writeDotted } from '#server/account/token.ts';
import { type App, buildApp } from '#server/app.ts';
import type { Tx } from '#server/platform/db/database.ts';
import { type Clock, momentOf, systemClock } from '#server/platform/moment.ts';
import type { StaticFile } from '#server/platform/static.ts';
import { foundJurisdiction } from '#server/setup/found-jurisdiction.ts';
import { type GrantFields, insertPersonRow } from '#server/setup/person.store.ts';
import { insertOrgan, insertSession as insertMeeting, insertTerm } from '#server/setup/setup.store.ts';
import { insertUnit } from '#server/setup/unit.store.ts';
import { freshDatabase, type TestDatabase } from './database.ts';

/** The fixed cast: every role, and every relation to the one matter that the tests are about. */
export const castNames = [
  'supervisor',
  'congressOffice',
  'cppccOffice',
  'cityLeader',
  'leadOffice',
  'leadLeader',
  'leadHead',
  'leadHandler',
  'leadColleague',
  'assistOffice',
  'assistHandler',
  'otherOffice',
  'otherHandler',
  'leadProposer',
  'coProposer',
  'otherProposer',
  'systemAdmin',
  'auditAdmin',
] as const;
export type CastName = (typeof castNames)[number] | 'stranger';

export type Place = {
  readonly jurisdictionId: number;
  readonly congress: number;
  readonly cppcc: number;
  readonly session: number;
  readonly cppccSession: number;
  readonly leadUnit: number;
  readonly leadSection: number;
  readonly assistUnit: number;
  readonly otherUnit: number;
  readonly boundaryUnit: number;
};

export type Answered = {
  readonly status: number;
  readonly body: never;
  readonly headers: Record<string, unknown>;
  readonly text: string;
};

export type Asked = {
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
  readonly headers?: Record<string, string>;
};

export type Product = {
  readonly app: App;
  readonly database: TestDatabase;
  readonly place: Place;
  /** Key of sealed fields, hex: a worker beside the product needs it. */
  readonly fieldKey: string;
  readonly people: Readonly<Record<string, number>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Calls the product over its own HTTP, in process. */
  readonly ask: (who: CastName, method: string, url: string, asked?: Asked) => Promise<Answered>;
  readonly setTime: (instant: string) => void;
  readonly now: () => string;
  readonly close: () => Promise<void>;
};

const unitFields = (name: string, boundary = false) => ({
  name,
  nameEn: '',
  shortName: name.replace('市', ''),
  aliases: [],
  system: 'government',
  boundary,
  duties: '',
  documentPrefix: `${name}函`,
});

const settle = async (tx: Tx, jurisdictionId: number): Promise<Place> => {
  const organ = async (kind: 'congress' | 'cppcc', name: string) => {
    const id =
      (await insertOrgan(tx, jurisdictionId, { kind, name, nameEn: '', officeName: `${name}办公室` })) ?? 0;
    const term = { number: 15, startsOn: '2022-01-10', endsOn: null };
    const termId = (await insertTerm(tx, jurisdictionId, id, term)) ?? 0;
    const meeting = { number: 5, year: 2026, opensOn: '2026-01-12', closesOn: '2026-01-16' };
    const session = (await insertMeeting(tx, jurisdictionId, { termId, organId: id }, meeting)) ?? 0;
    return { id, session };
  };
  const congress = await organ('congress', '试验市人民代表大会');
  const cppcc = await organ('cppcc', '政协试验市委员会');
  const leadUnit = await insertUnit(tx, jurisdictionId, null, unitFields('市交通局'));
  return {
    jurisdictionId,
    congress: congress.id,
    cppcc: cppcc.id,
    session: congress.session,
    cppccSession: cppcc.session,
    leadUnit,
    leadSection: await insertUnit(tx, jurisdictionId, leadUnit, unitFields('公交科')),
    assistUnit: await insertUnit(tx, jurisdictionId, null, unitFields('市公交公司')),
    otherUnit: await insertUnit(tx, jurisdictionId, null, unitFields('市教育局')),
    boundaryUnit: await insertUnit(tx, jurisdictionId, null, unitFields('陆港管委会', true)),
  };
};

const mustEnrol = (role: GrantFields['role']): boolean =>
  limitOf({ enrolled: false, secondFactor: false, passwordDue: false, roles: [role] }) === 'enrolment';

const grantsOf = (place: Place): Record<(typeof castNames)[number], GrantFields> => {
  const at = (role: GrantFields['role'], unitId: number | null = null, organId: number | null = null) => ({
    role,
    unitId,
    organId,
  });
  return {
    supervisor: at('supervisor'),
    congressOffice: at('congress-office', null, place.congress),
    cppccOffice: at('cppcc-office', null, place.cppcc),
    cityLeader: at('city-leader'),
    leadOffice: at('unit-office', place.leadUnit),
    leadLeader: at('unit-leader', place.leadUnit),
    leadHead: at('section-head', place.leadSection),
    leadHandler: at('handler', place.leadSection),
    leadColleague: at('handler', place.leadSection),
    assistOffice: at('unit-office', place.assistUnit),
    assistHandler: at('handler', place.assistUnit),
    otherOffice: at('unit-office', place.otherUnit),
    otherHandler: at('handler', place.otherUnit),
    leadProposer: at('proposer'),
    coProposer: at('proposer'),
    otherProposer: at('proposer'),
    systemAdmin: at('system-admin'),
    auditAdmin: at('audit-admin'),
  };
};

export type ProductOptions = {
  /** The built web, for tests in a browser; the clock then runs. */
  readonly statics?: ReadonlyMap<string, StaticFile>;
  /** Where people reach it; nowhere without it. */
  readonly publicUrl?: string;
  /** Of every account; nobody can sign in with a password without it. */
  readonly passwordHash?: string;
};

/** Builds the product on a database of its own. The clock stands at `2026-03-02T02:00:00Z` until it is set. */
export const createProduct = async (options: ProductOptions = {}): Promise<Product> => {
  const database = await freshDatabase();
  const jurisdictionId = await foundJurisdiction(database.ownerUrl, {
    code: 'test',
    name: '试验市',
    nameEn: 'Test City',
    preset: 'national',
    demo: false,
  });
  let now = options.statics === undefined ? '2026-03-02T02:00:00.000Z' : new Date().toISOString();
  const clock: Clock = options.statics === undefined ? () => momentOf(new Date(now)) : systemClock;
  const fieldKey = randomBytes(32).toString('hex');
  const app = await buildApp({
    config: { rateLimit: 100_000_000, logLevel: 'silent', trustProxy: false, poolSize: 20 },
    appUrl: database.appUrl,
    fieldKey,
    clock,
    statics: options.statics ?? null,
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
  });
  const people: Record<string, number> = {};
  const cookies: Record<string, string> = {};
  const place = await app.db.write(jurisdictionId, async (tx) => {
    const settled = await settle(tx, jurisdictionId);
    const grants = grantsOf(settled);
    for (const name of castNames) {
      const fields = { name, post: '', group: name.endsWith('Proposer') ? '一团' : '', phoneSealed: null };
      const personId = await insertPersonRow(tx, jurisdictionId, fields, [grants[name]]);
      const account = {
        jurisdictionId,
        personId,
        username: name,
        passwordHash: options.passwordHash ?? 'none',
        at: now,
        mustChange: false,
        // Whoever must have a second factor has one; the others sign in by password alone.
        ...(mustEnrol(grants[name].role) ? { totpSealed: 'enrolled' } : {}),
      };
      const made = await insertAccount(tx, account);
      if (!made.ok) throw new Error(made.refusal.code);
      const token = newToken();
      await insertSession(tx, jurisdictionId, {
        tokenHash: hashToken(token),
        accountId: made.accountId,
        personId,
        at: now,
        secondFactor: true,
        address: '',
        agent: '',
      });
      people[name] = personId;
      cookies[name] = `__Host-luoshi=${writeDotted(jurisdictionId, token)}`;
    }
    return { keep: true, value: settled };
  });
  return {
    app,
    database,
    place,
    fieldKey,
    people,
    cookies,
    ask: async (who, method, url, asked = {}) => {
      const response = await app.server.inject({
        method: method as 'GET',
        url,
        headers: {
          ...(who === 'stranger' ? {} : { cookie: cookies[who] ?? '' }),
          ...(method === 'GET' ? {} : { 'idempotency-key': asked.key ?? randomBytes(12).toString('hex') }),
          ...(asked.version === undefined ? {} : { 'if-match': `"${asked.version}"` }),
          ...asked.headers,
        },
        ...(method === 'GET' || method === 'DELETE' ? {} : { payload: (asked.body ?? {}) as object }),
      });
      const json = String(response.headers['content-type'] ?? '').includes('json');
      return {
        status: response.statusCode,
        body: (json ? response.json() : null) as never,
        headers: response.headers,
        text: response.body,
      };
    },
    setTime: (instant) => {
      now = instant;
    },
    now: () => clock().instant,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
};
