/** Opinions that say the same. One function is the seam: another measure of likeness can take its place. */

export type Comparable = { readonly id: number; readonly text: string };
export type Likeness = { readonly id: number; readonly otherId: number; readonly score: number };

/** What opinions open with whatever they are about. */
const openings = /^(?:建议|希望|应当|应该|请|要|进一步|继续|大力|切实)+/;

const pairsOf = (text: string): ReadonlySet<string> => {
  const letters = [
    ...text
      .replace(/[\s\p{P}\p{S}]/gu, '')
      .toLowerCase()
      .replace(openings, ''),
  ];
  if (letters.length < 2) return new Set(letters);
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
};

const dice = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared += 1;
  return (2 * shared) / (small.size + large.size);
};

/**
 * For each of `asked` those of `among` that say the same, likest first: Dice's coefficient of their pairs of
 * characters, from 0 to 1, of at least `least`. Never itself.
 */
export const findSame = (
  asked: readonly Comparable[],
  among: readonly Comparable[],
  least = 0.55,
): readonly Likeness[] => {
  const known = among.map(({ id, text }) => ({ id, pairs: pairsOf(text) }));
  return asked.flatMap(({ id, text }) => {
    const pairs = pairsOf(text);
    return known
      .filter((one) => one.id !== id)
      .map((one) => ({ id, otherId: one.id, score: dice(pairs, one.pairs) }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || a.otherId - b.otherId);
  });
};
