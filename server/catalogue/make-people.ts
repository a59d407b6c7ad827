import { record } from '../platform/commit.ts';
import { insertPersonRow } from '../setup/person.store.ts';
import type { CatalogueAnalysis } from './analyse-catalogue.ts';
import { newPersonId } from './match-names.ts';
import type { ImportDeps, ImportScene } from './prepared.ts';

/** The telephone printed beside a new proposer, if one and the same stands in every row that he leads. */
const phoneOf = (analysis: CatalogueAnalysis, id: string): string | null => {
  const phones = new Set(
    analysis.rows.flatMap(({ row }) => (row?.proposers[0]?.personId === id ? (row.phone ?? []) : [])),
  );
  const [only] = phones;
  return phones.size === 1 && only !== undefined && only.length <= 40 ? only : null;
};

/**
 * Makes the proposers whom the importer decided to make, as far as a sound row names them; nobody else is ever made.
 * Answers with their ids by the id that the analysis gave them.
 */
export const makePeople = async (
  deps: ImportDeps,
  scene: ImportScene,
  analysis: CatalogueAnalysis,
): Promise<ReadonlyMap<string, number>> => {
  const { tx, actor, at } = scene;
  const wanted = new Set(
    analysis.rows.flatMap(({ row, outcome }) =>
      row === null || outcome !== 'new'
        ? []
        : [...row.proposers, ...row.coSigners].flatMap(({ personId }) => personId ?? []),
    ),
  );
  const made = new Map<string, number>();
  for (const { name, group, person } of scene.choices.people) {
    const key = newPersonId(name, group);
    if (person !== 'create' || !wanted.has(key) || made.has(key)) continue;
    const phone = phoneOf(analysis, key);
    const fields = { name, post: '', group: group ?? '' };
    const grants = [{ role: 'proposer', unitId: null, organId: null } as const];
    const id = await insertPersonRow(
      tx,
      actor.jurisdictionId,
      { ...fields, phoneSealed: phone === null ? null : deps.seal(phone) },
      grants,
    );
    await record(tx, actor, at, {
      stream: 'setup',
      command: 'setup.person',
      matterId: null,
      data: { id, ...fields, grants, phone: phone !== null },
    });
    made.set(key, id);
  }
  return made;
};
