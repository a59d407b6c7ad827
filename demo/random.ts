/** A seeded source of numbers (mulberry32): the same seed tells the same city on every machine. */
export type Random = {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** An integer from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** `count` different items in the order of `items`; all of them when there are fewer. */
  readonly some: <Item>(items: readonly Item[], count: number) => readonly Item[];
  readonly shuffled: <Item>(items: readonly Item[]) => readonly Item[];
};

const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** Throws RangeError when something is to be picked from nothing: the data would be at fault. */
export const randomFrom = (seed: number): Random => {
  const next = mulberry32(seed);
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const shuffled = <Item>(items: readonly Item[]): readonly Item[] => {
    const keyed = items.map((item) => ({ item, rank: next() }));
    return keyed.sort((one, other) => one.rank - other.rank).map(({ item }) => item);
  };
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    some: (items, count) => {
      const chosen = new Set(shuffled(items.map((_, index) => index)).slice(0, count));
      return items.filter((_, index) => chosen.has(index));
    },
    shuffled,
  };
};
