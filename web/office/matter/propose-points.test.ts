import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposePoints } from './propose-points.ts';

describe('a proposal of points', () => {
  test.each([
    ['（一）增设站点。\n（二）延长运营时间。', ['增设站点。', '延长运营时间。']],
    ['1.增设站点\n2.延长时间', ['增设站点', '延长时间']],
    ['1、增设站点；2、延长时间', ['增设站点；', '延长时间']],
    ['一、增设站点\n二、延长时间\n三、公布时刻', ['增设站点', '延长时间', '公布时刻']],
    ['第一，增设站点。第二，延长时间。', ['增设站点。', '延长时间。']],
    ['建议：一是增设站点；二是延长时间。', ['增设站点；', '延长时间。']],
    ['①增设站点\n②延长时间', ['增设站点', '延长时间']],
    ['（1）增设站点\n（2）延长时间', ['增设站点', '延长时间']],
    ['１．增设站点\n２．延长时间', ['增设站点', '延长时间']],
  ])('cuts %j', (text, points) => {
    expect(proposePoints(text)).toEqual(points);
  });

  test('takes the asks, not the description of the problem', () => {
    const text = [
      '一、存在的问题',
      '（一）站点少。',
      '（二）班次少。',
      '二、工作建议',
      '为此，建议：',
      '（一）增设站点。',
      '在新区先行试点。',
      '（二）延长时间。',
      '以上建议，请予考虑。',
    ].join('\n');
    expect(proposePoints(text)).toEqual(['增设站点。\n在新区先行试点。', '延长时间。']);
  });

  test('stops at the next heading of the same kind', () => {
    const text = '一、问题\n少。\n二、对策建议\n1. 多建。\n2. 快建。\n三、附件\n1. 地图';
    expect(proposePoints(text)).toEqual(['多建。', '快建。']);
  });

  test('keeps an inner numbering inside its point', () => {
    expect(proposePoints('一、改造\n1. 先行\n2. 推开\n二、公示')).toEqual(['改造\n1. 先行\n2. 推开', '公示']);
  });

  test('does not take a decimal or a year for a mark', () => {
    expect(proposePoints('投入1.5亿元。2023.6月前完成。')).toEqual(['投入1.5亿元。2023.6月前完成。']);
  });

  test('without numbers every paragraph is a point, and a polite close is none', () => {
    expect(proposePoints('增设站点。\n\n延长时间。\n妥否，请示。')).toEqual(['增设站点。', '延长时间。']);
  });

  test('of nothing comes nothing', () => {
    expect(proposePoints('  \n\u3000')).toEqual([]);
  });

  test('what was numbered by hand comes back, in every style and up to twenty', () => {
    const hanOf = (n: number): string => {
      const digits = '一二三四五六七八九';
      const ones = n % 10 === 0 ? '' : (digits[(n % 10) - 1] ?? '');
      return n < 10 ? ones : `${n < 20 ? '' : (digits[Math.floor(n / 10) - 1] ?? '')}十${ones}`;
    };
    const marks: readonly ((n: number) => string)[] = [
      (n) => `${n}. `,
      (n) => `${n}、`,
      (n) => `（${n}）`,
      (n) => `${hanOf(n)}、`,
      (n) => `（${hanOf(n)}）`,
      (n) => `第${hanOf(n)}，`,
    ];
    const ask = fc.stringMatching(/^[改建设增路桥站校医院]{2,12}$/);
    fc.assert(
      fc.property(fc.array(ask, { minLength: 2, maxLength: 20 }), fc.constantFrom(...marks), (asks, mark) => {
        expect(proposePoints(asks.map((text, index) => `${mark(index + 1)}${text}`).join('\n'))).toEqual(
          asks,
        );
      }),
    );
  });
});
