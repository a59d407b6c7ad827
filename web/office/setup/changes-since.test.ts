import { expect, test } from 'vitest';
import { changesSince, mergeUntouched } from './changes-since.ts';

test('only what differs is named, with both texts', () => {
  expect(changesSince({ 名称: '甲局', 简称: '甲' }, { 名称: '甲局', 简称: '市甲局' })).toEqual([
    { field: '简称', from: '甲', to: '市甲局' },
  ]);
});

test('a field that was not there before counts as empty', () => {
  expect(changesSince({}, { 简称: '甲', 职责: '' })).toEqual([{ field: '简称', from: '', to: '甲' }]);
});

test('what was typed stays, what was not touched follows the row', () => {
  const opened = { name: '甲局', shortName: '', aliases: ['甲'] };
  const now = { name: '甲管理局', shortName: '甲局', aliases: ['甲', '甲办'] };
  expect(mergeUntouched(opened, { name: '甲局', shortName: '市甲', aliases: ['甲'] }, now)).toEqual({
    name: '甲管理局',
    shortName: '市甲',
    aliases: ['甲', '甲办'],
  });
});

test('only fields of the form come back', () => {
  expect(mergeUntouched({ a: 1, b: 1 }, { a: 1 }, { a: 2, b: 2 })).toEqual({ a: 2 });
});
