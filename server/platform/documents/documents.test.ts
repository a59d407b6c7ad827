import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { closeDocuments, letterDocx, letterPdf, letterPreview, warmDocuments } from './documents.ts';
import { findFonts } from './fonts.ts';
import type { Letter } from './letter.ts';
import { linesOf, readPdf } from './read-pdf.ts';

// Starting the compiler takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = new URL('../../../templates/', import.meta.url);
const sample: Letter = JSON.parse(readFileSync(new URL('samples/reply-letter.json', folder), 'utf8'));
const startOf = (file: Uint8Array): string => Buffer.from(file.subarray(0, 5)).toString('latin1');

afterEach(closeDocuments);

test('many documents asked for at once all come, each its own', async () => {
  const numbers = Array.from({ length: 12 }, (_, index) => `云教函〔2026〕${index + 1}号`);
  const files = await Promise.all(numbers.map((documentNo) => letterPdf({ ...sample, documentNo })));
  const printed = files.map((file) => {
    const texts = readPdf(file)
      .flatMap(linesOf)
      .map((line) => line.text);
    return texts.find((text) => text.startsWith('云教函'));
  });
  expect(printed).toEqual(numbers);
});

test('closing rejects what still waits; a later document starts anew', async () => {
  await warmDocuments();
  const waiting = Promise.allSettled([letterPdf(sample), letterDocx(sample), letterPreview(sample)]);
  await closeDocuments();
  expect((await waiting).map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(startOf(await letterPdf(sample))).toBe('%PDF-');
});

test('a job that fails leaves the helper fit for the next', async () => {
  // A letter that breaks the promise of its type, as data from elsewhere might.
  const broken = JSON.parse('{"mark":null}') as Letter;
  await expect(letterPdf(broken)).rejects.toThrow();
  expect(startOf(await letterPdf(sample))).toBe('%PDF-');
});

test('drawing happens elsewhere: the server goes on meanwhile', async () => {
  await warmDocuments();
  let turns = 0;
  const clock = setInterval(() => {
    turns += 1;
  }, 1);
  await letterPdf({ ...sample, paragraphs: ['认真办理代表建议。'.repeat(5_000)] });
  clearInterval(clock);
  expect(turns).toBeGreaterThan(5);
});

/** A copy of a font whose name table (OpenType `name`) gives it another family and PostScript name. */
const renamed = (path: string, family: string, postScript: string): Buffer => {
  const font = readFileSync(path);
  const record = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16).find(
    (at) => font.toString('latin1', at, at + 4) === 'name',
  );
  const table = font.readUInt32BE((record ?? 0) + 8);
  const texts = table + font.readUInt16BE(table + 4);
  for (let index = 0; index < font.readUInt16BE(table + 2); index++) {
    const at = table + 6 + index * 12;
    const name = new Map([
      [1, family],
      [4, family],
      [6, postScript],
      [16, family],
    ]).get(font.readUInt16BE(at + 6));
    if (name === undefined) continue;
    const text = Buffer.from(name, 'utf16le').swap16();
    expect(text.length).toBeLessThanOrEqual(font.readUInt16BE(at + 8));
    font.writeUInt16BE(text.length, at + 8);
    text.copy(font, texts + font.readUInt16BE(at + 10));
  }
  return font;
};

test('a font that an agency puts into its folder is used before the stand-in', async () => {
  const own = mkdtempSync(join(tmpdir(), 'luoshi-fonts-'));
  try {
    const [regular = ''] = findFonts(undefined).files;
    writeFileSync(join(own, 'simfang.ttf'), renamed(regular, 'FangSong', 'OwnFangSong'));
    const lines = readPdf(await letterPdf(sample, { fontFolder: own })).flatMap(linesOf);
    expect(lines.find((line) => line.text.startsWith('尊敬的'))?.font).toBe('OwnFangSong');
    expect(lines.find((line) => line.text === '云川市教育局')?.font).toBe('NotoSerifSC-Black');
  } finally {
    rmSync(own, { recursive: true });
  }
});

test('a font folder that is not there changes nothing', async () => {
  const file = await letterPdf(sample, { fontFolder: join(tmpdir(), 'no-such-folder-of-fonts') });
  expect(Buffer.from(file).equals(Buffer.from(await letterPdf(sample)))).toBe(true);
});
