import { describe, expect, test } from 'vitest';
import { chartLines, chartOption, kindFor, liesDown } from './chart-option.ts';
import { chartOf, inOrder } from './cross-view.ts';
import type { CrossTable } from './figure-texts.ts';

const text = (zh: string) => ({ zh, en: zh });
const measured = (numerator: number, denominator: number | null, value: string | null) => ({
  numerator,
  denominator,
  value,
  text: value === null ? '—' : denominator === null ? value : `${value} %`,
  origin: 'counted' as const,
  derived: false,
});

/** 2018: A of the replies of two kinds of matter, in two years. */
const shares: CrossTable = {
  figure: 'classShare:A',
  variant: 'final',
  unit: 'replies',
  asOf: '2026-11-22T00:00:00Z',
  explanation: text('…'),
  rows: [
    { key: '2017', name: text('2017') },
    { key: '2018', name: text('2018') },
  ],
  columns: [{ key: 'suggestion', name: text('建议') }],
  cells: [{ ...measured(482, 1103, '43.7'), row: '2018', column: 'suggestion' }],
  rowTotals: [{ ...measured(482, 1103, '43.7'), row: '2018' }],
  columnTotals: [{ ...measured(482, 1103, '43.7'), column: 'suggestion' }],
  total: measured(482, 1103, '43.7'),
  mismatches: [],
  truncated: false,
};

const counts: CrossTable = {
  ...shares,
  columns: [],
  cells: [],
  rowTotals: [{ ...measured(854, null, '854'), row: '2018' }],
  columnTotals: [],
  total: measured(854, null, '854'),
};

const names = {
  pick: ({ zh }: { zh: string }) => zh,
  figure: 'A类占比',
};

describe('the order of rows', () => {
  const units: CrossTable = {
    ...counts,
    rows: ['none', '1', '2', '3'].map((key) => ({ key, name: text(key) })),
    rowTotals: [
      { ...measured(9, null, '9'), row: 'none' },
      { ...measured(2, null, '2'), row: '1' },
      { ...measured(5, null, '5'), row: '3' },
    ],
  };

  test('units stand with the most first, and what has no unit last; years keep their order', () => {
    expect(inOrder(units, 'unit').rows.map(({ key }) => key)).toEqual(['3', '1', '2', 'none']);
    expect(inOrder(units, 'year').rows.map(({ key }) => key)).toEqual(['none', '1', '2', '3']);
  });
});

describe('the chart of a table', () => {
  test('a share that cannot be taken is a gap, a count of nothing is nought', () => {
    expect(chartOf(shares, 'percent', names)).toEqual({
      labels: ['2017', '2018'],
      published: [false, false],
      percent: true,
      series: [{ name: '建议', values: [null, 43.7] }],
    });
    expect(chartOf(counts, 'count', names).series).toEqual([{ name: 'A类占比', values: [0, 854] }]);
  });

  test('what was only published is drawn hollow, and a year is never broken over two lines', () => {
    const published = { ...measured(800, null, '800'), row: '2017', origin: 'published' as const };
    const data = chartOf({ ...counts, rowTotals: [...counts.rowTotals, published] }, 'count', names);
    expect(data.published).toEqual([true, false]);
    const look = { width: 160, fontSize: 20, fontFamily: 'sans-serif', still: true };
    const bars = chartOption(data, { ...look, kind: 'bar' });
    expect(bars.series[0]?.data).toMatchObject([{ value: 800, itemStyle: { borderType: 'dashed' } }, 854]);
    const line = chartOption(data, { ...look, kind: 'line' });
    expect(line.series[0]?.data).toMatchObject([{ value: 800, symbol: 'emptyCircle' }, 854]);
    expect(bars.xAxis).toMatchObject({ axisLabel: { width: 44, fontSize: 18 } });
  });

  test('shares are never stacked, and one row of columns has nothing to stack', () => {
    const two = {
      labels: ['a'],
      published: [],
      percent: false,
      series: [1, 2].map((n) => ({ name: `${n}`, values: [n] })),
    };
    expect(kindFor(two, 'stacked')).toBe('stacked');
    expect(kindFor({ ...two, percent: true }, 'stacked')).toBe('bar');
    expect(kindFor(chartOf(counts, 'count', names), 'stacked')).toBe('bar');
  });

  test('many names stand below one another with their bars beside them, and the chart is as high as they need', () => {
    const long = {
      labels: [...'abcdefghij'],
      published: [],
      percent: false,
      series: [{ name: 'n', values: [] }],
    };
    expect([liesDown(long, 'bar'), liesDown(long, 'line')]).toEqual([true, false]);
    expect(liesDown({ ...long, labels: ['a', 'b'] }, 'bar')).toBe(false);
    const twice = { ...long, labels: [...long.labels, ...long.labels] };
    expect(chartLines(twice, 'bar')).toBeGreaterThan(chartLines(long, 'bar'));
  });

  test('several series are told apart by patterns or strokes as well as by colour; one carries its numbers', () => {
    const look = { kind: 'bar' as const, width: 640, fontSize: 13, fontFamily: 'sans-serif', still: true };
    const two = {
      labels: ['a'],
      published: [],
      percent: true,
      series: [1, 2].map((n) => ({ name: `${n}`, values: [n] })),
    };
    const bars = chartOption(two, look);
    expect(bars).toMatchObject({
      aria: { decal: { show: true } },
      yAxis: { min: 0, max: 100 },
      animation: false,
    });
    const lines = chartOption(two, { ...look, kind: 'line' });
    expect(
      new Set(lines.series.map((one) => JSON.stringify('lineStyle' in one ? one.lineStyle : ''))).size,
    ).toBe(2);
    const one = chartOption(chartOf(counts, 'count', names), look);
    expect(one.series.map((single) => 'label' in single)).toEqual([true]);
  });

  test('leaves more than half of a phone’s width to the bars, however long the names', () => {
    const labels = Array.from({ length: 16 }, (_, n) => `云川市人力资源和社会保障局第${n}分局`);
    const data = {
      labels,
      published: [],
      percent: false,
      series: [{ name: '件', values: labels.map(() => 1) }],
    };
    const look = { kind: 'bar' as const, width: 300, fontSize: 18, fontFamily: 'sans-serif', still: true };
    expect(chartOption(data, look).yAxis).toMatchObject({
      data: labels,
      axisLabel: { width: 120, overflow: 'truncate' },
    });
  });
});
