/** Who keeps a report, and who else reads it once it is settled. */
import type { Actor, Standing } from '../access.ts';
import { type ReportKind, reportKinds, type ReportScope, type ReportState } from './report.ts';

type Keeper = 'government' | 'congress' | 'cppcc' | 'unit';

export const keeperOf: Readonly<Record<ReportKind, Keeper>> = {
  congressAnnual: 'government',
  cppccAnnual: 'government',
  congressOffice: 'congress',
  cppccCommittee: 'cppcc',
  unit: 'unit',
  bulletin: 'government',
  ranking: 'government',
};

/** The kind of organ that a report is to or of; null: of none. */
export const organKindOf: Readonly<Record<ReportKind, 'congress' | 'cppcc' | null>> = {
  congressAnnual: 'congress',
  cppccAnnual: 'cppcc',
  congressOffice: 'congress',
  cppccCommittee: 'cppcc',
  unit: null,
  bulletin: null,
  ranking: null,
};

type Owned = Pick<ReportScope, 'kind' | 'organId' | 'unitId'>;
type Grants = Pick<Actor, 'grants'>;

/** The standings of the keeper; empty: he keeps it not. */
export const reportStandings = (
  { grants }: Grants,
  { kind, organId, unitId }: Owned,
): ReadonlySet<Standing> => {
  const found = new Set<Standing>();
  const keeper = keeperOf[kind];
  for (const grant of grants) {
    if (keeper === 'government' && grant.role === 'supervisor') found.add('supervisor');
    if (
      (keeper === 'congress' || keeper === 'cppcc') &&
      grant.role === `${keeper}-office` &&
      organId !== null &&
      grant.organId === organId
    )
      found.add('organ-office');
    if (keeper === 'unit' && grant.role === 'unit-office' && unitId !== null && grant.unitId === unitId)
      found.add('unit-office');
  }
  return found;
};

/**
 * Whether a report exists for someone (law 12). Its keeper has it from the first word; the supervisor reads what is
 * settled, whosever it is; the organ’s office reads the settled report that is made to it. Nobody else: a unit never reads
 * another unit’s satisfaction in a bulletin or a ranking.
 */
export const readsReport = (actor: Grants, report: Owned, state: ReportState): boolean => {
  if (reportStandings(actor, report).size > 0) return true;
  if (state !== 'settled') return false;
  return actor.grants.some(
    ({ role, organId }) =>
      role === 'supervisor' ||
      (report.organId !== null &&
        organId === report.organId &&
        (role === 'congress-office' || role === 'cppcc-office')),
  );
};

/** The kinds that someone may begin for something. */
export const kindsFor = ({ grants }: Grants): readonly ReportKind[] => {
  const roleOf = {
    government: 'supervisor',
    congress: 'congress-office',
    cppcc: 'cppcc-office',
    unit: 'unit-office',
  };
  return reportKinds.filter((kind) => grants.some(({ role }) => role === roleOf[keeperOf[kind]]));
};
