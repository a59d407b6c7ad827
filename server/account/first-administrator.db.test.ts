import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type AccountBench,
  goodPassword,
  openAccountBench,
  otherPassword,
} from '#test/support/account-bench.ts';
import { createFirstAdministratorToken } from './first-administrator.ts';
import { newToken } from './token.ts';

// Each sign-in takes a slow hash, and some tests take dozens.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const hour = 3_600;
let bench: AccountBench;
beforeAll(async () => {
  bench = await openAccountBench();
});
afterAll(() => bench.close());

const token = async (): Promise<string> => {
  const made = await createFirstAdministratorToken(bench.db, bench.city, bench.clock());
  if (made === null) throw new Error('There is an administrator already');
  return made;
};
let addresses = 0;
const create = (given: string, body: Record<string, unknown> = {}) =>
  bench.browser(`10.7.0.${(addresses += 1)}`).send('POST', '/api/first-administrator', {
    token: given,
    name: '首任管理员',
    username: 'first.admin',
    password: goodPassword,
    ...body,
  });
const people = async (): Promise<number> =>
  Number((await bench.owner.query('select count(*) from person')).rows[0].count);

describe('a new installation', () => {
  it('lets nobody in by a usual name and password', async () => {
    const names = [
      'admin',
      'root',
      'administrator',
      'luoshi',
      'system',
      'demo',
      'test',
      'guest',
      'sysadmin',
      '管理员',
    ];
    const replies = [];
    for (const name of names)
      for (const password of [name, 'admin123', 'password', '123456', ''])
        replies.push((await bench.browser(`10.7.1.${(addresses += 1)}`).signIn(name, password)).code);
    expect([...new Set(replies)]).toEqual(['sign-in-failed']);
    expect((await bench.owner.query('select id from account')).rows).toEqual([]);
  });

  it('says that it has no administrator yet', async () => {
    expect((await bench.browser().send('GET', '/api/me')).body['setUpNeeded']).toBe(true);
  });
});

describe('the one-time token', () => {
  it('is not guessed, and wrong ones lock the address', async () => {
    await token();
    const one = bench.browser('10.7.9.9');
    const guess = (text: string) =>
      one.send('POST', '/api/first-administrator', {
        token: text,
        name: 'x',
        username: 'first.admin',
        password: goodPassword,
      });
    const forms = ['', 'x', newToken(), `${bench.city}.${newToken()}`, `999.${newToken()}`];
    for (let attempt = 0; attempt < 20; attempt += 1)
      expect((await guess(forms[attempt % forms.length] ?? '')).code).toBe('one-time-token-dead');
    expect((await guess(await token())).code).toBe('source-locked');
    expect(await people()).toBe(0);
  });

  it('dies after 24 hours, and when a newer one was made', async () => {
    const first = await token();
    bench.pass(24 * hour);
    expect((await create(first)).code).toBe('one-time-token-dead');
    const second = await token();
    const third = await token();
    expect((await create(second)).code).toBe('one-time-token-dead');
    expect((await create(third, { password: 'Password1!' })).code).toBe('password-common');
    expect(await people()).toBe(0);
  });

  it('survives a refused password or name, for its holder can correct them', async () => {
    const given = await token();
    expect((await create(given, { password: 'short' })).code).toBe('password-too-short');
    expect((await create(given, { username: 'x y' })).code).toBe('username-invalid');
    expect((await create(given, { name: '  ' })).code).toBe('invalid-request');
    bench.pass(24 * hour - 1);
    const all = await Promise.all([create(given), create(given, { username: 'second.admin' })]);
    expect(all.map((reply) => reply.code ?? 'made').toSorted()).toEqual(['made', 'one-time-token-dead']);
    expect(await people()).toBe(1);
    expect((await create(given, { username: 'third.admin' })).code).toBe('one-time-token-dead');
  });

  it('has made an administrator who first sets up an authenticator', async () => {
    const { rows } = await bench.owner.query<{ username: string }>('select username from account');
    const one = bench.browser('10.7.3.1');
    expect((await one.signIn(rows[0]?.username ?? '')).body).toEqual({ limit: 'enrolment' });
    const secret = String((await one.send('POST', '/api/totp/enrol')).body['secret']);
    expect((await one.send('POST', '/api/totp/confirm', { code: bench.code(secret) })).status).toBe(200);
    expect((await one.send('GET', '/api/accounts')).status).toBe(200);
  });

  it('is not made any more', async () => {
    expect(await createFirstAdministratorToken(bench.db, bench.city, bench.clock())).toBeNull();
    expect((await bench.browser().send('GET', '/api/me')).body['setUpNeeded']).toBe(false);
    expect((await create(`${bench.city}.${newToken()}`, { password: otherPassword })).code).toBe(
      'one-time-token-dead',
    );
  });
});
