/** Units that follow one another: duties go over as they stand, nothing is lost, and a second round finds its unit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringTo, type OneMatter, verdict } from '#test/support/one-matter.ts';
import { createProduct, type Product } from '#test/support/product.ts';

type Page = {
  assignments: {
    id: number;
    unit: { id: number; name: string };
    state: string;
    round: number;
    owed: { date: string } | null;
  }[];
  timeline: { events: { type: string }[] }[];
};
type Preview = {
  moves: { assignmentId: number; problem: string | null }[];
  staying: number;
  people: unknown[];
};

let product: Product;
let signed: OneMatter;
let issued: OneMatter;
/** Answered by the first unit of the chain, and left with it. */
let answered: OneMatter;
/** Closing the unit while only an answer of its own stood open to a second round. */
let closing: Awaited<ReturnType<Product['ask']>>;
const admin = (method: string, path: string, body?: object, version?: number) =>
  product.ask('systemAdmin', method, `/api/setup${path}`, {
    ...(body === undefined ? {} : { body }),
    ...(version === undefined ? {} : { version }),
  });
const page = async (matter: OneMatter) =>
  (await product.ask('supervisor', 'GET', `/api/matters/${matter.matterId}`)).body as Page;
const listed = async (unitId: number, filter = '') =>
  (
    (await product.ask('supervisor', 'GET', `/api/ledger?unitId=${unitId}${filter}`)).body as {
      items: { id: number }[];
    }
  ).items.map(({ id }) => id);
const carryOut = (chosen: object) =>
  admin('POST', '/successions', {
    ...chosen,
    effectiveOn: product.now().slice(0, 10),
    reason: '机构改革',
  });
const dissatisfied = async ({ ratingId }: OneMatter) => {
  const rated = await product.ask('leadProposer', 'POST', `/api/ratings/${ratingId}/rate`, {
    version: 1,
    body: { ...verdict(), attitude: 'dissatisfied', outcome: 'dissatisfied', reason: '没有落实' },
  });
  expect(rated.status, rated.text).toBe(200);
};
const duty = async (matter: OneMatter) => {
  const found = (await page(matter)).assignments.find(({ id }) => id === matter.leadDuty);
  if (found === undefined) throw new Error('no duty');
  return found;
};
const choice = (fromIds: number[], toIds: number[]) => ({
  fromIds,
  toIds,
  sections: [],
  duties: [],
  grants: 'move',
});

beforeAll(async () => {
  product = await createProduct();
  issued = await bringTo(product, 'issued');
  closing = await admin('POST', `/units/${product.place.leadUnit}/close`, {});
  answered = await bringTo(product, 'issued');
  signed = await bringTo(product, 'signed');
}, 180_000);
afterAll(() => product.close());

describe('a unit that is renamed', () => {
  it('bears the new name, keeps the old one in its past and as one that papers may use', async () => {
    const { otherUnit } = product.place;
    const units = async () =>
      (
        (await admin('GET', '/units')).body as {
          items: { id: number; version: number; name: string; aliases: string[] }[];
        }
      ).items;
    const unit = (await units()).find(({ id }) => id === otherUnit);
    const body = {
      name: '市数据局',
      nameEn: '',
      shortName: '数据局',
      effectiveOn: product.now().slice(0, 10),
      reason: '机构改革',
    };
    const later = { ...body, effectiveOn: '2999-01-01' };
    expect((await admin('POST', `/units/${otherUnit}/rename`, later, unit?.version)).body).toMatchObject({
      code: 'succession-in-future',
    });
    expect((await admin('POST', `/units/${otherUnit}/rename`, body, unit?.version)).status).toBe(200);
    const now = (await units()).find(({ id }) => id === otherUnit);
    expect(now).toMatchObject({ name: '市数据局' });
    expect(now?.aliases).toContain(unit?.name);
  });
});

describe('a unit that is closed with nobody to follow it', () => {
  it('is not, while what it answered may be handled again: the refusal says how many and what to do', () => {
    expect(closing.body).toMatchObject({ code: 'unit-may-be-called-back', params: { count: 1 } });
  });
});

describe('a unit that is merged into another', () => {
  it('a rehearsal lists what would move, and changes nothing', async () => {
    const { leadUnit, otherUnit } = product.place;
    const { body } = await admin('POST', '/successions/preview', choice([leadUnit], [otherUnit]));
    const seen = body as Preview;
    expect(seen.moves.map(({ assignmentId }) => assignmentId)).toEqual([signed.leadDuty]);
    expect(seen.staying).toBe(2);
    expect(seen.people.length).toBeGreaterThan(0);
    expect((await duty(signed)).unit.id).toBe(leadUnit);
  });

  it('its open duty goes over with its date, its people go with it, the past stays with it', async () => {
    const { leadUnit, otherUnit } = product.place;
    const before = await duty(signed);
    const done = await carryOut(choice([leadUnit], [otherUnit]));
    expect(done.body).toMatchObject({ moved: 1, left: 0, closed: true });
    const after = await duty(signed);
    expect(after).toMatchObject({
      unit: { id: otherUnit },
      state: 'signed',
      owed: { date: before.owed?.date },
    });
    expect((await page(signed)).timeline.flatMap(({ events }) => events.map(({ type }) => type))).toContain(
      'dutyPassed',
    );
    expect((await duty(issued)).unit.id).toBe(leadUnit);
    expect(await listed(otherUnit)).toEqual(expect.arrayContaining([signed.matterId, issued.matterId]));
    expect(await listed(otherUnit, '&unitAlone=yes')).toEqual([signed.matterId]);
    const { units } = (await product.ask('supervisor', 'GET', '/api/reference')).body as {
      units: { id: number; formerly: string[] }[];
    };
    expect(units.find(({ id }) => id === otherUnit)?.formerly).toEqual(
      expect.arrayContaining(['市交通局', '市教育局']),
    );
    // The old unit's office works on under its new house.
    expect((await product.ask('leadOffice', 'GET', `/api/matters/${signed.matterId}`)).status).toBe(200);
  });

  it('a second round on what it answered opens for the successor, with a clock of its own', async () => {
    await dissatisfied(issued);
    const after = await duty(issued);
    expect(after).toMatchObject({ unit: { id: product.place.otherUnit }, state: 'rehandling', round: 2 });
    expect(after.owed).not.toBeNull();
  });
});

describe('where the successor has a part in the matter already', () => {
  it('the duty waits, the old unit stays open, and a further press goes on', async () => {
    const { assistUnit, otherUnit } = product.place;
    const { moves } = (await admin('POST', '/successions/preview', choice([assistUnit], [otherUnit])))
      .body as Preview;
    expect(moves.map(({ problem }) => problem)).toContain('meets');
    const done = await carryOut(choice([assistUnit], [otherUnit]));
    expect(done.body).toMatchObject({ closed: false });
  });
});

describe('a chain: what was merged is split, and its parts are merged', () => {
  let [roads, buses] = [0, 0];

  it('both parts show the whole history before them, each its own open duties', async () => {
    const { otherUnit } = product.place;
    const unit = (name: string) => ({
      ...{ parentId: null, name, nameEn: '', shortName: '', aliases: [], system: 'government' },
      ...{ boundary: false, duties: '', documentPrefix: '' },
    });
    const made = async (name: string) => {
      const { body, text } = await admin('POST', '/units', unit(name));
      expect(body, text).toHaveProperty('id');
      return (body as { id: number }).id;
    };
    [roads, buses] = [await made('市道路局'), await made('市公共交通局')];
    const split = choice([otherUnit], [roads, buses]);
    const toBuses = { ...split, duties: [{ assignmentId: issued.leadDuty, toId: buses }] };
    expect((await carryOut(toBuses)).body).toMatchObject({ left: 0, closed: true });
    expect((await duty(signed)).unit.id).toBe(roads);
    expect((await duty(issued)).unit.id).toBe(buses);
    // Answered by the very first unit of the chain: its name stays on it, and every successor finds it.
    expect((await duty(answered)).unit.id).toBe(product.place.leadUnit);
    for (const [unitId, own] of [
      [roads, signed],
      [buses, issued],
    ] as const) {
      expect(await listed(unitId)).toEqual(expect.arrayContaining([answered.matterId, own.matterId]));
      expect(await listed(unitId, '&unitAlone=yes')).toEqual([own.matterId]);
    }
  });

  it('a round on the first unit’s answer finds the one that is open at the end of the chain', async () => {
    // The first part ends in the second, which followed already, in the second place.
    expect((await carryOut(choice([roads], [buses]))).body).toMatchObject({ closed: true });
    await dissatisfied(answered);
    expect(await duty(answered)).toMatchObject({ unit: { id: buses }, state: 'rehandling', round: 2 });
  });
});
