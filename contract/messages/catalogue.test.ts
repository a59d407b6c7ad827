import { describe, expect, test } from 'vitest';
import { rowIssue } from '#core/catalogue/row-issue.ts';
import { catalogueMessages, workbookRefusalMessages } from './catalogue.ts';
import { fill } from './message.ts';

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').sort();

describe('texts of the catalogue import', () => {
  test('both languages name the same facts, none is empty, and none mixes languages up', () => {
    for (const [key, { zh, en }] of Object.entries({ ...catalogueMessages, ...workbookRefusalMessages })) {
      expect([key, placeholders(en)]).toEqual([key, placeholders(zh)]);
      expect([key, /\p{Script=Han}/u.test(zh), /[a-z]/i.test(en)]).toEqual([key, true, true]);
    }
  });

  test('a sentence says what, where and how to mend', () => {
    const issue = rowIssue('caseNo.dateLike', 'caseNo', '明细!C7', { text: '2014-03-07' });
    expect(fill(catalogueMessages[`catalogue.issue.${issue.code}`], 'zh', issue.params)).toBe(
      '明细!C7 的案号被表格软件改成了日期 2014-03-07（如 14-3-7 变为日期）。请把该列设为“文本”格式，重新填写案号。',
    );
  });
});
