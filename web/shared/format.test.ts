import { afterEach, describe, expect, test } from 'vitest';
import { dayOf, fileSize, longDate, moment, share } from './format.ts';
import { setLanguage } from './language.ts';

afterEach(() => setLanguage('zh'));

describe('dates', () => {
  test('a day is written out in the language of the page', () => {
    expect(longDate('2026-03-21')).toBe('2026年3月21日');
    setLanguage('en');
    expect(longDate('2026-03-21')).toBe('21 March 2026');
  });

  test('an instant late in the UTC day belongs to the next day in China', () => {
    expect(moment('2026-03-21T16:05:00.000Z')).toBe('2026-03-22 00:05');
    expect(dayOf('2026-03-21T15:59:59.999Z')).toBe('2026-03-21');
  });
});

describe('numbers', () => {
  test('a share of nothing is a dash, never a number', () => {
    expect(share(0, 0)).toBe('—');
    expect(share(1, 3)).toBe('33.3%');
    expect(share(2, 2)).toBe('100%');
  });

  test.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KB'],
    [5_400_000, '5.1 MB'],
    [20 * 1024 ** 2, '20.0 MB'],
  ])('%d bytes read %s', (bytes, text) => {
    expect(fileSize(bytes)).toBe(text);
  });
});
