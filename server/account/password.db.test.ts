import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type AccountBench,
  goodPassword,
  openAccountBench,
  otherPassword,
} from '#test/support/account-bench.ts';
import { hashPassword, verifyPassword } from './password.ts';

// Each sign-in takes a slow hash, and some tests take dozens.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const hour = 3_600;
const day = 24 * hour;

let made = 0;
const someone = async (bench: AccountBench) => {
  made += 1;
  const username = `owner${made}`;
  const personId = await bench.person(`户主${made}`, [{ role: 'supervisor' }]);
  const accountId = await bench.account(personId, username);
  return { username, accountId, personId };
};
const change = (one: ReturnType<AccountBench['browser']>, current: string, password: string) =>
  one.send('POST', '/api/password', { current, password });

describe('a stored password', () => {
  it('is an argon2id hash of at least 19 MiB and two passes, another each time', async () => {
    const [one, two] = [await hashPassword(goodPassword), await hashPassword(goodPassword)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('is compared exactly: no cutting, folding, trimming or normalising', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 128 })
      .filter((one) => one.isWellFormed());
    await fc.assert(
      fc.asyncProperty(text, async (password) => {
        const stored = await hashPassword(password);
        expect(await verifyPassword(stored, password)).toBe(true);
        const shortened = [...password].slice(0, -1).join('');
        const near = [
          shortened,
          `${password} `,
          ` ${password}`,
          password.toUpperCase(),
          password.normalize('NFKC'),
        ];
        const others = near.filter((other) => other !== password);
        const accepted = await Promise.all(others.map((other) => verifyPassword(stored, other)));
        expect(accepted).toEqual(others.map(() => false));
      }),
      { numRuns: 25 },
    );
  });

  it('counts to the last of 128 characters', async () => {
    const long = '落'.repeat(127);
    const stored = await hashPassword(`${long}a`);
    expect(await verifyPassword(stored, `${long}b`)).toBe(false);
    expect(await verifyPassword(stored, `${long}a`)).toBe(true);
  });

  it('cannot be met by half a character', async () => {
    expect(await verifyPassword(await hashPassword('\ufffd'), '\ud800')).toBe(false);
  });
});

describe.each(['mlps3', 'asvs'] as const)('the profile %s, through the interface', (profile) => {
  let bench: AccountBench;
  beforeAll(async () => {
    bench = await openAccountBench({ profile });
  });
  afterAll(() => bench.close());

  it.each([
    // password, mlps3, asvs
    ['Kp7!vTm', 'password-too-short', 'password-too-short'],
    ['Kp7!vTm2', 'fit', 'password-too-short'],
    ['gannet over quiet wharf', 'password-too-simple', 'fit'],
    ['Kp7!vTm2 {username} gannet', 'password-has-name', 'fit'],
    ['Password1234!', 'password-common', 'password-common'],
    ['Yunchuan@2026', 'password-common', 'password-common'],
    ['云川市Luoshi@2026', 'password-common', 'password-common'],
    [`aA1${'🀄落x'.repeat(42)}`, 'password-too-long', 'password-too-long'],
    [`aA1${'🀄落x'.repeat(41)}`, 'fit', 'fit'],
    [goodPassword, 'password-used', 'password-used'],
  ])('case %#', async (password, mlps3, asvs) => {
    const { username } = await someone(bench);
    const one = bench.browser();
    await one.signIn(username);
    const chosen = password.replace('{username}', username);
    const reply = await change(one, goodPassword, chosen);
    const expected = profile === 'mlps3' ? mlps3 : asvs;
    expect(reply.code ?? 'fit').toBe(expected);
    const accepted = expected === 'fit' ? chosen : goodPassword;
    expect((await bench.browser().signIn(username, accepted)).status).toBe(200);
  });

  it('asks for a new password after 90 days, or never', async () => {
    const { username } = await someone(bench);
    const before = bench.now();
    bench.pass(90 * day - 1);
    expect((await bench.browser().signIn(username)).body).toEqual({ limit: null });
    bench.pass(1);
    const one = bench.browser();
    expect((await one.signIn(username)).body).toEqual({ limit: profile === 'mlps3' ? 'password' : null });
    expect((await one.send('GET', '/api/me')).body['mustChange']).toBe(profile === 'mlps3');
    bench.pass((before - bench.now()) / 1_000);
  });

  it('remembers earlier passwords, or none but the present', async () => {
    const { username } = await someone(bench);
    const one = bench.browser();
    await one.signIn(username);
    const passwords = [
      goodPassword,
      ...Array.from({ length: 7 }, (_, n) => `${'BcDfGhKm'.charAt(n)}7-wharf!Zeb${n}`),
    ];
    const codes = async (choices: readonly string[], present: string) => {
      const found = [];
      for (const password of choices) found.push((await change(one, present, password)).code ?? 'fit');
      return found;
    };
    for (let n = 1; n <= 6; n += 1) {
      bench.pass(1);
      expect((await change(one, passwords[n - 1] ?? '', passwords[n] ?? '')).status).toBe(200);
    }
    const present = passwords[6] ?? '';
    // mlps3: the present one and five before it are refused; the one before those, the first, comes back.
    const refused = profile === 'mlps3' ? passwords.slice(1, 7) : [present];
    const accepted = profile === 'mlps3' ? goodPassword : (passwords[5] ?? '');
    expect(await codes(refused, present)).toEqual(refused.map(() => 'password-used'));
    expect((await change(one, present, accepted)).status).toBe(200);
  });
});

describe('changing one’s password', () => {
  let bench: AccountBench;
  beforeAll(async () => {
    bench = await openAccountBench();
  });
  afterAll(() => bench.close());

  it('ends the other sessions and gives this one a new id', async () => {
    const { username } = await someone(bench);
    const [here, there, old] = [bench.browser(), bench.browser(), bench.browser()];
    await here.signIn(username);
    await there.signIn(username);
    old.cookie = here.cookie;
    expect((await change(here, goodPassword, otherPassword)).body).toEqual({ limit: null });
    expect((await here.send('GET', '/api/probe')).status).toBe(200);
    expect((await there.send('GET', '/api/probe')).status).toBe(401);
    expect((await old.send('GET', '/api/probe')).status).toBe(401);
    expect((await bench.browser('10.2.0.1').signIn(username)).code).toBe('sign-in-failed');
  });

  it('counts a wrong present password like one at the door', async () => {
    const { username } = await someone(bench);
    const one = bench.browser('10.2.0.2');
    await one.signIn(username);
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await change(one, otherPassword, 'Zebu#Quill_84tRx')).code).toBe('password-wrong');
    expect((await change(one, goodPassword, otherPassword)).code).toBe('account-locked');
    expect((await bench.browser('10.2.0.3').signIn(username)).code).toBe('account-locked');
  });

  it('is all that can be done when it is due, and gives the roles back', async () => {
    const { username, accountId } = await someone(bench);
    await bench.owner.query('update account set must_change = true where id = $1', [accountId]);
    const one = bench.browser('10.2.0.4');
    expect((await one.signIn(username)).body).toEqual({ limit: 'password' });
    expect((await one.send('GET', '/api/probe')).body['roles']).toEqual([]);
    expect((await one.send('GET', '/api/probe-supervisor')).code).toBe('forbidden');
    expect((await one.send('POST', '/api/totp/enrol')).code).toBe('session-limited');
    expect((await change(one, goodPassword, otherPassword)).body).toEqual({ limit: null });
    expect((await one.send('GET', '/api/probe')).body['roles']).toEqual(['supervisor']);
  });
});
