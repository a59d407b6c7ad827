import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawable } from './drawable.ts';
import { readCoverage } from './font-coverage.ts';
import { findFonts } from './fonts.ts';

const standIn = readCoverage(findFonts(undefined).files);

test('the stand-in font has the common and many rare characters, but no emoji', () => {
  for (const char of '云川市〔2026〕—“”〓龘𬀩')
    expect(standIn.has(char.codePointAt(0) ?? 0), char).toBe(true);
  for (const char of '😀𰻞') expect(standIn.has(char.codePointAt(0) ?? 0), char).toBe(false);
});

test('what no font has becomes 〓, once a character as a reader sees it, and is reported', () => {
  const { data, lost } = drawable({ names: ['王𰻞'], text: '好👍🏽的👨‍👩‍👧', no: 3, none: null }, standIn);
  expect(data).toEqual({ names: ['王〓'], text: '好〓的〓', no: 3, none: null });
  expect(lost).toEqual(['𰻞', '👍🏽', '👨‍👩‍👧']);
});

test('invisible selectors and joiners are dropped without a trace of 〓', () => {
  expect(drawable('葛\u{e0100}洲\u200b坝\n', standIn)).toEqual({ data: '葛洲坝\n', lost: [] });
});

test('files that are no fonts and folders that are not there count for nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-fonts-'));
  try {
    writeFileSync(join(folder, 'broken.ttf'), 'not a font');
    writeFileSync(join(folder, 'read-me.txt'), 'not a font either');
    expect(findFonts(folder).files).toHaveLength(4);
    expect(readCoverage([join(folder, 'broken.ttf')]).has(0x4e91)).toBe(false);
    expect(findFonts(join(folder, 'nowhere')).folders).toHaveLength(3);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
