import fc from 'fast-check';
import { expect, test } from 'vitest';
import { same } from './same.ts';

const reordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reordered)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([field, inner]) => [field, reordered(inner)]),
        )
      : value;

const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('__proto__'));

test('the order of fields does not count, that of a list does', () => {
  fc.assert(fc.property(json, (value) => same(value, reordered(structuredClone(value)))));
  expect(same({ type: 'list', items: ['一', '二'] }, { items: ['二', '一'], type: 'list' })).toBe(false);
});

test('whatever says the same as text is the same, and what differs in any place is not', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(same(one, structuredClone(one))).toBe(true);
      expect(same({ in: one }, { in: one, more: 1 })).toBe(false);
      expect(same([one], [one, other])).toBe(false);
      expect(same([], {})).toBe(false);
    }),
  );
});

test('a field that is not there says the same as one that says nothing', () => {
  expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(same({ a: null }, {})).toBe(false);
});
