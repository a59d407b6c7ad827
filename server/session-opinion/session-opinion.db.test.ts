/** From the notes of a group to the answer: who sees what, what is reversible, and what “the same day” counts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { momentOf } from '#server/platform/moment.ts';
import { bringTo } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';
import { remindSessionOpinions } from './remind.jobs.ts';

let product: Product;
let groupId = 0;
let otherGroupId = 0;

type Row = {
  id: number;
  version: number;
  no: number;
  state: string;
  text: string;
  speakerId: number | null;
  sameAs: { no: number } | null;
  twins: { no: number }[];
  forwardedAt: string | null;
  forwardedSameDay: boolean;
  referrals: { id: number; version: number; state: string; unit: { id: number } }[];
};
type Figure = { key: string; count: number; of: number | null; opens: Record<string, string> };

const base = '/api/session-opinions';
const get = async <T>(who: CastName, path: string): Promise<T> => {
  const { status, body, text } = await product.ask(who, 'GET', `${base}${path}`);
  if (status !== 200) throw new Error(`${who} ${path}: ${status} ${text}`);
  return body as T;
};
const post = (who: CastName, path: string, body: object, version?: number) =>
  product.ask(who, 'POST', `${base}${path}`, { body, ...(version === undefined ? {} : { version }) });
const list = async (who: CastName, query = ''): Promise<Row[]> =>
  (await get<{ items: Row[] }>(who, query)).items;
const find = async (who: CastName, text: string): Promise<Row> => {
  const row = (await list(who)).find((one) => one.text.includes(text));
  if (row === undefined) throw new Error(`${who} does not see ${text}`);
  return row;
};
const step = async (who: CastName, row: Row, body: object): Promise<number> =>
  (await post(who, `/${row.id}/steps`, body, row.version)).status;

const addGroup = async (name: string, recorder: string): Promise<number> => {
  const body = { sessionId: product.place.session, name, recorderIds: [product.people[recorder]] };
  return ((await post('congressOffice', '/groups', body)).body as { id: number }).id;
};
const piece = (text: string, more: object = {}) => ({
  text,
  speaker: '',
  speakerId: null,
  classCode: 'policy',
  unitIds: [product.place.leadUnit],
  dropped: false,
  ...more,
});
/** Written, handed in, and, unless it is said otherwise, checked. */
const handIn = async (
  group: number,
  heldOn: string,
  pieces: readonly object[],
  check = true,
): Promise<number> => {
  const who = group === groupId ? 'leadHandler' : 'otherHandler';
  const begun = await post(who, '/records', { groupId: group, heldOn, place: '一号厅', notes: '…', pieces });
  expect(begun.status).toBe(200);
  const { id } = begun.body as { id: number };
  expect((await post(who, `/records/${id}/steps`, { type: 'submitRecord' }, 1)).status).toBe(200);
  if (check)
    expect((await post('supervisor', `/records/${id}/steps`, { type: 'checkRecord' }, 2)).status).toBe(200);
  return id;
};

beforeAll(async () => {
  product = await createProduct();
  product.setTime('2026-03-02T02:00:00.000Z');
  groupId = await addGroup('一团', 'leadHandler');
  otherGroupId = await addGroup('二团', 'otherHandler');
}, 120_000);
afterAll(() => product.close());

describe('who sees what', () => {
  test('a draft is its group’s own; handed in it is the offices’ as well, and nobody else’s', async () => {
    const content = { heldOn: '2026-03-02', place: '', notes: '草稿', pieces: [piece('甲')] };
    const { id } = (await post('leadHandler', '/records', { groupId, ...content })).body as { id: number };
    const seen = async (who: CastName) => (await product.ask(who, 'GET', `${base}/records/${id}`)).status;
    const others = ['otherHandler', 'leadOffice', 'leadProposer', 'cppccOffice', 'systemAdmin'] as const;
    expect(await Promise.all((['leadHandler', 'congressOffice', 'supervisor'] as const).map(seen))).toEqual([
      200, 404, 404,
    ]);
    expect(await Promise.all(others.map(seen))).toEqual([404, 404, 404, 404, 404]);
    expect((await post('otherHandler', '/records', { groupId, ...content })).status).toBe(404);
    expect((await post('otherHandler', `/records/${id}/save`, content, 1)).status).toBe(404);
    expect((await post('leadHandler', `/records/${id}/save`, { ...content, notes: '改' }, 1)).status).toBe(
      200,
    );
    expect((await post('leadHandler', `/records/${id}/steps`, { type: 'submitRecord' }, 1)).status).toBe(412);
    expect((await post('leadHandler', `/records/${id}/steps`, { type: 'submitRecord' }, 2)).status).toBe(200);
    expect(
      await Promise.all((['leadHandler', 'congressOffice', 'supervisor', 'cityLeader'] as const).map(seen)),
    ).toEqual([200, 200, 200, 200]);
    expect(await Promise.all(others.map(seen))).toEqual([404, 404, 404, 404, 404]);
  }, 60_000);

  test('an opinion: its group, the offices, and the unit once it was sent there, which sees only its own part', async () => {
    await handIn(groupId, '2026-03-02', [
      piece('增开夜班公交', {
        speaker: 'leadProposer代表',
        unitIds: [product.place.leadUnit, product.place.otherUnit],
      }),
      piece('修建小学', { unitIds: [product.place.otherUnit] }),
    ]);
    const bus = await find('supervisor', '夜班公交');
    expect(bus.speakerId).toBe(product.people['leadProposer']);
    const sees = async (who: CastName) => (await list(who)).some(({ id }) => id === bus.id);
    const everybody = [
      'leadHandler',
      'congressOffice',
      'leadOffice',
      'otherOffice',
      'otherHandler',
      'cppccOffice',
      'assistOffice',
      'leadProposer',
      'systemAdmin',
    ] as const;
    expect(await Promise.all(everybody.map(sees))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    const sent = (await post('supervisor', '/forward', { ids: [bus.id, 999_999] })).body as {
      done: number;
      refused: { code: string }[];
    };
    expect([sent.done, sent.refused.map(({ code }) => code)]).toEqual([1, ['not-found']]);
    expect(await Promise.all(everybody.map(sees))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    const own = await find('leadOffice', '夜班公交');
    expect(own.referrals.map(({ unit }) => unit.id)).toEqual([product.place.leadUnit]);
    expect((await list('leadOffice')).length).toBe(1);
    const foreign = (await find('otherOffice', '夜班公交')).referrals[0];
    const answer = {
      type: 'answerReferral',
      channel: 'phone',
      on: '2026-03-02',
      who: '主任',
      text: '已说明',
      speakerTold: true,
    };
    expect((await post('leadOffice', `/referrals/${foreign?.id}/steps`, answer, 1)).status).toBe(404);
    expect(await step('leadOffice', own, { type: 'dropOpinion', reason: '不要' })).toBe(403);
    const mine = await get<{ items: { text: string; stage: string }[] }>('leadProposer', '/mine');
    expect(mine.items).toEqual([expect.objectContaining({ text: '增开夜班公交', stage: 'forwarded' })]);
    expect((await get<{ items: unknown[] }>('coProposer', '/mine')).items).toEqual([]);
    const sheet = async (who: CastName, unitId: number) =>
      (
        await product.ask(
          who,
          'GET',
          `${base}/sheet?sessionId=${product.place.session}&unitId=${unitId}&format=docx`,
        )
      ).status;
    expect(await sheet('supervisor', product.place.leadUnit)).toBe(200);
    expect(await sheet('leadOffice', product.place.leadUnit)).toBe(200);
    expect(await sheet('leadOffice', product.place.otherUnit)).toBe(404);
    expect(await sheet('assistOffice', product.place.leadUnit)).toBe(404);
  }, 60_000);

  test('the unit answers, the office sends back and closes, the speaker reads it', async () => {
    const own = (await find('leadOffice', '夜班公交')).referrals[0];
    const at = (version: number, who: CastName, body: object) =>
      post(who, `/referrals/${own?.id}/steps`, body, version);
    const answer = {
      type: 'answerReferral',
      channel: 'visit',
      on: '2026-03-02',
      who: '副局长',
      text: '登门说明',
      speakerTold: true,
    };
    expect((await at(1, 'leadOffice', answer)).status).toBe(200);
    expect((await at(2, 'leadOffice', { type: 'closeReferral' })).status).toBe(403);
    expect((await at(2, 'congressOffice', { type: 'sendBackAnswer', reason: '写明何时开通' })).status).toBe(
      200,
    );
    expect((await at(3, 'leadOffice', { ...answer, text: '三月底开通' })).status).toBe(200);
    expect((await at(4, 'congressOffice', { type: 'closeReferral' })).status).toBe(200);
    expect((await at(5, 'supervisor', { type: 'recallReferral', reason: '错' })).status).toBe(409);
    const [mine] = (
      await get<{ items: { stage: string; answers: { text: string | null }[] }[] }>('leadProposer', '/mine')
    ).items;
    // The other unit that has it still owes its answer.
    expect(mine?.stage).toBe('partly');
    expect(mine?.answers.map(({ text }) => text)).toContain('三月底开通');
  }, 60_000);
});

describe('what the offices change', () => {
  test('cut and merged, the text is the same; what says the same is joined, sent with the other, and taken apart', async () => {
    await handIn(groupId, '2026-03-02', [piece('夜间地铁延长至零点。增加接驳班次。')]);
    await handIn(otherGroupId, '2026-03-02', [piece('希望夜间地铁延长至零点。')]);
    const one = await find('supervisor', '接驳班次');
    expect(
      await step('supervisor', one, { type: 'cutOpinion', parts: ['夜间地铁延长至零点。', '增加班次。'] }),
    ).toBe(422);
    expect(
      await step('supervisor', one, {
        type: 'cutOpinion',
        parts: ['夜间地铁延长至零点。', '增加接驳班次。'],
      }),
    ).toBe(200);
    expect(await step('supervisor', await find('supervisor', '接驳班次'), { type: 'mergeOpinion' })).toBe(
      200,
    );
    const whole = await find('supervisor', '延长至零点。\n增加接驳班次');
    expect(
      await step('supervisor', whole, {
        type: 'cutOpinion',
        parts: ['夜间地铁延长至零点。', '增加接驳班次。'],
      }),
    ).toBe(200);
    const same = await get<{ items: { opinion: Row; others: Row[] }[] }>(
      'supervisor',
      `/same?sessionId=${product.place.session}`,
    );
    const [pair] = same.items;
    const [twin, head] = [pair?.opinion, pair?.others[0]];
    if (twin === undefined || head === undefined) throw new Error('nothing seems the same');
    expect([twin.text, head.text].sort()).toEqual(['夜间地铁延长至零点。', '希望夜间地铁延长至零点。']);
    expect(await step('supervisor', twin, { type: 'joinSame', withId: head.id })).toBe(200);
    product.setTime('2026-03-02T02:05:00.000Z');
    expect((await post('supervisor', '/forward', { ids: [head.id] })).status).toBe(200);
    const forwardedBy = async (asOf: string) => {
      const url = `/api/figures/values?figures=sameDayForwarding&asOf=${asOf}`;
      const { body } = await product.ask('supervisor', 'GET', url);
      return (body as { items: { numerator: number; denominator: number }[] }).items[0];
    };
    const joined = (await list('supervisor')).find(({ id }) => id === twin.id);
    expect([joined?.state, joined?.forwardedSameDay, joined?.referrals.length]).toEqual(['joined', true, 1]);
    product.setTime('2026-03-02T02:10:00.000Z');
    const before = await forwardedBy('2026-03-02T02:08:00.000Z');
    expect(await step('supervisor', joined ?? twin, { type: 'separate' })).toBe(200);
    // It had left with the other, and is counted so as of then.
    expect(await forwardedBy('2026-03-02T02:08:00.000Z')).toEqual(before);
    const { numerator = 0, denominator = 0 } = before ?? {};
    expect(await forwardedBy('2026-03-02T02:10:00.000Z')).toMatchObject({
      numerator: numerator - 1,
      denominator,
    });
    const apart = (await list('supervisor')).find(({ id }) => id === twin.id);
    expect([apart?.state, apart?.forwardedAt, apart?.referrals.length]).toEqual(['checked', null, 0]);
  }, 60_000);

  test('an opinion that became a matter names it to who may see it', async () => {
    const { matterId } = await bringTo(product, 'filed');
    const row = await find('supervisor', '修建小学');
    expect(await step('supervisor', row, { type: 'linkMatter', matterId: 999_999 })).toBe(404);
    expect(await step('supervisor', row, { type: 'linkMatter', matterId })).toBe(200);
    const seen = async (who: CastName) =>
      (await find(who, '修建小学')) as Row & { matter: { id: number } | null };
    expect([(await seen('congressOffice')).matter?.id, (await seen('leadHandler')).matter]).toEqual([
      matterId,
      null,
    ]);
  }, 60_000);
});

/** Forwards as the supervisor at a moment of another hour: nobody's session lives that long. */
const forwardAt = async (instant: string, text: string): Promise<void> => {
  const { jurisdictionId } = product.place;
  const route = product.app.routes.find(({ endpoint }) => endpoint.id === 'forwardSessionOpinions');
  const { id } = await find('supervisor', text);
  const personId = product.people['supervisor'] ?? 0;
  const actor = { jurisdictionId, personId, name: '', grants: [{ role: 'supervisor' }], via: 'session' };
  const scene = { actor, at: momentOf(new Date(instant)), body: { ids: [id] }, language: 'zh' };
  const result = await product.app.db.write(jurisdictionId, async (tx) => ({
    keep: true,
    value: await route?.handle({ ...scene, tx } as never),
  }));
  expect(result?.ok === true && (result.body as { done: number }).done).toBe(1);
};

describe('the same day', () => {
  test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])(
    'is that of China, to the minute, on a server in %s',
    async (zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        await handIn(groupId, '2026-03-02', [piece(`末一分钟 ${zone}`), piece(`过零点 ${zone}`)]);
        await forwardAt('2026-03-02T15:59:59.999Z', `末一分钟 ${zone}`);
        await forwardAt('2026-03-02T16:00:00.000Z', `过零点 ${zone}`);
        expect((await find('supervisor', `末一分钟 ${zone}`)).forwardedSameDay).toBe(true);
        expect((await find('supervisor', `过零点 ${zone}`)).forwardedSameDay).toBe(false);
      } finally {
        process.env['TZ'] = before;
        if (before === undefined) delete process.env['TZ'];
      }
    },
    60_000,
  );

  test('every figure opens to exactly its rows, for the office and for a unit', async () => {
    for (const who of ['supervisor', 'leadOffice'] as const) {
      const figures = await get<Record<'main' | 'classes' | 'units' | 'channels', Figure[]>>(
        who,
        `/figures?sessionId=${product.place.session}`,
      );
      const all = [...figures.main, ...figures.classes, ...figures.units, ...figures.channels];
      expect(all.length).toBeGreaterThan(10);
      for (const { key, count, opens } of all.filter((one) => one.key !== 'records')) {
        const { total } = await get<{ total: number }>(who, `?${new URLSearchParams(opens).toString()}`);
        expect([who, key, total]).toEqual([who, key, count]);
      }
    }
    const { main } = await get<{ main: Figure[] }>(
      'supervisor',
      `/figures?sessionId=${product.place.session}`,
    );
    const share = main.find(({ key }) => key === 'sameDay');
    const standing = (await list('supervisor', '?state=standing')).filter(
      ({ forwardedSameDay }) => forwardedSameDay,
    );
    expect([share?.count, share?.of]).toEqual([
      standing.length,
      main.find(({ key }) => key === 'opinions')?.count,
    ]);
  }, 60_000);

  test('the evening’s reminder is told once, to the offices, while something of the day waits', async () => {
    const waiting = async () =>
      (
        (await product.ask('supervisor', 'GET', '/api/notices')).body as { items: { kind: string }[] }
      ).items.filter(({ kind }) => kind === 'sessionOpinionsWaiting').length;
    await handIn(groupId, '2026-03-02', [piece('今晚还没转')], false);
    const evening = momentOf(new Date('2026-03-02T10:00:00Z'));
    await Promise.all(
      [1, 2].map(() => remindSessionOpinions(product.app.db, product.place.jurisdictionId, evening)),
    );
    expect(await waiting()).toBe(1);
    await remindSessionOpinions(
      product.app.db,
      product.place.jurisdictionId,
      momentOf(new Date('2026-03-03T10:00:00Z')),
    );
    expect(await waiting()).toBe(1);
  }, 60_000);
});
