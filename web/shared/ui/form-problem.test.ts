import { expect, test } from 'vitest';
import { itemFor, pathOf } from './form-problem.ts';

test.each([
  ['reason', ['reason']],
  ['points[2].answer', ['points', 2, 'answer']],
  ['duties.0.unitId', ['duties', 0, 'unitId']],
  ['', []],
])('%s names the form item %j', (at, name) => {
  expect(pathOf(at)).toEqual(name);
});

test.each([
  ['parts', undefined],
  ['parts[1].title', ['parts', 1, 'title']],
  ['parts[1].asks[0]', ['parts', 1, 'asks']],
  ['grounds[3]', ['grounds']],
  ['', undefined],
])('what is said of %s is shown at %j', (path, item) => {
  const items = [['grounds'], ['parts', 0, 'title'], ['parts', 1, 'title'], ['parts', 1, 'asks']];
  expect(itemFor(items, pathOf(path))).toEqual(item);
});
