/** Printed names on which a person must decide, each once, with the rows they stop. */
import type { CatalogueRow } from '#core/catalogue/catalogue-row.ts';
import type { NameMatch } from '#core/catalogue/match-names.ts';
import { personPair } from './choices.ts';
import type { Directory } from './directory.views.ts';
import type { OpenName } from './import-row.ts';
import type { Matching } from './match-names.ts';
import { compact } from '#core/catalogue/plain-text.ts';

type Counted = {
  name: string;
  group: string | null;
  rows: number;
  match: Exclude<NameMatch, { kind: 'matched' }>;
};

const collect = (
  found: Map<string, Counted>,
  key: string,
  name: string,
  group: string | null,
  match: NameMatch,
): void => {
  if (match.kind === 'matched') return;
  const known = found.get(key);
  if (known === undefined) found.set(key, { name, group, rows: 1, match });
  else known.rows += 1;
};

const list = (found: ReadonlyMap<string, Counted>, note: (id: string) => string): readonly OpenName[] =>
  [...found.values()]
    .map(({ name, group, rows, match }) => ({
      name,
      group,
      rows,
      match: match.kind,
      proposals: match.proposals.map((one) => ({
        id: Number(one.id),
        name: one.name,
        note: note(one.id),
        score: one.score,
      })),
    }))
    .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1));

export const openUnits = (rows: readonly CatalogueRow[], matching: Matching): readonly OpenName[] => {
  const found = new Map<string, Counted>();
  for (const row of rows)
    for (const { name } of row.units) collect(found, compact(name), name, null, matching.unit(name));
  return list(found, () => '');
};

export const openPeople = (
  rows: readonly CatalogueRow[],
  matching: Matching,
  directory: Directory,
): readonly OpenName[] => {
  const found = new Map<string, Counted>();
  for (const row of rows)
    for (const name of [...row.proposers, ...row.coSigners]) {
      const group = matching.groupOf(name, row.delegationOrSector);
      collect(found, personPair(name, group), name, group, matching.person(name, row.delegationOrSector));
    }
  const groups = new Map(directory.proposers.map((one) => [one.id, one.delegationOrSector ?? '']));
  return list(found, (id) => groups.get(id) ?? '');
};
