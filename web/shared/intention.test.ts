import { expect, test } from 'vitest';
import { isOpen, newIntention } from './intention.ts';

const counting = () => {
  let n = 0;
  return newIntention(() => `key-${(n += 1)}`);
};

test('the same content keeps its key until it is answered', () => {
  const intention = counting();
  const first = intention.keyFor({ reason: 'a' });
  expect(intention.keyFor({ reason: 'a' })).toBe(first);
});

test('changed content is another intention', () => {
  const intention = counting();
  const first = intention.keyFor({ reason: 'a' });
  expect(intention.keyFor({ reason: 'b' })).not.toBe(first);
});

test('after an answer the same content is a new intention', () => {
  const intention = counting();
  const first = intention.keyFor({ reason: 'a' });
  intention.settle();
  expect(intention.keyFor({ reason: 'a' })).not.toBe(first);
});

test.each([
  [0, true],
  [500, true],
  [503, true],
  [409, false],
  [422, false],
  [401, false],
])('status %d leaves the outcome open: %s', (status, open) => {
  expect(isOpen(status)).toBe(open);
});
