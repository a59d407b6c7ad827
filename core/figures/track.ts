import type { Instant } from '../words.ts';
import type { Version } from './fact.ts';

/** One row in the making, with what it was before. */
export type Track<T extends Version> = { readonly now: T; readonly past: readonly T[] };

export const track = <T extends Version>(row: T): Track<T> => ({ now: row, past: [] });

/** Something happened that carries its own date: the row says by itself since when. */
export const dated = <T extends Version>(one: Track<T>, change: Partial<T>): Track<T> => ({
  ...one,
  now: { ...one.now, ...change },
});

/** Something that has no date of its own is otherwise from now on: the version that stood closes. */
export const revised = <T extends Version>(one: Track<T>, at: Instant, change: Partial<T>): Track<T> => {
  const same = Object.entries(change).every(([key, value]) => one.now[key as keyof T] === value);
  if (same) return one;
  const next = { ...one.now, ...change, from: at };
  return one.now.from === at
    ? { ...one, now: next }
    : { now: next, past: [...one.past, { ...one.now, to: at }] };
};

export const versions = <T extends Version>({ past, now }: Track<T>): readonly T[] => [...past, now];

/** Changes one of several; where it is not there, nothing happens. */
export const one = <T extends Version>(
  tracks: ReadonlyMap<number, Track<T>>,
  id: number,
  change: (one: Track<T>) => Track<T>,
): ReadonlyMap<number, Track<T>> => {
  const found = tracks.get(id);
  return found === undefined ? tracks : new Map(tracks).set(id, change(found));
};

export const mapped = <T extends Version>(
  tracks: ReadonlyMap<number, Track<T>>,
  change: (one: Track<T>) => Track<T>,
): ReadonlyMap<number, Track<T>> => new Map([...tracks].map(([id, row]) => [id, change(row)]));
