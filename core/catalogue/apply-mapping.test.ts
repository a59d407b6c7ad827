import { describe, expect, test } from 'vitest';
import { gridSheet } from '#test/support/workbook-samples/grid-sheet.ts';
import type { Mapping } from './mapping.ts';
import { readRows } from './read-rows.ts';
import { applyMapping, recogniseTable } from './recognise-table.ts';

describe('mappings', () => {
  const cells = [
    ['甲', '乙', '丙'],
    ['20240001', '关于社区食堂建设的建议', '市民政局'],
  ];
  const mapping: Mapping = {
    version: 1,
    columns: [
      { column: 0, header: '甲', field: 'caseNo' },
      { column: 1, header: '乙', field: 'title' },
      { column: 2, header: '丙', field: 'unitsLead' },
    ],
    headerRows: { first: 0, last: 0 },
    firstDataRow: 1,
    sections: 'ignored',
    defaults: { kind: 'suggestion' },
  };
  const options = { defaultYear: null, isKnownUnit: () => false };

  test('a person’s mapping is followed, and survives being stored', () => {
    const stored = JSON.parse(JSON.stringify(mapping)) as Mapping;
    const table = applyMapping(gridSheet(cells), stored);
    expect(table.mapping).toEqual(mapping);
    expect(readRows(gridSheet(cells), table, options).rows[0]).toMatchObject({
      kind: 'suggestion',
      caseNo: '20240001',
      units: [{ name: '市民政局', role: 'lead' }],
    });
  });

  test('a kept mapping finds its columns and heading where they have moved to', () => {
    const moved = gridSheet([
      ['标题行', null, null, null],
      ['新列', '丙', '甲', '乙'],
      ['x', '市民政局', '20240001', '关于社区食堂建设的建议'],
    ]);
    expect(applyMapping(moved, mapping).columns.map(({ header, field }) => `${header}=${field}`)).toEqual([
      '新列=ignored',
      '丙=unitsLead',
      '甲=caseNo',
      '乙=title',
    ]);
  });

  test('a table without heading is read by places', () => {
    const bare = gridSheet([['20240001', '关于社区食堂建设的建议', '市民政局']]);
    const table = applyMapping(bare, { ...mapping, headerRows: null, firstDataRow: 0 });
    expect(readRows(bare, table, options).rows).toMatchObject([{ title: '关于社区食堂建设的建议' }]);
  });

  test('the fingerprint sees headings, not widths, spaces or rows', () => {
    const print = (...headers: readonly string[]): string | undefined =>
      recogniseTable([gridSheet([['目录'], headers, ['1', '关于甲治理的建议', '市民政局']])]).best
        ?.fingerprint;
    expect(print('案 号', '标题', '主办单位')).toBe(print('案号', '标　题', '主办单位：'));
    expect(print('案号', '标题', '主办单位')).not.toBe(print('标题', '案号', '主办单位'));
  });

  test('what was recognised, applied again, is recognised the same', () => {
    const table = recogniseTable([
      gridSheet([
        ['案号', '标题', '类别'],
        ['1', '关于甲治理的建议', '城建'],
      ]),
    ]).best;
    const again =
      table === null
        ? null
        : applyMapping(
            gridSheet([
              ['案号', '标题', '类别'],
              ['1', '关于甲治理的建议', '城建'],
            ]),
            table.mapping,
          );
    expect(again?.mapping).toEqual(table?.mapping);
  });
});
