import { type AccountBench, openAccountBench } from '#test/support/account-bench.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

// Each sign-in takes a slow hash, and some tests take dozens.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const minute = 60;
let bench: AccountBench;

beforeAll(async () => {
  bench = await openAccountBench();
});
afterAll(() => bench.close());

let made = 0;
const someone = async (): Promise<{ personId: number; username: string }> => {
  made += 1;
  const username = `handler${made}`;
  const personId = await bench.person(`经办${made}`, [{ role: 'supervisor' }]);
  await bench.account(personId, username);
  return { personId, username };
};
let addresses = 0;
const browser = () => bench.browser(`10.9.0.${(addresses += 1)}`);

describe('one’s own sessions', () => {
  it('are listed and ended one by one, and nobody else’s', async () => {
    const { username } = await someone();
    const stranger = await someone();
    const [here, there, elsewhere] = [browser(), browser(), browser()];
    await here.signIn(username);
    bench.pass(60);
    await there.signIn(username);
    await elsewhere.signIn(stranger.username);
    const items = (await here.send('GET', '/api/sessions')).body['items'] as {
      id: number;
      current: boolean;
    }[];
    expect(items.map((item) => item.current).toSorted()).toEqual([false, true]);
    const other = items.find((item) => !item.current)?.id;
    expect((await elsewhere.send('POST', `/api/sessions/${other}/end`)).status).toBe(404);
    expect((await here.send('POST', `/api/sessions/${other}/end`)).status).toBe(204);
    expect((await there.send('GET', '/api/probe')).status).toBe(401);
    expect((await here.send('GET', '/api/probe')).status).toBe(200);
    expect((await here.send('POST', `/api/sessions/${other}/end`)).status).toBe(404);
  });

  it('are not listed once they timed out', async () => {
    const { username } = await someone();
    await browser().signIn(username);
    bench.pass(30 * minute);
    const here = browser();
    await here.signIn(username);
    expect((await here.send('GET', '/api/sessions')).body['items']).toHaveLength(1);
  });

  it('end all at once but for the one in use', async () => {
    const { username } = await someone();
    const [here, there] = [browser(), browser()];
    await here.signIn(username);
    await there.signIn(username);
    expect((await here.send('POST', '/api/sessions/end-others')).body).toEqual({ ended: 1 });
    expect((await there.send('GET', '/api/probe')).status).toBe(401);
    expect((await here.send('GET', '/api/probe')).status).toBe(200);
  });
});

describe('a change of permission', () => {
  it('acts within a second, also in another process', async () => {
    const { username, personId } = await someone();
    const one = browser();
    await one.signIn(username);
    const other = await bench.otherProcess();
    const there = other.browser();
    there.cookie = one.cookie;
    expect((await one.send('GET', '/api/probe-supervisor')).status).toBe(200);
    expect((await there.send('GET', '/api/probe-supervisor')).status).toBe(200);
    await bench.owner.query('delete from role_grant where person_id = $1', [personId]);
    bench.pass(1);
    expect((await one.send('GET', '/api/probe-supervisor')).code).toBe('forbidden');
    expect((await there.send('GET', '/api/probe-supervisor')).code).toBe('forbidden');
    await other.close();
  });

  it('that ends a session acts within a second in another process', async () => {
    const { username } = await someone();
    const one = browser();
    await one.signIn(username);
    const other = await bench.otherProcess();
    const there = other.browser();
    there.cookie = one.cookie;
    expect((await there.send('GET', '/api/probe')).status).toBe(200);
    await one.send('POST', '/api/sign-out');
    bench.pass(1);
    expect((await there.send('GET', '/api/probe')).status).toBe(401);
    await other.close();
  });

  it('that closes the person ends his sessions', async () => {
    const { username, personId } = await someone();
    const one = browser();
    await one.signIn(username);
    await bench.owner.query("update person set state = 'closed' where id = $1", [personId]);
    bench.pass(1);
    expect((await one.send('GET', '/api/probe')).status).toBe(401);
    expect((await one.signIn(username)).code).toBe('sign-in-failed');
  });
});

describe('who I am', () => {
  it('tells a stranger the place and the password policy, and nothing else', async () => {
    const { status, body } = await browser().send('GET', '/api/me');
    expect(status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual([
      'jurisdiction',
      'passwordPolicy',
      'setUpNeeded',
      'signedIn',
    ]);
    expect(body).toMatchObject({
      signedIn: false,
      setUpNeeded: true,
      passwordPolicy: { profile: 'mlps3', minLength: 8 },
    });
  });

  it('names the unit, the office above a section and the organ of each role', async () => {
    const one =
      'insert into unit (jurisdiction_id, kind, parent_id, name) values ($1, $2, $3, $4) returning id';
    const unit = Number((await bench.owner.query(one, [bench.city, 'unit', null, '市水务局'])).rows[0].id);
    const section = Number(
      (await bench.owner.query(one, [bench.city, 'section', unit, '河湖科'])).rows[0].id,
    );
    const personId = await bench.person('科长', [{ role: 'section-head', unitId: section }]);
    await bench.account(personId, 'section-head');
    const here = browser();
    await here.signIn('section-head');
    expect((await here.send('GET', '/api/me')).body['roles']).toEqual([
      { role: 'section-head', unit: { id: section, name: '河湖科', parent: '市水务局' }, organ: null },
    ]);
  });

  it('keeps language and large type', async () => {
    const { username } = await someone();
    const one = browser();
    await one.signIn(username);
    expect((await one.send('PUT', '/api/preferences', { language: 'en', largeType: true })).status).toBe(204);
    expect((await one.send('GET', '/api/me')).body).toMatchObject({ language: 'en', largeType: true });
    const bad = await one.send('PUT', '/api/preferences', { language: 'fr', largeType: true });
    expect(bad.code).toBe('invalid-request');
  });
});
