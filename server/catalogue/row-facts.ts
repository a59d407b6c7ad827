import type { CatalogueRow } from '#core/catalogue/catalogue-row.ts';
import type { RowOutcome } from '#core/catalogue/compare-rows.ts';
import type { SessionInfo } from './directory.views.ts';
import type { StoredRow } from './import-row.ts';

/** The parts of a row that tell people which matter it is; units as `role:name`, in the words of the directory. */
export const rowFacts = (
  printed: CatalogueRow,
  outcome: RowOutcome,
  session: SessionInfo | null,
): StoredRow['facts'] => {
  const units =
    outcome.status === 'wrong' || outcome.row.units.length === 0 ? printed.units : outcome.row.units;
  const facts: [string, readonly (string | null)[]][] = [
    ['caseNo', [printed.caseNo]],
    ['kind', [printed.kind]],
    [
      'session',
      [session === null ? printed.session : `${session.organName} ${session.term}-${session.number}`],
    ],
    ['proposers', [...printed.proposers, ...printed.coSigners]],
    ['delegationOrSector', [printed.delegationOrSector]],
    ['category', [printed.category]],
    ['level', [printed.level]],
    ['proposerType', [printed.proposerType]],
    ['priority', [printed.priority === true ? 'yes' : null]],
    ['units', units.map((unit) => `${unit.role}:${unit.name}`)],
    ['filedOn', [printed.filedOn]],
    ['assignedOn', [printed.assignedOn]],
    ['points', printed.points.length === 0 ? [] : [String(printed.points.length)]],
  ];
  return facts.flatMap(([field, values]) => {
    const said = values.filter((value) => value !== null && value !== '');
    return said.length === 0 ? [] : [{ field, values: said as readonly string[] }];
  });
};
