import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AccountBench,
  type Browser,
  goodPassword,
  openAccountBench,
  otherPassword,
} from '#test/support/account-bench.ts';
import { lockAccount } from './account.store.ts';
import { newTotpSecret } from './totp.ts';

// Each sign-in takes a slow hash, and some tests take dozens.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const hour = 3_600;
const day = 24 * hour;
const adminSecret = newTotpSecret();
let bench: AccountBench;
let admin: Browser;
let adminAccount: number;
let adminPerson: number;

const signInAdmin = async (username: string, secret: string): Promise<Browser> => {
  bench.pass(60);
  const one = bench.browser('10.3.0.1');
  const reply = await one.signIn(username, goodPassword, { code: bench.code(secret) });
  expect(reply.body).toEqual({ limit: null });
  return one;
};

beforeAll(async () => {
  bench = await openAccountBench();
  adminPerson = await bench.person('系统管理员', [{ role: 'system-admin' }]);
  adminAccount = await bench.account(adminPerson, 'admin-one', { secret: adminSecret });
});
afterAll(() => bench.close());
beforeEach(async () => {
  admin = await signInAdmin('admin-one', adminSecret);
});

let made = 0;
const someone = async (more: { secret?: string; role?: 'supervisor' | 'system-admin' } = {}) => {
  made += 1;
  const username = `staff${made}`;
  const personId = await bench.person(`人员${made}`, [{ role: more.role ?? 'supervisor' }]);
  const accountId = await bench.account(
    personId,
    username,
    more.secret === undefined ? {} : { secret: more.secret },
  );
  return { username, personId, accountId };
};
const command = (accountId: number, name: string) => admin.send('POST', `/api/accounts/${accountId}/${name}`);
let addresses = 0;
const browser = () => bench.browser(`10.4.0.${(addresses += 1)}`);

describe('a new account', () => {
  it('comes with a temporary password that opens nothing but its own replacement', async () => {
    const personId = await bench.person('新人', [{ role: 'supervisor' }]);
    const reply = await admin.send('POST', '/api/accounts', { personId, username: 'new.person' });
    expect(reply.status).toBe(200);
    const temporary = String(reply.body['temporaryPassword']);
    const one = browser();
    expect((await one.signIn('new.person', temporary)).body).toEqual({ limit: 'password' });
    expect((await one.send('GET', '/api/probe')).body['roles']).toEqual([]);
    const changed = await one.send('POST', '/api/password', { current: temporary, password: otherPassword });
    expect(changed.body).toEqual({ limit: null });
    expect((await browser().signIn('new.person', temporary)).code).toBe('sign-in-failed');
  });

  it('dies unused after 72 hours', async () => {
    const personId = await bench.person('迟来者');
    const reply = await admin.send('POST', '/api/accounts', { personId, username: 'late.person' });
    const temporary = String(reply.body['temporaryPassword']);
    bench.pass(72 * hour - 1);
    expect((await browser().signIn('late.person', temporary)).status).toBe(200);
    bench.pass(1);
    const late = await browser().signIn('late.person', temporary);
    expect([late.status, late.code]).toEqual([403, 'temporary-password-dead']);
  });

  it('is refused for a taken name in any case, a second account, a closed or unknown person, a bad name', async () => {
    const { personId, username } = await someone();
    const free = await bench.person('空闲');
    const closed = await bench.person('已停用');
    await bench.owner.query("update person set state = 'closed' where id = $1", [closed]);
    const foreign = await bench.person('外地人', [], bench.otherCity);
    const code = async (body: object) => (await admin.send('POST', '/api/accounts', body)).code;
    expect(await code({ personId: free, username: username.toUpperCase() })).toBe('name-taken');
    expect(await code({ personId, username: 'second-name' })).toBe('account-exists');
    expect(await code({ personId: closed, username: 'closed-name' })).toBe('person-closed');
    expect(await code({ personId: 999_999, username: 'free-name' })).toBe('not-found');
    expect(await code({ personId: foreign, username: 'free-name' })).toBe('not-found');
    expect(await code({ personId: free, username: 'with space' })).toBe('username-invalid');
  });

  it('cannot be given more than a person and a name', async () => {
    const personId = await bench.person('普通人');
    const body = {
      personId,
      username: 'plain',
      mustChange: false,
      must_change: false,
      totpSealed: 'x',
      state: 'active',
    };
    const reply = await admin.send('POST', '/api/accounts', body);
    expect(Object.keys(reply.body).toSorted()).toEqual(['accountId', 'temporaryPassword', 'username']);
    const { rows } = await bench.owner.query(
      'select must_change, totp_sealed from account where person_id = $1',
      [personId],
    );
    expect(rows).toEqual([{ must_change: true, totp_sealed: null }]);
  });
});

describe('another person’s account', () => {
  it('once disabled, ends sessions and tokens at once, and signs in again only when enabled', async () => {
    const token = await admin.send('POST', '/api/api-tokens', {
      name: '脚本',
      owner: { service: '脚本', grants: [{ role: 'supervisor' }] },
      scopes: ['matters:read'],
      expiresOn: '2026-12-31',
    });
    // The program is given an account too, so that both ways in are there to be shut.
    const username = 'jiaoben';
    const accountId = await bench.account(Number(token.body['personId']), username);
    const bearer = { authorization: `Bearer ${String(token.body['token'])}` };
    const one = browser();
    await one.signIn(username);
    const probe = async () => [
      (await one.send('GET', '/api/probe')).status,
      (await browser().send('GET', '/api/probe', undefined, bearer)).status,
    ];
    expect(await probe()).toEqual([200, 200]);
    expect((await command(accountId, 'disable')).status).toBe(204);
    expect(await probe()).toEqual([401, 401]);
    expect((await browser().signIn(username)).code).toBe('sign-in-failed');
    expect((await command(accountId, 'enable')).status).toBe(204);
    expect((await browser().signIn(username)).status).toBe(200);
    bench.pass(2);
    expect(await probe()).toEqual([401, 200]);
  });

  it('loses all sessions by one command', async () => {
    const { username, accountId } = await someone();
    const [one, two] = [browser(), browser()];
    await one.signIn(username);
    await two.signIn(username);
    expect((await command(accountId, 'end-sessions')).body).toEqual({ ended: 2 });
    expect((await one.send('GET', '/api/probe')).status).toBe(401);
    expect((await two.send('GET', '/api/probe')).status).toBe(401);
  });

  it('is unlocked', async () => {
    const { username, accountId } = await someone();
    const one = browser();
    for (let attempt = 0; attempt < 5; attempt += 1) await one.signIn(username, otherPassword);
    expect((await browser().signIn(username)).code).toBe('account-locked');
    expect((await command(accountId, 'unlock')).status).toBe(204);
    expect((await browser().signIn(username)).status).toBe(200);
  });

  it('keeps its second factor when its password is reset', async () => {
    const secret = newTotpSecret();
    const { username, accountId } = await someone({ secret });
    const reply = await command(accountId, 'reset-password');
    const temporary = String(reply.body['temporaryPassword']);
    expect((await browser().signIn(username)).code).toBe('sign-in-failed');
    const one = browser();
    expect((await one.signIn(username, temporary)).body).toEqual({ limit: 'secondFactor' });
    const body = { current: temporary, password: otherPassword };
    expect((await one.send('POST', '/api/password', body)).code).toBe('session-limited');
    const given = await one.send('POST', '/api/second-factor', { code: bench.code(secret) });
    expect(given.body).toEqual({ limit: 'password' });
    expect((await one.send('POST', '/api/password', body)).body).toEqual({ limit: null });
  });

  it('loses its authenticator, and its sessions with it', async () => {
    const secret = newTotpSecret();
    const { username, accountId } = await someone({ secret, role: 'system-admin' });
    const one = await signInAdmin(username, secret);
    expect((await command(accountId, 'reset-totp')).status).toBe(204);
    expect((await one.send('GET', '/api/probe')).status).toBe(401);
    expect((await browser().signIn(username)).body).toEqual({ limit: 'enrolment' });
    expect((await command(accountId, 'reset-totp')).code).toBe('totp-off');
    await command(accountId, 'disable');
  });

  it('cannot be changed by a session that has waited, nor by the name of one’s own', async () => {
    const { accountId } = await someone({ secret: newTotpSecret() });
    expect((await command(adminAccount, 'reset-password')).code).toBe('account-own');
    expect((await command(adminAccount, 'reset-totp')).code).toBe('account-own');
    bench.pass(15 * 60);
    for (const name of ['reset-password', 'reset-totp'])
      expect((await command(accountId, name)).code).toBe('confirm-first');
    const personId = await bench.person('待建');
    const body = { personId, username: 'waits' };
    expect((await admin.send('POST', '/api/accounts', body)).code).toBe('confirm-first');
  });

  it('of another jurisdiction does not exist', async () => {
    const personId = await bench.person('外地人', [], bench.otherCity);
    const accountId = await bench.account(personId, 'far-away', { jurisdictionId: bench.otherCity });
    for (const name of ['disable', 'enable', 'unlock', 'reset-password', 'reset-totp', 'end-sessions'])
      expect((await command(accountId, name)).status).toBe(404);
  });

  it('is not for people without the role', async () => {
    const { username, accountId } = await someone();
    const one = browser();
    await one.signIn(username);
    for (const name of ['disable', 'enable', 'unlock', 'reset-password', 'reset-totp', 'end-sessions'])
      expect((await one.send('POST', `/api/accounts/${accountId}/${name}`)).code).toBe('forbidden');
    expect((await one.send('GET', '/api/accounts')).code).toBe('forbidden');
  });
});

/** Starts work that needs the account's row and lets go of the row once two transactions wait for it. */
const whileHeld = async <T>(accountId: number, start: () => Promise<T>): Promise<T> => {
  const sql = `select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  const waiting = async (): Promise<number> => (await bench.owner.query(sql)).rows[0].waiting;
  let work: Promise<T> | undefined;
  await bench.db.write(bench.city, async (tx) => {
    await lockAccount(tx, bench.city, accountId);
    work = start();
    for (let look = 0; look < 200 && (await waiting()) < 2; look += 1) await setTimeout(10);
    return { keep: false, value: undefined };
  });
  return work as Promise<T>;
};

describe('the last administrator', () => {
  it('cannot be disabled, by himself or when two disable each other at once', async () => {
    expect((await command(adminAccount, 'disable')).code).toBe('last-administrator');
    const secret = newTotpSecret();
    const second = await someone({ secret, role: 'system-admin' });
    const two = await signInAdmin(second.username, secret);
    const replies = await whileHeld(adminAccount, () =>
      Promise.all([
        admin.send('POST', `/api/accounts/${second.accountId}/disable`),
        two.send('POST', `/api/accounts/${adminAccount}/disable`),
      ]),
    );
    expect(replies.map((reply) => reply.code ?? 'done').toSorted()).toEqual(['done', 'last-administrator']);
    const sql = "update account set state = 'active' where id = $1";
    await bench.owner.query(sql, [adminAccount]);
    await bench.owner.query("update account set state = 'disabled' where id = $1", [second.accountId]);
  });
});

describe('the list of accounts', () => {
  it('tells last sign-in, staleness and open sessions, page by page with a true total', async () => {
    const fresh = await openAccountBench();
    const secret = newTotpSecret();
    const boss = await fresh.account(await fresh.person('管理', [{ role: 'system-admin' }]), 'boss', {
      secret,
    });
    for (let n = 0; n < 5; n += 1) await fresh.account(await fresh.person(`人员_${n}`), `staff${n}`);
    await fresh.browser('10.5.0.1').signIn('staff1');
    fresh.pass(90 * day + 1);
    await fresh.browser('10.5.0.1').signIn('staff2');
    const one = fresh.browser('10.5.0.2');
    // The administrator's password is older than 90 days by now.
    await one.signIn('boss', goodPassword, { code: fresh.code(secret) });
    await one.send('POST', '/api/password', { current: goodPassword, password: otherPassword });
    type Row = {
      id: number;
      username: string;
      stale: boolean;
      sessions: number;
      lastSignInAt: string | null;
    };
    const list = async (query: string) => {
      const { body } = await one.send('GET', `/api/accounts?${query}`);
      return { items: body['items'] as Row[], next: body['next'] as string | null, total: body['total'] };
    };
    const first = await list('limit=4');
    expect([first.items.map((row) => row.username), first.total]).toEqual([
      ['boss', 'staff0', 'staff1', 'staff2'],
      6,
    ]);
    const second = await list(`limit=4&cursor=${first.next}`);
    expect([second.items.map((row) => row.username), second.next]).toEqual([['staff3', 'staff4'], null]);
    expect(first.items.map((row) => [row.stale, row.sessions, row.lastSignInAt !== null])).toEqual([
      [false, 1, true],
      [true, 0, false],
      [true, 0, true],
      [false, 1, true],
    ]);
    expect((await list('only=stale')).items.map((row) => row.username)).toEqual([
      'staff0',
      'staff1',
      'staff3',
      'staff4',
    ]);
    expect((await list(`q=${encodeURIComponent('人员_3')}`)).items.map((row) => row.username)).toEqual([
      'staff3',
    ]);
    expect((await list('q=%25')).total).toBe(0);
    expect(first.items[0]?.id).toBe(boss);
    await fresh.close();
  });
});
