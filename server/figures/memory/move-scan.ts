/** What moved between two moments, over columns in memory: each row is looked at as it stood at either, in one pass. */
import type { AnySet, Expression } from '#core/figures/expression.ts';
import { among, blockRows, inMask, look, planOf, type Step } from './plan.ts';
import type { Scan } from './scan.ts';

/** Rows at one moment: which of a block stand and fit, and which of these are in each set. */
type Side = {
  readonly steps: readonly Step[];
  /** Writes for each row of a block whether it stands, as the question narrows it. */
  readonly stand: (rows: Int32Array, count: number) => void;
  readonly inside: Uint8Array;
  readonly masks: readonly Uint8Array[];
};

const sideOf = (scan: Scan, wheres: readonly Expression[]): Side => {
  const { table, asOf, knownBy, narrowings, accessorOf } = scan;
  const { from, to, recorded } = table;
  const plan = planOf(scan);
  const masks = wheres.map(plan.maskOf);
  const inside = new Uint8Array(blockRows);
  const fits = narrowings.map(({ dimension, values }) => {
    const accessor = accessorOf(dimension);
    const mask = new Uint8Array(blockRows);
    return { mask, step: look(mask, accessor, asOf, among(accessor, values)) };
  });
  const stand = (rows: Int32Array, count: number): void => {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      inside[at] =
        (to[row] as number) > asOf && (from[row] as number) <= asOf && (recorded[row] as number) <= knownBy
          ? 1
          : 0;
    }
    for (const { mask, step } of fits) {
      step(rows, count);
      for (let at = 0; at < count; at += 1) inside[at] = (inside[at] as number) & (mask[at] as number);
    }
  };
  return { steps: plan.steps, stand, inside, masks };
};

/** Of one row at either moment, for each set: 1 if it is in it. */
type Versions = { readonly was: Uint8Array; readonly is: Uint8Array };

/** Takes the masks of rows that stand at both moments in one version: what is left in `was` and `is` has moved. */
type TakeBlock = (
  rows: Int32Array,
  count: number,
  was: readonly Uint8Array[],
  is: readonly Uint8Array[],
) => void;

const fours = (mask: Uint8Array): Uint32Array => new Uint32Array(mask.buffer);

/**
 * Goes over all rows. Those that stand at both moments in one version are compared where they are, a block at a time;
 * those with one version at the one moment and another (or none) at the other are put together by their keys, and answered.
 */
const compare = (
  then: Scan,
  now: Scan,
  wheres: readonly Expression[],
  take: TakeBlock,
): ReadonlyMap<number, Versions> => {
  const { table } = then;
  const { from, to, size } = table;
  const keys = table.key ?? table.owner;
  const sides = [sideOf(then, wheres), sideOf(now, wheres)] as const;
  const [before, after] = sides;
  const [was, is] = sides.map(({ masks }) => masks.map(() => new Uint8Array(blockRows)));
  if (was === undefined || is === undefined) throw new Error('Two sides');
  const changed = new Map<number, Versions>();
  const remember = (at: number, row: number): void => {
    const key = keys[row] as number;
    const found = changed.get(key) ?? {
      was: new Uint8Array(wheres.length),
      is: new Uint8Array(wheres.length),
    };
    for (let index = 0; index < wheres.length; index += 1) {
      if (before.inside[at] === 1) found.was[index] = before.masks[index]?.[at] as number;
      if (after.inside[at] === 1) found.is[index] = after.masks[index]?.[at] as number;
    }
    changed.set(key, found);
  };
  const rows = new Int32Array(blockRows);
  const same = new Uint8Array(blockRows);
  for (let start = 0; start < size; start += blockRows) {
    const end = Math.min(size, start + blockRows);
    let count = 0;
    for (let row = start; row < end; row += 1) {
      const [since, until] = [from[row] as number, to[row] as number];
      const [stood, stands] = [
        until > then.asOf && since <= then.asOf,
        until > now.asOf && since <= now.asOf,
      ];
      rows[count] = row;
      same[count] = stood && stands ? 1 : 0;
      count += stood || stands ? 1 : 0;
    }
    if (count === 0) continue;
    for (const { stand, steps } of sides) {
      stand(rows, count);
      for (const step of steps) step(rows, count);
    }
    for (let at = 0; at < count; at += 1) if (same[at] === 0) remember(at, rows[at] as number);
    const [stood, stand, one] = [fours(before.inside), fours(after.inside), fours(same)];
    for (let index = 0; index < wheres.length; index += 1) {
      const [a, b] = [before.masks[index], after.masks[index]];
      const [left, came] = [was[index], is[index]];
      if (a === undefined || b === undefined || left === undefined || came === undefined) continue;
      const [inA, inB, onlyA, onlyB] = [a, b, left, came].map(fours) as [
        Uint32Array,
        Uint32Array,
        Uint32Array,
        Uint32Array,
      ];
      for (let at = 0; at * 4 < count; at += 1) {
        const [x, y] = [
          (inA[at] as number) & (stood[at] as number),
          (inB[at] as number) & (stand[at] as number),
        ];
        onlyA[at] = x & ~y & (one[at] as number);
        onlyB[at] = y & ~x & (one[at] as number);
      }
    }
    take(rows, count, was, is);
  }
  return changed;
};

export type MoveCounts = { readonly came: number; readonly left: number };

/** Where each group has its sets among all, each `where` once. */
const placesOf = (groups: readonly (readonly AnySet[])[]) => {
  const wheres: Expression[] = [];
  const places = new Map<string, number>();
  const own = groups.map((sets) =>
    sets.map(({ where }) => {
      const key = JSON.stringify(where);
      const place = places.get(key) ?? wheres.push(where) - 1;
      places.set(key, place);
      return place;
    }),
  );
  return { wheres, own };
};

/** How many rows came into the sets of each group, and left them; a row that moved in several sets of a group moved once. */
export const countMoveScan = (
  then: Scan,
  now: Scan,
  groups: readonly (readonly AnySet[])[],
): readonly MoveCounts[] => {
  const { wheres, own } = placesOf(groups);
  const sums = groups.map(() => ({ came: 0, left: 0 }));
  const any = new Uint8Array(blockRows);
  const [all, howMany] = [fours(any), inMask(any)];
  const countAny = (masks: readonly Uint8Array[], places: readonly number[], count: number): number => {
    const [first, ...others] = places.flatMap((place) => masks[place] ?? []);
    if (first === undefined) return 0;
    all.set(fours(first).subarray(0, Math.ceil(count / 4)));
    for (const other of others.map(fours))
      for (let at = 0; at * 4 < count; at += 1) all[at] = (all[at] as number) | (other[at] as number);
    return howMany(count);
  };
  const changed = compare(then, now, wheres, (_, count, was, is) => {
    for (const [index, places] of own.entries()) {
      const sum = sums[index];
      if (sum === undefined) continue;
      sum.came += countAny(is, places, count);
      sum.left += countAny(was, places, count);
    }
  });
  for (const { was, is } of changed.values())
    for (const [index, places] of own.entries()) {
      const sum = sums[index];
      if (sum === undefined) continue;
      if (places.some((place) => is[place] === 1 && was[place] === 0)) sum.came += 1;
      if (places.some((place) => was[place] === 1 && is[place] === 0)) sum.left += 1;
    }
  return sums;
};

export type MovedKey = { readonly key: number; readonly moved: 'came' | 'left' };

/** One page of the rows that moved, by their keys, behind one of them; and how many there are in all. */
export const listMoveScan = (
  then: Scan,
  now: Scan,
  set: AnySet,
  page: { readonly after: number; readonly limit: number },
): { readonly total: number; readonly moves: readonly MovedKey[] } => {
  const keys = then.table.key ?? then.table.owner;
  // Twice the key, and one more for what left: numbers are put in order faster than pairs.
  const found: number[] = [];
  let total = 0;
  const add = (key: number, left: number): void => {
    total += 1;
    if (key > page.after) found.push(key * 2 + left);
  };
  const changed = compare(then, now, [set.where], (rows, count, [was], [is]) => {
    for (let at = 0; at < count; at += 1) {
      if (is?.[at] === 1) add(keys[rows[at] as number] as number, 0);
      else if (was?.[at] === 1) add(keys[rows[at] as number] as number, 1);
    }
  });
  for (const [key, { was, is }] of changed) if (was[0] !== is[0]) add(key, was[0] as number);
  const moves = [...Float64Array.from(found).sort().subarray(0, page.limit)].map((one) => ({
    key: Math.floor(one / 2),
    moved: one % 2 === 0 ? ('came' as const) : ('left' as const),
  }));
  return { total, moves };
};
