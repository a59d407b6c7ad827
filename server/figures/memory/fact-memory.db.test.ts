/** The copy of the figures' rows in the server's memory, while the city writes on. */
import type { Variant } from '#core/figures/figure.ts';
import { variantInPeriod } from '#core/figures/in-period.ts';
import { type CountingStage, countingStage } from '#test/support/counting-stage.ts';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endOfDay } from '../../case/keep-facts.ts';
import type { Db } from '../../platform/db/database.ts';
import { countVariants } from '../count.views.ts';
import { type FactMemory, openFactMemory } from './fact-memory.ts';
import { crossScan } from './scan.ts';

const today = '2026-05-20';
let stage: CountingStage;
let owner: pg.Client;
let db: Db;
let j: number;
let variants: readonly Variant[];
let beside: readonly Variant[];
let memory: FactMemory;
let questionOf: CountingStage['questionOf'];

beforeAll(async () => {
  stage = await countingStage(today);
  ({ owner, db, j, variants, beside, memory, questionOf } = stage);
}, 300_000);
afterAll(() => stage.close());

describe('the copy in memory', () => {
  const standingMatters = (from?: FactMemory) =>
    db.read(j, (tx) => countVariants(tx, questionOf(today, {}, from), variants));
  const touch = (table: string, change: string): Promise<unknown> =>
    owner.query(`with touched as (update ${table} set ${change} where matter_id in (select max(matter_id) from ${table})
        returning jurisdiction_id, matter_id)
      insert into figure_change select jurisdiction_id, matter_id, pg_current_xact_id() from touched limit 1
      on conflict (jurisdiction_id, matter_id) do update set tx = excluded.tx`);

  test('is asked at all', async () => {
    const asked = await db.read(j, (tx) =>
      memory.scan(tx, questionOf(today, {}), 'matter', [], ({ table }) => table.size),
    );
    expect(asked).toBeGreaterThan(500);
    for (const source of new Set(beside.map(({ numerator }) => numerator.source))) {
      const kept = await db.read(j, (tx) =>
        memory.scan(tx, questionOf(today, {}), source, [], ({ table }) => table.size),
      );
      expect(kept, source).toBeGreaterThan(0);
    }
    // Months too, so that what agrees above was not SQL twice.
    const [filed] = variants;
    const byMonth = await db.read(j, (tx) =>
      memory.scan(tx, questionOf(today, {}), 'matter', ['month'], (scan) =>
        filed === undefined ? null : crossScan(scan, { rows: 'month', columns: null }, [filed.numerator]),
      ),
    );
    expect(byMonth?.length).toBeGreaterThan(5);
  });

  test('counts what was written before the question, and nothing that is not committed', async () => {
    const before = await standingMatters(memory);
    await owner.query('begin');
    await touch('figure_matter', `withdrawn_at = '2024-01-01'`);
    expect(await standingMatters(memory)).toEqual(before);
    await owner.query('commit');
    const after = await standingMatters(memory);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await standingMatters());
  });

  test('counts what was written beside matters as soon as it is committed', async () => {
    const ask = (from?: FactMemory) =>
      db.read(j, (tx) => countVariants(tx, questionOf(today, {}, from), beside));
    for (const change of [
      `update supervision_act set amount = amount + 3, people = people + 5 where id = (select min(id) from supervision_act where struck_at is null)`,
      `update submission set withdrawn_at = submitted_at where id = (select min(id) from submission where submitted_at is not null and withdrawn_at is null)`,
      `update session_opinion set left_out = tstzmultirange(tstzrange(received_at, null)) where id = (select min(id) from session_opinion where left_out = '{}')`,
      `update urge_slip set taken_back_at = issued_at where id = (select min(id) from urge_slip where taken_back_at is null)`,
      `update supervision_notice_step set type = 'noticeCancelled' where id = (select min(id) from supervision_notice_step where type <> 'noticeCancelled')`,
    ]) {
      const before = await ask(memory);
      await owner.query('begin');
      await owner.query(change);
      expect(await ask(memory), change).toEqual(before);
      await owner.query('commit');
      const after = await ask(memory);
      expect(after, change).not.toEqual(before);
      expect(after, change).toEqual(await ask());
    }
    // Of several kinds at once more than are read one by one, and of each kind fewer.
    const copies = (table: string, kept: string, more: string): Promise<unknown> =>
      owner.query(`insert into ${table} overriding system value
        select made.* from (select * from ${table} where ${kept} order by id limit 1) a, generate_series(1, 3000) n,
          jsonb_populate_record(null::${table}, to_jsonb(a) || jsonb_build_object('id', 1000000 + n) || ${more}) made`);
    await copies('supervision_act', 'struck_at is null', `'{}'`);
    await copies('submission', 'submitted_at is not null', `jsonb_build_object('flow_no', 'T' || n)`);
    const many = await ask(memory);
    expect(many).toEqual(await ask());
    await memory.settled();
    expect(await ask(memory)).toEqual(many);
  });

  test('leaves a transaction that has written facts itself to SQL', async () => {
    const counted = await db.write(j, async (tx) => {
      const base = questionOf(today, {}, memory);
      await tx.deleteFrom('figure_matter').where('jurisdiction_id', '=', j).execute();
      await tx
        .insertInto('figure_change')
        .columns(['jurisdiction_id', 'matter_id', 'tx'])
        .expression((eb) =>
          eb
            .selectFrom('matter')
            .select((one) => ['jurisdiction_id', 'id', one.fn<string>('pg_current_xact_id', []).as('tx')])
            .limit(1),
        )
        .onConflict((on) =>
          on.columns(['jurisdiction_id', 'matter_id']).doUpdateSet((eb) => ({ tx: eb.ref('excluded.tx') })),
        )
        .execute();
      return { keep: false, value: await countVariants(tx, base, variants.slice(0, 1)) };
    });
    expect(counted[0]?.numerator).toBe(0);
    expect(await standingMatters(memory)).toEqual(await standingMatters());
  });

  test('reckons days of summers with summer time as SQL does: eight hours ahead, as the ends of days are kept', async () => {
    await touch('figure_matter', `filed_at = '${endOfDay('1988-06-30')}'`);
    const filed = variants.slice(0, 1).map(({ numerator }) => ({ numerator, denominator: null }));
    for (const from of [undefined, memory])
      for (const [month, many] of [
        ['1988-06', 1],
        ['1988-07', 0],
      ] as const) {
        const narrowed = filed.map((one) =>
          variantInPeriod({ id: '', name: { zh: '', en: '' }, ...one }, { month: [month] }),
        );
        const [counted] = await db.read(j, (tx) =>
          countVariants(tx, questionOf(today, { month: [month] }, from), narrowed),
        );
        expect(counted?.numerator).toBe(many);
      }
  });

  test('is given up where a city needs more room than there is', async () => {
    const narrow = openFactMemory(db, { leastRows: 0, mostBytes: 1000 });
    expect(await standingMatters(narrow)).toEqual(await standingMatters());
    await narrow.settled();
    const asked = await db.read(j, (tx) =>
      narrow.scan(tx, questionOf(today, {}), 'matter', [], ({ table }) => table.size),
    );
    expect(asked).toBeNull();
  });
});
