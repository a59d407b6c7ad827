/** Which differences of a row are changes, and which of them an import may make. */
import type { FieldChange, ResolvedRow } from '#core/catalogue/compare-rows.ts';
import type { MatterDetail } from './directory.views.ts';
import type { StoredChange } from './import-row.ts';

/** Never a change of the matter: computed dates, what belongs to the person, what the product does not keep. */
const notOfTheMatter = new Set(['dueOn', 'note', 'phone', 'delegationOrSector', 'year']);

const byHand: Readonly<Record<string, string>> = {
  caseNo: 'import.byHand.identity',
  inSession: 'import.byHand.identity',
  filedOn: 'import.byHand.dates',
  assignedOn: 'import.byHand.dates',
  proposers: 'import.byHand.people',
};

/**
 * Proposers and co-signers in one line: the product keeps one list with the lead first, and a file may name fewer.
 * Null: everyone whom the row names stands at his place.
 */
const peopleChange = (row: ResolvedRow, detail: MatterDetail): StoredChange | null => {
  const stated = [...row.proposers, ...row.coSigners];
  const same = stated.every(({ personId }, index) => personId === String(detail.proposers[index]?.id ?? ''));
  return same
    ? null
    : {
        field: 'proposers',
        from: detail.proposers.map(({ name }) => name),
        to: stated.map(({ name }) => name),
        byHand: byHand['proposers'] ?? null,
      };
};

/** The changes of a row as people see them; an empty list means: the same as before. */
export const changesOf = (
  row: ResolvedRow,
  detail: MatterDetail,
  found: readonly FieldChange[],
): readonly StoredChange[] => {
  const changes: StoredChange[] = [];
  for (const change of found) {
    if (notOfTheMatter.has(change.field) || change.field === 'proposers' || change.field === 'coSigners')
      continue;
    // The proposer agreed to the title only: a yes or no in a list does not undo that.
    if (change.field === 'publicConsent' && detail.consent === 'titleOnly') continue;
    const assigned = change.field === 'units' && (detail.units.length > 0 || detail.stage !== 'filed');
    // An assignment that is made now is made with its date.
    if (change.field === 'assignedOn' && detail.assignedOn === null) continue;
    changes.push({
      ...change,
      byHand: assigned ? 'import.byHand.units' : (byHand[change.field] ?? null),
    });
  }
  const people = row.proposers.length + row.coSigners.length === 0 ? null : peopleChange(row, detail);
  return people === null ? changes : [...changes, people];
};
