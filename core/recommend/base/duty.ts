import type { UnitFunction } from './functions.ts';

/** Of how many matters of this kind each function is the lead, in any unit of measure: only the ratio counts. */
export type Shares = Readonly<Partial<Record<UnitFunction, number>>>;

/**
 * One kind of matter: what it is called in Chinese and English, who usually has it, and the words by which titles
 * speak of it, parted by spaces. A word with ! in front decides more than its length says, one with ~ hardly
 * anything: it says where or for whom, not what.
 */
export type DutyRow = readonly [zh: string, en: string, to: Shares, words: string];

/** What the words alone do not say: several things in one title, or the order in which they stand. */
export type CombinationRow = readonly [zh: string, en: string, when: RegExp, to: Shares, weight: number];
