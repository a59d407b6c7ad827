import { expect, test } from 'vitest';
import { changesSince } from './changes-since.ts';

test('only what differs is named, with both texts', () => {
  expect(changesSince({ 名称: '甲局', 简称: '甲' }, { 名称: '甲局', 简称: '市甲局' })).toEqual([
    { field: '简称', from: '甲', to: '市甲局' },
  ]);
});

test('a field that was not there before counts as empty', () => {
  expect(changesSince({}, { 简称: '甲', 职责: '' })).toEqual([{ field: '简称', from: '', to: '甲' }]);
});
