/** One run of a comparison: kept, taken out of the earlier text, or put into the later one. */
export type Piece = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Words of letters and digits stay whole, Chinese is compared sign by sign. */
const tokensOf = (text: string): readonly string[] =>
  text.match(/[\p{Script=Latin}\p{N}]+(?:[.,]\p{N}+)*|[ \t\u3000]+|\r?\n|[\s\S]/gu) ?? [];

const sentencesOf = (text: string): readonly string[] =>
  text.match(/[^。；！？\n]*[。；！？\n]|[^。；！？\n]+$/gu) ?? [];

/** Above this many cells the texts are first compared sentence by sentence. */
const cellsAtMost = 2_000_000;

const lcs = (before: readonly string[], after: readonly string[]): readonly Piece[] => {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      pieces.push({ kind: 'same', text: before[i] ?? '' });
      i += 1;
      j += 1;
    } else if (i < before.length && (j >= after.length || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: before[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'added', text: after[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
};

const commonStart = (before: readonly string[], after: readonly string[]): number => {
  let count = 0;
  while (count < before.length && count < after.length && before[count] === after[count]) count += 1;
  return count;
};

/** Compares token lists; the part that both begin and end with costs nothing. */
const compare = (before: readonly string[], after: readonly string[]): readonly Piece[] => {
  const start = commonStart(before, after);
  const end = commonStart(before.slice(start).toReversed(), after.slice(start).toReversed());
  const same = (tokens: readonly string[]): readonly Piece[] =>
    tokens.length === 0 ? [] : [{ kind: 'same', text: tokens.join('') }];
  return [
    ...same(before.slice(0, start)),
    ...lcs(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.slice(before.length - end)),
  ];
};

/** Neighbouring changes with nothing kept between them, taken-out text first. */
const joined = (pieces: readonly Piece[]): readonly Piece[] => {
  const out: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const piece of pieces) {
    if (piece.kind === 'removed') removed += piece.text;
    else if (piece.kind === 'added') added += piece.text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'same') out[out.length - 1] = { kind: 'same', text: last.text + piece.text };
      else out.push(piece);
    }
  }
  flush();
  return out;
};

/** One sign that happens to be equal between two changes only confuses: it counts as changed on both sides. */
const withoutSpecks = (pieces: readonly Piece[]): readonly Piece[] =>
  joined(
    pieces.flatMap((piece, index): readonly Piece[] => {
      const speck =
        piece.kind === 'same' &&
        [...piece.text].length === 1 &&
        piece.text !== '\n' &&
        index > 0 &&
        index < pieces.length - 1;
      return speck
        ? [
            { kind: 'removed', text: piece.text },
            { kind: 'added', text: piece.text },
          ]
        : [piece];
    }),
  );

/** Sentence by sentence first; what changed between kept sentences is compared sign by sign if it is small enough. */
const compareLong = (before: string, after: string): readonly Piece[] => {
  const coarse = joined(compare(sentencesOf(before), sentencesOf(after)));
  return coarse.flatMap((piece, index): readonly Piece[] => {
    const next = coarse[index + 1];
    if (piece.kind === 'removed' && next?.kind === 'added') return fineOrWhole(piece.text, next.text);
    return piece.kind === 'added' && coarse[index - 1]?.kind === 'removed' ? [] : [piece];
  });
};

const fineOrWhole = (removed: string, added: string): readonly Piece[] => {
  const [before, after] = [tokensOf(removed), tokensOf(added)];
  return before.length * after.length <= cellsAtMost
    ? compare(before, after)
    : [
        { kind: 'removed', text: removed },
        { kind: 'added', text: added },
      ];
};

/**
 * What became of a text, by the longest common subsequence of its words and signs. The kept and taken-out pieces
 * together are the earlier text, the kept and put-in ones the later text.
 */
export const diffText = (before: string, after: string): readonly Piece[] => {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const pieces = a.length * b.length <= cellsAtMost ? compare(a, b) : compareLong(before, after);
  return withoutSpecks(joined(pieces));
};
