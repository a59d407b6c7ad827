import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Letter } from './letter.ts';
import { letterView } from './letter-view.ts';

const sample: Letter = JSON.parse(
  readFileSync(new URL('../../../templates/samples/reply-letter.json', import.meta.url), 'utf8'),
);
const textsOf = (letter: Letter): string[] => {
  const view = letterView(letter);
  return [...view.body, ...(view.ending ? [view.ending] : [])].map((piece) =>
    piece.kind === 'ruling' ? `${piece.label}${piece.text}` : piece.text,
  );
};

test('every ask is a numbered heading, followed by whether it was adopted and the answer', () => {
  const texts = textsOf(sample);
  const heading = texts.indexOf('二、开行“学生专线”公交');
  expect(heading).toBeGreaterThan(0);
  expect(texts[heading + 1]).toMatch(/^部分采纳。市交通运输局/);
  expect(texts.filter((text) => /^(采纳|部分采纳|未采纳)。/.test(text))).toHaveLength(3);
});

test('views of assisting units follow the answers as the next heading, dissent beside the unit', () => {
  const texts = textsOf(sample);
  const heading = texts.indexOf('四、会办单位意见');
  expect(texts.slice(heading + 1, heading + 5)).toEqual([
    '\uff08一\uff09市公安局',
    sample.opinions[0]?.text,
    '\uff08二\uff09市财政局\uff08有不同意见\uff09',
    sample.opinions[1]?.text,
  ]);
});

test('a single ask without assisting units is not numbered', () => {
  const texts = textsOf({ ...sample, points: sample.points.slice(0, 1), opinions: [] });
  expect(texts).toContain('在车流集中的学校门前设置限时停车的“护学通道”');
  expect(texts.some((text) => text.startsWith('一、'))).toBe(false);
});

test('an answer that is missing says so instead of leaving a gap', () => {
  const [point] = sample.points;
  const texts = textsOf({ ...sample, points: point ? [{ ...point, answer: ' \n ' }] : [] });
  expect(texts).toContain('采纳。\uff08此点尚未答复\uff09');
});

test('the proposers stand in one line, each named once, with the salutation before them', () => {
  expect(letterView(sample).addressee).toBe('尊敬的林知远代表、苏望舒代表、贺青禾代表\uff1a');
  const { salutation: _, ...plain } = sample;
  expect(letterView(plain).addressee).toBe('林知远代表、苏望舒代表、贺青禾代表\uff1a');
});

test('before issue the number and the date say that they are to come, and the draft mark stands', () => {
  const view = letterView({
    ...sample,
    draft: true,
    documentNo: null,
    signature: { ...sample.signature, date: null },
  });
  expect(view.documentNo).toBe('\uff08发文字号待编\uff09');
  expect(view.signature.date).toBe('\uff08成文日期待签发\uff09');
  expect(view.watermark).toBe('草稿');
  expect(letterView(sample).watermark).toBeNull();
  // What left without a number waits for none.
  expect(letterView({ ...sample, documentNo: null }).documentNo).toBe('');
});

test('copies end with a full stop; none, no line', () => {
  expect(letterView(sample).copies?.text).toMatch(/\uff0c市交通运输局。$/);
  expect(letterView({ ...sample, copies: [] }).copies).toBeNull();
});

test('the mark shrinks and breaks so that it never leaves the red line', () => {
  const short = letterView(sample).mark;
  expect(short).toMatchObject({ lines: ['云川市教育局'], size: 42 });
  const long = letterView({ ...sample, mark: '长'.repeat(200) }).mark;
  expect(long.lines.length).toBe(10);
  const widest = Math.max(...long.lines.map((line) => line.length));
  expect(widest * (long.size + long.tracking)).toBeLessThanOrEqual((170 * 72) / 25.4);
});

test('a letter without any text has no last paragraph, and still a view', () => {
  const empty = letterView({ ...sample, paragraphs: [], points: [], opinions: [], closing: [] });
  expect(empty.body).toEqual([]);
  expect(empty.ending).toBeNull();
});
