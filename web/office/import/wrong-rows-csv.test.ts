import { expect, test } from 'vitest';
import { csvName, wrongRowsCsv } from './wrong-rows-csv.ts';

const row = (more: object) => ({
  n: 1,
  sheet: '明细',
  row: 5,
  lastRow: 5,
  outcome: 'wrong' as const,
  title: '关于公交的建议',
  facts: [{ field: 'caseNo', label: '案号', values: ['2024001'] }],
  changes: [],
  issues: [
    { code: 'x', severity: 'error' as const, field: null, cell: '明细!C5', message: '请补填。' },
    { code: 'y', severity: 'warning' as const, field: null, cell: null, message: '提示而已' },
  ],
  matterId: null,
  result: null,
  ...more,
});

test('one line for each error, with its cell; remarks are left out', () => {
  const lines = wrongRowsCsv([row({})]).split('\r\n');
  expect(lines[0]).toBe('\uFEFF"工作表","行","案号","标题","单元格","问题和改法"');
  expect(lines[1]).toBe('"明细","5","2024001","关于公交的建议","明细!C5","请补填。"');
  expect(lines[2]).toBe('');
});

test('a row over several lines of the sheet names all of them', () => {
  expect(wrongRowsCsv([row({ lastRow: 7 })])).toContain('"5–7"');
});

test('marks of quotation are doubled, and what looks like a formula is made text', () => {
  const csv = wrongRowsCsv([row({ title: '=HYPERLINK("a")' })]);
  expect(csv).toContain(`"'=HYPERLINK(""a"")"`);
});

test.each(['+1', '-1', '@a', '\t=1'])('%j is made text', (title) => {
  expect(wrongRowsCsv([row({ title })])).toContain(`"'${title}"`);
});

test('the file is named after the table', () => {
  expect(csvName('2024.年台账.xlsx')).toBe('2024.年台账-有错误的行.csv');
});
