import { expect, test } from 'vitest';
import { fillOptional } from './fill-optional.ts';

test('keeps the parts whose values are known', () => {
  expect(fillOptional('办结[：{reason}]', { reason: '已落实' })).toBe('办结：已落实');
});

test('drops a part when any of its values is missing or empty', () => {
  expect(fillOptional('办结[：{reason}]', {})).toBe('办结');
  expect(fillOptional('办结[：{reason}]', { reason: '' })).toBe('办结');
  expect(fillOptional('[{a}到{b}]止', { a: '甲' })).toBe('止');
});

test('zero is a value', () => {
  expect(fillOptional('共[{count}]条', { count: 0 })).toBe('共0条');
});

test('a placeholder outside brackets without a value stays visible', () => {
  expect(fillOptional('{who}签收', {})).toBe('{who}签收');
});

test('a value that looks like a template is not filled again', () => {
  expect(fillOptional('说[：{said}]', { said: '见[{who}]', who: '某' })).toBe('说：见[{who}]');
});
