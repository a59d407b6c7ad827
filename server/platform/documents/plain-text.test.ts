import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine, paragraphsOf, plainText } from './plain-text.ts';

test('characters that XML forbids, lone surrogates and direction controls go; all else stays', () => {
  expect(plainText('甲\u0000乙\u0008丙\ud800丁\u202e戊\u2066己\ufeff庚\uffff')).toBe('甲乙丙丁戊己庚');
  expect(plainText('龘😀𬀩 a<b>&"\'\t〔2026〕')).toBe('龘😀𬀩 a<b>&"\' 〔2026〕');
});

/** The characters of XML 1.0, clause 2.2, but for tab and carriage return, which become other white space. */
const isXml = (code: number): boolean =>
  code === 0x0a ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** Any UTF-16 unit: pairs, halves of pairs and forbidden characters come about by themselves. */
const codeUnit = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));

test('what comes out is always valid in XML', () => {
  fc.assert(
    fc.property(fc.string({ unit: codeUnit }), (text) => {
      const codes = Array.from(plainText(text), (char) => char.codePointAt(0) ?? 0);
      expect(codes.every(isXml)).toBe(true);
    }),
  );
});

test('paragraphs are the lines that hold something, without indents typed by hand', () => {
  expect(paragraphsOf('\u3000\u3000第一段\r\n\n  第二段 \r\u2028')).toEqual(['第一段', '第二段']);
  expect(paragraphsOf(' \n\u3000')).toEqual([]);
});

test('a line end inside one line goes between Chinese, and is a space between words', () => {
  expect(oneLine('关于加装\n电梯')).toBe('关于加装电梯');
  expect(oneLine('Public\nlibrary')).toBe('Public library');
});
