/** Which differences of a row are changes, and which of them an import may make. */
import { blankPast, lastPastReply, type Past } from '#core/assignment/past.ts';
import type { FieldChange, ResolvedRow } from '#core/catalogue/compare-rows.ts';
import { same } from '#core/same.ts';
import type { MatterDetail } from './directory.views.ts';
import type { StoredChange } from './import-row.ts';
import { tellsPast } from './plan-matter.ts';

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

/** One unit's part in few words: 云川市教育局 2024-05-20 A 满意. */
const pastWords = (
  units: readonly { readonly name: string; readonly past?: Past | null }[],
): readonly string[] =>
  units.flatMap(({ name, past }) => {
    const last = lastPastReply(past);
    return last === undefined
      ? []
      : [[name, last.on, last.resultClass, last.outcome].filter((one) => one !== null).join(' ')];
  });

/**
 * What the row tells of an earlier year, where that is not what is there. Its units may not be others; whether
 * something was done on the matter here, which no list writes over, the door says.
 */
const historyChange = (row: ResolvedRow, detail: MatterDetail): StoredChange | null => {
  if (!tellsPast(row)) return null;
  const known = (unitId: string) => detail.units.find((unit) => String(unit.unitId) === unitId);
  const isSame =
    detail.stage === 'closed' &&
    detail.closedOn === (row.closedOn ?? null) &&
    row.units.every(({ unitId, past }) => same(known(unitId)?.past ?? blankPast, past ?? blankPast));
  if (isSame) return null;
  const others =
    detail.units.length > 0 &&
    (detail.units.length !== row.units.length ||
      row.units.some(({ unitId, role }) => known(unitId)?.role !== role));
  return {
    field: 'history',
    from: pastWords(detail.units),
    to: pastWords(row.units),
    byHand: others ? 'import.byHand.units' : null,
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
    // A list of an earlier year gives its units their duties itself.
    if (change.field === 'units' && !assigned && tellsPast(row)) continue;
    changes.push({
      ...change,
      byHand: assigned ? 'import.byHand.units' : (byHand[change.field] ?? null),
    });
  }
  const people = row.proposers.length + row.coSigners.length === 0 ? null : peopleChange(row, detail);
  return [...changes, people, historyChange(row, detail)].filter((one) => one !== null);
};
