import { describe, expect, test } from 'vitest';
import { checkText, firstRefusal, refuse } from './refusal.ts';

describe('a refusal', () => {
  test('has a place only when it is at one', () => {
    expect(refuse('stale')).toEqual({ code: 'stale', params: {} });
    expect(refuse('field-empty', { field: 'title' }, 'title')).toEqual({
      code: 'field-empty',
      params: { field: 'title' },
      at: 'title',
    });
  });

  test('of several, the first is heard', () => {
    expect(firstRefusal()).toBeNull();
    expect(firstRefusal(null, null)).toBeNull();
    expect(firstRefusal(null, refuse('stale'), refuse('not-found'))).toEqual(refuse('stale'));
  });
});

describe('a text', () => {
  test('is there and not longer than its measure; blanks of either width are nothing', () => {
    expect(checkText('满', 'title', 1)).toBeNull();
    expect(checkText(' \t\n', 'title', 9)?.code).toBe('field-empty');
    expect(checkText('　', 'title', 9)?.code).toBe('field-empty');
    expect(checkText('满意', 'title', 1)).toEqual({
      code: 'field-too-long',
      params: { field: 'title', max: 1, length: 2 },
      at: 'title',
    });
  });
});
