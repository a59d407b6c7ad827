/** Rows that belong together, and what is said of the table as a whole. */
import { describe, expect, test } from 'vitest';
import { across, down } from '#test/support/workbook-samples/grid-sheet.ts';
import { type Cells, read, said, units } from '#test/support/workbook-samples/read-grid.ts';

describe('rows together', () => {
  const header = ['提案号', '案由', '提案者', '承办单位', '办理方式'];

  test('lines under merged cells are one matter with all their units', () => {
    const { rows } = read(
      [
        header,
        ['23', '关于古树保护的提案', '林溪', '市林业局', '主办'],
        [null, null, null, '市财政局', '会办'],
        [null, null, null, '市公安局', '会办'],
        ['24', '关于盲道整治的提案', '江晓帆', '市城市管理局', '独办'],
      ],
      { merges: [down(0, 1, 3), down(1, 1, 3), down(2, 1, 3)] },
    );
    expect(rows.map(({ row, lastRow }) => [row, lastRow])).toEqual([
      [2, 4],
      [5, 5],
    ]);
    expect(units(rows[0])).toEqual(['lead 市林业局', 'assist 市财政局', 'assist 市公安局']);
    expect(units(rows[1])).toEqual(['sole 市城市管理局']);
    expect(rows.flatMap(said)).toEqual([]);
  });

  test('a cell merged over several matters speaks for each of them', () => {
    const { rows } = read(
      [
        ['提案号', '案由', '主办单位'],
        ['1', '关于甲治理的提案', '市民政局'],
        ['2', '关于乙治理的提案', null],
      ],
      { merges: [down(2, 1, 2)] },
    );
    expect(rows.map(units)).toEqual([['lead 市民政局'], ['lead 市民政局']]);
  });

  test('a line that only adds units belongs to the line above, and says so', () => {
    const { rows } = read([
      ['提案号', '案由', '主办单位', '会办单位'],
      ['1', '关于甲治理的提案', '市民政局', '市财政局'],
      [null, null, null, '市公安局'],
      ['2', '关于乙治理的提案', '市民政局', null],
    ]);
    expect(rows.map(units)).toEqual([
      ['lead 市民政局', 'assist 市财政局', 'assist 市公安局'],
      ['lead 市民政局'],
    ]);
    expect(said(rows[0])).toEqual([['row.continued', '明细!A3']]);
  });

  test('one line a unit, number and title repeated, is one matter; the same line twice stays two', () => {
    const { rows } = read([
      header,
      ['1', '关于甲治理的提案', '林溪', '市民政局', '主办'],
      ['1', '关于甲治理的提案', '林溪', '市财政局', '会办'],
      ['2', '关于乙治理的提案', '林溪', '市公安局', '独办'],
      ['2', '关于乙治理的提案', '林溪', '市公安局', '独办'],
    ]);
    expect(rows.map(units)).toEqual([
      ['lead 市民政局', 'assist 市财政局'],
      ['sole 市公安局'],
      ['sole 市公安局'],
    ]);
    expect(said(rows[0])).toEqual([['row.joined', '明细!A3']]);
  });

  test('the same number with another title is not joined', () => {
    expect(
      read([
        header,
        ['1', '关于甲治理的提案', '林溪', '市民政局', '主办'],
        ['1', '关于乙治理的提案', '林溪', '市财政局', '会办'],
      ]).rows,
    ).toHaveLength(2);
  });

  test('a section line names the unit of the rows under it', () => {
    const { rows } = read(
      [
        ['提案号', '案由'],
        ['一、市民政局（1件）', null],
        ['1', '关于甲治理的提案'],
        ['二、市财政局（1件）', null],
        ['2', '关于乙治理的提案'],
      ],
      {
        merges: [
          { r1: 1, c1: 0, r2: 1, c2: 1 },
          { r1: 3, c1: 0, r2: 3, c2: 1 },
        ],
      },
    );
    expect(rows.map(units)).toEqual([['sole 市民政局'], ['sole 市财政局']]);
  });

  test('a section line names the kind of the rows under it', () => {
    const { rows } = read(
      [
        ['案号', '标题', '主办单位'],
        ['一、人大代表建议（1件）', null, null],
        ['1', '关于甲治理的建议', '市民政局'],
        ['二、政协提案（1件）', null, null],
        ['1', '关于乙治理的事项', '市民政局'],
      ],
      { merges: [across(1, 0, 2), across(3, 0, 2)] },
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['suggestion', 'proposal']);
  });

  test('a line that numbers the columns is no matter', () => {
    const numbered = (line: readonly string[]): number =>
      read([['案号', '标题', '主办单位'], line, ['1', '关于甲治理的建议', '市民政局']]).rows.length;
    expect([
      numbered(['1', '2', '3']),
      numbered(['(1)', '(2)', '(3)']),
      numbered(['甲', '乙', '丙']),
    ]).toEqual([1, 1, 1]);
  });

  test('hidden rows are read and named', () => {
    const { rows } = read(
      [
        ['提案号', '案由'],
        ['1', '关于甲治理的提案'],
      ],
      { hiddenRows: [1] },
    );
    expect(said(rows[0])).toEqual([['row.hidden', '明细!A2']]);
  });
});

describe('the table as a whole', () => {
  test('says what it lacks and what it guessed', () => {
    const codes = (cells: Cells): string[] => read(cells).issues.map(({ code }) => code);
    expect(
      codes([
        ['序号', '标题', '主办单位'],
        ['1', '关于甲治理的建议', '市民政局'],
      ]),
    ).toEqual(['table.noCaseNoColumn']);
    expect(
      codes([
        ['提案号', '提案者', '主办单位'],
        ['1', '林溪', '市民政局'],
      ]),
    ).toEqual(['table.noTitleColumn']);
    expect(codes([['提案号', '案由', '主办单位']])).toEqual(['table.noRows']);
    expect(
      codes([
        ['提案号', '案由', '杂项'],
        ['1', '关于甲治理的提案', 'x'],
        ['2', '关于乙治理的提案', 'y'],
      ]),
    ).toEqual(['table.unknownColumn']);
  });
});
