/** What an administrator's own endpoints must not be talked into. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import { bringTo } from '#test/support/one-matter.ts';
import { createProduct, type Product } from '#test/support/product.ts';

let product: Product;
let owner: pg.Client;
beforeAll(async () => {
  product = await createProduct();
  owner = new pg.Client({ connectionString: product.database.ownerUrl });
  await owner.connect();
}, 120_000);
afterAll(async () => {
  await owner.end();
  await product.close();
});

const fields = { post: '', group: '', phone: null };

describe('a preset', () => {
  // Names that every JavaScript object answers to: a ruleset of nothing would stop the whole city.
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'nowhere'])(
    '%s is none',
    async (preset) => {
      const { status, body } = await product.ask('systemAdmin', 'POST', '/api/setup/ruleset/proposals', {
        body: { preset },
      });
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'field-invalid', at: 'preset' });
      const { rows } = await owner.query('select preset from ruleset_in_force');
      expect(rows).toEqual([{ preset: 'national' }]);
    },
  );
});

describe('a role', () => {
  const add = (grant: Record<string, unknown>) =>
    product.ask('systemAdmin', 'POST', '/api/setup/people', {
      body: { ...fields, name: '丁', grants: [{ unitId: null, organId: null, ...grant }] },
    });

  test('of a unit is not also held at an organ, nor one of an organ at a unit, whether it exists or not', async () => {
    const { congress, leadUnit, leadSection } = product.place;
    for (const grant of [
      { role: 'handler', unitId: leadUnit, organId: congress },
      { role: 'section-head', unitId: leadSection, organId: congress },
      { role: 'congress-office', unitId: leadUnit, organId: congress },
      { role: 'congress-office', unitId: 999_999, organId: congress },
    ])
      expect((await add(grant)).body, JSON.stringify(grant)).toMatchObject({ code: 'field-invalid' });
    expect((await add({ role: 'handler', unitId: leadUnit })).status).toBe(200);
    expect((await add({ role: 'congress-office', organId: congress })).status).toBe(200);
  });

  test('at an organ gives no say there unless it is the role of its office', async () => {
    await owner.query('update role_grant set organ_id = $1 where person_id = $2', [
      product.place.congress,
      product.people['otherHandler'],
    ]);
    await owner.query(
      `insert into role_grant (jurisdiction_id, person_id, role, unit_id, organ_id) values ($1, $2, 'handler', $3, $4)`,
      [
        product.place.jurisdictionId,
        product.people['cppccOffice'],
        product.place.otherUnit,
        product.place.congress,
      ],
    );
    const body = {
      sessionId: product.place.session,
      inSession: true,
      caseNo: '20269001',
      title: '关于公交的建议',
      body: '',
      category: null,
      publicConsent: 'full',
      filedOn: '2026-01-15',
      proposerIds: [product.people['leadProposer']],
      points: ['优化线网'],
    };
    expect((await product.ask('cppccOffice', 'POST', '/api/matters', { body })).status).toBe(404);
    expect((await product.ask('congressOffice', 'POST', '/api/matters', { body })).status).toBe(200);
    const { body: todo } = await product.ask('otherHandler', 'GET', '/api/workbench/todo');
    expect(todo).toMatchObject({ items: [], counts: { todo: 0 } });
  });
});

describe('a matter filed by hand', () => {
  test('is by proposers in office, not by whoever has an id', async () => {
    const file = (caseNo: string, ...proposerIds: readonly (number | undefined)[]) =>
      product.ask('congressOffice', 'POST', '/api/matters', {
        body: {
          sessionId: product.place.session,
          inSession: true,
          caseNo,
          title: '关于公交的建议',
          body: '',
          category: null,
          publicConsent: 'full',
          filedOn: '2026-01-15',
          proposerIds,
          points: ['优化线网'],
        },
      });
    const { leadProposer, systemAdmin, leadHandler } = product.people;
    for (const stranger of [systemAdmin, leadHandler, 999_999])
      expect((await file('20269002', leadProposer, stranger)).body).toMatchObject({
        code: 'field-invalid',
        at: 'proposerIds',
      });
    expect((await file('20269002', leadProposer, leadProposer)).status).toBe(200);
  });
});

describe('two administrators', () => {
  test('who dismiss each other at once do not leave the city without one', async () => {
    const add = async (name: string): Promise<number> => {
      const { body } = await product.ask('systemAdmin', 'POST', '/api/setup/people', {
        body: { ...fields, name, grants: [{ role: 'system-admin', unitId: null, organId: null }] },
      });
      return (body as { id: number }).id;
    };
    for (let round = 0; round < 5; round += 1) {
      const other = await add(`管理员${round}`);
      await owner.query(
        `insert into account (jurisdiction_id, person_id, username, username_key, password_hash) values ($1, $2, $3, $3, 'none')`,
        [product.place.jurisdictionId, other, `admin${round}`],
      );
      const dismiss = (personId: number | undefined) =>
        product.ask('systemAdmin', 'POST', `/api/setup/people/${personId}`, {
          version: 1,
          body: { ...fields, name: '甲', grants: [] },
        });
      const first = product.people['systemAdmin'];
      await owner.query('update person set version = 1 where id = any($1)', [[first, other]]);
      const answers = await Promise.all([dismiss(first), dismiss(other)]);
      const { rows } = await owner.query(
        `select person_id from role_grant where role = 'system-admin' and person_id = any($1)`,
        [[first, other]],
      );
      expect(rows.length, JSON.stringify(answers.map(({ status, text }) => [status, text]))).toBeGreaterThan(
        0,
      );
      await owner.query(`delete from role_grant where person_id = any($1)`, [[first, other]]);
      await owner.query(
        `insert into role_grant (jurisdiction_id, person_id, role) values ($1, $2, 'system-admin')`,
        [product.place.jurisdictionId, first],
      );
      product.setTime(`2026-03-02T02:0${round + 1}:00.000Z`);
    }
  }, 60_000);
});

describe('a handler with open matters', () => {
  test('moves within his unit; out of it only after he has handed them over', async () => {
    await bringTo(product, 'signed');
    const { leadHandler } = product.people;
    const { rows } = await owner.query<{ version: number }>('select version from person where id = $1', [
      leadHandler,
    ]);
    let version = rows[0]?.version ?? 0;
    const give = async (...grants: readonly { role: string; unitId: number }[]) => {
      const answer = await product.ask('systemAdmin', 'POST', `/api/setup/people/${leadHandler}`, {
        version,
        body: { ...fields, name: 'leadHandler', grants: grants.map((one) => ({ ...one, organId: null })) },
      });
      version = (answer.body as { version?: number }).version ?? version;
      return answer;
    };
    const { leadUnit, leadSection, otherUnit } = product.place;
    for (const unitId of [leadUnit, leadSection])
      expect((await give({ role: 'handler', unitId })).status).toBe(200);
    for (const grants of [
      [],
      [{ role: 'handler', unitId: otherUnit }],
      [{ role: 'unit-office', unitId: leadUnit }],
    ])
      expect((await give(...grants)).body).toMatchObject({ code: 'person-has-open-duties' });
    const both = await give({ role: 'handler', unitId: otherUnit }, { role: 'handler', unitId: leadSection });
    expect(both.status).toBe(200);
  }, 60_000);
});

describe('a unit that is being closed', () => {
  test('is given no matter meanwhile', async () => {
    const one = await bringTo(product, 'filed');
    const { otherUnit } = product.place;
    await owner.query('begin');
    await owner.query('select 1 from unit where id = $1 for update', [otherUnit]);
    await owner.query(`update unit set state = 'closed' where id = $1`, [otherUnit]);
    const assigning = product.ask('congressOffice', 'POST', `/api/matters/${one.matterId}/assign`, {
      version: 1,
      body: { duties: [{ unitId: otherUnit, role: 'sole' }], responsibleLeader: '分管市长' },
    });
    await expect
      .poll(async () => {
        const { rows } = await owner.query(`select 1 from pg_locks where not granted`);
        return rows.length;
      })
      .toBeGreaterThan(0);
    await owner.query('commit');
    expect((await assigning).body).toMatchObject({ code: 'unit-closed' });
    await owner.query(`update unit set state = 'active' where id = $1`, [otherUnit]);
  }, 60_000);
});
