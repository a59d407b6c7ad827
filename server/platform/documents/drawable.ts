import type { Coverage } from './font-coverage.ts';

/** 〓 stands for a character that no font can draw, as printers have it. */
const missing = '〓';
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Variation selectors, joiners and the like draw nothing by themselves. */
const drawsNothing = (codePoint: number): boolean =>
  codePoint === 0x0a ||
  (codePoint >= 0x200b && codePoint <= 0x200d) ||
  codePoint === 0x2060 ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
  (codePoint >= 0xe0000 && codePoint <= 0xe01ef);

const codePointsOf = (text: string): number[] => Array.from(text, (char) => char.codePointAt(0) ?? 0);

const draw = (text: string, fonts: Coverage, lost: Set<string>): string => {
  if (codePointsOf(text).every((code) => fonts.has(code))) return text;
  let drawn = '';
  for (const { segment } of graphemes.segment(text)) {
    const visible = codePointsOf(segment).filter((code) => !drawsNothing(code) || code === 0x0a);
    if (visible.every((code) => code === 0x0a || fonts.has(code))) {
      drawn += String.fromCodePoint(...visible);
    } else {
      drawn += missing;
      lost.add(segment);
    }
  }
  return drawn;
};

/**
 * Data for a template with every character that no font can draw replaced by 〓, and those characters in
 * `lost`. Without this one rare character in a name, or an emoji, would stop the whole document: PDF/A forbids
 * text without a glyph.
 */
export const drawable = (data: unknown, fonts: Coverage): { data: unknown; lost: string[] } => {
  const lost = new Set<string>();
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return draw(value, fonts, lost);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return { data: walk(data), lost: [...lost] };
};
