/** The figures as workbooks: the same questions as the pages ask, every number with the way to its rows. */
import { endpoint } from './endpoint.ts';
import { figureCrossTable, figureRows, figureValues } from './figures.ts';

/** Workbooks count many figures at once and list rows: fewer of them are asked for in a minute than of pages. */
const perMinute = 20;

export const exportFigureValues = endpoint({
  id: 'exportFigureValues',
  method: 'GET',
  path: '/api/figures/values/export',
  tag: 'figures',
  summary: { zh: '导出统计值（工作簿）', en: 'Values as a workbook' },
  access: figureValues.access,
  scope: 'matters:read',
  /** Without `figures`: every figure that can be narrowed so, in all its variants. */
  query: figureValues.query.partial({ figures: true }),
  response: 'file',
  perMinute,
});

export const exportFigureCrossTable = endpoint({
  id: 'exportFigureCrossTable',
  method: 'GET',
  path: '/api/figures/cross-table/export',
  tag: 'figures',
  summary: { zh: '导出交叉表（工作簿）', en: 'A cross-table as a workbook' },
  access: figureCrossTable.access,
  scope: 'matters:read',
  query: figureCrossTable.query,
  response: 'file',
  perMinute,
});

export const exportFigureRows = endpoint({
  id: 'exportFigureRows',
  method: 'GET',
  path: '/api/figures/rows/export',
  tag: 'figures',
  summary: { zh: '导出统计值背后的明细（工作簿）', en: 'The rows behind a value as a workbook' },
  access: figureRows.access,
  scope: 'matters:read',
  query: figureRows.query.omit({ cursor: true, limit: true }),
  response: 'file',
  perMinute,
});
