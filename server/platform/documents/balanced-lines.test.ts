import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balancedLines, widthOf } from './balanced-lines.ts';

const chinese = fc.string({
  unit: fc.constantFrom(...'关于推进老旧小区加装电梯的建议《》、2026号a '),
  minLength: 1,
  maxLength: 200,
});

test('the lines joined give the text again and none is wider than allowed', () => {
  fc.assert(
    fc.property(chinese, fc.integer({ min: 5, max: 25 }), (text, widest) => {
      const lines = balancedLines(text, widest);
      expect(lines.join('')).toBe(text);
      expect(lines.every((line) => line !== '')).toBe(true);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(widest + 1e-6);
    }),
  );
});

test('a title that fits stays on one line', () => {
  expect(balancedLines('关于加装电梯建议答复的函', 20)).toEqual(['关于加装电梯建议答复的函']);
  expect(balancedLines('', 20)).toEqual(['']);
});

test('a long title breaks between words into lines that widen or narrow', () => {
  const lines = balancedLines('关于市七届人大六次会议第20260128号建议答复的函', 19.5);
  expect(lines).toEqual(['关于市七届人大六次会议', '第20260128号建议答复的函']);
});

test('a number stays with its 第 and 号, a quotation mark with what it opens', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'推进老旧小区改造工作'), maxLength: 30 }), (filling) => {
      const lines = balancedLines(`关于${filling}第20260128号《${filling}办法》建议答复的函`, 16);
      expect(lines.some((line) => line.includes('第20260128号'))).toBe(true);
      expect(lines.some((line) => /《$|^》/u.test(line))).toBe(false);
    }),
  );
});

test('names in a row are parted after the comma between them', () => {
  const lines = balancedLines('云川市发展和改革委员会、云川市工业和信息化局', 20);
  expect(lines).toEqual(['云川市发展和改革委员会、', '云川市工业和信息化局']);
});

test('a word wider than a line is cut', () => {
  expect(balancedLines('a'.repeat(40), 11)).toEqual(['a'.repeat(20), 'a'.repeat(20)]);
});
