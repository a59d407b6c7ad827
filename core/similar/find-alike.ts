import { type Features, featuresOf } from './features.ts';
import { keysOf } from './keys.ts';
import { compare } from './similarity.ts';

export type Comparable = { readonly id: number; readonly text: string };
export type Alike = { readonly id: number; readonly otherId: number; readonly score: number };

const read = ({ id, text }: Comparable): { readonly id: number; readonly features: Features } => ({
  id,
  features: featuresOf({ title: text }),
});

/**
 * For each of `asked` those of `among` that ask for the same, likest first, with a score from 0 to 1; never itself, and
 * never what pulls the other way. Only texts that share a key are compared, so that a whole session can be looked
 * through; of each text the first 200 characters are read.
 */
export const findAlike = (asked: readonly Comparable[], among: readonly Comparable[]): readonly Alike[] => {
  const known = among.map(read);
  const byKey = new Map<number, number[]>();
  for (const [at, { features }] of known.entries())
    for (const key of keysOf(features)) {
      const places = byKey.get(key);
      if (places === undefined) byKey.set(key, [at]);
      else places.push(at);
    }
  return asked.map(read).flatMap(({ id, features }) => {
    const places = new Set(keysOf(features).flatMap((key) => byKey.get(key) ?? []));
    return [...places]
      .flatMap((at): Alike[] => {
        const other = known[at];
        if (other === undefined || other.id === id) return [];
        const { score, verdict } = compare(features, other.features);
        return verdict === 'duplicate' ? [{ id, otherId: other.id, score }] : [];
      })
      .sort((a, b) => b.score - a.score || a.otherId - b.otherId);
  });
};
