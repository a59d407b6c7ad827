import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AccountBench,
  type Browser,
  goodPassword,
  openAccountBench,
} from '#test/support/account-bench.ts';
import { newTotpSecret } from './totp.ts';

// Each sign-in takes a slow hash, and some tests take dozens.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const adminSecret = newTotpSecret();
let bench: AccountBench;
let admin: Browser;
let unitId: number;

beforeAll(async () => {
  bench = await openAccountBench();
  await bench.account(await bench.person('管理员', [{ role: 'system-admin' }]), 'admin', {
    secret: adminSecret,
  });
  const unit = "insert into unit (jurisdiction_id, kind, name) values ($1, 'unit', '市水务局') returning id";
  unitId = Number((await bench.owner.query(unit, [bench.city])).rows[0].id);
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.pass(60);
  admin = bench.browser();
  await admin.signIn('admin', goodPassword, { code: bench.code(adminSecret) });
});

const make = (body: Record<string, unknown>) =>
  admin.send('POST', '/api/api-tokens', {
    name: '台账同步',
    owner: { service: '台账同步', grants: [{ role: 'supervisor' }] },
    scopes: ['matters:read'],
    expiresOn: '2026-12-31',
    ...body,
  });
const call = (token: unknown, path = '/api/probe', method: 'GET' | 'POST' = 'GET') =>
  bench.browser('10.6.0.1').send(method, path, {}, { authorization: `Bearer ${String(token)}` });

describe('an API token', () => {
  it('acts for a service account of its own, within its scopes', async () => {
    const { body } = await make({});
    expect(body['token']).toMatch(/^luoshi_\d+_[\w-]{43}$/);
    expect((await call(body['token'])).body).toMatchObject({
      name: '台账同步',
      via: 'token',
      roles: ['supervisor'],
    });
    expect((await call(body['token'], '/api/probe-supervisor')).status).toBe(200);
    expect((await call(body['token'], '/api/probe-write', 'POST')).code).toBe('forbidden');
    const writer = (await make({ scopes: ['matters:write'] })).body['token'];
    expect((await call(writer, '/api/probe-write', 'POST')).status).toBe(204);
    expect((await call(writer)).code).toBe('forbidden');
  });

  it('opens no account endpoint, whatever its scopes and roles', async () => {
    const owner = { service: '全能', grants: [{ role: 'system-admin' }] };
    const scopes = ['matters:read', 'matters:write', 'setup:read', 'setup:write'];
    const { body } = await make({ owner, scopes });
    const refused = [];
    for (const [method, path] of [
      ['GET', '/api/accounts'],
      ['GET', '/api/api-tokens'],
      ['GET', '/api/sessions'],
      ['POST', '/api/accounts/1/disable'],
      ['POST', '/api/accounts/1/reset-password'],
      ['POST', '/api/totp/enrol'],
      ['POST', '/api/sessions/end-others'],
    ] as const)
      refused.push((await call(body['token'], path, method)).status);
    expect(refused).toEqual(Array<number>(7).fill(403));
    expect((await call(body['token'], '/api/me')).body['signedIn']).toBe(false);
  });

  it('acts with the roles of the moment; a service account may have a second token', async () => {
    const first = await make({ owner: { service: '数据交换', grants: [{ role: 'unit-office', unitId }] } });
    const personId = Number(first.body['personId']);
    const { body } = await make({ owner: { personId } });
    expect((await call(body['token'])).body['roles']).toEqual(['unit-office']);
    await bench.owner.query('delete from role_grant where person_id = $1', [personId]);
    bench.pass(1);
    expect((await call(body['token'])).body['roles']).toEqual([]);
    await bench.owner.query("update person set state = 'closed' where id = $1", [personId]);
    bench.pass(1);
    expect((await call(body['token'])).status).toBe(401);
  });

  it('is never in a person’s name: who administers could act as anyone', async () => {
    const plain = await bench.person('经办', [{ role: 'handler', unitId }]);
    const signing = await bench.person('科长', [{ role: 'section-head', unitId }]);
    await bench.account(signing, 'kezhang');
    for (const personId of [plain, signing])
      expect((await make({ owner: { personId } })).code).toBe('token-of-person');
  });

  it('ends with the last second of its last day in China', async () => {
    const { body } = await make({ expiresOn: '2026-03-03' });
    expect(body['expiresAt']).toBe('2026-03-03T16:00:00.000Z');
    const left = (Date.parse('2026-03-03T16:00:00.000Z') - bench.now()) / 1_000;
    bench.pass(left - 1);
    expect((await call(body['token'])).status).toBe(200);
    bench.pass(1);
    expect((await call(body['token'])).status).toBe(401);
    bench.pass(-left);
  });

  it('ends at once when it is revoked', async () => {
    const { body } = await make({});
    expect((await call(body['token'])).status).toBe(200);
    expect((await admin.send('POST', `/api/api-tokens/${String(body['id'])}/revoke`)).status).toBe(204);
    expect((await call(body['token'])).status).toBe(401);
    expect((await admin.send('POST', `/api/api-tokens/${String(body['id'])}/revoke`)).status).toBe(404);
  });

  it('is not a cookie, nor a cookie a token', async () => {
    const { body } = await make({});
    const random = String(body['token']).split('_').slice(2).join('_');
    await call(body['token']);
    const one = bench.browser();
    one.cookie = `${bench.city}.${random}`;
    expect((await one.send('GET', '/api/probe')).status).toBe(401);
    const [city, secret] = admin.cookie?.split('.') ?? [];
    await admin.send('GET', '/api/me');
    expect((await call(`luoshi_${city}_${secret}`)).status).toBe(401);
    expect(
      (await call(String(body['token']).replace(/^luoshi_\d+/, `luoshi_${bench.otherCity}`))).status,
    ).toBe(401);
  });

  it.each([
    ['today', { expiresOn: '2026-03-02' }, 'token-expiry'],
    ['in more than a year', { expiresOn: '2027-03-03' }, 'token-expiry'],
    ['without a scope', { scopes: [] }, 'invalid-request'],
    ['with the scope of no token', { scopes: ['none'] }, 'invalid-request'],
    ['for nobody', { owner: { personId: 999_999 } }, 'not-found'],
    ['that rates', { owner: { service: 'x', grants: [{ role: 'proposer' }] } }, 'grant-invalid'],
    ['that audits', { owner: { service: 'x', grants: [{ role: 'audit-admin' }] } }, 'grant-invalid'],
    [
      'of a unit without its unit',
      { owner: { service: 'x', grants: [{ role: 'handler' }] } },
      'grant-invalid',
    ],
    [
      'of an unknown unit',
      { owner: { service: 'x', grants: [{ role: 'unit-office', unitId: 999_999 }] } },
      'grant-invalid',
    ],
    [
      'of one that administers and handles at once',
      { owner: { service: 'x', grants: [{ role: 'system-admin' }, { role: 'supervisor' }] } },
      'admin-alone',
    ],
    ['of no role', { owner: { service: 'x', grants: [] } }, 'invalid-request'],
  ])('is refused %s', async (_, body, code) => {
    const before = await bench.owner.query('select count(*) from person');
    expect((await make(body)).code).toBe(code);
    expect((await bench.owner.query('select count(*) from person')).rows).toEqual(before.rows);
  });

  it('of a section head names a section, that of a unit’s office a unit', async () => {
    const grant = async (role: string) =>
      (await make({ owner: { service: 'x', grants: [{ role, unitId }] } })).code ?? 'made';
    expect(await grant('unit-office')).toBe('made');
    expect(await grant('handler')).toBe('made');
    expect(await grant('section-head')).toBe('grant-invalid');
  });

  it('is made only by someone who has just proved who he is', async () => {
    bench.pass(15 * 60);
    expect((await make({})).code).toBe('confirm-first');
    await admin.send('POST', '/api/confirm-identity', { password: goodPassword });
    expect((await make({})).status).toBe(200);
  });

  it('is listed without its secret, with the minute of its last use', async () => {
    const made = (await make({ name: '列出' })).body;
    await call(made['token']);
    const reply = await admin.send('GET', '/api/api-tokens');
    const items = reply.body['items'] as { id: number; name: string; lastUsedAt: string | null }[];
    const listed = items.find((item) => item.id === made['id']);
    expect(listed).toMatchObject({ name: '列出', revokedAt: null, lastUsedAt: bench.clock().instant });
    expect(reply.text).not.toContain(String(made['token']).slice(-20));
    const { rows } = await bench.owner.query<{ line: string }>('select t::text as line from api_token t');
    expect(rows.some((row) => row.line.includes(String(made['token']).slice(-43)))).toBe(false);
  });
});
