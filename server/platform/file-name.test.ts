import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedAs, soundFileName } from './file-name.ts';

describe('the name of a file that is sent', () => {
  it.each([
    ['Proposed assignments: first round.docx', 'Proposed assignments first round.docx'],
    ['路/桥: “一号” <送审>?.pdf', '路 桥 “一号” 送审.pdf'],
    ['交接单-市交通局.pdf', '交接单-市交通局.pdf'],
    ['NUL.xlsx', '_NUL.xlsx'],
    ['con.第一批.pdf', '_con.第一批.pdf'],
    ['通知\u202efdp.docx', '通知fdp.docx'],
    ['第一批. .pdf', '第一批.pdf'],
    ['.pdf', '_.pdf'],
    ['没有后缀', '没有后缀'],
  ])('%s is saved as %s', (given, saved) => {
    expect(soundFileName(given)).toBe(saved);
  });

  it('whatever the title, every system takes it, and its ending stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (title) => {
        const name = soundFileName(`${title}.docx`);
        expect(name).toMatch(/^[^\p{Cc}\\/:*?"<>|]+[^ .]\.docx$|^[^\p{Cc}\\/:*?"<>|. ]\.docx$/u);
        expect(name).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
        expect([...name].length).toBeLessThanOrEqual(90);
      }),
    );
  });

  it('the header says it in both forms, and nothing in it ends the quotation', () => {
    expect(namedAs("建议 (草案)'s*.pdf")).toBe(
      `filename="__ (__)'s.pdf"; filename*=UTF-8''%E5%BB%BA%E8%AE%AE%20%28%E8%8D%89%E6%A1%88%29%27s.pdf`,
    );
  });
});
