import { expect, test } from 'vitest';
import { groupNotices } from './group-notices.ts';

const ids = (groups: readonly (readonly { id: number }[])[]): number[][] =>
  groups.map((group) => group.map(({ id }) => id));

test('notices of one matter or submission stand together where the newest stands, in their order', () => {
  const notices = [
    { id: 9, matterId: 2, submission: null },
    { id: 8, matterId: 1, submission: null },
    { id: 7, matterId: 2, submission: null },
    { id: 6, matterId: null, submission: null },
    { id: 5, matterId: null, submission: null },
    { id: 4, matterId: 1, submission: null },
    { id: 3, matterId: null, submission: { id: 1 } },
    { id: 2, matterId: null, submission: { id: 2 } },
    { id: 1, matterId: null, submission: { id: 1 } },
  ];
  expect(ids(groupNotices(notices))).toEqual([[9, 7], [8, 4], [6], [5], [3, 1], [2]]);
});

test('no notices, no groups', () => {
  expect(groupNotices([])).toEqual([]);
});
