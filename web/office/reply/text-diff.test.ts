import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffText, type Piece } from './text-diff.ts';

const side = (pieces: readonly Piece[], without: Piece['kind']): string =>
  pieces
    .filter((piece) => piece.kind !== without)
    .map((piece) => piece.text)
    .join('');

describe('what became of a text', () => {
  test('shows the words that changed and keeps the rest', () => {
    expect(diffText('计划于2025年底前建成', '计划于2026年6月前建成')).toEqual([
      { kind: 'same', text: '计划于' },
      { kind: 'removed', text: '2025年底' },
      { kind: 'added', text: '2026年6月' },
      { kind: 'same', text: '前建成' },
    ]);
  });

  test('a number is changed as a whole, not digit by digit', () => {
    expect(diffText('共1200处', '共1280处')).toEqual([
      { kind: 'same', text: '共' },
      { kind: 'removed', text: '1200' },
      { kind: 'added', text: '1280' },
      { kind: 'same', text: '处' },
    ]);
  });

  test('equal texts are one kept piece, empty ones none', () => {
    expect(diffText('同样', '同样')).toEqual([{ kind: 'same', text: '同样' }]);
    expect(diffText('', '')).toEqual([]);
    expect(diffText('', '新写')).toEqual([{ kind: 'added', text: '新写' }]);
    expect(diffText('删去', '')).toEqual([{ kind: 'removed', text: '删去' }]);
  });

  test('a long text with a changed sentence far apart is still compared finely', () => {
    const filler = Array.from({ length: 400 }, (_, n) => `第${n}段内容保持原样不作改动。`).join('');
    const pieces = diffText(`开头旧的说法。${filler}结尾旧的说法。`, `开头新的说法。${filler}结尾新的说法。`);
    expect(pieces.filter((piece) => piece.kind !== 'same').map((piece) => piece.text)).toEqual([
      '旧',
      '新',
      '旧',
      '新',
    ]);
  });

  test('a long text that was written anew is shown as a whole', () => {
    const old = '甲乙丙丁'.repeat(500);
    const fresh = '子丑寅卯'.repeat(500);
    expect(diffText(old, fresh)).toEqual([
      { kind: 'removed', text: old },
      { kind: 'added', text: fresh },
    ]);
  });

  test('both texts can be read back from the pieces, and no piece is empty', () => {
    const text = fc.string({
      unit: fc.constantFrom('改', '建', '路', '，', '。', '\n', ' ', 'a', 'b', '1', '2'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffText(before, after);
        expect(side(pieces, 'added')).toBe(before);
        expect(side(pieces, 'removed')).toBe(after);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        expect(pieces.every((piece, index) => index === 0 || piece.kind !== pieces[index - 1]?.kind)).toBe(
          true,
        );
      }),
    );
  });
});
