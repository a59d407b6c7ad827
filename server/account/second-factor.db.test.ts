import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type AccountBench,
  goodPassword,
  openAccountBench,
  otherPassword,
} from '#test/support/account-bench.ts';
import { newTotpSecret } from './totp.ts';

// Each sign-in takes a slow hash, and some tests take dozens.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const minute = 60;
const step = 30;
let bench: AccountBench;

beforeAll(async () => {
  bench = await openAccountBench();
});
afterAll(() => bench.close());

let made = 0;
const someone = async (role: 'system-admin' | 'audit-admin' | 'handler', secret?: string) => {
  made += 1;
  const username = `person${made}`;
  const personId = await bench.person(`人员${made}`, [{ role }]);
  const accountId = await bench.account(personId, username, secret === undefined ? {} : { secret });
  return { username, accountId, personId };
};
let addresses = 0;
const browser = () => bench.browser(`10.8.0.${(addresses += 1)}`);
const give = (one: ReturnType<typeof browser>, code: string) =>
  one.send('POST', '/api/second-factor', { code });

/** Account endpoints and probes with the answer that a session is given while it lacks something. */
const open = [
  ['GET', '/api/me', {}],
  ['POST', '/api/second-factor', { code: '000000' }],
  ['POST', '/api/confirm-identity', { password: otherPassword }],
  ['POST', '/api/password', { current: otherPassword, password: otherPassword }],
  ['POST', '/api/totp/enrol', {}],
  ['POST', '/api/totp/confirm', { code: '000000' }],
  ['POST', '/api/totp/remove', { code: '000000' }],
  ['PUT', '/api/preferences', { language: 'zh', largeType: false }],
  ['GET', '/api/sessions', {}],
  ['POST', '/api/sessions/999999/end', {}],
  ['POST', '/api/sessions/end-others', {}],
  ['GET', '/api/accounts', {}],
  ['POST', '/api/accounts', { personId: 1, username: 'abc' }],
  ['POST', '/api/accounts/1/disable', {}],
  ['POST', '/api/accounts/1/reset-password', {}],
  ['POST', '/api/accounts/1/reset-totp', {}],
  ['GET', '/api/api-tokens', {}],
  ['POST', '/api/api-tokens/1/revoke', {}],
  ['GET', '/api/probe-supervisor', {}],
] as const;

const answers = async (one: ReturnType<typeof browser>): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const [method, path, body] of open) {
    const reply = await one.send(method, path, body);
    found[`${method} ${path}`] = reply.code ?? String(reply.status);
  }
  return found;
};

const forbidden = {
  'GET /api/accounts': 'session-limited',
  'POST /api/accounts': 'session-limited',
  'POST /api/accounts/1/disable': 'session-limited',
  'POST /api/accounts/1/reset-password': 'session-limited',
  'POST /api/accounts/1/reset-totp': 'session-limited',
  'GET /api/api-tokens': 'session-limited',
  'POST /api/api-tokens/1/revoke': 'session-limited',
  'GET /api/probe-supervisor': 'forbidden',
};

describe('an administrator without an authenticator', () => {
  it.each(['system-admin', 'audit-admin'] as const)('can only set one up: %s', async (role) => {
    const { username, personId } = await someone(role);
    await bench.owner.query(
      "insert into role_grant (jurisdiction_id, person_id, role) values ($1, $2, 'supervisor')",
      [bench.city, personId],
    );
    const one = browser();
    expect((await one.signIn(username)).body).toEqual({ limit: 'enrolment' });
    expect((await one.send('GET', '/api/probe')).body['roles']).toEqual([]);
    expect((await one.send('GET', '/api/me')).body).toMatchObject({ mustEnrol: true, limit: 'enrolment' });
    expect(await answers(one)).toEqual({
      ...forbidden,
      'GET /api/me': '200',
      'POST /api/second-factor': 'session-limited',
      'POST /api/confirm-identity': 'password-wrong',
      'POST /api/password': 'password-wrong',
      'POST /api/totp/enrol': '200',
      'POST /api/totp/confirm': 'code-wrong',
      'POST /api/totp/remove': 'session-limited',
      'PUT /api/preferences': '204',
      'GET /api/sessions': '200',
      'POST /api/sessions/999999/end': 'not-found',
      'POST /api/sessions/end-others': '200',
    });
  });

  it('gets his roles with the first code, under a new id', async () => {
    const { username } = await someone('system-admin');
    const one = browser();
    await one.signIn(username);
    const { body } = await one.send('POST', '/api/totp/enrol');
    const secret = String(body['secret']);
    expect(body['uri']).toContain(`secret=${secret}`);
    expect(body['qr']).toMatch(/^data:image\/svg\+xml;base64,/);
    expect((await one.send('GET', '/api/probe')).body['roles']).toEqual([]);
    const before = one.cookie;
    const reply = await one.send('POST', '/api/totp/confirm', { code: bench.code(secret) });
    expect([reply.status, reply.body]).toEqual([200, { limit: null }]);
    expect((await one.send('GET', '/api/probe')).body).toMatchObject({
      roles: ['system-admin'],
      secondFactor: true,
    });
    const old = browser();
    old.cookie = before;
    expect((await old.send('GET', '/api/probe')).status).toBe(401);
  });

  it('does not get them from a secret that was replaced meanwhile', async () => {
    const { username } = await someone('system-admin');
    const one = browser();
    await one.signIn(username);
    const first = String((await one.send('POST', '/api/totp/enrol')).body['secret']);
    const second = String((await one.send('POST', '/api/totp/enrol')).body['secret']);
    expect(second).not.toBe(first);
    expect((await one.send('POST', '/api/totp/confirm', { code: bench.code(first) })).code).toBe(
      'code-wrong',
    );
    expect((await one.send('POST', '/api/totp/confirm', { code: bench.code(second) })).status).toBe(200);
  });

  it('is asked for his password again when he has waited', async () => {
    const { username } = await someone('system-admin');
    const one = browser();
    await one.signIn(username);
    bench.pass(15 * minute - 1);
    expect((await one.send('POST', '/api/totp/enrol')).status).toBe(200);
    bench.pass(1);
    const late = await one.send('POST', '/api/totp/enrol');
    expect([late.status, late.code]).toEqual([403, 'confirm-first']);
    expect((await one.send('POST', '/api/confirm-identity', { password: otherPassword })).code).toBe(
      'password-wrong',
    );
    expect((await one.send('POST', '/api/totp/enrol')).code).toBe('confirm-first');
    const before = one.cookie;
    expect((await one.send('POST', '/api/confirm-identity', { password: goodPassword })).status).toBe(200);
    expect(one.cookie).not.toBe(before);
    expect((await one.send('POST', '/api/totp/enrol')).status).toBe(200);
  });
});

describe('a sign-in that still lacks its code', () => {
  it('can do nothing but give it', async () => {
    const { username } = await someone('system-admin', newTotpSecret());
    const one = browser();
    expect((await one.signIn(username)).body).toEqual({ limit: 'secondFactor' });
    expect((await one.send('GET', '/api/probe')).body['roles']).toEqual([]);
    expect(await answers(one)).toEqual({
      ...forbidden,
      'GET /api/me': '200',
      'POST /api/second-factor': 'code-wrong',
      'POST /api/confirm-identity': 'session-limited',
      'POST /api/password': 'session-limited',
      'POST /api/totp/enrol': 'session-limited',
      'POST /api/totp/confirm': 'session-limited',
      'POST /api/totp/remove': 'session-limited',
      'PUT /api/preferences': 'session-limited',
      'GET /api/sessions': 'session-limited',
      'POST /api/sessions/999999/end': 'session-limited',
      'POST /api/sessions/end-others': 'session-limited',
    });
  });

  it('is complete with it, under a new id', async () => {
    const secret = newTotpSecret();
    const { username } = await someone('audit-admin', secret);
    const one = browser();
    await one.signIn(username);
    const before = one.cookie;
    expect((await give(one, bench.code(secret))).body).toEqual({ limit: null });
    expect((await one.send('GET', '/api/probe')).body['roles']).toEqual(['audit-admin']);
    const old = browser();
    old.cookie = before;
    expect((await old.send('GET', '/api/probe')).status).toBe(401);
  });

  it('can be complete at once, with the code beside the password', async () => {
    const secret = newTotpSecret();
    const { username } = await someone('system-admin', secret);
    const one = browser();
    expect((await one.signIn(username, goodPassword, { code: bench.code(secret) })).body).toEqual({
      limit: null,
    });
    expect((await one.send('GET', '/api/probe')).body['roles']).toEqual(['system-admin']);
  });

  it('is asked for by anybody who has set up an authenticator', async () => {
    const { username } = await someone('handler', newTotpSecret());
    const one = browser();
    expect((await one.signIn(username)).body).toEqual({ limit: 'secondFactor' });
    expect((await one.send('GET', '/api/probe')).body['roles']).toEqual([]);
  });
});

describe('a code', () => {
  it('works once, in any session, by either way in', async () => {
    const secret = newTotpSecret();
    const { username } = await someone('system-admin', secret);
    const code = bench.code(secret);
    const [one, two, three] = [browser(), browser(), browser()];
    expect((await one.signIn(username, goodPassword, { code })).status).toBe(200);
    const again = await two.signIn(username, goodPassword, { code });
    expect([again.code, again.setCookie]).toEqual(['code-wrong', undefined]);
    await three.signIn(username);
    expect((await give(three, code)).code).toBe('code-wrong');
    bench.pass(step);
    expect((await give(three, code)).code).toBe('code-wrong');
    expect((await give(three, bench.code(secret))).status).toBe(200);
  });

  it('works once when it arrives ten times at the same moment', async () => {
    const secret = newTotpSecret();
    const { username } = await someone('system-admin', secret);
    const code = bench.code(secret);
    const all = await Promise.all(
      Array.from({ length: 10 }, () => browser().signIn(username, goodPassword, { code })),
    );
    expect(all.filter((reply) => reply.status === 200)).toHaveLength(1);
  });

  it('is accepted one step late, not two', async () => {
    const secret = newTotpSecret();
    const { username } = await someone('system-admin', secret);
    bench.pass(step - ((bench.now() / 1_000) % step));
    const first = bench.code(secret);
    bench.pass(2 * step - 1);
    expect((await browser().signIn(username, goodPassword, { code: first })).status).toBe(200);
    bench.pass(1);
    const second = bench.code(secret);
    bench.pass(2 * step);
    expect((await browser().signIn(username, goodPassword, { code: second })).code).toBe('code-wrong');
  });

  it('cannot be guessed: five wrong ones lock, and a right password in between does not clear the count', async () => {
    const secret = newTotpSecret();
    const { username } = await someone('system-admin', secret);
    const right = bench.code(secret);
    const wrong = right === '123456' ? '654321' : '123456';
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const one = browser();
      expect((await one.signIn(username)).status).toBe(200);
      expect((await give(one, wrong)).code).toBe('code-wrong');
    }
    expect((await browser().signIn(username)).code).toBe('account-locked');
  });

  it('is not taken from a session that began before the lock', async () => {
    const secret = newTotpSecret();
    const { username } = await someone('system-admin', secret);
    const one = browser();
    await one.signIn(username);
    const wrong = bench.code(secret) === '123456' ? '654321' : '123456';
    for (let attempt = 0; attempt < 5; attempt += 1) await give(one, wrong);
    expect((await give(one, bench.code(secret))).code).toBe('account-locked');
  });
});

describe('removing one’s own authenticator', () => {
  it('takes a code and a fresh password, and sends an administrator back to setting one up', async () => {
    const secret = newTotpSecret();
    const { username } = await someone('system-admin', secret);
    const one = browser();
    await one.signIn(username, goodPassword, { code: bench.code(secret) });
    expect((await one.send('POST', '/api/totp/enrol')).code).toBe('totp-on');
    bench.pass(15 * minute);
    const code = bench.code(secret);
    expect((await one.send('POST', '/api/totp/remove', { code })).code).toBe('confirm-first');
    await one.send('POST', '/api/confirm-identity', { password: goodPassword });
    expect((await one.send('POST', '/api/totp/remove', { code: '12345' })).code).toBe('invalid-request');
    expect((await one.send('POST', '/api/totp/remove', { code })).body).toEqual({ limit: 'enrolment' });
    expect((await one.send('GET', '/api/probe')).body['roles']).toEqual([]);
  });
});

describe('the secret of an authenticator', () => {
  it('is sealed in the database', async () => {
    const { username, accountId } = await someone('system-admin');
    const one = browser();
    await one.signIn(username);
    const secret = String((await one.send('POST', '/api/totp/enrol')).body['secret']);
    const { rows } = await bench.owner.query('select totp_sealed from account where id = $1', [accountId]);
    expect(rows[0].totp_sealed).toMatch(/^aes-256-gcm\./);
    expect(rows[0].totp_sealed).not.toContain(secret);
  });
});
