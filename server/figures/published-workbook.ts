/** Workbooks of published totals: their cells as texts for the page that reads them, and the template. */
import type { ResponseOf } from '#contract/endpoint.ts';
import { type readPublishedWorkbook, totalColumns } from '#contract/published-workbook.ts';
import { figurePageMessages } from '#contract/messages/figure-pages.ts';
import type { Language } from '#contract/messages/message.ts';
import { figureCatalogue } from '#core/figures/catalogue.ts';
import type { Ruleset } from '#core/ruleset.ts';
import type { AnyRefusal } from '../platform/problem.ts';
import { readWorkbook } from '../platform/workbook/read-workbook.ts';
import type { WritableSheet } from '../platform/workbook/write-workbook.ts';

type Cells = ResponseOf<typeof readPublishedWorkbook>;

/** One heading and as many totals as one import takes. */
const mostLines = 2_001;
const mostColumns = 30;
/** More than a source may be long. */
const longest = 600;

/** The first sheet that has anything, without its blank lines. Refusals: `workbook.*`, `import-no-table`. */
export const readPublishedCells = async (file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<
  { readonly ok: true; readonly cells: Cells } | { readonly ok: false; readonly refusal: AnyRefusal }
> => {
  const workbook = await readWorkbook(file.bytes, file.name);
  if (!workbook.ok) return { ok: false, refusal: { code: workbook.code, params: workbook.params } };
  for (const { name, cells, hidden } of workbook.sheets) {
    const lines = cells.flatMap((line, index) => {
      const texts = line.slice(0, mostColumns).map((cell) => (cell ?? '').trim().slice(0, longest));
      return texts.some((text) => text !== '') ? [{ row: index + 1, cells: texts }] : [];
    });
    if (hidden || lines.length === 0) continue;
    const kept = lines.slice(0, mostLines);
    return { ok: true, cells: { sheet: name, lines: kept, truncated: kept.length < lines.length } };
  }
  return { ok: false, refusal: { code: 'import-no-table', params: {} } };
};

/** The headings, and one invented total of a figure of this city with a part of it. */
export const publishedTemplateSheet = (ruleset: Ruleset, language: Language): WritableSheet => {
  const figures = figureCatalogue(ruleset);
  const figure = figures.find(({ shows }) => shows === 'percent') ?? figures[0];
  const variant = figure?.variants[0];
  const line = [figure?.name[language] ?? '', variant?.name[language] ?? '', '2018', ''];
  const say = (key: `figures.totals.${(typeof totalColumns)[number] | 'title'}`): string =>
    figurePageMessages[key][language];
  return {
    name: say('figures.totals.title'),
    header: totalColumns.map((column) => say(`figures.totals.${column}`)),
    rows: [[...line, '', '482', '1103', '43.7', say('figures.totals.source')]],
    widths: totalColumns.map(() => 18),
  };
};
