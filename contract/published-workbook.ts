/** Published totals of earlier years as a workbook: its cells, and the template. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** The columns of a table of published totals, as a workbook has them and as it is pasted. */
export const totalColumns = [
  'figure',
  'variant',
  'year',
  'organ',
  'part',
  'numerator',
  'denominator',
  'value',
  'source',
] as const;

const keeperAccess = {
  kind: 'roles',
  roles: ['supervisor', 'congress-office', 'cppcc-office'],
  rows: 'the file that is sent; nothing is kept of it',
} as const;

export const readPublishedWorkbook = endpoint({
  id: 'readPublishedWorkbook',
  method: 'POST',
  path: '/api/figures/published-workbooks',
  tag: 'figures',
  summary: {
    zh: '读出往年公布数工作簿的单元格（不保存）',
    en: 'The cells of a workbook of published totals; nothing is kept',
  },
  access: keeperAccess,
  scope: 'matters:write',
  upload: true,
  response: z.object({
    sheet: z.string(),
    /** Lines that are not blank, with the number that the spreadsheet gives them. */
    lines: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
    /** The sheet has more lines than one import takes. */
    truncated: z.boolean(),
  }),
  command: true,
});

export const publishedTemplate = endpoint({
  id: 'publishedTemplate',
  method: 'GET',
  path: '/api/figures/published-template',
  tag: 'figures',
  summary: { zh: '往年公布数的模板', en: 'Template workbook for published totals' },
  access: keeperAccess,
  scope: 'none',
  response: 'file',
});
