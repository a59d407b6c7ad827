/** Urging by hand: in bulk, at once, in whose power, what each side then sees, and what it comes to in figures. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evolveUrge } from '#core/supervision/evolve.ts';
import type { SupervisionEntry } from '#core/supervision/supervision-entry.ts';
import type { Urge } from '#core/supervision/urge.ts';
import { momentOf } from '#server/platform/moment.ts';
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';
import pg from 'pg';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

type Slip = {
  id: number;
  version: number;
  assignmentId: number;
  slipNo: string;
  level: string;
  state: string;
  text: string;
  late: boolean;
  allowedActions: { action: string }[];
};
type Bulk = { done: number; refused: { id: number; label: string; code: string }[]; issued: Slip[] };

const bulk = async (who: CastName, assignmentIds: readonly number[], more: object = {}, key?: string) => {
  const body = { assignmentIds, level: null, reason: '', text: null, ...more };
  const asked = await product.ask(who, 'POST', '/api/supervision/urges', {
    body,
    ...(key === undefined ? {} : { key }),
  });
  expect(asked.status).toBe(200);
  return asked.body as Bulk;
};
const list = async (who: CastName, query = '') =>
  (await product.ask(who, 'GET', `/api/supervision/urges${query}`)).body as {
    items: Slip[];
    next: string | null;
    total: number;
  };
const slipOn = async (who: CastName, one: OneMatter): Promise<Slip> => {
  const [found] = (await list(who, `?matterId=${one.matterId}`)).items;
  if (found === undefined) throw new Error('no slip on the list');
  return found;
};
/** What an endpoint answers to the supervisor on another day: nobody's session lives that long. */
const asSupervisor = async (id: string, day: string, asked: object): Promise<unknown> => {
  const { jurisdictionId } = product.place;
  const route = product.app.routes.find(({ endpoint }) => endpoint.id === id);
  const personId = product.people['supervisor'] ?? 0;
  const actor = { jurisdictionId, personId, name: '', grants: [{ role: 'supervisor' }], via: 'session' };
  const at = momentOf(new Date(`${day}T02:00:00Z`));
  const result = await product.app.db.write(jurisdictionId, async (tx) => ({
    keep: false,
    value: await route?.handle({ query: {}, body: {}, ...asked, actor, at, tx, language: 'zh' } as never),
  }));
  if (result?.ok !== true) throw new Error(`${id}: ${JSON.stringify(result)}`);
  return result.body;
};

const serial = (slipNo: string): number => Number(/(\d+)号$/.exec(slipNo)?.[1]);
const todo = async (who: CastName) =>
  (
    (await product.ask(who, 'GET', '/api/workbench/todo')).body as {
      items: { kind: string; matterId: number }[];
    }
  ).items;
const kinds = async (who: CastName, one: OneMatter) =>
  (await todo(who)).filter(({ matterId }) => matterId === one.matterId).map(({ kind }) => kind);

describe('in bulk', () => {
  test('a hundred duties in one run, numbered without gap; one that cannot be spoils none', async () => {
    const matters: OneMatter[] = [];
    for (let n = 0; n < 50; n += 1) matters.push(await bringTo(product, 'assigned'));
    const answered = await bringTo(product, 'issued');
    const ids = [...matters.flatMap((one) => [one.leadDuty, one.assistDuty]), answered.leadDuty, 999_999];
    const done = await bulk('supervisor', ids);
    expect([done.done, done.issued.length]).toEqual([100, 100]);
    expect(done.refused.map(({ id, code }) => [id, code]).sort()).toEqual(
      [
        [answered.leadDuty, 'urge-nothing-owed'],
        [999_999, 'not-found'],
      ].sort(),
    );
    const numbers = done.issued.map(({ slipNo }) => serial(slipNo)).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, n) => (numbers[0] ?? 0) + n));
    // Two pages hold exactly all of them.
    const first = await list('supervisor');
    const second = await list('supervisor', `?cursor=${first.next}`);
    expect(first.total).toBe(100);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(100);
    expect(second.next).toBeNull();
  }, 240_000);

  test('the same key again issues nothing anew and answers alike', async () => {
    const one = await bringTo(product, 'signed');
    const ids = [one.leadDuty, one.assistDuty];
    const first = await bulk('supervisor', ids, {}, 'urge-pressed-twice-01');
    const second = await bulk('supervisor', ids, {}, 'urge-pressed-twice-01');
    expect(second).toEqual(first);
    expect((await list('supervisor', `?matterId=${one.matterId}`)).total).toBe(2);
  }, 60_000);

  test('of two at once on the same duty one is told of the other’s slip', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await bringTo(product, 'assigned');
      const both = await Promise.all([
        bulk('supervisor', [one.leadDuty]),
        bulk('congressOffice', [one.leadDuty]),
      ]);
      expect(both.map(({ done }) => done).sort()).toEqual([0, 1]);
      expect(both.flatMap(({ refused }) => refused.map(({ code }) => code))).toEqual(['urge-today']);
    }
  }, 120_000);

  test('runs at the same time share one series without gap or double', async () => {
    const matters: OneMatter[] = [];
    for (let n = 0; n < 12; n += 1) matters.push(await bringTo(product, 'assigned'));
    const half = (odd: number) =>
      matters.filter((_, n) => n % 2 === odd).flatMap((one) => [one.leadDuty, one.assistDuty]);
    const both = await Promise.all([bulk('supervisor', half(0)), bulk('congressOffice', half(1).reverse())]);
    const numbers = both
      .flatMap(({ issued }) => issued.map(({ slipNo }) => serial(slipNo)))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, n) => (numbers[0] ?? 0) + n));
  }, 120_000);

  test('proposes what is late today, and only that', async () => {
    const one = await bringTo(product, 'assigned');
    const propose = async (day: string) => {
      const { items } = (await asSupervisor('proposeUrges', day, { body: { overdue: {} } })) as {
        items: { matter: { id: number }; level: string; text: string; workdaysLeft: number }[];
      };
      return items.filter(({ matter }) => matter.id === one.matterId);
    };
    // Seven days to sign for, and then ten working days late.
    expect(await propose('2026-03-09')).toEqual([]);
    const [first] = await propose('2026-03-23');
    expect(first).toMatchObject({ workdaysLeft: -10, level: 'orange' });
    expect(first?.text).toMatch(/超期10个工作日/);
  }, 60_000);
});

describe('in whose power', () => {
  test('a unit outside the supervisor’s is urged by the organ’s office alone', async () => {
    const one = await bringTo(product, 'filed');
    const page = async () =>
      (await product.ask('supervisor', 'GET', `/api/matters/${one.matterId}`)).body as {
        version: number;
        assignments: { id: number }[];
      };
    await product.ask('congressOffice', 'POST', `/api/matters/${one.matterId}/assign`, {
      version: (await page()).version,
      body: { duties: [{ unitId: product.place.boundaryUnit, role: 'sole' }], responsibleLeader: '分管市长' },
    });
    const duty = (await page()).assignments[0]?.id ?? 0;
    expect((await bulk('supervisor', [duty])).refused[0]?.code).toBe('unit-outside-power');
    // To the office of the other organ the duty does not exist.
    expect((await bulk('cppccOffice', [duty])).refused).toEqual([
      expect.objectContaining({ id: duty, label: String(duty), code: 'not-found' }),
    ]);
    expect((await bulk('congressOffice', [duty])).done).toBe(1);
    const slip = await slipOn('supervisor', one);
    expect(slip.allowedActions).toEqual([expect.objectContaining({ action: 'takeBackUrge' })]);
    const back = await product.ask('supervisor', 'POST', `/api/supervision/urges/${slip.id}/take-back`, {
      version: slip.version,
      body: { reason: '误发' },
    });
    expect(back.body).toMatchObject({ code: 'unit-outside-power' });
  }, 60_000);

  test('each side sees its own; a unit that was not urged and a proposer see nothing', async () => {
    const one = await bringTo(product, 'signed');
    await bulk('supervisor', [one.leadDuty]);
    for (const who of ['supervisor', 'congressOffice', 'cityLeader', 'leadOffice', 'leadLeader'] as const)
      expect((await list(who, `?matterId=${one.matterId}`)).total, who).toBe(1);
    for (const who of ['assistOffice', 'otherOffice', 'cppccOffice'] as const)
      expect((await list(who, `?matterId=${one.matterId}`)).total, who).toBe(0);
    const on = async (who: CastName) => {
      const { body } = await product.ask(who, 'GET', `/api/matters/${one.matterId}/supervision`);
      const { body: page } = await product.ask(who, 'GET', `/api/matters/${one.matterId}`);
      const { timeline } = page as { timeline: { events: { type: string }[] }[] };
      const told = timeline.flatMap(({ events }) => events).some(({ type }) => type === 'urged');
      return [(body as { urges: unknown[] }).urges.length, told];
    };
    for (const who of ['supervisor', 'congressOffice', 'leadOffice', 'leadHandler'] as const)
      expect(await on(who), who).toEqual([1, true]);
    for (const who of ['leadProposer', 'assistOffice'] as const)
      expect(await on(who), who).toEqual([0, false]);
    const slip = await slipOn('supervisor', one);
    const acknowledge = (who: CastName) =>
      product.ask(who, 'POST', `/api/supervision/urges/${slip.id}/acknowledge`, {
        version: slip.version,
        body: { note: '知悉', doneBy: null },
      });
    for (const who of ['otherOffice', 'leadHandler', 'leadProposer', 'cppccOffice'] as const)
      expect((await acknowledge(who)).status, who).toBe(404);
    expect((await acknowledge('supervisor')).status).toBe(403);
  }, 60_000);
});

describe('from slip to acknowledgement', () => {
  test('the unit finds it to do, acknowledges, and it is done for both', async () => {
    const one = await bringTo(product, 'signed');
    await bulk('supervisor', [one.leadDuty], {
      level: 'red',
      reason: '市领导批示',
      text: '{unit}：请办结{caseNo}。',
    });
    expect(await kinds('leadOffice', one)).toContain('acknowledgeUrge');
    expect(await kinds('leadLeader', one)).toContain('acknowledgeUrge');
    expect(await kinds('leadHandler', one)).not.toContain('acknowledgeUrge');
    const say = async (who: CastName) => {
      const { id, version } = await slipOn(who, one);
      return product.ask(who, 'POST', `/api/supervision/urges/${id}/acknowledge`, {
        version,
        body: { note: '本周内答复', doneBy: '2026-03-06' },
      });
    };
    expect((await say('leadOffice')).body).toMatchObject({ state: 'sent' });
    expect(await kinds('leadOffice', one)).not.toContain('acknowledgeUrge');
    expect((await say('leadLeader')).body).toMatchObject({ state: 'acknowledged' });
    expect(await slipOn('supervisor', one)).toMatchObject({
      state: 'acknowledged',
      level: 'red',
      text: expect.stringMatching(/^市交通局：请办结2026\d{4}。$/),
    });
    const { body } = await product.ask('supervisor', 'GET', '/api/notices');
    expect(
      (body as { items: { kind: string; matterId: number }[] }).items.filter(
        ({ kind, matterId }) => kind === 'urgeAcknowledged' && matterId === one.matterId,
      ),
    ).toHaveLength(2);
  }, 60_000);

  test('an old version is refused, and of two acknowledgements at once one stands', async () => {
    const one = await bringTo(product, 'signed');
    await bulk('supervisor', [one.leadDuty]);
    const { id, version } = await slipOn('leadOffice', one);
    const say = () =>
      product.ask('leadOffice', 'POST', `/api/supervision/urges/${id}/acknowledge`, {
        version,
        body: { note: '知悉', doneBy: null },
      });
    const answers = await Promise.all([say(), say()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  }, 60_000);

  test('late without an acknowledgement is late, and taken back counts no more', async () => {
    const one = await bringTo(product, 'signed');
    await bulk('supervisor', [one.leadDuty]);
    const slip = await slipOn('supervisor', one);
    expect(slip.late).toBe(false);
    const { items } = (await asSupervisor('urges', '2026-03-05', { query: { matterId: one.matterId } })) as {
      items: Slip[];
    };
    expect(items.map(({ late }) => late)).toEqual([true]);
    const figures = async () =>
      (
        (await product.ask('supervisor', 'GET', '/api/supervision/figures?year=2026')).body as {
          figures: { key: string; list: string; count: number; opens: Record<string, string> }[];
        }
      ).figures;
    const count = async (key: string) => (await figures()).find((one) => one.key === key)?.count ?? 0;
    const [blue, waiting] = [await count('blue'), await count('unacknowledged')];
    await product.ask('supervisor', 'POST', `/api/supervision/urges/${slip.id}/take-back`, {
      version: slip.version,
      body: { reason: '误发' },
    });
    expect([await count('blue'), await count('unacknowledged')]).toEqual([blue - 1, waiting - 1]);
    // Every figure opens to exactly its rows (law 2).
    for (const { list: of, count: shown, opens, key } of await figures()) {
      const query = new URLSearchParams(opens).toString();
      const { body } = await product.ask('supervisor', 'GET', `/api/supervision/${of}?${query}`);
      expect((body as { total: number }).total, key).toBe(shown);
    }
  }, 60_000);
});

describe('figures of slips', () => {
  type Values = { items: { text: string; numerator: number; denominator: number | null }[] };
  type Told = { readonly at: string; readonly data: readonly SupervisionEntry[] };
  const names = 'urgeSlips,urgeSlips.acknowledged,urgeAcknowledgeRate.inTime,urgeSlips.units';

  /** The slips as the journal alone tells of them until a moment. */
  const slipsBy = (told: readonly Told[], asOf: string): readonly Urge[] => {
    const slips = new Map<number, Urge>();
    for (const { data } of told.filter(({ at }) => at <= asOf))
      for (const item of data)
        if (item.on === 'urge') {
          const before = slips.get(item.id) ?? ({ id: item.id } as Urge);
          slips.set(item.id, evolveUrge(before, item.event));
        }
    return [...slips.values()].filter(({ state }) => state !== 'takenBack');
  };

  const expected = (slips: readonly Urge[], asOf: string): readonly (readonly [number, number | null])[] => {
    const done = slips.filter(({ state }) => state === 'acknowledged');
    const lastDay = ({ acknowledgements }: Urge): string =>
      acknowledgements
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? '';
    return [
      [slips.length, null],
      [done.length, null],
      [
        done.filter((slip) => lastDay(slip) <= slip.acknowledgeBy).length,
        slips.filter((slip) => slip.state === 'acknowledged' || `${slip.acknowledgeBy}T15:59:59.999Z` <= asOf)
          .length,
      ],
      [new Set(slips.map(({ unitId }) => unitId)).size, null],
    ];
  };

  test('are those of the journal alone, by level and as of every moment; a unit has its own', async () => {
    const late = await bringTo(product, 'signed');
    product.setTime('2026-03-02T02:02:00.000Z');
    await bulk('supervisor', [late.leadDuty], { level: 'red', reason: '多次逾期' });
    const slip = await slipOn('leadOffice', late);
    const hours = ['2026-03-02T02:05:00.000Z', '2026-03-02T02:10:00.000Z'];
    for (const [n, who] of (['leadOffice', 'leadLeader'] as const).entries()) {
      product.setTime(hours[n] ?? '');
      const body = { note: '马上办', doneBy: null };
      const url = `/api/supervision/urges/${slip.id}/acknowledge`;
      expect((await product.ask(who, 'POST', url, { version: slip.version + n, body })).status).toBe(200);
    }
    const owner = new pg.Client({ connectionString: product.database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ entry: string }>(
      `select entry from journal where command like 'urge.%' order by at, stream, n`,
    );
    await owner.end();
    const told = rows.map(({ entry }) => JSON.parse(entry) as Told);
    const counted = ({ items }: Values) =>
      items.map(({ numerator, denominator }) => [numerator, denominator] as const);
    const ask = async (asOf: string, more = {}) =>
      counted(
        (await asSupervisor('figureValues', '2026-03-06', {
          query: { figures: names, asOf, ...more },
        })) as Values,
      );
    const moments = [
      ...new Set([...told.map(({ at }) => at), '2026-03-04T15:59:59.999Z', '2026-03-06T02:00:00.000Z']),
    ];
    expect(moments.length).toBeGreaterThan(4);
    for (const asOf of moments.slice(-8)) {
      const slips = slipsBy(told, asOf);
      expect(await ask(asOf), asOf).toEqual(expected(slips, asOf));
      const red = slips.filter(({ level }) => level === 'red');
      expect(await ask(asOf, { urgeLevel: 'red' }), asOf).toEqual(expected(red, asOf));
    }
    const slips = slipsBy(told, product.now());
    const own = slips.filter(({ unitId }) => unitId === product.place.leadUnit);
    expect(own.length).toBeLessThan(slips.length);
    const seen = await product.ask('leadOffice', 'GET', `/api/figures/values?figures=${names}`);
    expect(counted(seen.body as Values)).toEqual(expected(own, product.now()));
    const url = `/api/figures/rows?figure=urgeSlips&urgeLevel=red&limit=200`;
    const listed = (await product.ask('leadOffice', 'GET', url)).body as {
      items: { matterId: number; otherId: number; because: { zh: string }; journal: { command: string } }[];
    };
    expect(listed.items.find(({ matterId }) => matterId === late.matterId)).toMatchObject({
      otherId: slip.id,
      because: { zh: '已发出催办单' },
      journal: { command: 'urge.urge' },
    });
  }, 120_000);
});
