/** Compares the rows of a catalogue with the directory and with what is there already. Writes nothing. */
import type { Actor } from '#core/access.ts';
import type { CaseFacts } from '#core/case/case-command.ts';
import type { CatalogueRow } from '#core/catalogue/catalogue-row.ts';
import { compareRows, type ResolvedRow, type RowOutcome } from '#core/catalogue/compare-rows.ts';
import { type ExistingMatter, findExisting, indexExisting } from '#core/catalogue/match-rows.ts';
import { settlePast } from '#core/catalogue/settle-past.ts';
import type { Moment } from '#core/words.ts';
import type { House } from '../case/load-case.store.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Choices } from './choices.ts';
import {
  type Directory,
  loadDetails,
  loadHeads,
  type MatterDetail,
  type SessionInfo,
} from './directory.views.ts';
import {
  type AnalysedRow,
  fromRowIssue,
  importIssue,
  type OpenName,
  refusalIssue,
  type StoredChange,
  storedChange,
  type StoredIssue,
} from './import-row.ts';
import { type Matching, matchNames } from './match-names.ts';
import { openPeople, openUnits } from './open-names.ts';
import { fitRoles, planMatter, type PlanScene } from './plan-matter.ts';
import { changesOf } from './row-changes.ts';
import { rowFacts } from './row-facts.ts';
import { settleSession } from './settle-session.ts';

export type AnalysisScene = {
  readonly tx: Tx;
  readonly house: House;
  readonly actor: Actor;
  readonly at: Moment;
};

/** A row with everything that a run needs to write it. */
export type CatalogueOutcome = AnalysedRow & {
  readonly row: ResolvedRow | null;
  readonly session: SessionInfo | null;
  /** Not clipped, unlike those shown. */
  readonly changes: readonly StoredChange[];
};

export type CatalogueAnalysis = {
  readonly rows: readonly CatalogueOutcome[];
  readonly openUnits: readonly OpenName[];
  readonly openPeople: readonly OpenName[];
  readonly facts: CaseFacts;
};

type Settled = {
  readonly printed: CatalogueRow;
  /** As it is compared: its session named in full, roles fitted, without what this import leaves alone. */
  readonly row: CatalogueRow;
  readonly session: SessionInfo | null;
  readonly issues: readonly StoredIssue[];
};

const mayFile =
  (actor: Actor) =>
  (session: SessionInfo): boolean =>
    actor.grants.some(
      (grant) =>
        grant.role === 'supervisor' ||
        ((grant.role === 'congress-office' || grant.role === 'cppcc-office') &&
          grant.organId === session.organId),
    );

const settle = (
  printed: CatalogueRow,
  choices: Choices,
  scene: AnalysisScene,
  directory: Directory,
): Settled => {
  const { options } = choices;
  const told = options.assign || printed.units.some(({ lines }) => lines !== undefined);
  const row: CatalogueRow = told
    ? settlePast(
        { ...printed, units: fitRoles(printed.units, options) },
        { ruleset: scene.house.ruleset, today: scene.at.date },
      )
    : {
        ...printed,
        units: [],
        assignedOn: null,
        issues: printed.issues.filter((one) => !/^units?\./.test(one.code)),
      };
  if (row.kind === null) return { printed, row, session: null, issues: [] };
  const settled = settleSession(
    { ...row, kind: row.kind },
    options,
    directory.sessions,
    mayFile(scene.actor),
  );
  if (!settled.ok) {
    const cell = printed.cells.session ?? printed.cells.caseNo ?? printed.cells.title ?? null;
    return {
      printed,
      row,
      session: null,
      issues: [importIssue(settled.code, 'session', cell, settled.params)],
    };
  }
  const { session } = settled;
  return { printed, row: { ...row, term: session.term, sessionNo: session.number }, session, issues: [] };
};

const enrich = (head: ExistingMatter, detail: MatterDetail | undefined): ExistingMatter =>
  detail === undefined
    ? head
    : {
        ...head,
        body: detail.body === '' ? null : detail.body,
        points: detail.points,
        category: detail.category,
        level: detail.level,
        proposerType: detail.proposerType,
        priority: detail.priority,
        units: detail.units.map(({ unitId, role }) => ({ unitId: String(unitId), role })),
        assignedOn: detail.assignedOn,
        filedOn: detail.filedOn,
        publicConsent: detail.consent === 'full' ? true : detail.consent === 'no' ? false : null,
      };

/** The matters of the sessions concerned; those that a row means with all that a row can state. */
const loadExisting = async ({ tx, actor }: AnalysisScene, settled: readonly Settled[]) => {
  const sessions = new Set(settled.flatMap(({ session }) => (session === null ? [] : [session.id])));
  const heads = await loadHeads(tx, actor.jurisdictionId, [...sessions]);
  const index = indexExisting(heads);
  const meant = settled.flatMap(({ row }) => {
    if (row.kind === null || row.title === null) return [];
    const found = findExisting(index, row);
    return found !== null && 'matter' in found ? [Number(found.matter.id)] : [];
  });
  const details = await loadDetails(tx, actor.jurisdictionId, [...new Set(meant)]);
  return { existing: heads.map((head) => enrich(head, details.get(Number(head.id)))), details };
};

/** Why a row that is sound in itself cannot be filed and assigned as it stands. */
const checkNew = (row: ResolvedRow, session: SessionInfo, plan: PlanScene): StoredIssue | null => {
  const proposerIds = [...row.proposers, ...row.coSigners].map((person) => Number(person.personId) || 0);
  const planned = planMatter(plan, row, { session, caseNo: row.caseNo ?? '0', proposerIds });
  if (planned.ok) return null;
  const { refusal } = planned;
  const field =
    refusal.at ?? (refusal.code.startsWith('plan-') || refusal.code.startsWith('unit-') ? 'units' : null);
  const cells: Readonly<Record<string, string | undefined>> = row.cells;
  const unitCell = cells['unitsLead'] ?? cells['unitsSole'] ?? cells['unitsSeparate'] ?? cells['unitsMixed'];
  const cell = field === 'units' ? unitCell : field === null ? cells['title'] : cells[field];
  return { ...refusalIssue(refusal, cell ?? null), field };
};

const settleOutcome = (
  outcome: RowOutcome,
  settled: Settled,
  details: ReadonlyMap<number, MatterDetail>,
  plan: PlanScene,
): CatalogueOutcome => {
  const { printed, session } = settled;
  const problems = outcome.status === 'wrong' ? outcome.issues : outcome.warnings;
  const issues = [...problems.map(fromRowIssue), ...settled.issues];
  const matterId = 'matterId' in outcome && outcome.matterId !== null ? Number(outcome.matterId) : null;
  const detail = matterId === null ? undefined : details.get(matterId);
  const make = (
    status: AnalysedRow['outcome'],
    changes: readonly StoredChange[] = [],
    more: StoredIssue | null = null,
  ) => ({
    outcome: status,
    row: status === 'wrong' ? null : (outcome.row as ResolvedRow),
    session,
    changes,
    data: {
      sheet: printed.sheet,
      row: printed.row,
      lastRow: printed.lastRow,
      title: printed.title ?? '',
      facts: rowFacts(printed, outcome, session),
      changes: changes.map(storedChange),
      issues: more === null ? issues : [...issues, more],
      matterId: status === 'wrong' ? null : matterId,
    },
  });
  if (outcome.status === 'wrong' || session === null) return make('wrong');
  if (outcome.status === 'new') {
    const obstacle = checkNew(outcome.row, session, plan);
    return obstacle === null ? make('new') : make('wrong', [], obstacle);
  }
  if (detail === undefined) return make('same');
  const found = outcome.status === 'same' ? [] : outcome.changes;
  const changes = changesOf(outcome.row, detail, found);
  return changes.length === 0 ? make('same') : make('changed', changes);
};

/** One answer for every row, in the order of the file, and the names that nobody has decided yet. */
export const analyseCatalogue = async (
  scene: AnalysisScene,
  directory: Directory,
  choices: Choices,
  rows: readonly CatalogueRow[],
): Promise<CatalogueAnalysis> => {
  const matching: Matching = matchNames(directory, choices, rows);
  const settled = rows.map((row) => settle(row, choices, scene, directory));
  const { existing, details } = await loadExisting(scene, settled);
  const label = (unitId: string): string => directory.unitFacts.get(Number(unitId))?.name ?? unitId;
  const outcomes = compareRows(
    settled.map(({ row }) => row),
    existing,
    matching,
    label,
  );
  const facts: CaseFacts = {
    units: directory.unitFacts,
    unitNames: new Map([...directory.unitFacts].map(([id, unit]) => [id, unit.name])),
  };
  // A leader who is not named yet is an obstacle of the whole import, not a fault of every row.
  const responsibleLeader = choices.options.responsibleLeader || '—';
  const plan: PlanScene = { ...scene, options: { ...choices.options, responsibleLeader }, facts };
  return {
    rows: outcomes.map((outcome, index) => {
      const one = settled[index];
      if (one === undefined) throw new Error('An outcome without its row');
      return settleOutcome(outcome, one, details, plan);
    }),
    openUnits: openUnits(
      settled.map(({ row }) => row),
      matching,
    ),
    openPeople: openPeople(
      settled.map(({ row }) => row),
      matching,
      directory,
    ),
    facts,
  };
};
