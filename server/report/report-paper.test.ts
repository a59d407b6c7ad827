import { describe, expect, test } from 'vitest';
import { fieldKey } from '#core/report/question.ts';
import { type FigureField, noValues, type ReportScope } from '#core/report/report.ts';
import { type Printed, reportPaper } from './report-paper.ts';

const scope: ReportScope = {
  kind: 'congressAnnual',
  period: { kind: 'year', year: 2026 },
  organId: 1,
  unitId: null,
};
const asOf = '2026-11-20';
const field = (key: string): FigureField => ({
  key,
  figure: 'replyRate.all',
  filters: {},
  decimals: null,
  part: key === 'a' ? 'denominator' : 'value',
  wording: 'exact',
  whenNone: 'say',
});
const printed: Printed = {
  language: 'zh',
  keeper: '云川市',
  scope,
  draft: true,
  on: asOf,
  publicUrl: null,
  content: {
    title: '报告',
    asOf,
    sections: [
      {
        key: 's1',
        heading: '进度',
        blocks: [
          {
            kind: 'paragraph',
            key: 'p1',
            hint: '',
            runs: [
              { text: '应答复' },
              { field: field('a') },
              { text: '件次，已答复' },
              { field: field('b') },
              { text: '。\n\n其余在办。' },
            ],
          },
        ],
      },
    ],
  },
  values: {
    ...noValues,
    figures: {
      [fieldKey(scope, asOf, field('a'))]: {
        numerator: 482,
        denominator: 1103,
        value: '43.7',
        text: '43.7 %',
        name: { zh: '答复率', en: 'reply rate' },
        shows: 'percent',
        unit: 'assignments',
        origin: 'counted',
        asOf: '2026-11-20T15:59:59.999Z',
        explanation: { zh: '分子：……', en: '…' },
        compared: null,
      },
    },
  },
};

describe('the paper of a report', () => {
  const paper = reportPaper(printed);
  const blocks = paper.parts[0]?.blocks ?? [];

  test('begins a paragraph where a person began a line, and numbers its parts', () => {
    expect(paper.parts[0]?.heading).toBe('一、进度');
    const lines = blocks.map((one) =>
      one.kind === 'paragraph' ? one.runs.map(({ text }) => text).join('') : '',
    );
    expect(lines).toEqual(['应答复1103件次，已答复43.7 %。', '其余在办。']);
  });

  test('lists where a number comes from once, however often it is printed', () => {
    expect(paper.sources.rows).toHaveLength(1);
    expect(paper.sources.rows[0]?.cells.slice(0, 4)).toEqual(['1', '答复率', '43.7 %', '482／1103']);
    const [first] = blocks;
    const sources = first?.kind === 'paragraph' ? first.runs.map(({ source }) => source) : [];
    expect(sources).toEqual([null, 1, null, 1, null]);
  });

  test('leads to the rows where people reach the product by an address', () => {
    const linked = reportPaper({ ...printed, publicUrl: 'https://luoshi.example' });
    expect(linked.sources.rows[0]?.link).toBe(
      'https://luoshi.example/figures/rows?figure=replyRate.all&organ=1&year=2026&asOf=2026-11-20',
    );
    expect(paper.sources.rows[0]?.link).toBeNull();
    const [first] = linked.parts[0]?.blocks ?? [];
    const links = first?.kind === 'paragraph' ? first.runs.flatMap(({ link }) => link ?? []) : [];
    // What stands under the line opens what stands under the line.
    expect(links.map((link) => new URL(link).searchParams.get('of'))).toEqual(['denominator', null]);
  });
});
