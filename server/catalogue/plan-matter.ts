/** What filing one row comes to, and giving its units their duties: decided by the core, written by others. */
import type { Actor } from '#core/access.ts';
import { blankPast, type Past } from '#core/assignment/past.ts';
import { act } from '#core/case/act.ts';
import type { CaseCommand, CaseFacts } from '#core/case/case-command.ts';
import type { CaseFile } from '#core/case/case-file.ts';
import type { Happened } from '#core/case/outcome.ts';
import type { MatchedUnit, ResolvedRow } from '#core/catalogue/compare-rows.ts';
import { limits } from '#core/matter/decide.ts';
import type { Matter } from '#core/matter/matter.ts';
import { checkText, firstRefusal, type Refusal, refuse } from '#core/refusal.ts';
import type { HandlingRole } from '#core/ruleset.ts';
import type { LocalDate, Moment, PublicConsent } from '#core/words.ts';
import type { House } from '../case/load-case.store.ts';
import type { CatalogueOptions } from './choices.ts';
import type { SessionInfo } from './directory.views.ts';

export type PlanScene = {
  readonly house: House;
  readonly actor: Actor;
  readonly at: Moment;
  readonly options: CatalogueOptions;
  readonly facts: CaseFacts;
};

export type PlannedMatter = {
  readonly session: SessionInfo;
  readonly filed: Omit<Matter, 'id' | 'version'>;
  /** Not stored yet: its id is that of `filed`, its duties have negative ids. */
  readonly file: CaseFile;
  /** Null: the row names no unit, or none is to be assigned. */
  readonly assigned: Happened | null;
  /** It was handled in an earlier year: nobody is told of it, and it is closed. */
  readonly isPast: boolean;
};

/** Whether a row tells how its matter was handled in an earlier year. */
export const tellsPast = ({
  units,
}: {
  readonly units: readonly { readonly past?: Past | null }[];
}): boolean => units.some(({ past }) => past !== undefined && past !== null);

export const consentOf = (stated: boolean | null): PublicConsent =>
  stated === null ? 'unasked' : stated ? 'full' : 'no';

/**
 * Roles that fit together where the city's columns do not: one unit that handles alone is `sole`, with assistants it
 * is `lead`; several leads handle separately if the importer said so. What still does not fit, the core refuses.
 */
export const fitRoles = <Unit extends { readonly role: HandlingRole }>(
  units: readonly Unit[],
  options: CatalogueOptions,
): readonly Unit[] => {
  const main = units.filter((unit) => unit.role !== 'assist');
  const assisted = main.length < units.length;
  const recast = (role: HandlingRole): readonly Unit[] =>
    units.map((unit) => (unit.role === 'assist' || unit.role === role ? unit : { ...unit, role }));
  if (main.length === 1) {
    const [only] = main;
    if (only?.role === 'lead') return units;
    return recast(assisted ? 'lead' : 'sole');
  }
  return options.severalLeads === 'separate' && main.length > 1 ? recast('separate') : units;
};

/** The points of a row; a matter that is assigned at once has at least one, its title, until people cut it. */
const pointsOf = (row: ResolvedRow, units: readonly MatchedUnit[]) => {
  const stated = row.points.map((text) => text.trim()).filter((text) => text !== '');
  const texts = stated.length === 0 && units.length > 0 && row.title !== null ? [row.title] : stated;
  return texts.map((text, index) => ({ no: index + 1, text }));
};

const checkFiled = (filed: Omit<Matter, 'id' | 'version'>, at: Moment): Refusal | null =>
  firstRefusal(
    checkText(filed.title, 'title', limits.title),
    filed.body === '' ? null : checkText(filed.body, 'body', limits.body),
    filed.category === null || filed.category.length <= 100
      ? null
      : refuse('field-too-long', { field: 'category', max: 100 }, 'category'),
    filed.points.length > limits.points
      ? refuse('field-too-long', { field: 'points', max: limits.points }, 'points')
      : null,
    ...filed.points.map((point) => checkText(point.text, 'points', limits.point)),
    filed.filedOn > at.date ? refuse('field-invalid', { field: 'filedOn' }, 'filedOn') : null,
  );

/** What a row tells of an earlier year, as a command: every unit of the matter, with its own part. */
export const historyCommand = (
  row: Pick<ResolvedRow, 'closedOn'>,
  units: readonly MatchedUnit[],
  assignedOn: LocalDate,
): Extract<CaseCommand, { on: 'history' }> => ({
  on: 'history',
  command: {
    type: 'record',
    assignedOn,
    closedOn: row.closedOn ?? null,
    duties: units.map((unit) => ({
      unitId: Number(unit.unitId),
      role: unit.role,
      past: unit.past ?? blankPast,
    })),
  },
});

const commandFor = (
  row: ResolvedRow,
  units: readonly MatchedUnit[],
  pastFrom: LocalDate | null,
  { responsibleLeader }: CatalogueOptions,
): CaseCommand =>
  pastFrom === null
    ? {
        on: 'plan',
        command: {
          type: 'assign',
          duties: units.map((unit) => ({ unitId: Number(unit.unitId), role: unit.role })),
          responsibleLeader,
        },
      }
    : historyCommand(row, units, pastFrom);

/**
 * Plans one new matter. The plan's day is the row's 交办日期, so that clocks count from when the units really got
 * it; the journal still says when it was entered.
 */
export const planMatter = (
  scene: PlanScene,
  row: ResolvedRow,
  given: { readonly session: SessionInfo; readonly caseNo: string; readonly proposerIds: readonly number[] },
):
  | { readonly ok: true; readonly plan: PlannedMatter }
  | { readonly ok: false; readonly refusal: Refusal } => {
  const { house, actor, at, options } = scene;
  const { session } = given;
  const isPast = tellsPast(row);
  const units = options.assign || isPast ? row.units : [];
  const filed: Omit<Matter, 'id' | 'version'> = {
    kind: session.organKind === 'congress' ? 'suggestion' : 'proposal',
    organId: session.organId,
    sessionId: session.id,
    inSession: row.inSession ?? true,
    caseNo: given.caseNo,
    title: row.title ?? '',
    body: row.body ?? '',
    category: row.category,
    publicConsent: consentOf(row.publicConsent),
    level: row.level ?? 'city',
    proposerType: row.proposerType ?? 'individual',
    priority: row.priority ?? false,
    stage: 'filed',
    points: pointsOf(row, units),
    // What was assigned long ago was filed by then.
    filedOn: row.filedOn ?? options.filedOn ?? (isPast ? row.assignedOn : null) ?? at.date,
    assignedOn: null,
    closedAt: null,
  };
  const bad = checkFiled(filed, at);
  if (bad !== null) return { ok: false, refusal: bad };
  const file: CaseFile = {
    ...house,
    matter: { ...filed, id: 0, version: 1 },
    proposerIds: given.proposerIds,
    duties: [],
    contacts: [],
    opinions: [],
    replies: [],
    ratings: [],
    sessionClosesOn: session.closesOn,
  };
  if (units.length === 0) return { ok: true, plan: { session, filed, file, assigned: null, isPast } };
  const date = row.assignedOn ?? at.date;
  if (date > at.date)
    return { ok: false, refusal: refuse('field-invalid', { field: 'assignedOn' }, 'assignedOn') };
  const day = isPast ? at.date : date;
  const outcome = act(file, commandFor(row, units, isPast ? date : null, options), {
    actor,
    at: { instant: at.instant, date: day },
    facts: scene.facts,
  });
  return outcome.ok ? { ok: true, plan: { session, filed, file, assigned: outcome, isPast } } : outcome;
};
