import { expect, test } from 'vitest';
import { worthComparing } from './worth-comparing.ts';

/** Newest first, as `occasion text`. */
const versions = (...said: string[]) =>
  said.map((one, index) => {
    const [occasion = '', content = ''] = one.split(' ');
    return { n: said.length - index, occasion, content };
  });

test.each([
  [
    'submitted again: with what was submitted before',
    ['submitted b', 'saved b', 'saved ab', 'submitted a'],
    1,
  ],
  [
    'changed after it came back: with what was submitted',
    ['saved c', 'saved b', 'submitted a', 'saved a'],
    2,
  ],
  ['amended in review: with what was submitted', ['amended b', 'submitted a', 'saved a'], 2],
  ['issued as it was submitted: with the last text that differs', ['issued b', 'submitted b', 'saved a'], 1],
  ['submitted for the first time: with the last text that differs', ['submitted c', 'saved c', 'saved b'], 1],
  ['nothing differs: with the oldest', ['submitted a', 'saved a'], 1],
  ['one version only: with itself', ['saved a'], 1],
])('%s', (_, said, expected) => {
  expect(worthComparing(versions(...said))?.n).toBe(expected);
});

test('no versions at all', () => {
  expect(worthComparing([])).toBeUndefined();
});
