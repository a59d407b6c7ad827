import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, expect, test, vi } from 'vitest';
import { closeDocuments, letterDocx } from './documents.ts';
import type { Letter } from './letter.ts';
import { letterView } from './letter-view.ts';
import { docxParagraphs, docxParts, xmlFault } from './read-docx.ts';

// Starting the compiler takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = new URL('../../../templates/', import.meta.url);
const sample: Letter = JSON.parse(readFileSync(new URL('samples/reply-letter.json', folder), 'utf8'));
const mm = 1440 / 25.4;
const emu = 36_000;

const read = async (letter: Letter) => {
  const parts = docxParts(await letterDocx(letter));
  const part = (name: string): string => parts.get(`word/${name}.xml`) ?? '';
  return { parts, part, body: part('document'), paragraphs: docxParagraphs(part('document')) };
};
const attribute = (xml: string, element: string, name: string): number =>
  Number(new RegExp(`<${element} [^>]*${name}="(-?[\\d.]+)"`).exec(xml)?.[1]);

afterAll(closeDocuments);

test('A4 with the margins of GB/T 9704 and a grid of 22 lines; 28 characters fit a line', async () => {
  const { body, part } = await read(sample);
  expect(attribute(body, 'w:pgSz', 'w:w') / mm).toBeCloseTo(210, 1);
  expect(attribute(body, 'w:pgSz', 'w:h') / mm).toBeCloseTo(297, 1);
  for (const [side, size] of [
    ['top', 37],
    ['left', 28],
    ['right', 26],
    ['bottom', 35],
  ] as const) {
    expect(attribute(body, 'w:pgMar', `w:${side}`) / mm, side).toBeCloseTo(size, 1);
  }
  const pitch = attribute(body, 'w:docGrid', 'w:linePitch');
  const room = (297 - 37 - 35) * mm;
  expect(pitch * 22).toBeLessThanOrEqual(room);
  expect(pitch * 23).toBeGreaterThan(room);
  const normal = /<w:style [^>]*w:styleId="Normal".*?<\/w:style>/s.exec(part('styles'))?.[0] ?? '';
  expect(attribute(normal, 'w:sz', 'w:val')).toBe(32);
  const character = 16 * 20 + attribute(normal, 'w:spacing', 'w:val');
  expect(character * 28).toBeLessThanOrEqual((210 - 28 - 26) * mm);
  expect(character * 29).toBeGreaterThan((210 - 28 - 26) * mm);
});

test('the official fonts are named, with what to take where they are missing', async () => {
  const { part, paragraphs } = await read(sample);
  const fontsOf = (text: string) => paragraphs.find((paragraph) => paragraph.text.startsWith(text))?.fonts;
  expect(fontsOf('云川市教育局')).toEqual(['方正小标宋简体']);
  expect(fontsOf('关于市七届人大')).toEqual(['方正小标宋简体']);
  expect(fontsOf('一、')).toEqual(['黑体']);
  expect(fontsOf('\uff08一\uff09')).toEqual(['楷体_GB2312']);
  expect(fontsOf('采纳。')).toEqual(['楷体_GB2312', '仿宋_GB2312']);
  expect(part('fontTable')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
  const latin = /<w:rFonts [^>]*w:ascii="([^"]*)"[^>]*w:eastAsia="([^"]*)"/.exec(part('document'));
  expect(latin?.[1]).toBe(latin?.[2]);
});

test('both double lines are 170 mm wide at their places on the page', async () => {
  const { body } = await read(sample);
  const anchors = Array.from(body.matchAll(/<wp:anchor .*?<\/wp:anchor>/gs), ([anchor]) => anchor);
  expect(anchors).toHaveLength(2);
  const places = anchors.map((anchor) => {
    const [x = 0, y = 0] = Array.from(anchor.matchAll(/<wp:posOffset>(\d+)</g), ([, at]) => Number(at) / emu);
    return {
      x,
      y,
      width: attribute(anchor, 'wp:extent', 'cx') / emu,
      height: attribute(anchor, 'wp:extent', 'cy') / emu,
    };
  });
  for (const place of places) {
    expect(place.x).toBeCloseTo(20, 1);
    expect(place.width).toBeCloseTo(170, 1);
  }
  const [head, foot] = places;
  expect(head?.y).toBeGreaterThan(30 + 42 * 0.8 * (25.4 / 72));
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeCloseTo(277, 1);
  expect(body.match(/relativeFrom="page"/g)).toHaveLength(4);
});

test('the pictures of the lines are readable PNG files', async () => {
  const files = unzipSync(await letterDocx(sample));
  const pictures = Object.entries(files).filter(([path]) => path.endsWith('.png'));
  expect(pictures.length).toBeGreaterThan(0);
  for (const [, data] of pictures) {
    const view = new DataView(data.buffer, data.byteOffset);
    expect(view.getUint32(0)).toBe(0x89504e47);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([2, 36]);
  }
});

test('no page number on the first page, then even left and odd right', async () => {
  const { body, parts } = await read(sample);
  expect(body).toContain('<w:titlePg/>');
  expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  const relations = parts.get('word/_rels/document.xml.rels') ?? '';
  const footer = (type: string): string => {
    const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(body)?.[1];
    const relation =
      relations.match(/<Relationship [^>]*>/g)?.find((one) => one.includes(`Id="${id}"`)) ?? '';
    return parts.get(`word/${/Target="([^"]*)"/.exec(relation)?.[1]}`) ?? 'no footer';
  };
  expect(footer('first')).not.toContain('PAGE');
  expect(footer('default')).toMatch(/<w:jc w:val="right"\/>.*PAGE/s);
  expect(footer('even')).toMatch(/<w:jc w:val="left"\/>.*PAGE/s);
});

test('the last paragraph, the name and the date hold together', async () => {
  const { paragraphs } = await read(sample);
  const ending = paragraphs.findIndex((paragraph) => paragraph.text.startsWith('再次感谢'));
  const date = paragraphs.findIndex((paragraph) => paragraph.text === '2026年7月3日');
  for (const paragraph of paragraphs.slice(ending, date + 1)) {
    expect(paragraph.properties, paragraph.text).toContain('<w:keepNext/>');
  }
  expect(paragraphs[date]?.properties).toContain('<w:jc w:val="right"/>');
  expect(attribute(paragraphs[date]?.properties ?? '', 'w:ind', 'w:right') / 20).toBeCloseTo(4 * 15.79, 0);
});

test('copies stand in a frame at the foot of the type area', async () => {
  const { paragraphs } = await read(sample);
  const copies = paragraphs.find((paragraph) => paragraph.text.startsWith('抄送'));
  expect(copies?.properties).toMatch(/<w:framePr [^>]*w:vAnchor="margin"[^>]*w:yAlign="bottom"/);
});

test('a draft has its mark in every header, an issued letter has none', async () => {
  const marks = async (draft: boolean): Promise<number> => {
    const { parts } = await read({ ...sample, draft });
    return [...parts].filter(([path, xml]) => /header\d/.test(path) && xml.includes('string="草稿"')).length;
  };
  expect(await marks(true)).toBe(3);
  expect(await marks(false)).toBe(0);
});

test('both formats print the same words in the same order', async () => {
  const { paragraphs } = await read(sample);
  const view = letterView(sample);
  const words = [
    view.classMark?.label,
    view.mark.lines.join('\n'),
    view.documentNo,
    view.titleLines.join('\n'),
    view.addressee,
    ...[...view.body, ...(view.ending ? [view.ending] : [])].map((piece) =>
      piece.kind === 'ruling' ? `${piece.label}${piece.text}` : piece.text,
    ),
    view.signature.unitLines.join(''),
    view.signature.date,
    view.contact,
    view.disclosure,
    `${view.copies?.label}${view.copies?.text}`,
  ];
  const texts = paragraphs.map((paragraph) => paragraph.text).filter((text) => text !== '');
  expect(texts.filter((text) => text !== view.classMark?.name)).toEqual(words);
});

test('every part is well-formed XML', async () => {
  const { parts } = await read({ ...sample, title: 'a < b & "c" \' ]]> <!-- <w:p>' });
  for (const [path, xml] of parts) expect(xmlFault(xml), path).toBeNull();
});

test('the words of the sample are as they were looked at', async () => {
  const { paragraphs } = await read(sample);
  const words = paragraphs.map(
    ({ text, fonts }) => `${fonts.join('+') || '-'}\t${text.replaceAll('\n', '⏎')}`,
  );
  await expect(`${words.join('\n')}\n`).toMatchFileSnapshot(
    '../../../templates/expected/reply-letter-docx.txt',
  );
});
