/** A report on the real product: its numbers, who has it, what has moved, its editions, and its papers. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { getReport } from '#contract/report.ts';
import { renderReport } from '#contract/report-view.ts';
import { fieldsOf } from '#core/report/report.ts';
import { closeDocuments } from '../platform/documents/documents.ts';
import { momentOf } from '../platform/moment.ts';
import { docxParagraphs, docxParts, xmlFault } from '../platform/documents/read-docx.ts';
import { linesOf, readPdf } from '../platform/documents/read-pdf.ts';
import { bringTo } from '#test/support/one-matter.ts';
import { type CastName, createProduct, type Product } from '#test/support/product.ts';

// Starting the compiler of papers takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Report = ResponseOf<typeof getReport>;
type Changed = { id: number; version: number; state: string };

let product: Product;
/** The day of the product's clock, where the product is. */
let asOf = '';

const start = async (
  who: CastName,
  kind: string,
  ofId: number | null,
  period: object = { kind: 'year', year: 2026 },
) => {
  const body = { kind, period, ofId, asOf, language: 'zh' };
  return product.ask(who, 'POST', '/api/reports', { body });
};
const read = async (who: CastName, id: number, query = ''): Promise<Report> => {
  const { status, body, text } = await product.ask(who, 'GET', `/api/reports/${id}${query}`);
  if (status !== 200) throw new Error(`${who} ${id}: ${status} ${text}`);
  return body as Report;
};
const post = (who: CastName, path: string, version: number, body: object) =>
  product.ask(who, 'POST', `/api/reports/${path}`, { version, body });
const begin = async (who: CastName, kind: string, ofId: number | null): Promise<number> => {
  const answered = await start(who, kind, ofId);
  expect([answered.status, answered.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return (answered.body as Changed).id;
};
const bare = (text: string): string => text.replaceAll(/\s/g, '');
const fileOf = async (who: CastName, id: number, format: 'docx' | 'pdf'): Promise<Uint8Array> => {
  const cookie = product.cookies[who] ?? '';
  const answered = await product.app.server.inject({
    method: 'GET',
    url: `/api/reports/${id}/file?format=${format}`,
    headers: { cookie },
  });
  expect(answered.statusCode).toBe(200);
  return new Uint8Array(answered.rawPayload);
};
const withWords = (report: Report, words: string): Report['content'] => ({
  ...report.content,
  sections: report.content.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'paragraph' && block.hint !== '' && section.heading === '存在的问题'
        ? { ...block, runs: [{ text: words }] }
        : block,
    ),
  })),
});

beforeAll(async () => {
  product = await createProduct();
  await bringTo(product, 'rated');
  await bringTo(product, 'issued');
  await bringTo(product, 'filed');
  asOf = momentOf(new Date(product.now())).date;
}, 240_000);
afterAll(async () => {
  await closeDocuments();
  await product.close();
});

describe('a report from its template', () => {
  test('carries the numbers of its day, each with what it counts and the way to its rows', async () => {
    const id = await begin('supervisor', 'congressAnnual', product.place.congress);
    const report = await read('supervisor', id);
    expect(report.content.title).toContain('2026年人大代表建议');
    expect(report.moved).toEqual([]);
    const values = Object.entries(report.values.figures);
    const standing = values.find(([key]) => key.startsWith('mattersFiled.standing|organ='))?.[1];
    expect([standing?.numerator, standing?.explanation.zh]).toEqual([
      3,
      expect.stringContaining(`截至${asOf}`),
    ]);
    const text = JSON.stringify(renderReport(report.content, report));
    expect(text).toContain('已交办');
    expect(text).not.toContain('待计算');
    // What a number opens to is as many rows as it says.
    const { body } = await product.ask(
      'supervisor',
      'GET',
      `/api/figures/rows?figure=mattersFiled.standing&year=2026&organ=${product.place.congress}&asOf=${asOf}`,
    );
    expect((body as { total: number }).total).toBe(3);
  });

  test('is refused of another organ, for a day to come, and to who does not keep it', async () => {
    expect((await start('supervisor', 'congressAnnual', product.place.cppcc)).status).toBe(422);
    expect((await start('congressOffice', 'congressAnnual', product.place.congress)).status).toBe(403);
    expect((await start('leadOffice', 'unit', product.place.assistUnit)).status).toBe(403);
    const body = {
      kind: 'bulletin',
      period: { kind: 'month', year: 2026, n: 12 },
      ofId: null,
      asOf: '2199-12-31',
      language: 'zh',
    };
    expect((await product.ask('supervisor', 'POST', '/api/reports', { body })).body).toMatchObject({
      code: 'report-as-of-future',
    });
  });
});

describe('who has it', () => {
  test('a draft is its keeper’s; settled, the organ’s office reads what is made to it; a unit only its own', async () => {
    const annual = await begin('supervisor', 'congressAnnual', product.place.congress);
    const ranking = (await start('supervisor', 'ranking', null, { kind: 'quarter', year: 2026, n: 3 }))
      .body as Changed;
    const unit = await begin('leadOffice', 'unit', product.place.leadUnit);
    const status = async (who: CastName, id: number) =>
      (await product.ask(who, 'GET', `/api/reports/${id}`)).status;
    expect(await status('congressOffice', annual)).toBe(404);
    expect(await status('supervisor', unit)).toBe(404);
    expect(await status('assistOffice', unit)).toBe(404);
    for (const [who, id] of [
      ['supervisor', annual],
      ['supervisor', ranking.id],
      ['leadOffice', unit],
    ] as const)
      expect((await post(who, `${id}/steps`, 1, { type: 'settleReport' })).status).toBe(200);
    expect(await status('congressOffice', annual)).toBe(200);
    expect(await status('cppccOffice', annual)).toBe(404);
    expect(await status('supervisor', unit)).toBe(200);
    for (const id of [annual, ranking.id]) expect(await status('leadOffice', id)).toBe(404);
    expect(await status('otherOffice', unit)).toBe(404);
    const list = (await product.ask('leadOffice', 'GET', '/api/reports')).body as { items: { id: number }[] };
    expect(list.items.map(({ id }) => id)).toEqual([unit]);
  });

  test('a unit’s figures are its own, whatever a field asks for', async () => {
    const id = await begin('leadOffice', 'unit', product.place.leadUnit);
    const report = await read('leadOffice', id);
    const foreign = {
      key: 'foreign',
      figure: 'satisfactionRate.outcome-final-with',
      filters: { unit: String(product.place.otherUnit) },
      decimals: null,
      part: 'value',
      wording: 'exact',
      whenNone: 'say',
    };
    const [first, ...others] = report.content.sections;
    const block = { kind: 'paragraph', key: 'mine', runs: [{ field: foreign }], hint: '' };
    const content = {
      ...report.content,
      sections: [{ ...first, blocks: [...(first?.blocks ?? []), block] }, ...others],
    };
    expect((await post('leadOffice', String(id), 1, content)).status).toBe(200);
    const keys = Object.keys((await read('leadOffice', id)).values.figures);
    expect(keys.filter((key) => !key.includes(`unit=${product.place.leadUnit}`))).toEqual([]);
    const strange = { ...foreign, figure: 'mattersFiled', filters: {} };
    const bad = {
      ...content,
      sections: [{ ...first, blocks: [{ ...block, runs: [{ field: strange }] }] }, ...others],
    };
    expect((await post('leadOffice', String(id), 2, bad)).body).toMatchObject({
      code: 'report-figure-not-for-units',
    });
  });
});

describe('numbers that move', () => {
  test('are marked, taken by a person, and then settled; the settled edition stays as it was', async () => {
    const id = await begin('supervisor', 'congressAnnual', product.place.congress);
    const before = await read('supervisor', id);
    const matterId = Number(
      (
        (await product.ask('supervisor', 'GET', `/api/reports/${id}/matters?q=${encodeURIComponent('建议')}`))
          .body as {
          items: { matterId: number }[];
        }
      ).items[0]?.matterId,
    );
    expect(matterId).toBeGreaterThan(0);
    await bringTo(product, 'filed');
    const moved = await read('supervisor', id);
    const standing = moved.moved.find(({ question }) => question.startsWith('mattersFiled.standing|organ='));
    expect(Number(standing?.now) - Number(standing?.before)).toBe(1);
    expect(moved.values).toEqual(before.values);
    const settle = await post('supervisor', `${id}/steps`, 1, { type: 'settleReport' });
    expect(settle.body).toMatchObject({ code: 'report-stale' });
    const one = { type: 'takeReportValues', questions: [standing?.question] };
    expect((await post('supervisor', `${id}/steps`, 1, one)).status).toBe(200);
    expect((await read('supervisor', id)).moved.length).toBe(moved.moved.length - 1);
    const all = { type: 'takeReportValues', questions: null };
    expect((await post('supervisor', `${id}/steps`, 2, all)).status).toBe(200);
    const words = withWords(moved, '部分件沟通不够。');
    expect((await post('supervisor', String(id), 3, words)).status).toBe(200);
    expect((await post('supervisor', String(id), 3, words)).status).toBe(412);
    expect((await post('supervisor', `${id}/steps`, 4, { type: 'settleReport' })).status).toBe(200);
    expect((await post('supervisor', String(id), 5, words)).status).toBe(409);
    const settled = await read('supervisor', id);
    expect((await post('supervisor', `${id}/steps`, 5, { type: 'reopenReport' })).status).toBe(200);
    const again = withWords(settled, '部分件沟通不够，个别件逾期。');
    expect((await post('supervisor', String(id), 6, again)).status).toBe(200);
    expect((await read('supervisor', id, '?edition=1')).content).toEqual(settled.content);
    const { body } = await product.ask('supervisor', 'GET', `/api/reports/${id}/compare?from=1&to=2`);
    expect(body).toMatchObject({
      texts: [{ before: '部分件沟通不够。', after: '部分件沟通不够，个别件逾期。' }],
    });
    // Whoever is not its keeper goes on reading what was settled.
    expect(await read('congressOffice', id)).toMatchObject({
      shown: 1,
      state: 'settled',
      content: settled.content,
    });
    expect((await product.ask('congressOffice', 'GET', `/api/reports/${id}?edition=2`)).status).toBe(404);
  });

  test('of a draft that is opened again say nothing to who reads only what was settled', async () => {
    const id = await begin('supervisor', 'congressAnnual', product.place.congress);
    expect((await post('supervisor', `${id}/steps`, 1, { type: 'settleReport' })).status).toBe(200);
    type Head = Pick<Report, 'id' | 'title' | 'asOf' | 'changedAt' | 'state' | 'edition'>;
    const inList = async (who: CastName): Promise<Head | undefined> => {
      const { body } = await product.ask(who, 'GET', '/api/reports');
      return (body as { items: Head[] }).items.find((one) => one.id === id);
    };
    const settled = await inList('congressOffice');
    const page = await read('congressOffice', id);
    await bringTo(product, 'filed');
    expect((await post('supervisor', `${id}/steps`, 2, { type: 'reopenReport' })).status).toBe(200);
    const content = { ...page.content, title: '没有说定的题目', asOf: '2026-01-31' };
    expect((await post('supervisor', String(id), 3, content)).status).toBe(200);
    expect(await inList('supervisor')).toMatchObject({
      title: '没有说定的题目',
      asOf: '2026-01-31',
      edition: 2,
    });
    expect({ ...(await inList('congressOffice')), version: 0 }).toEqual({ ...settled, version: 0 });
    const { title, asOf: day, changedAt, editions } = await read('congressOffice', id);
    expect([title, day, changedAt]).toEqual([page.title, page.asOf, page.changedAt]);
    expect(editions).toEqual(page.editions);
  });

  test('are neither taken nor settled while facts are still being computed', async () => {
    const id = await begin('supervisor', 'congressAnnual', product.place.congress);
    const owner = new pg.Client({ connectionString: product.database.ownerUrl });
    await owner.connect();
    const { jurisdictionId } = product.place;
    try {
      await owner.query('delete from figure_rebuild where jurisdiction_id = $1', [jurisdictionId]);
      await owner.query('insert into figure_rebuild (jurisdiction_id, done_through) values ($1, 0)', [
        jurisdictionId,
      ]);
      const early = { code: 'report-figures-not-ready' };
      const again = await start('supervisor', 'congressAnnual', product.place.congress);
      expect(again.body).toMatchObject(early);
      for (const step of [{ type: 'takeReportValues', questions: null }, { type: 'settleReport' }])
        expect((await post('supervisor', `${id}/steps`, 1, step)).body).toMatchObject(early);
    } finally {
      await owner.query('delete from figure_rebuild where jurisdiction_id = $1', [jurisdictionId]);
      await owner.end();
    }
    expect((await post('supervisor', `${id}/steps`, 1, { type: 'settleReport' })).status).toBe(200);
  });

  test('an example outside the report is refused', async () => {
    const id = await begin('cppccOffice', 'cppccCommittee', product.place.cppcc);
    const report = await read('cppccOffice', id);
    const other = (await bringTo(product, 'filed')).matterId;
    const content = {
      ...report.content,
      sections: report.content.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.kind === 'examples' ? { ...block, items: [{ matterId: other, done: '做了' }] } : block,
        ),
      })),
    };
    expect((await post('cppccOffice', String(id), 1, content)).body).toMatchObject({
      code: 'report-matter-unknown',
    });
    expect((await read('cppccOffice', id)).version).toBe(1);
  });
});

describe('its papers', () => {
  test('hold exactly its numbers, as DOCX and as PDF, with where each comes from', async () => {
    const id = await begin('supervisor', 'congressAnnual', product.place.congress);
    const report = await read('supervisor', id);
    // A draft has a word across every page, which would stand between the words of the text.
    expect((await post('supervisor', `${id}/steps`, 1, { type: 'settleReport' })).status).toBe(200);
    const docx = await fileOf('supervisor', id, 'docx');
    const parts = docxParts(docx);
    for (const [path, xml] of parts) expect(xmlFault(xml), path).toBeNull();
    const document = parts.get('word/document.xml') ?? '';
    const words = bare(
      docxParagraphs(document)
        .map(({ text }) => text)
        .join(''),
    );
    const pdf = bare(
      readPdf(await fileOf('supervisor', id, 'pdf'))
        .flatMap(linesOf)
        .map(({ text }) => text)
        // A sentence may run on over the number of its page.
        .filter((text) => !/^\s*—\s*\d+\s*—\s*$/.test(text))
        .join(''),
    );
    const sentences = renderReport(report.content, report).flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
      ),
    );
    expect(sentences.length).toBeGreaterThan(5);
    for (const sentence of sentences) {
      expect(words).toContain(bare(sentence));
      expect(pdf).toContain(bare(sentence));
    }
    expect(words).toContain('数字出处');
    const printed = fieldsOf(report.content).filter(({ part }) => part === 'value').length;
    expect(printed).toBeGreaterThan(10);
    // Without an address each figure leads to its line in the list.
    expect(document).toContain('w:anchor="source1"');
    expect(document).toContain('w:name="source1"');
  });
});
