import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approximately, differenceText, differenceWords, printed, valueText } from './rate.ts';

const percent = (decimals: number) => ({ shows: 'percent', decimals }) as const;

describe('a share', () => {
  test('is rounded half up, and exactly', () => {
    expect(valueText({ numerator: 1, denominator: 8 }, percent(0))).toBe('13');
    expect(valueText({ numerator: 1, denominator: 200 }, percent(0))).toBe('1');
    expect(valueText({ numerator: 1005, denominator: 100_000 }, percent(2))).toBe('1.01');
    expect(valueText({ numerator: 1, denominator: 3 }, percent(4))).toBe('33.3333');
  });

  test('is the nearest decimal of its exact value, the upper one of two', () => {
    const parts = fc.tuple(
      fc.nat(10_000_000),
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 0, max: 4 }),
    );
    fc.assert(
      fc.property(parts, ([numerator, denominator, decimals]) => {
        const text = valueText({ numerator, denominator }, percent(decimals)) ?? '';
        const scaled = BigInt(text.replace('.', ''));
        // |value - exact| in units of half a last decimal: between -1 (excluded) and 1.
        const twice =
          2n * (scaled * BigInt(denominator) - BigInt(numerator) * 100n * 10n ** BigInt(decimals));
        expect(twice).toBeGreaterThan(-BigInt(denominator));
        expect(twice).toBeLessThanOrEqual(BigInt(denominator));
      }),
    );
  });

  test('of nothing is none, not nought', () => {
    expect(valueText({ numerator: 0, denominator: 0 }, percent(1))).toBeNull();
    expect(printed(null, 'percent')).toBe('—');
    expect(differenceText('1.0', null)).toBeNull();
  });
});

describe('a difference', () => {
  test('is in percentage points, up, down or none', () => {
    expect(differenceWords(differenceText('63.9', '56.7'), 'percent')?.zh).toBe('提高 7.2 个百分点');
    expect(differenceWords(differenceText('0.4', '1.25'), 'percent')?.en).toBe('down 0.85 percentage points');
    expect(differenceWords(differenceText('50.0', '50.0'), 'percent')?.zh).toBe('持平');
    expect(differenceWords(differenceText('848', '900'), 'count')?.zh).toBe('减少 52');
  });
});

describe('a rough number', () => {
  test.each([
    [19, '19'],
    [20, '20'],
    [46, '40余'],
    [98, '近100'],
    [107, '100余'],
    [267, '260余'],
    [298, '近300'],
    [1358, '1300余'],
    [4127, '4100余'],
    [1960, '近2000'],
  ])('%i is %s', (n, said) => {
    expect(approximately(n).zh).toBe(said);
  });

  test('never says more than there is, nor calls more what is less', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), (n) => {
        const { zh } = approximately(n);
        const said = Number(zh.replace(/[近余]/g, ''));
        const side = zh.endsWith('余') ? -1 : zh.startsWith('近') ? 1 : 0;
        expect(Math.sign(said - n)).toBe(side);
      }),
    );
  });
});
