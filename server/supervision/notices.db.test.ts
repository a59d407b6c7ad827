/** Supervision notices and acts: whose they are, what is printed, and how they go on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await createProduct();
}, 120_000);
afterAll(() => product.close());

type Row = {
  id: number;
  version: number;
  state: string;
  documentNo: string;
  reportBy: string;
  steps: { type: string; text: string }[];
};

const serve = (who: CastName, matterIds: readonly number[], unitId = product.place.leadUnit) =>
  product.ask(who, 'POST', '/api/supervision/notices', {
    body: { unitId, matterIds, requirement: '请于月底前办结。\n并说明原因。', reportBy: '2026-03-20' },
  });
const notice = async (who: CastName, id: number) =>
  (await product.ask(who, 'GET', `/api/supervision/notices/${id}`)).body as Row;
const step = async (who: CastName, id: number, path: string, body: object) =>
  product.ask(who, 'POST', `/api/supervision/notices/${id}/${path}`, {
    version: (await notice('supervisor', id)).version,
    body,
  });
const idOf = ({ body }: { body: unknown }): number => (body as { id: number }).id;

describe('a supervision notice', () => {
  test('is numbered, printed, acknowledged, reported on, returned, and settled', async () => {
    const [one, two] = [await bringTo(product, 'signed'), await bringTo(product, 'drafting')];
    const served = await serve('supervisor', [two.matterId, one.matterId]);
    expect(served.status).toBe(200);
    const id = idOf(served);
    expect(served.body).toMatchObject({ documentNo: expect.stringMatching(/^督办〔2026〕\d+号$/) });
    for (const format of ['pdf', 'docx'] as const) {
      const file = await product.ask(
        'leadOffice',
        'GET',
        `/api/supervision/notices/${id}/document?format=${format}`,
      );
      expect(file.status).toBe(200);
      expect(file.text.slice(0, 2)).toBe(format === 'pdf' ? '%P' : 'PK');
    }
    const { body } = await product.ask('leadOffice', 'GET', `/api/supervision/notices/${id}/preview`);
    expect((body as { pages: string[] }).pages[0]).toContain('<svg');
    expect((await step('leadOffice', id, 'acknowledge', { note: '' })).status).toBe(200);
    expect((await step('leadOffice', id, 'report', { report: '已开工，六月完工。' })).status).toBe(200);
    const todo = (await product.ask('supervisor', 'GET', '/api/workbench/todo')).body as {
      items: { kind: string; matterId: number }[];
    };
    expect(todo.items).toContainEqual(
      expect.objectContaining({ kind: 'judgeReport', matterId: two.matterId }),
    );
    expect((await step('leadOffice', id, 'settle', { note: '属实' })).status).toBe(403);
    expect(
      (await step('supervisor', id, 'return', { reason: '缺责任人', reportBy: '2026-03-27' })).body,
    ).toMatchObject({ state: 'inHand' });
    await step('leadLeader', id, 'report', { report: '责任人已明确。' });
    expect((await step('supervisor', id, 'settle', { note: '属实' })).body).toMatchObject({
      state: 'settled',
    });
    const end = await notice('leadOffice', id);
    expect(end.reportBy).toBe('2026-03-27');
    expect(end.steps.map(({ type }) => type)).toEqual([
      'noticeServed',
      'noticeAcknowledged',
      'noticeReportedBack',
      'noticeReportReturned',
      'noticeReportedBack',
      'noticeSettled',
    ]);
    for (const { matterId } of [one, two]) {
      const page = (await product.ask('supervisor', 'GET', `/api/matters/${matterId}`)).body as {
        timeline: { events: { type: string }[] }[];
      };
      const told = page.timeline.flatMap(({ events }) => events.map(({ type }) => type));
      expect(told).toEqual(expect.arrayContaining(['noticeServed', 'noticeSettled']));
    }
  }, 120_000);

  test('counts in figures until it is cancelled, and a unit counts its own', async () => {
    const names = ['all', 'reported', 'settled'].map((one) => `supervisionNotices.${one}`).join(',');
    const counted = async (who: CastName, asOf = product.now()) => {
      const { body } = await product.ask(who, 'GET', `/api/figures/values?figures=${names}&asOf=${asOf}`);
      return (body as { items: { numerator: number }[] }).items.map(({ numerator }) => numerator);
    };
    const before = await counted('supervisor');
    expect(before).toEqual([1, 1, 1]);
    expect(await counted('otherOffice')).toEqual([0, 0, 0]);
    const one = await bringTo(product, 'signed');
    const id = idOf(await serve('supervisor', [one.matterId]));
    const served = product.now();
    product.setTime('2026-03-02T02:01:00.000Z');
    expect([await counted('supervisor'), await counted('leadOffice')]).toEqual([
      [2, 1, 1],
      [2, 1, 1],
    ]);
    await step('supervisor', id, 'cancel', { reason: '误发' });
    expect([await counted('supervisor'), await counted('supervisor', served)]).toEqual([before, [2, 1, 1]]);
  }, 60_000);

  test('is for its unit and the offices; to others it does not exist', async () => {
    const one = await bringTo(product, 'signed');
    const id = idOf(await serve('congressOffice', [one.matterId]));
    for (const who of ['supervisor', 'congressOffice', 'cityLeader', 'leadOffice', 'leadLeader'] as const)
      expect((await product.ask(who, 'GET', `/api/supervision/notices/${id}`)).status, who).toBe(200);
    for (const who of ['cppccOffice', 'otherOffice', 'assistOffice', 'leadProposer', 'leadHandler'] as const)
      for (const path of ['', '/document', '/preview'])
        expect((await product.ask(who, 'GET', `/api/supervision/notices/${id}${path}`)).status, who).toBe(
          404,
        );
  }, 60_000);

  test('is not issued on what the unit does not have, nor on what is nothing to the office', async () => {
    const one = await bringTo(product, 'signed');
    const ended = await bringTo(product, 'closed');
    expect((await serve('supervisor', [one.matterId], product.place.otherUnit)).body).toMatchObject({
      code: 'notice-not-of-unit',
    });
    expect((await serve('supervisor', [one.matterId, ended.matterId])).body).toMatchObject({
      code: 'notice-not-of-unit',
    });
    expect((await serve('cppccOffice', [one.matterId])).status).toBe(404);
    expect((await serve('leadOffice', [one.matterId])).status).toBe(403);
  }, 60_000);

  test('those issued at once are numbered one after the other, and a refused one takes no number', async () => {
    const matters = [];
    for (let n = 0; n < 6; n += 1) matters.push(await bringTo(product, 'signed'));
    const answers = await Promise.all([
      ...matters.map(({ matterId }) => serve('supervisor', [matterId])),
      serve('supervisor', [matters[0]?.matterId ?? 0], product.place.otherUnit),
    ]);
    const numbers = answers
      .filter(({ status }) => status === 200)
      .map(({ body }) => Number(/(\d+)号$/.exec((body as Row).documentNo)?.[1]))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 6 }, (_, n) => (numbers[0] ?? 0) + n));
  }, 90_000);

  test('can be looked at before it is issued, and that takes no number', async () => {
    const one = await bringTo(product, 'signed');
    const body = {
      unitId: product.place.leadUnit,
      matterIds: [one.matterId],
      requirement: '请办结。',
      reportBy: '2026-03-20',
    };
    const seen = await product.ask('supervisor', 'POST', '/api/supervision/notices/preview', { body });
    expect((seen.body as { pages: string[] }).pages).toHaveLength(1);
    const { total } = (
      await product.ask('supervisor', 'GET', `/api/supervision/notices?matterId=${one.matterId}`)
    ).body as { total: number };
    expect(total).toBe(0);
  }, 60_000);
});

describe('supervision acts', () => {
  const record = (who: CastName, part: object = {}) =>
    product.ask(who, 'POST', '/api/supervision/acts', {
      body: {
        kind: 'call',
        on: '2026-03-02',
        who: '督查室甲',
        withWhom: '市交通局办公室',
        place: '',
        result: '答应月底前答复。',
        matterIds: [],
        unitIds: [product.place.leadUnit],
        fileIds: [],
        ...part,
      },
    });
  const total = async (who: CastName, query = '') =>
    ((await product.ask(who, 'GET', `/api/supervision/acts${query}`)).body as { total?: number }).total;

  test('are recorded against matters and units, counted, and counted no more once struck out', async () => {
    const one = await bringTo(product, 'signed');
    const before = (await total('supervisor', '?kind=call')) ?? 0;
    const made = await record('supervisor', { matterIds: [one.matterId] });
    expect(made.status).toBe(200);
    expect(await total('supervisor', '?kind=call')).toBe(before + 1);
    expect(await total('congressOffice', `?matterId=${one.matterId}`)).toBe(1);
    expect(await total('cppccOffice', `?matterId=${one.matterId}`)).toBe(0);
    const strike = (who: CastName, version: number) =>
      product.ask(who, 'POST', `/api/supervision/acts/${idOf(made)}/strike`, {
        version,
        body: { reason: '重复登记' },
      });
    expect((await strike('cppccOffice', 1)).status).toBe(404);
    expect((await strike('supervisor', 2)).status).toBe(412);
    expect((await strike('supervisor', 1)).status).toBe(200);
    expect(await total('supervisor', '?kind=call')).toBe(before);
    expect(await total('supervisor', '?kind=call&struck=yes')).toBe(before + 1);
  }, 60_000);

  test('of matters of two organs stand in no organ’s list and on no organ’s timeline', async () => {
    const [one, other] = [await bringTo(product, 'signed'), await bringTo(product, 'signed')];
    await product.app.db.write(product.place.jurisdictionId, async (tx) => ({
      keep: true,
      value: await tx
        .updateTable('matter')
        .set({ organ_id: product.place.cppcc })
        .where('id', '=', other.matterId)
        .execute(),
    }));
    expect((await record('supervisor', { matterIds: [one.matterId] })).status).toBe(200);
    expect((await record('supervisor', { matterIds: [one.matterId, other.matterId] })).status).toBe(200);
    const shown = async (who: CastName, { matterId }: OneMatter) => {
      const { body } = await product.ask(who, 'GET', `/api/matters/${matterId}`);
      const { timeline } = body as { timeline: { events: { type: string }[] }[] };
      const events = timeline.flatMap(({ events: some }) => some);
      return events.filter(({ type }) => type === 'supervisionActRecorded').length;
    };
    expect([await shown('supervisor', one), await shown('supervisor', other)]).toEqual([2, 1]);
    expect([await shown('congressOffice', one), await shown('cppccOffice', other)]).toEqual([1, 0]);
    expect(await total('congressOffice', `?matterId=${one.matterId}`)).toBe(1);
  }, 60_000);

  test('of another organ’s matter are refused; units have no door to them', async () => {
    const one = await bringTo(product, 'signed');
    expect((await record('cppccOffice', { matterIds: [one.matterId] })).status).toBe(404);
    expect((await record('leadOffice')).status).toBe(403);
    expect((await product.ask('leadOffice', 'GET', '/api/supervision/acts')).status).toBe(403);
    expect((await record('supervisor', { on: '2026-03-03' })).body).toMatchObject({
      code: 'supervision-in-future',
    });
  }, 60_000);

  test('keep their attachments, which the offices open and nobody else', async () => {
    const boundary = 'supervision-boundary';
    const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="记录.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
    const upload = (who: CastName) =>
      product.ask(who, 'POST', '/api/files?purpose=supervision', {
        body: Buffer.from(`${head}${pdf}\r\n--${boundary}--\r\n`),
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      });
    expect((await upload('leadOffice')).status).toBe(403);
    const file = idOf(await upload('supervisor'));
    expect((await record('congressOffice', { fileIds: [file] })).body).toMatchObject({
      code: 'file-missing',
    });
    const one = await bringTo(product, 'signed');
    expect((await record('supervisor', { fileIds: [file], matterIds: [one.matterId] })).status).toBe(200);
    for (const who of ['supervisor', 'congressOffice', 'cityLeader'] as const)
      expect((await product.ask(who, 'GET', `/api/files/${file}`)).status, who).toBe(200);
    for (const who of ['cppccOffice', 'leadOffice', 'leadProposer'] as const)
      expect((await product.ask(who, 'GET', `/api/files/${file}`)).status, who).toBe(404);
  }, 60_000);
});

test('each list leaves as a workbook with the rows of its filter', async () => {
  for (const [path, who] of [
    ['urges', 'leadOffice'],
    ['notices', 'supervisor'],
    ['acts', 'supervisor'],
  ] as const) {
    const { status, headers, text } = await product.ask(who, 'GET', `/api/supervision/${path}/export`);
    expect([status, text.slice(0, 2)]).toEqual([200, 'PK']);
    expect(String(headers['content-disposition'])).toMatch(/\.xlsx/);
  }
});
