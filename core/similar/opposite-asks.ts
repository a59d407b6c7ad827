import { directionsOf, opposed } from './direction.ts';
import { featuresOf } from './features.ts';
import { coreOfTitle, normalise } from './normalise.ts';
import { scoresOf, thresholds } from './similarity.ts';

export type Asking = { readonly title: string; readonly asks: readonly string[] };

/** At most so many asks of one side are read, and so much of each. */
const most = { asks: 50, characters: 400 } as const;

const read = ({ title, asks }: Asking) => {
  const numbered = asks.slice(0, most.asks).map((ask) => ask.slice(0, most.characters));
  return {
    features: featuresOf({ title, asks: numbered.join('\n') }),
    directions: directionsOf([coreOfTitle(title), ...numbered.map(normalise)].join('|')),
  };
};

/**
 * The two words that pull opposite ways in what two matters ask for, in titles and in numbered asks, the first side's
 * first; null: none were found, or the two are not about one topic. A side that asks for both of the same thing is no
 * evidence. It only makes a person look again; it decides nothing.
 */
export const oppositeAsks = (one: Asking, other: Asking): readonly [string, string] | null => {
  const [mine, theirs] = [read(one), read(other)];
  if (scoresOf(mine.features, theirs.features).topic < thresholds.related) return null;
  return opposed(mine.directions, theirs.directions);
};
