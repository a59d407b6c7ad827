import { describe, expect, test } from 'vitest';
import type { Definition } from './figure-texts.ts';
import { type Known, linesOf, readTotals as readLines, splitTable } from './published-table.ts';

const set = { name: { zh: '集', en: 'set' }, sentence: { zh: '集', en: 'set' }, unit: 'replies' as const };
const figure = (id: string, zh: string): Definition => ({
  id,
  name: { zh, en: id },
  group: 'quality',
  shows: 'percent',
  unit: 'replies',
  decimals: 1,
  variants: [
    { id: 'final', name: { zh: '最终答复', en: 'final replies' }, numerator: set, denominator: set },
    { id: 'first', name: { zh: '首轮答复', en: 'first replies' }, numerator: set, denominator: set },
  ],
  dimensions: ['system'],
  beside: [],
  source: { zh: '惯例', en: 'practice' },
  forUnits: true,
});

const readTotals = (text: string, names: Known) => readLines(linesOf(text), names);

const heading = (zh: string, en: string) => ({ zh, en });
const known: Known = {
  figures: [figure('classShare:A', 'A类占比')],
  organs: [{ id: 1, name: '云川市人大' }],
  dimensions: [{ id: 'system', name: { zh: '系统', en: 'system' } }],
  headings: {
    figure: heading('指标', 'Figure'),
    variant: heading('口径', 'Variant'),
    year: heading('年度', 'Year'),
    organ: heading('机关', 'Organ'),
    part: heading('部分', 'Part'),
    numerator: heading('分子', 'Numerator'),
    denominator: heading('分母', 'Denominator'),
    value: heading('公布值', 'Printed value'),
    source: heading('出处', 'Source'),
  },
};

describe('cells of a table', () => {
  test('a spreadsheet’s clipboard and a CSV file give the same, whatever their cells hold', () => {
    expect(splitTable('a\tb\r\n1\t2, 3\r\n\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2, 3'],
    ]);
    expect(splitTable('\uFEFF"a","b"\n1,"2, 3 ""x""\nand more"\n')).toEqual([
      ['a', 'b'],
      ['1', '2, 3 "x"\nand more'],
    ]);
  });
});

describe('a table of published totals', () => {
  test('is read by the names that a person writes, in any order of columns', () => {
    const { rows, problems } = readTotals(
      '年度\t指标\t口径\t机关\t部分\t分子\t分母\t公布值\t出处\n2018年\tA类占比\t最终答复\t云川市人大\t系统=government\t482\t1,103\t43.7%\t年度报告第3页',
      known,
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        figure: 'classShare:A',
        variant: 'final',
        year: 2018,
        organId: 1,
        filters: { system: 'government' },
        numerator: 482,
        denominator: 1103,
        value: '43.7',
        source: '年度报告第3页',
      },
    ]);
  });

  test('English headings are understood; without a variant it is the usual one, without an organ all of them', () => {
    const { rows, problems } = readTotals(
      'Figure,Year,Printed value,Source\nclassshare:a,2018,43.70,report',
      known,
    );
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({ variant: 'final', organId: null, numerator: null, value: '43.70' });
  });

  test('a missing column is said once, not for every row', () => {
    expect(readTotals('指标\t年度\nA类占比\t2018\nA类占比\t2019', known)).toEqual({
      rows: [],
      places: [],
      problems: [{ row: null, column: null, code: 'noColumn', value: 'source' }],
    });
  });

  test('each thing wrong in a row is said with the row as the spreadsheet numbers it', () => {
    const { problems } = readTotals(
      '指标\t口径\t年度\t机关\t部分\t分子\t出处\nA类占比\t最终答复\t2018\t\t\t482\t报告\nB类\t\t18\t某市人大\t系统\t约40\t\nA类占比\t第三轮\t2018\t\t\t1\t报告',
      known,
    );
    expect(problems).toEqual([
      { row: 3, column: 'A', code: 'noFigure', value: 'B类' },
      { row: 3, column: 'D', code: 'noOrgan', value: '某市人大' },
      { row: 3, column: 'C', code: 'year', value: '18' },
      { row: 3, column: 'G', code: 'noSource', value: '' },
      { row: 3, column: 'E', code: 'part', value: '系统' },
      { row: 3, column: 'F', code: 'number', value: '约40' },
      { row: 4, column: 'B', code: 'noVariant', value: '第三轮' },
    ]);
  });

  test('a workbook with blank lines is told by its own line numbers', () => {
    const { rows, places, problems } = readLines(
      [
        { row: 2, cells: ['指标', '年度', '分子', '出处'] },
        { row: 5, cells: ['A类占比', '2018', '482', '报告'] },
        { row: 9, cells: ['A类占比', '2019', '约', '报告'] },
      ],
      known,
    );
    expect([rows.length, places]).toEqual([2, [5, 9]]);
    expect(problems).toEqual([{ row: 9, column: 'C', code: 'number', value: '约' }]);
  });
});
