/** The concepts of city life that ship with the product, by domain. */
import { care } from './lexicon/care.ts';
import { community } from './lexicon/community.ts';
import { asks } from './lexicon/asks.ts';
import { asksCity } from './lexicon/asks-city.ts';
import { asksEconomy } from './lexicon/asks-economy.ts';
import { asksSociety } from './lexicon/asks-society.ts';
import { detailsCity } from './lexicon/details-city.ts';
import { detailsSociety } from './lexicon/details-society.ts';
import { dwelling } from './lexicon/dwelling.ts';
import { economy } from './lexicon/economy.ts';
import { farming } from './lexicon/farming.ts';
import { health } from './lexicon/health.ts';
import { schooling } from './lexicon/schooling.ts';
import { surroundings } from './lexicon/surroundings.ts';
import { transport } from './lexicon/transport.ts';
import { readLexicon } from './read-lexicon.ts';

/** Changes whenever the lexicon or the way of reading it does: what was indexed with another version is indexed anew. */
export const lexiconVersion = 5;

export const lexicon = readLexicon([
  transport,
  schooling,
  care,
  health,
  dwelling,
  surroundings,
  farming,
  economy,
  community,
  detailsSociety,
  detailsCity,
]);

/**
 * The single asks, read for themselves: they take no words away from topics, and the narrow ones none from those that
 * go through a city's tasks one by one.
 */
export const askLexicons = [readLexicon([asks]), readLexicon([asksCity, asksSociety, asksEconomy])] as const;
