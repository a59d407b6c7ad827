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
 * Items under the tree of categories, parents before their children in the order of codes, then words that the tree
 * does not know, then what has none. An item names its category by the Chinese name. Each item stands exactly once;
 * branches without any are left out. A parent that is missing, or that goes round in a circle, counts as none.
 */
export const arrangeByCategory = <T>(
  categories: readonly CategoryPlace[],
  items: readonly T[],
  categoryOf: (item: T) => string | null,
): readonly Branch<T>[] => {
  const known = new Map<string, CategoryPlace>();
  for (const one of categories.toSorted(byCode)) if (!known.has(one.nameZh)) known.set(one.nameZh, one);
  const filed = Map.groupBy(items, (item) => categoryOf(item)?.trim() ?? '');
  const children = Map.groupBy(categories.toSorted(byCode), ({ parentId }) => parentId);
  const seen = new Set<number>();
  const walk = (one: CategoryPlace, depth: number): readonly Branch<T>[] => {
    if (seen.has(one.id)) return [];
    seen.add(one.id);
    const below = (children.get(one.id) ?? []).flatMap((child) => walk(child, depth + 1));
    const own = known.get(one.nameZh)?.id === one.id ? (filed.get(one.nameZh) ?? []) : [];
    const total = below.reduce((sum, branch) => sum + branch.own.length, own.length);
    return total === 0 ? [] : [{ of: one, depth, own, total }, ...below];
  };
  const ids = new Set(categories.map(({ id }) => id));
  const roots = categories
    .toSorted(byCode)
    .filter(({ parentId }) => parentId === null || !ids.has(parentId))
    .flatMap((one) => walk(one, 0));
  const circles = categories.toSorted(byCode).flatMap((one) => walk(one, 0));
  const others = [...filed]
    .filter(([word]) => word !== '' && !known.has(word))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unknown, own]): Branch<T> => ({ of: { unknown }, depth: 0, own, total: own.length }));
  const none = filed.get('') ?? [];
  return [
    ...roots,
    ...circles,
    ...others,
    ...(none.length === 0 ? [] : [{ of: 'none' as const, depth: 0, own: none, total: none.length }]),
  ];
};
