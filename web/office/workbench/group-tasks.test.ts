import { expect, test } from 'vitest';
import { groupTasks, type Task } from './group-tasks.ts';

const task = (key: string, kind: Task['kind'], dueState: Task['dueState'], dueOn: string | null): Task => ({
  key,
  kind,
  matterId: 1,
  caseNo: key,
  matterKind: 'suggestion',
  title: key,
  unitName: null,
  stage: 'handling',
  note: '',
  dueOn,
  workdaysLeft: null,
  provisional: false,
  dueState,
  at: null,
  stoodIn: null,
});

test('the group with the most pressing task stands first, and its most pressing task on top', () => {
  const groups = groupTasks([
    task('a', 'signFor', 'ample', '2026-05-01'),
    task('b', 'review', 'soon', '2026-04-10'),
    task('c', 'signFor', 'none', null),
    task('d', 'review', 'overdue', '2026-04-02'),
    task('e', 'review', 'overdue', '2026-04-01'),
  ]);
  expect(groups.map(({ kind, overdue }) => [kind, overdue])).toEqual([
    ['review', 2],
    ['signFor', 0],
  ]);
  expect(groups.map(({ tasks }) => tasks.map(({ key }) => key))).toEqual([
    ['e', 'd', 'b'],
    ['a', 'c'],
  ]);
});

test('nothing to do makes no group', () => {
  expect(groupTasks([])).toEqual([]);
});
