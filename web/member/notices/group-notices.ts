type Grouped = { readonly matterId: number | null };

/** Notices of one matter stand together, where the newest of them stands; what is about no matter stands alone. */
export const groupNotices = <T extends Grouped>(notices: readonly T[]): readonly (readonly T[])[] => {
  const groups: T[][] = [];
  const ofMatter = new Map<number, T[]>();
  for (const notice of notices) {
    const group = notice.matterId === null ? undefined : ofMatter.get(notice.matterId);
    if (group !== undefined) {
      group.push(notice);
      continue;
    }
    const begun = [notice];
    groups.push(begun);
    if (notice.matterId !== null) ofMatter.set(notice.matterId, begun);
  }
  return groups;
};
