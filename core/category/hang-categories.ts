/** Where the categories of a list hang in the tree of their organ. */
import type { CategoryRow } from './read-categories.ts';

type Known = {
  readonly id: number;
  readonly code: string;
  readonly nameZh: string;
  readonly parentId: number | null;
};

/**
 * The parents that a list gives to categories without one: found by name, else by code, in the list or in the tree.
 * A parent that stands below its own child is left out, so that nothing goes round in a circle.
 */
export const hangCategories = (
  rows: readonly Pick<CategoryRow, 'nameZh' | 'parent'>[],
  tree: readonly Known[],
): readonly { readonly id: number; readonly parentId: number }[] => {
  const byName = new Map(tree.map((one) => [one.nameZh, one]));
  const byCode = new Map(tree.map((one) => [one.code, one]));
  const parents = new Map(tree.map(({ id, parentId }) => [id, parentId]));
  const standsUnder = (id: number, other: number): boolean => {
    for (let at: number | null | undefined = id; at != null; at = parents.get(at))
      if (at === other) return true;
    return false;
  };
  const hung: { id: number; parentId: number }[] = [];
  for (const { nameZh, parent: wanted } of rows) {
    const own = byName.get(nameZh);
    const parent = wanted === '' ? undefined : (byName.get(wanted) ?? byCode.get(wanted));
    if (own === undefined || parent === undefined || parents.get(own.id) !== null) continue;
    if (standsUnder(parent.id, own.id)) continue;
    parents.set(own.id, parent.id);
    hung.push({ id: own.id, parentId: parent.id });
  }
  return hung;
};
