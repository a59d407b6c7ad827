import { accountMessages } from '#contract/messages/account.ts';
import { refusalMessages } from '#contract/messages/refusals.ts';
import { canonical, entryHash, genesis } from '#server/platform/journal.ts';
import {
  type AccountBench,
  goodPassword,
  openAccountBench,
  otherPassword,
} from '#test/support/account-bench.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFirstAdministratorToken } from './first-administrator.ts';
import { hashToken } from './token.ts';
import { totpCode } from './totp.ts';

// Each sign-in takes a slow hash, and some tests take dozens.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Every secret that passes through the scenario; none may be found anywhere afterwards. */
const secrets = new Map<string, string>();
const keep = (name: string, value: unknown): string => {
  secrets.set(name, String(value));
  return String(value);
};

let bench: AccountBench;
const logged: string[] = [];

/** Triggers every event of accounts once: the first administrator, a colleague, his account, a service. */
const scenario = async (): Promise<void> => {
  const wrong = keep('wrong password', 'Wrong-canary_Zq81!');
  const setUp = keep(
    'one-time token',
    await createFirstAdministratorToken(bench.db, bench.city, bench.clock()),
  );
  const admin = bench.browser();
  const first = { token: setUp, name: '首任管理员', username: 'first.admin', password: goodPassword };
  await admin.send('POST', '/api/first-administrator', { ...first, token: 'wrong' });
  await admin.send('POST', '/api/first-administrator', first);
  await admin.signIn(wrong, wrong);
  await admin.signIn('first.admin', wrong);
  await admin.signIn('first.admin');
  keep('first cookie', admin.cookie);
  const secret = keep('authenticator secret', (await admin.send('POST', '/api/totp/enrol')).body['secret']);
  await admin.send('POST', '/api/totp/confirm', {
    code: totpCode('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', bench.now()),
  });
  await admin.send('POST', '/api/totp/confirm', { code: bench.code(secret) });
  keep('second cookie', admin.cookie);
  bench.pass(60);
  await admin.signIn('first.admin');
  await admin.send('POST', '/api/second-factor', { code: bench.code(secret) });
  await admin.send('POST', '/api/confirm-identity', { password: wrong });
  await admin.send('POST', '/api/confirm-identity', { password: goodPassword });
  await admin.send('POST', '/api/password', { current: wrong, password: otherPassword });
  await admin.send('POST', '/api/password', { current: goodPassword, password: otherPassword });
  keep('good password', goodPassword);
  keep('other password', otherPassword);
  const personId = await bench.person('同事', [{ role: 'supervisor' }]);
  const created = await admin.send('POST', '/api/accounts', { personId, username: 'colleague' });
  const accountId = Number(created.body['accountId']);
  const temporary = keep('temporary password', created.body['temporaryPassword']);
  const colleague = bench.browser('10.1.1.2');
  await colleague.signIn('colleague', temporary);
  await colleague.send('POST', '/api/sign-out');
  for (const name of ['end-sessions', 'unlock', 'disable', 'enable'])
    await admin.send('POST', `/api/accounts/${accountId}/${name}`);
  const reset = await admin.send('POST', `/api/accounts/${accountId}/reset-password`);
  keep('second temporary password', reset.body['temporaryPassword']);
  await bench.account(await bench.person('带口令者'), 'with-totp', {
    secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  });
  const { rows } = await bench.owner.query("select id from account where username = 'with-totp'");
  await admin.send('POST', `/api/accounts/${rows[0].id}/reset-totp`);
  const token = await admin.send('POST', '/api/api-tokens', {
    name: '同步',
    owner: { service: '同步', grants: [{ role: 'supervisor' }] },
    scopes: ['matters:read'],
    expiresOn: '2026-06-30',
  });
  keep('api token', token.body['token']);
  await admin.send('POST', `/api/api-tokens/${String(token.body['id'])}/revoke`);
  bench.pass(60);
  keep('last cookie', admin.cookie);
  await admin.send('POST', '/api/totp/remove', { code: bench.code(secret) });
};

beforeAll(async () => {
  bench = await openAccountBench();
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((chunk: string | Uint8Array) => {
    logged.push(String(chunk));
    return true;
  }) as typeof process.stdout.write;
  try {
    await scenario();
  } finally {
    process.stdout.write = write;
  }
});
afterAll(() => bench.close());

describe('security events', () => {
  it('are all journalled: each command of the catalogue of events has at least one entry', async () => {
    const commands = new Set((await bench.journal()).map((entry) => entry.command));
    const catalogue = Object.keys(accountMessages)
      .filter((key) => key.startsWith('account.event.'))
      .map((key) => key.replace('account.event.', ''));
    expect([...commands].toSorted()).toEqual(catalogue.toSorted());
  });

  it('say who, when, about whom, from where and with what result', async () => {
    const entries = (await bench.journal()).map((entry) => ({ ...entry, parsed: JSON.parse(entry.entry) }));
    const failed = entries.find((entry) => entry.command === 'signInFailed' && entry.stream !== 'setup');
    expect(failed?.parsed).toMatchObject({
      actorId: 0,
      at: '2026-03-02T01:00:00.000Z',
      data: { address: '10.1.1.1', reason: 'password', locked: false },
    });
    const administrator = failed?.parsed.stream.replace('person:', '');
    const disabled = entries.find((entry) => entry.command === 'disableAccount');
    expect(disabled?.actor_id).toBe(administrator);
    expect(disabled?.stream).not.toBe(`person:${administrator}`);
  });

  it('hang together in chains that begin at nothing', async () => {
    const sql = 'select stream, n, entry, previous_hash, hash from journal order by stream, n';
    const { rows } = await bench.owner.query(sql);
    const heads = new Map<string, string>();
    for (const row of rows) {
      expect(row.previous_hash).toBe(heads.get(row.stream) ?? genesis);
      expect(row.hash).toBe(entryHash(row.previous_hash, row.entry));
      expect(canonical(JSON.parse(row.entry))).toBe(row.entry);
      heads.set(row.stream, row.hash);
    }
    expect(rows.length).toBeGreaterThan(20);
  });
});

describe('secrets', () => {
  it('stand nowhere in the database, in whole or in their random part', async () => {
    const tables = await bench.owner.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await bench.owner.query<{ line: string }>(`select t::text as line from "${name}" t`);
      for (const { line } of rows)
        for (const [what, secret] of secrets)
          for (const part of [secret, secret.slice(-43), Buffer.from(secret).toString('base64')])
            if (line.includes(part)) found.push(`${what} in ${name}`);
    }
    expect(found).toEqual([]);
    expect(secrets.size).toBe(11);
    expect([...secrets.values()].every((secret) => secret.length >= 13)).toBe(true);
  });

  it('would be found: their hashes are', async () => {
    const { rows } = await bench.owner.query<{ line: string }>('select t::text as line from api_token t');
    const random = secrets.get('api token')?.replace(/^luoshi_\d+_/, '') ?? '';
    expect(rows.some((row) => row.line.includes(hashToken(random)))).toBe(true);
  });

  it('are not written to the output', () => {
    const output = logged.join('');
    for (const secret of secrets.values()) expect(output).not.toContain(secret);
  });
});

describe('refusals', () => {
  it('answer in a sentence of the caller’s language, with the status of their kind', async () => {
    const reply = await bench.browser('10.1.1.9').signIn('nobody', otherPassword);
    expect([reply.status, reply.body['detail']]).toEqual([401, refusalMessages['refusal.sign-in-failed'].en]);
  });
});
