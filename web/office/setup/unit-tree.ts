/** The tree of units as a list: which units and sections a filter leaves, and which of them stand unfolded. */

type Node = {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly system: string;
  readonly state: 'active' | 'closed';
};

export type UnitFilter = {
  readonly q: string;
  /** Empty: any. */
  readonly system: string;
  readonly closed: boolean;
};

export type Branch<N> = {
  readonly unit: N;
  readonly sections: readonly N[];
  /** A section was found that the unit itself does not answer to: it must be shown. */
  readonly opened: boolean;
};

const answersTo = (node: Node, wanted: string): boolean =>
  [node.name, node.nameEn, node.shortName, ...node.aliases].some((name) =>
    name.toLowerCase().includes(wanted),
  );

/**
 * Units in their order, each with its sections. A unit that is found keeps all its sections; a section that is
 * found keeps its unit, and that unit is opened. Closed ones are left out unless asked for.
 */
export const branchesOf = <N extends Node>(
  nodes: readonly N[],
  { q, system, closed }: UnitFilter,
): readonly Branch<N>[] => {
  const wanted = q.trim().toLowerCase();
  const shown = nodes.filter(({ state }) => closed || state === 'active');
  return shown
    .filter(({ parentId }) => parentId === null)
    .flatMap((unit): Branch<N>[] => {
      if (system !== '' && unit.system !== system) return [];
      const sections = shown.filter(({ parentId }) => parentId === unit.id);
      if (wanted === '' || answersTo(unit, wanted)) return [{ unit, sections, opened: false }];
      const found = sections.filter((section) => answersTo(section, wanted));
      return found.length === 0 ? [] : [{ unit, sections: found, opened: true }];
    });
};
