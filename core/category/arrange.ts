export type CategoryPlace = {
  readonly id: number;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly parentId: number | null;
};

/** One branch of the tree with what stands directly under it; `total` counts what its own branches have too. */
export type Branch<T> = {
  /** `unknown`: a word that the tree does not have; `none`: no category was given. */
  readonly of: CategoryPlace | { readonly unknown: string } | 'none';
  /** 0 for a branch of the first level. */
  readonly depth: number;
  readonly own: readonly T[];
  readonly total: number;
};

const byCode = (a: CategoryPlace, b: CategoryPlace): number =>
  a.code === b.code ? a.id - b.id : a.code < b.code ? -1 : 1;

/**
 * A tree flattened, parents before their children, otherwise in the order given. A parent that is missing, or that goes
 * round in a circle, counts as none; each place stands exactly once.
 */
export const inTreeOrder = <C extends { readonly id: number; readonly parentId: number | null }>(
  places: readonly C[],
): readonly { readonly of: C; readonly depth: number }[] => {
  const children = Map.groupBy(places, ({ parentId }) => parentId);
  const ids = new Set(places.map(({ id }) => id));
  const seen = new Set<number>();
  const walk = (of: C, depth: number): readonly { of: C; depth: number }[] => {
    if (seen.has(of.id)) return [];
    seen.add(of.id);
    return [{ of, depth }, ...(children.get(of.id) ?? []).flatMap((child) => walk(child, depth + 1))];
  };
  const roots = places.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  // Whatever no root leads to stands in a circle.
  return [...roots, ...places].flatMap((one) => walk(one, 0));
};

/**
 * Items under the tree of categories, parents before their children in the order of codes, then words that the tree
 * does not know, then what has none. An item names its category by the Chinese name. Each item stands exactly once;
 * branches without any are left out.
 */
export const arrangeByCategory = <T>(
  categories: readonly CategoryPlace[],
  items: readonly T[],
  categoryOf: (item: T) => string | null,
): readonly Branch<T>[] => {
  const tree = inTreeOrder(categories.toSorted(byCode));
  const filed = Map.groupBy(items, (item) => categoryOf(item)?.trim() ?? '');
  const known = new Map<string, number>();
  for (const { of } of tree) if (!known.has(of.nameZh)) known.set(of.nameZh, of.id);
  const branches = tree.map(({ of, depth }) => ({
    of,
    depth,
    own: known.get(of.nameZh) === of.id ? (filed.get(of.nameZh) ?? []) : [],
  }));
  const placed = branches.flatMap((branch, at): Branch<T>[] => {
    const end = branches.findIndex((other, place) => place > at && other.depth <= branch.depth);
    const below = branches.slice(at, end === -1 ? undefined : end);
    const total = below.reduce((sum, { own }) => sum + own.length, 0);
    return total === 0 ? [] : [{ ...branch, total }];
  });
  const others = [...filed]
    .filter(([word]) => word !== '' && !known.has(word))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unknown, own]): Branch<T> => ({ of: { unknown }, depth: 0, own, total: own.length }));
  const none = filed.get('') ?? [];
  return [
    ...placed,
    ...others,
    ...(none.length === 0 ? [] : [{ of: 'none' as const, depth: 0, own: none, total: none.length }]),
  ];
};
