type Grouped = {
  readonly matterId: number | null;
  readonly submission: { readonly id: number } | null;
};

/** Null: it is about neither. */
const aboutOf = ({ matterId, submission }: Grouped): string | null => {
  if (matterId !== null) return `matter:${matterId}`;
  return submission === null ? null : `submission:${submission.id}`;
};

/** Notices of one matter or submission stand together, where the newest of them stands; all else stands alone. */
export const groupNotices = <T extends Grouped>(notices: readonly T[]): readonly (readonly T[])[] => {
  const groups: T[][] = [];
  const known = new Map<string, T[]>();
  for (const notice of notices) {
    const about = aboutOf(notice);
    const group = about === null ? undefined : known.get(about);
    if (group !== undefined) {
      group.push(notice);
      continue;
    }
    const begun = [notice];
    groups.push(begun);
    if (about !== null) known.set(about, begun);
  }
  return groups;
};
