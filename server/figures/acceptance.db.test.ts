/**
 * Published totals of the field in the whole product: from base rows and journals to what the pages draw, what stands in
 * the workbook, and what a report says. The lines are those of test/support/published/published-years.ts.
 */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureRows, figureValues } from '#contract/figures.ts';
import { renderReport } from '#contract/report-view.ts';
import type { getReport } from '#contract/report.ts';
import { openPublishedCity, publicUrl, type PublishedCity } from '#test/support/published/published-city.ts';
import { publishedYears } from '#test/support/published/published-years.ts';
import { momentsOf, type PrintedFigure, type PublishedYear } from '#test/support/published/slice.ts';
import * as library from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxParagraphs, docxParts } from '../platform/documents/read-docx.ts';

type Values = ResponseOf<typeof figureValues>;
type Report = ResponseOf<typeof getReport>;

let city: PublishedCity;
beforeAll(async () => {
  city = await openPublishedCity();
}, 300_000);
afterAll(() => city.product.close());

/** Lines that one question of the page asks together: narrowed alike, with the same decimals. */
const questionsOf = (one: PublishedYear) => [
  ...Map.groupBy(one.prints, (line) =>
    JSON.stringify([city.filtersOf(one.year, line), line.decimals, line.compared !== undefined]),
  ).values(),
];

const queryOf = (one: PublishedYear, lines: readonly PrintedFigure[]): string => {
  const [line] = lines;
  if (line === undefined) throw new Error('No line');
  return new URLSearchParams({
    figures: lines.map(({ figure }) => figure).join(','),
    ...city.filtersOf(one.year, line),
    asOf: momentsOf(one.year).asOf,
    ...(line.decimals === undefined ? {} : { decimals: String(line.decimals) }),
    ...(line.compared === undefined ? {} : { compareYear: String(one.year - 1) }),
  }).toString();
};

type Sheet = readonly (readonly { readonly w: string; readonly to: string }[])[];

/** The cells of a sheet as a spreadsheet program shows them, with where they lead. */
const sheetsOf = (bytes: Uint8Array): Readonly<Record<string, Sheet>> => {
  const book = library.read(bytes, { type: 'array', cellNF: true, dense: true });
  return Object.fromEntries(
    Object.entries(book.Sheets).map(([name, sheet]) => [
      name,
      (sheet['!data'] ?? []).map((row) =>
        Array.from(row, (cell) => ({
          w: cell?.w ?? String(cell?.v ?? ''),
          to: cell?.l?.Target ?? '',
        })),
      ),
    ]),
  );
};

describe.each(publishedYears)('$year: $about', (one) => {
  test('the page is told exactly this', async () => {
    for (const lines of questionsOf(one)) {
      const { items } = await city.get<Values>(`/api/figures/values?${queryOf(one, lines)}`);
      expect(items.map(({ figure, text }) => [figure, text])).toEqual(
        lines.map(({ figure, prints }) => [figure.split('.')[0], prints]),
      );
      const beside = items.map(({ approximately, compared }, at) => ({
        ...(lines[at]?.says === undefined ? {} : { says: approximately.zh }),
        ...(compared === null
          ? {}
          : {
              compared: { prints: compared.text, difference: compared.differenceText?.zh },
              origin: compared.origin,
            }),
      }));
      expect(beside).toEqual(
        lines.map(({ says, compared }) => ({
          ...(says === undefined ? {} : { says }),
          ...(compared === undefined ? {} : { compared, origin: 'published' }),
        })),
      );
    }
  });

  test('the workbook shows exactly this, and each number leads to as many rows', async () => {
    for (const lines of questionsOf(one)) {
      const { 统计: sheet = [], 说明: about } = sheetsOf(
        await city.file(`/api/figures/values/export?${queryOf(one, lines)}`),
      );
      expect(about).toBeDefined();
      const [head = [], ...rows] = sheet;
      const column = (name: string): number => head.findIndex(({ w }) => w === name);
      expect(rows.map((row) => row[column('数值')]?.w)).toEqual(lines.map(({ prints }) => prints));
      const [first = []] = rows;
      const { w: numerator = '', to = '' } = first[column('分子')] ?? {};
      expect(to.startsWith(`${publicUrl}/figures/rows?`)).toBe(true);
      const opened = await city.get<ResponseOf<typeof figureRows>>(
        `${to.replace(publicUrl, '/api')}&limit=1`,
      );
      expect([opened.total, opened.items.length]).toEqual([
        Number(numerator),
        Math.min(1, Number(numerator)),
      ]);
    }
  });

  test('the report says exactly this, and marks what was only published', async () => {
    const asOf = momentsOf(one.year).asOf;
    const period = { kind: 'month', year: one.year, n: 12 };
    const begun = { kind: 'bulletin', period, ofId: null, asOf, language: 'zh' };
    const { id, version } = await city.post<{ id: number; version: number }>('/api/reports', begun);
    const fields = one.prints.flatMap((line, at) => {
      const { year: _, ...filters } = city.filtersOf(one.year, line);
      const base = { figure: line.figure, filters, decimals: line.decimals ?? null, whenNone: 'say' };
      const field = (part: string, wording: string, prints: string) => ({
        field: { ...base, key: `f${at}-${part}-${wording}`, part, wording },
        prints,
      });
      return [
        field('value', 'exact', line.prints),
        ...(line.says === undefined ? [] : [field('value', 'over', line.says)]),
        ...(line.compared === undefined
          ? []
          : [
              field('compared', 'exact', `${line.compared.prints}（公布数）`),
              field('difference', 'exact', `${line.compared.difference}（与上年公布数相比）`),
            ]),
      ];
    });
    const blocks = fields.map(({ field }, at) => ({
      kind: 'paragraph',
      key: `p${at}`,
      runs: [{ text: `第${at}项：` }, { field }, { text: '。' }],
      hint: '',
    }));
    const content = { title: one.about, asOf, sections: [{ key: 's', heading: '数字', blocks }] };
    await city.post(`/api/reports/${id}`, content, version);
    const { scope, values, content: saved } = await city.get<Report>(`/api/reports/${id}`);
    const rendered = renderReport(saved as never, { scope, values: values as never, language: 'zh' });
    const runs = rendered.flatMap(({ blocks: found }) =>
      found.flatMap((block) => (block.kind === 'paragraph' ? block.runs : [])),
    );
    expect(runs.flatMap(({ text, field }) => (field === null ? [] : [text]))).toEqual(
      fields.map(({ prints }) => prints),
    );
    const docx = docxParts(await city.file(`/api/reports/${id}/file?format=docx`));
    const paragraphs = docxParagraphs(docx.get('word/document.xml') ?? '')
      .map(({ text }) => text)
      .join('\n');
    for (const [at, { prints }] of fields.entries())
      expect(paragraphs.replaceAll(/\s/g, '')).toContain(`第${at}项：${prints}`.replaceAll(' ', ''));
    const { 统计: sheet = [] } = sheetsOf(await city.file(`/api/reports/${id}/file?format=xlsx`));
    expect(sheet.slice(1).map((row) => row[2]?.w)).toEqual(fields.map(({ prints }) => prints));
  });
});
