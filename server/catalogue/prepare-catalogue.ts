import { createHash } from 'node:crypto';
import { catalogueFields } from '#core/catalogue/fields.ts';
import type { Mapping } from '#core/catalogue/mapping.ts';
import { analyseCatalogue, type CatalogueAnalysis } from './analyse-catalogue.ts';
import { loadDirectory } from './directory.views.ts';
import { importIssue } from './import-row.ts';
import { loadMappings } from './import.store.ts';
import { noTable, type Prepare, unreadable } from './prepared.ts';
import { readCatalogue } from './read-catalogue.ts';
import { writeCatalogue } from './write-catalogue.ts';

const digestOf = (analysis: CatalogueAnalysis): string => {
  const hash = createHash('sha256');
  for (const { outcome, row, session, changes, data } of analysis.rows)
    hash.update(
      JSON.stringify([
        outcome,
        data.row,
        data.matterId,
        session?.id,
        row?.caseNo,
        row?.units.map((unit) => [unit.unitId, unit.role, ...(unit.past === null ? [] : [unit.past])]),
        [...(row?.proposers ?? []), ...(row?.coSigners ?? [])].map((person) => person.personId),
        changes,
      ]),
    );
  return hash.digest('hex');
};

/** Reads a catalogue of matters and compares it row by row. Failures: `workbook.*`, `import-no-table`. */
export const prepareCatalogue: Prepare = async (deps, scene) => {
  const { tx, actor, choices, file } = scene;
  const j = actor.jurisdictionId;
  const directory = await loadDirectory(tx, j);
  const chosen = directory.sessions.find((session) => session.id === choices.options.sessionId);
  const read = await readCatalogue(file, {
    patch: choices.mapping,
    remembered: (await loadMappings(tx, j, 'catalogue')) as Readonly<Record<string, Mapping>>,
    unitNames: directory.units.flatMap((unit) => [unit.name, unit.shortName ?? '', ...unit.aliases]),
    history: choices.options.history ?? false,
    defaultYear: chosen?.year ?? Number(scene.at.date.slice(0, 4)),
  });
  if ('refusal' in read) return unreadable(read.refusal);
  if (!read.ok)
    return unreadable(
      { code: 'import-no-table', params: {} },
      noTable(read.sheets, [...catalogueFields, 'ignored']),
    );
  const analysis = await analyseCatalogue(scene, directory, choices, read.rows);
  const pointless =
    choices.options.assign && analysis.rows.some(({ row }) => row !== null && row.points.length === 0);
  const note = importIssue('pointsFromTitle', 'points', null, {}, 'warning');
  return {
    table: pointless ? { ...read.table, issues: [...read.table.issues, note] } : read.table,
    failure: null,
    rows: analysis.rows,
    openUnits: analysis.openUnits,
    openPeople: analysis.openPeople,
    digest: digestOf(analysis),
    write: (order) => writeCatalogue(deps, scene, directory, analysis, order),
  };
};
