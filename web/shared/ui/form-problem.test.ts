import { expect, test } from 'vitest';
import { pathOf } from './form-problem.ts';

test.each([
  ['reason', ['reason']],
  ['points[2].answer', ['points', 2, 'answer']],
  ['duties.0.unitId', ['duties', 0, 'unitId']],
  ['', []],
])('%s names the form item %j', (at, name) => {
  expect(pathOf(at)).toEqual(name);
});
