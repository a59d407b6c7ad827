/** Widths are counted in full-width characters: 案 is 1, a figure or Latin letter about 0.55 in the fonts at hand. */
export const widthOf = (text: string): number => {
  let hundredths = 0;
  for (const char of text) hundredths += isNarrow(char.codePointAt(0) ?? 0) ? 55 : 100;
  return hundredths / 100;
};

const isNarrow = (code: number): boolean => code < 0x2010 || (code >= 0xff61 && code <= 0xffdc);

const staysWithNext = /[\p{Ps}\p{Pi}第]$/u;
const staysWithPrevious = /^[\p{Pe}\p{Pf}\p{Po}的地得了着过等号届次年月日件]/u;
/** The last character of an organ's name, which a word list parts from the rest. */
const endsName = /^[局厅委办部院署处科室所站会]$/u;
const goodBreak = /[、，；;,]$/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words that must not be parted, in order; joined they give the text again. */
const wordsOf = (text: string): string[] => {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = words.at(-1);
    const stays = staysWithPrevious.test(segment) || endsName.test(segment);
    if (last !== undefined && (staysWithNext.test(last) || stays)) {
      words[words.length - 1] = last + segment;
    } else {
      words.push(segment);
    }
  }
  return words;
};

/** Sums of hundredths are not exact. */
const hair = 1e-6;

/** A word too wide for a line is cut by characters. */
const cutToFit = (word: string, widest: number): string[] => {
  if (widthOf(word) <= widest) return [word];
  const pieces = [''];
  for (const char of word) {
    const last = pieces.length - 1;
    const grown = (pieces[last] ?? '') + char;
    if (widthOf(grown) > widest + hair) pieces.push(char);
    else pieces[last] = grown;
  }
  return pieces;
};

/** What a break costs that does not follow a comma: as much as a line that misses its width by three characters. */
const plainBreak = 9;

type Plan = { readonly cost: number; readonly from: number };

/** The cheapest cut of words into lines of about these widths (squared distance), or null when none fits. */
const cutNear = (words: readonly string[], targets: readonly number[], widest: number) => {
  const offsets = [0];
  for (const word of words) offsets.push((offsets.at(-1) ?? 0) + widthOf(word));
  const at = (index: number): number => offsets[index] ?? 0;
  const rows: (Plan | undefined)[][] = [[{ cost: 0, from: 0 }]];
  for (const [line, target] of targets.entries()) {
    const row: (Plan | undefined)[] = [];
    for (let end = 1; end <= words.length; end++) {
      for (let start = end - 1; start >= 0 && at(end) - at(start) <= widest + hair; start--) {
        const before = rows[line]?.[start];
        if (before === undefined) continue;
        const broken = end === words.length || goodBreak.test(words[end - 1] ?? '') ? 0 : plainBreak;
        const cost = before.cost + broken + (at(end) - at(start) - target) ** 2;
        if (cost < (row[end]?.cost ?? Number.POSITIVE_INFINITY)) row[end] = { cost, from: start };
      }
    }
    rows.push(row);
  }
  const total = rows[targets.length]?.[words.length];
  if (total === undefined) return null;
  const lines: string[] = [];
  let end = words.length;
  for (let line = targets.length; line > 0; line--) {
    const start = rows[line]?.[end]?.from ?? 0;
    lines.unshift(words.slice(start, end).join(''));
    end = start;
  }
  return { cost: total.cost, lines };
};

/** Two characters narrower (or wider) from line to line: the sides of a trapezoid. */
const slope = 2;

/**
 * A centred heading broken into as few lines as fit, between words, wide and narrow lines making a trapezoid
 * (GB/T 9704-2012 7.3.1: a title of several lines is a trapezoid or a diamond and no word is parted).
 * `widest` is the line in full-width characters. The lines joined give the text again.
 */
export const balancedLines = (text: string, widest: number): string[] => {
  const total = widthOf(text);
  if (total <= widest) return [text];
  const words = wordsOf(text).flatMap((word) => cutToFit(word, widest));
  for (let count = Math.ceil(total / widest); count <= words.length; count++) {
    const middle = (count - 1) / 2;
    const shapes = [slope, -slope].map((step) =>
      Array.from({ length: count }, (_, line) => Math.min(widest, total / count + (middle - line) * step)),
    );
    const cuts = shapes.flatMap((targets) => cutNear(words, targets, widest) ?? []);
    const [best] = cuts.sort((a, b) => a.cost - b.cost);
    if (best !== undefined) return best.lines;
  }
  return words;
};
