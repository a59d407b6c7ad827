import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitNotes } from './split-notes.ts';

const bare = (text: string): string => text.replace(/\s/gu, '');
const texts = (notes: string): readonly string[] => splitNotes(notes).map(({ text }) => text);

describe('notes are cut', () => {
  test('at speakers, each of whom keeps what he said', () => {
    const pieces = splitNotes(
      '林知远代表：建议增开夜班公交。\n苏 望委员（第三组）：希望加快老旧小区改造。\n另外，停车也难。',
    );
    expect(pieces.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['林知远代表', '建议增开夜班公交。'],
      ['苏望委员', '希望加快老旧小区改造。'],
      ['苏望委员', '另外，停车也难。'],
    ]);
  });

  test('at 一是、二是 inside a paragraph, with what opens them set apart', () => {
    const pieces = splitNotes(
      '林知远代表：完全赞成报告。提两点建议：一是统一是非标准，加强监管；二是完善托育政策。',
    );
    expect(pieces.map(({ lead, text, opening }) => [lead, text, opening])).toEqual([
      ['林知远代表：', '完全赞成报告。提两点建议：', true],
      ['一是', '统一是非标准，加强监管；', false],
      ['二是', '完善托育政策。', false],
    ]);
  });

  test.each([
    ['一、修公园\n二、建学校', ['修公园', '建学校']],
    ['1.修公园\n2．建学校', ['修公园', '建学校']],
    ['（一）修公园\n（二）建学校', ['修公园', '建学校']],
    ['第一，修公园。第二，建学校。', ['修公园。', '建学校。']],
    ['①修公园\n②建学校', ['修公园', '建学校']],
    ['第十一条、修公园\n第十二条、建学校', ['修公园', '建学校']],
  ])('%s', (notes, expected) => {
    expect(texts(notes)).toEqual(expected);
  });

  test('a paragraph that goes on with a numbered one stays with it; after an empty line it does not', () => {
    expect(texts('1、修公园。\n特别是城东。\n\n还有路灯。')).toEqual([
      '修公园。\n特别是城东。',
      '还有路灯。',
    ]);
  });

  test.each([
    '投资增长3.5%，比上年多1.2个百分点。',
    '这项工作一是一、二是二，不能含糊',
    '建议：多种树。',
    '增长1、2倍',
  ])('%s is one piece', (notes) => {
    expect(texts(notes)).toEqual([notes]);
  });

  test('nothing out of nothing', () => {
    expect(splitNotes(' \n\t\r\n')).toEqual([]);
  });
});

const scraps = fc.constantFrom(
  ...[
    '一是',
    '二是',
    '三是',
    '第一，',
    '第二，',
    '（一）',
    '（2）',
    '1.',
    '2、',
    '3．5',
    '①',
    '• ',
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '\u3000',
  ],
  ...[
    '林知远代表：',
    '苏 望委员（二组）:',
    '同志：',
    '建议',
    '提三点意见：',
    '。',
    '；',
    '，',
    '完全赞成报告',
    '路灯太暗',
    'A4',
    '🙂',
  ],
);

describe('nothing is lost', () => {
  test('leads and texts in their order are the notes but for blanks', () => {
    const notes = fc.oneof(
      fc.array(scraps, { maxLength: 40 }).map((all) => all.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(notes, (given) => {
        const pieces = splitNotes(given);
        expect(bare(pieces.map(({ lead, text }) => lead + text).join(''))).toBe(bare(given));
        expect(pieces.every(({ text }) => text.trim() !== '')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
