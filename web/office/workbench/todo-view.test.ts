import { expect, test } from 'vitest';
import { readTodo, writeTodo } from './todo-view.ts';

test('a view of what is to do survives the way through its address', () => {
  const address = { order: 'due', due: 'overdue' };
  expect(writeTodo(readTodo(address))).toEqual(address);
});

test.each([[{}], [{ due: 'red' }], [{ order: 'title' }], [{ due: ['overdue'] }]])(
  'nonsense is left out: %j',
  (search) => {
    expect(writeTodo(readTodo(search))).toEqual({});
  },
);
