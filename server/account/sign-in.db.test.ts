import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type AccountBench,
  goodPassword,
  openAccountBench,
  otherPassword,
} from '#test/support/account-bench.ts';
import { purgeSessions } from './session.store.ts';
import { newToken } from './token.ts';

// Each sign-in takes a slow hash, and some tests take dozens.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const minute = 60;
const hour = 60 * minute;
let bench: AccountBench;

beforeAll(async () => {
  bench = await openAccountBench();
});
afterAll(() => bench.close());

/** A new handler with an account, and nothing counted against him. */
let made = 0;
const someone = async (): Promise<{ personId: number; accountId: number; username: string }> => {
  made += 1;
  const username = `handler${made}`;
  const personId = await bench.person(`经办${made}`, [{ role: 'supervisor' }]);
  return { personId, accountId: await bench.account(personId, username), username };
};
let addresses = 0;
const freshAddress = (): string => {
  addresses += 1;
  return `10.9.${addresses >> 8}.${addresses & 255}`;
};
const browser = () => bench.browser(freshAddress());

describe('signing in', () => {
  it('gives a session with the person’s roles', async () => {
    const { username, personId } = await someone();
    const one = browser();
    expect((await one.send('GET', '/api/probe')).code).toBe('sign-in-required');
    const reply = await one.signIn(username);
    expect([reply.status, reply.body]).toEqual([200, { limit: null }]);
    expect((await one.send('GET', '/api/probe')).body).toMatchObject({
      via: 'session',
      roles: ['supervisor'],
    });
    const me = await one.send('GET', '/api/me');
    expect(me.body).toMatchObject({ signedIn: true, username, limit: null, person: { id: personId } });
  });

  it('sets a cookie that scripts and other sites cannot read, without an end', async () => {
    const { username } = await someone();
    const { setCookie } = await browser().signIn(username);
    const [pair, ...attributes] = (setCookie ?? '').split('; ');
    expect(pair).toMatch(/^__Host-luoshi=\d+\.[\w-]{43}$/);
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('never takes over an id that the browser came with', async () => {
    const { username } = await someone();
    const one = browser();
    const planted = `${bench.city}.${newToken()}`;
    one.cookie = planted;
    await one.signIn(username);
    expect(one.cookie).not.toBe(planted);
    const attacker = browser();
    attacker.cookie = planted;
    expect((await attacker.send('GET', '/api/probe')).status).toBe(401);
  });

  it('ends the session that the browser came with', async () => {
    const { username } = await someone();
    const one = browser();
    await one.signIn(username);
    const before = one.cookie;
    await one.signIn(username);
    const old = browser();
    old.cookie = before;
    expect((await old.send('GET', '/api/probe')).status).toBe(401);
    expect((await one.send('GET', '/api/probe')).status).toBe(200);
  });

  it('makes ten thousand ids without a repeat', () => {
    const ids = Array.from({ length: 10_000 }, newToken);
    expect(new Set(ids).size).toBe(10_000);
    expect(ids.every((id) => Buffer.from(id, 'base64url').length === 32)).toBe(true);
  });

  it('keeps nothing from which a cookie could be made', async () => {
    const { username } = await someone();
    const one = browser();
    await one.signIn(username);
    const secret = one.cookie?.split('.')[1] ?? 'missing';
    const { rows } = await bench.owner.query<{ line: string }>('select s::text as line from sign_in s');
    expect(rows.some((row) => row.line.includes(secret))).toBe(false);
  });

  it('finds the name in any case and width, the password only as it was set', async () => {
    const { username } = await someone();
    expect((await browser().signIn(username.toUpperCase())).status).toBe(200);
    for (const wrong of [
      goodPassword.toLowerCase(),
      ` ${goodPassword}`,
      `${goodPassword} `,
      goodPassword.slice(0, -1),
    ])
      expect((await browser().signIn(username, wrong)).code).toBe('sign-in-failed');
  });

  it('is refused on a request of another site', async () => {
    const { username } = await someone();
    const body = { username, password: goodPassword };
    const reply = await browser().send('POST', '/api/sign-in', body, { 'sec-fetch-site': 'cross-site' });
    expect([reply.status, reply.setCookie]).toEqual([403, undefined]);
  });

  it('goes to the jurisdiction that is named, and only to its accounts', async () => {
    const personId = await bench.person('海雁人', [{ role: 'supervisor' }], bench.otherCity);
    await bench.account(personId, 'haiyan-only', { jurisdictionId: bench.otherCity });
    const one = browser();
    expect((await one.signIn('haiyan-only')).code).toBe('sign-in-failed');
    expect((await one.signIn('haiyan-only', goodPassword, { jurisdiction: 'nowhere' })).code).toBe(
      'sign-in-failed',
    );
    expect((await one.signIn('haiyan-only', goodPassword, { jurisdiction: 'haiyan' })).status).toBe(200);
    expect((await one.send('GET', '/api/probe')).body['name']).toBe('海雁人');
    const moved = browser();
    moved.cookie = one.cookie?.replace(/^\d+/, String(bench.city));
    expect((await moved.send('GET', '/api/probe')).status).toBe(401);
  });
});

describe('a failed sign-in', () => {
  const told = ({ status, body }: { status: number; body: Record<string, unknown> }) => {
    const { requestId: _, ...rest } = body;
    return { status, rest };
  };

  it('answers alike for an unknown name, a wrong password and a disabled account, up to the lock', async () => {
    const known = await someone();
    const disabled = await someone();
    await bench.owner.query("update account set state = 'disabled' where id = $1", [disabled.accountId]);
    const answers = async (username: string, password: string) => {
      const one = browser();
      const replies = [];
      for (let attempt = 0; attempt < 6; attempt += 1)
        replies.push(told(await one.signIn(username, password)));
      return replies;
    };
    const unknownName = await answers('nobody-of-that-name', otherPassword);
    expect(unknownName.map((one) => one.rest['code'])).toEqual([
      ...Array<string>(5).fill('sign-in-failed'),
      'account-locked',
    ]);
    expect(await answers(known.username, otherPassword)).toEqual(unknownName);
    expect(await answers(disabled.username, goodPassword)).toEqual(unknownName);
  });

  it('locks the account after five, also for the right password, for fifteen minutes exactly', async () => {
    const { username } = await someone();
    for (let attempt = 0; attempt < 5; attempt += 1) await browser().signIn(username, otherPassword);
    const locked = await browser().signIn(username);
    expect([locked.status, locked.code, locked.body['params']]).toEqual([
      429,
      'account-locked',
      { minutes: 15 },
    ]);
    bench.pass(15 * minute - 1);
    expect((await browser().signIn(username)).code).toBe('account-locked');
    bench.pass(1);
    expect((await browser().signIn(username)).status).toBe(200);
  });

  it('is counted anew after a success', async () => {
    const { username } = await someone();
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) await browser().signIn(username, otherPassword);
      expect((await browser().signIn(username)).status).toBe(200);
    }
  });

  it('is counted one by one when many arrive at once', async () => {
    const { username } = await someone();
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => browser().signIn(username, otherPassword)),
    );
    expect(replies.filter((reply) => reply.code === 'sign-in-failed')).toHaveLength(5);
    expect(replies.filter((reply) => reply.code === 'account-locked')).toHaveLength(7);
  });

  it('locks an address after twenty, whatever the names, and no other address', async () => {
    const { username } = await someone();
    const one = browser();
    for (let attempt = 0; attempt < 20; attempt += 1)
      expect((await one.signIn(`sprayed-${attempt}`, otherPassword)).code).toBe('sign-in-failed');
    expect((await one.signIn(username)).code).toBe('source-locked');
    expect((await browser().signIn(username)).status).toBe(200);
    bench.pass(15 * minute);
    expect((await one.signIn(username)).status).toBe(200);
  });
});

describe('the end of a session', () => {
  it('comes with signing out, at once, for the old cookie too', async () => {
    const { username } = await someone();
    const one = browser();
    await one.signIn(username);
    expect((await one.send('GET', '/api/probe')).status).toBe(200);
    const thief = browser();
    thief.cookie = one.cookie;
    const reply = await one.send('POST', '/api/sign-out');
    expect(reply.status).toBe(204);
    expect(reply.setCookie).toMatch(/^__Host-luoshi=; .*Max-Age=0/);
    expect((await thief.send('GET', '/api/probe')).status).toBe(401);
  });

  it('comes after 30 idle minutes, not a second earlier, and each request starts them anew', async () => {
    const { username } = await someone();
    const one = browser();
    await one.signIn(username);
    bench.pass(30 * minute - 1);
    expect((await one.send('GET', '/api/probe')).status).toBe(200);
    bench.pass(30 * minute - 1);
    expect((await one.send('GET', '/api/probe')).status).toBe(200);
    bench.pass(30 * minute);
    expect((await one.send('GET', '/api/probe')).status).toBe(401);
  });

  it('counts idle time from requests that were not written down, too', async () => {
    const { username } = await someone();
    const one = browser();
    await one.signIn(username);
    bench.pass(59);
    expect((await one.send('GET', '/api/probe')).status).toBe(200);
    bench.pass(30 * minute - 1);
    expect((await one.send('GET', '/api/probe')).status).toBe(200);
  });

  it('comes after 12 hours however busy it is, not a second earlier', async () => {
    const { username } = await someone();
    const one = browser();
    await one.signIn(username);
    for (let passed = 0; passed < 12 * hour - 20 * minute; passed += 20 * minute) {
      bench.pass(20 * minute);
      expect((await one.send('GET', '/api/probe')).status).toBe(200);
    }
    bench.pass(20 * minute - 1);
    expect((await one.send('GET', '/api/probe')).status).toBe(200);
    bench.pass(1);
    expect((await one.send('GET', '/api/probe')).status).toBe(401);
  });

  it('writes the time of last use once a minute at most', async () => {
    const { username, accountId } = await someone();
    const lastSeen = async (): Promise<string | undefined> => {
      const sql = 'select last_seen_at from sign_in where account_id = $1';
      return (
        await bench.owner.query<{ last_seen_at: Date }>(sql, [accountId])
      ).rows[0]?.last_seen_at.toISOString();
    };
    const one = browser();
    await one.signIn(username);
    const started = await lastSeen();
    bench.pass(59);
    await one.send('GET', '/api/probe');
    expect(await lastSeen()).toBe(started);
    bench.pass(1);
    await one.send('GET', '/api/probe');
    expect(await lastSeen()).toBe(bench.clock().instant);
  });

  it('comes to the one used longest ago when there are more than ten', async () => {
    const { username } = await someone();
    const all = [];
    for (let count = 0; count < 11; count += 1) {
      const one = browser();
      await one.signIn(username);
      bench.pass(3);
      all.push(one);
    }
    const statuses = [];
    for (const one of all) statuses.push((await one.send('GET', '/api/probe')).status);
    expect(statuses).toEqual([401, ...Array<number>(10).fill(200)]);
  });
});

describe('the purge', () => {
  it('removes old sessions and counts, but keeps the newest session of each account', async () => {
    const { username, accountId } = await someone();
    for (let count = 0; count < 3; count += 1) await browser().signIn(username);
    await browser().signIn('nobody-known', otherPassword);
    bench.pass(24 * hour);
    const now = bench.clock().instant;
    const purged = await bench.db.write(bench.city, async (tx) => ({
      keep: true,
      value: await purgeSessions(tx, bench.city, now),
    }));
    expect(purged).toBeGreaterThan(2);
    const left = async (sql: string, ...values: unknown[]) =>
      (await bench.owner.query(sql, values)).rows.length;
    expect(await left('select 1 from sign_in where account_id = $1', accountId)).toBe(1);
    expect(await left('select 1 from sign_in_failure')).toBe(0);
    expect((await browser().signIn(username)).status).toBe(200);
  });
});
