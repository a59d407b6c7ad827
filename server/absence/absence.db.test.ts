/** Acting for someone who is away: only with a running delegation, never as himself, and recorded as what it is. */
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { allEndpoints } from '#contract/all.ts';
import { isOpenToStandIn } from '#contract/stand-in.ts';
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { type Answered, type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
let owner: pg.Client;
let day = 2;
beforeAll(async () => {
  product = await createProduct();
  owner = new pg.Client({ connectionString: product.database.ownerUrl });
  await owner.connect();
}, 120_000);
/** Moves the clock, and everybody's session with it. */
const setTime = async (instant: string): Promise<void> => {
  product.setTime(instant);
  await owner.query('update sign_in set started_at = $1, last_seen_at = $1', [instant]);
};
// Each test has a day of its own, so that nothing is remembered and nothing overlaps.
afterEach(async () => {
  day += 1;
  await setTime(`2026-03-${String(day).padStart(2, '0')}T02:00:00.000Z`);
  await owner.query('delete from delegation');
});
afterAll(async () => {
  await owner.end();
  await product.close();
});

const today = (): string => product.now().slice(0, 10);
const idOf = (who: CastName): number => product.people[who] ?? 0;
const codeOf = ({ body }: Answered): string => (body as { code: string }).code;

const make = (by: CastName, away: CastName, standIn: CastName, until = today(), from = today()) =>
  product.ask(by, 'POST', '/api/delegations', {
    body: { personId: idOf(away), standInId: idOf(standIn), from, until, reason: '休假' },
  });
const made = async (by: CastName, away: CastName, standIn: CastName): Promise<number> => {
  const { status, body, text } = await make(by, away, standIn);
  expect(status, text).toBe(200);
  return (body as { id: number }).id;
};

type Asked = NonNullable<Parameters<Product['ask']>[3]>;
const act = (who: CastName, away: CastName, method: string, url: string, asked: Asked = {}) =>
  product.ask(who, method, url, { ...asked, headers: { 'x-for': String(idOf(away)), ...asked.headers } });

const pageOf = async (who: CastName, away: CastName, { matterId }: OneMatter) =>
  (await act(who, away, 'GET', `/api/matters/${matterId}`)).body as {
    title: string;
    replies: { id: number; version: number }[];
    timeline: { actor: string; for: string | null; command: string }[];
  };

describe('in whose name', () => {
  test('a stand-in sees what the absent sees, and nothing of it as himself', async () => {
    const one = await bringTo(product, 'signed');
    expect((await act('leadColleague', 'leadHandler', 'GET', '/api/ledger')).status).toBe(403);
    await made('leadOffice', 'leadHandler', 'leadColleague');
    const url = `/api/matters/${one.matterId}`;
    expect((await product.ask('leadColleague', 'GET', url)).status).toBe(404);
    expect((await act('leadColleague', 'leadHandler', 'GET', url)).status).toBe(200);
    const { body } = await product.ask('leadColleague', 'GET', '/api/covers');
    expect(body).toMatchObject({ items: [{ person: { name: 'leadHandler' }, todo: expect.any(Number) }] });
    const me = (await product.ask('leadColleague', 'GET', '/api/me')).body as { covers: unknown[] };
    expect(me.covers).toMatchObject([{ person: { name: 'leadHandler' }, roles: [{ role: 'handler' }] }]);
  });

  test('nobody without a delegation, before it, after it, once it is ended, or of another city', async () => {
    const id = await made('leadHandler', 'leadHandler', 'leadColleague');
    const asks = () => act('leadColleague', 'leadHandler', 'GET', '/api/workbench/todo');
    expect((await asks()).status).toBe(200);
    expect(codeOf(await act('assistHandler', 'leadHandler', 'GET', '/api/ledger'))).toBe('not-standing-in');
    expect((await act('stranger', 'leadHandler', 'GET', '/api/ledger')).status).toBe(401);
    const odd = { headers: { 'x-for': '1 or 1' } };
    expect(codeOf(await product.ask('leadColleague', 'GET', '/api/ledger', odd))).toBe('not-standing-in');
    // At once, although the clock stands still and the delegation was just remembered.
    const ended = await product.ask('leadHandler', 'POST', `/api/delegations/${id}/end`);
    expect(ended.status).toBe(204);
    expect(codeOf(await asks())).toBe('not-standing-in');
    const again = await product.ask('leadHandler', 'POST', `/api/delegations/${id}/end`);
    expect(codeOf(again)).toBe('delegation-over');
    // One second after the distrust has passed, on the day itself and the day after.
    await owner.query('update delegation set ended_at = null, ended_by = null');
    const date = today();
    await setTime(`${date}T02:00:09.000Z`);
    expect((await asks()).status).toBe(200);
    await setTime(`${date}T15:59:59.900Z`);
    expect((await asks()).status).toBe(200);
    await setTime(`${date}T16:00:00.100Z`);
    expect(codeOf(await asks())).toBe('not-standing-in');
    await owner.query('update delegation set from_on = from_on + 5, until_on = until_on + 5');
    expect(codeOf(await asks())).toBe('not-standing-in');
  });

  test('a stand-in who moves to another unit covers no longer', async () => {
    await made('leadHandler', 'leadHandler', 'leadColleague');
    await owner.query('update role_grant set unit_id = $1 where person_id = $2', [
      product.place.otherUnit,
      idOf('leadColleague'),
    ]);
    expect(codeOf(await act('leadColleague', 'leadHandler', 'GET', '/api/ledger'))).toBe('not-standing-in');
    await owner.query('update role_grant set unit_id = $1 where person_id = $2', [
      product.place.leadSection,
      idOf('leadColleague'),
    ]);
  });

  test('what the absent person is given later is not lent', async () => {
    await made('leadHandler', 'leadHandler', 'leadColleague');
    const { rows } = await owner.query<{ id: string }>(
      `insert into role_grant (jurisdiction_id, person_id, role, unit_id) values ($1, $2, 'unit-leader', $3) returning id`,
      [product.place.jurisdictionId, idOf('leadHandler'), product.place.leadUnit],
    );
    const { body } = await product.ask('leadColleague', 'GET', '/api/me');
    expect(body).toMatchObject({
      covers: [{ person: { name: 'leadHandler' }, roles: [{ role: 'handler' }] }],
    });
    expect((body as { covers: { roles: unknown[] }[] }).covers[0]?.roles).toHaveLength(1);
    await owner.query('delete from role_grant where id = $1', [rows[0]?.id]);
  });

  test('a proposer’s verdict and an administrator’s powers are never another’s', async () => {
    for (const [away, standIn] of [
      ['leadProposer', 'coProposer'],
      ['systemAdmin', 'auditAdmin'],
    ] as const) {
      expect((await make(away, away, standIn)).status).toBe(403);
      // Not even where a row says so.
      await owner.query(
        `insert into delegation (jurisdiction_id, person_id, to_person_id, from_on, until_on, reason, made_by, made_at)
         values ($1, $2, $3, $4, $4, 'x', $2, now())`,
        [product.place.jurisdictionId, idOf(away), idOf(standIn), today()],
      );
      expect(codeOf(await act(standIn, away, 'GET', '/api/ledger'))).toBe('not-standing-in');
    }
  });

  test('of the absent person’s own account nothing answers, and nothing that is his alone', async () => {
    await made('leadHandler', 'leadHandler', 'leadColleague');
    const closed = allEndpoints.filter((one) => one.access.kind !== 'public' && !isOpenToStandIn(one));
    expect(closed.length).toBeGreaterThan(60);
    for (const { id, method, path } of closed) {
      const answered = await act('leadColleague', 'leadHandler', method, path.replace(/:\w+/g, '1'));
      expect(codeOf(answered), id).toBe('not-while-standing-in');
    }
    const mine = (await act('leadColleague', 'leadHandler', 'GET', '/api/me')).body as {
      person: { name: string };
    };
    expect(mine.person.name).toBe('leadColleague');
  });
});

describe('what is done', () => {
  const submit = (who: CastName, away: CastName | null, replyId: number, version: number) => {
    const asked = { version, body: {} };
    const url = `/api/replies/${replyId}/submit`;
    return away === null ? product.ask(who, 'POST', url, asked) : act(who, away, 'POST', url, asked);
  };

  test('names both, in the journal, in the timeline and in both lists', async () => {
    const one = await bringTo(product, 'drafting');
    await made('leadOffice', 'leadHandler', 'leadColleague');
    const [reply] = (await pageOf('leadColleague', 'leadHandler', one)).replies;
    const { status, text } = await submit(
      'leadColleague',
      'leadHandler',
      reply?.id ?? 0,
      reply?.version ?? 0,
    );
    expect(status, text).toBe(200);
    const { timeline } = await pageOf('leadColleague', 'leadHandler', one);
    expect(timeline.at(-1)).toMatchObject({ actor: 'leadColleague', for: 'leadHandler' });
    const { rows } = await owner.query(
      "select actor_id::int, for_id::int, entry::json as entry from journal where command = 'reply.submit' order by at desc limit 1",
    );
    const ids = { actorId: idOf('leadColleague'), forId: idOf('leadHandler') };
    expect(rows).toMatchObject([{ actor_id: ids.actorId, for_id: ids.forId, entry: ids }]);
    const done = (await product.ask('leadHandler', 'GET', '/api/workbench/done')).body as {
      items: { matterId: number; stoodIn: unknown }[];
    };
    expect(done.items.find(({ matterId }) => matterId === one.matterId)?.stoodIn).toEqual({
      by: 'leadColleague',
      for: 'leadHandler',
    });
  });

  test('nobody clears his own work in another’s name, nor as himself what he did in another’s', async () => {
    const one = await bringTo(product, 'drafting');
    await made('leadHead', 'leadHead', 'leadHandler');
    const [reply] = (await pageOf('leadHandler', 'leadHead', one)).replies;
    const id = reply?.id ?? 0;
    expect((await submit('leadHandler', null, id, reply?.version ?? 0)).status).toBe(200);
    const versionNow = async () =>
      (await pageOf('leadHandler', 'leadHead', one)).replies.find((two) => two.id === id)?.version ?? 0;
    const approve = async (who: CastName, away: CastName | null) => {
      const asked = { version: await versionNow(), body: { note: '' } };
      const url = `/api/replies/${id}/approve`;
      return away === null ? product.ask(who, 'POST', url, asked) : act(who, away, 'POST', url, asked);
    };
    expect(codeOf(await approve('leadHandler', 'leadHead'))).toBe('own-work');
    expect((await approve('leadHead', null)).status).toBe(200);

    const two = await bringTo(product, 'drafting');
    await owner.query('delete from delegation');
    await made('leadHandler', 'leadHandler', 'leadHead');
    const [other] = (await pageOf('leadHead', 'leadHandler', two)).replies;
    expect((await submit('leadHead', 'leadHandler', other?.id ?? 0, other?.version ?? 0)).status).toBe(200);
    const own = (await product.ask('leadHead', 'GET', `/api/matters/${two.matterId}`)).body as {
      replies: { id: number; version: number }[];
    };
    const asked = { version: own.replies[0]?.version ?? 0, body: { note: '' } };
    expect(codeOf(await product.ask('leadHead', 'POST', `/api/replies/${other?.id}/approve`, asked))).toBe(
      'own-work',
    );
  });

  test('a key belongs to the real person and to whom he acts for', async () => {
    await made('leadOffice', 'leadHandler', 'leadColleague');
    const one = await bringTo(product, 'drafting');
    const [reply] = (await pageOf('leadColleague', 'leadHandler', one)).replies;
    const key = 'one-key-for-all';
    const asked = { version: reply?.version ?? 0, body: {}, key };
    const url = `/api/replies/${reply?.id}/submit`;
    expect((await product.ask('leadColleague', 'POST', url, asked)).status).toBe(404);
    expect((await act('leadColleague', 'leadHandler', 'POST', url, asked)).status).toBe(200);
    expect((await act('leadColleague', 'leadHandler', 'POST', url, asked)).status).toBe(200);
    // The stored answer is not that of the absent, with the same key.
    expect((await product.ask('leadHandler', 'POST', url, asked)).status).not.toBe(200);
  });
});

describe('nothing waits', () => {
  test('notices reach both; the copy says for whom; nobody hears of his own act', async () => {
    const one = await bringTo(product, 'filed');
    await made('assistOffice', 'assistOffice', 'assistHandler');
    await made('leadOffice', 'leadOffice', 'leadHandler');
    await owner.query('delete from notice');
    const { version } = (await product.ask('supervisor', 'GET', `/api/matters/${one.matterId}`)).body as {
      version: number;
    };
    const { status, text } = await product.ask('supervisor', 'POST', `/api/matters/${one.matterId}/assign`, {
      version,
      body: {
        duties: [
          { unitId: product.place.leadUnit, role: 'lead' },
          { unitId: product.place.assistUnit, role: 'assist' },
        ],
        responsibleLeader: '分管市长',
      },
    });
    expect(status, text).toBe(200);
    const noticesOf = async (who: CastName) =>
      (
        (await product.ask(who, 'GET', '/api/notices')).body as {
          items: { kind: string; for: string | null }[];
        }
      ).items;
    for (const [who, away] of [
      ['leadOffice', null],
      ['leadHandler', 'leadOffice'],
      ['assistHandler', 'assistOffice'],
    ] as const)
      expect(await noticesOf(who), who).toMatchObject([{ kind: 'assigned', for: away }]);
    expect(await noticesOf('leadColleague')).toEqual([]);
  });

  test('no copy to a stand-in who has left the unit, not even when the matter leaves it', async () => {
    const one = await bringTo(product, 'assigned');
    await made('leadOffice', 'leadOffice', 'leadColleague');
    await owner.query('delete from notice');
    const move = (unitId: number) =>
      owner.query('update role_grant set unit_id = $1 where person_id = $2', [unitId, idOf('leadColleague')]);
    const farewell = () =>
      owner.query<{ person_id: string }>(`select person_id from notice where kind = 'revoked'`);
    const revoke = async ({ matterId, leadDuty }: OneMatter) => {
      const { body } = await product.ask('supervisor', 'GET', `/api/matters/${matterId}`);
      const { assignments } = body as { assignments: { id: number; version: number }[] };
      const version = assignments.find(({ id }) => id === leadDuty)?.version ?? 0;
      const asked = { version, body: { reason: '分工调整' } };
      const { status, text } = await product.ask(
        'supervisor',
        'POST',
        `/api/assignments/${leadDuty}/revoke`,
        asked,
      );
      expect(status, text).toBeLessThan(300);
    };
    await move(product.place.otherUnit);
    await revoke(one);
    expect((await farewell()).rows.map(({ person_id }) => Number(person_id))).toEqual([idOf('leadOffice')]);
    await move(product.place.leadSection);
    await revoke(await bringTo(product, 'assigned'));
    expect((await farewell()).rows.map(({ person_id }) => Number(person_id))).toContain(
      idOf('leadColleague'),
    );
  });

  test('whoever hands work to someone away reads until when, and who stands in', async () => {
    await made('leadOffice', 'leadHandler', 'leadColleague');
    const { body } = await product.ask('leadOffice', 'GET', `/api/units/${product.place.leadUnit}/staff`);
    const { handlers } = body as { handlers: { name: string; away: unknown }[] };
    expect(handlers.find(({ name }) => name === 'leadHandler')?.away).toEqual({
      until: today(),
      standIn: 'leadColleague',
    });
    expect(handlers.find(({ name }) => name === 'leadColleague')?.away).toBeNull();
  });
});

describe('arranging', () => {
  test('lists who could stand in, for those who may arrange it, and no one else', async () => {
    const url = `/api/delegations/stand-ins/${idOf('leadHandler')}`;
    const namesFor = async (who: CastName) =>
      ((await product.ask(who, 'GET', url)).body as { items: { name: string }[] }).items.map(
        ({ name }) => name,
      );
    const unit = ['leadOffice', 'leadLeader', 'leadHead', 'leadColleague'];
    expect(await namesFor('leadHandler')).toEqual(unit);
    expect(await namesFor('leadOffice')).toEqual(unit.slice(1));
    expect((await product.ask('otherOffice', 'GET', url)).status).toBe(404);
    expect(codeOf(await make('leadHead', 'leadHandler', 'leadColleague'))).toBe('not-found');
    expect(codeOf(await make('leadOffice', 'leadHandler', 'leadOffice'))).toBe('delegation-own-gain');
    expect(codeOf(await make('leadHandler', 'leadHandler', 'otherHandler'))).toBe('delegation-not-eligible');
  });

  test('two at the same moment for the same days: one of them holds', async () => {
    const answers = await Promise.all([
      make('leadHandler', 'leadHandler', 'leadColleague'),
      make('leadOffice', 'leadHandler', 'leadHead'),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const { body } = await product.ask('leadOffice', 'GET', '/api/delegations');
    expect(body).toMatchObject({
      items: [{ person: { name: 'leadHandler' }, state: 'running', mayEnd: true }],
    });
    expect((await product.ask('otherOffice', 'GET', '/api/delegations')).body).toMatchObject({ items: [] });
  });
});
