import { compareEditions, compareValues } from '#core/report/compare.ts';
import { allowedOnReport } from '#core/report/decide.ts';
import { periodText } from '#core/report/period.ts';
import { noValues, type ReportContent, type ReportValues } from '#core/report/report.ts';
import { readsReport, reportStandings } from '#core/report/standing.ts';
import type { Instant, Text } from '#core/words.ts';
import { computeValues, movedBetween, type ReportAsk } from './compute-values.ts';
import type { ReportScene } from './figure-reader.ts';
import { askFor, contextOf, type ReportDeps } from './report-scene.ts';
import { findEdition, findReport, listEditions, type ReportRow } from './report.views.ts';

export const headOf = (row: ReportRow) => ({
  id: row.id,
  version: row.version,
  kind: row.scope.kind,
  state: row.state,
  language: row.language,
  title: row.title,
  keeper: row.keeper,
  period: periodText(row.scope.period, row.sessionName)[row.language],
  asOf: row.asOf,
  edition: row.edition,
  changedAt: row.changedAt,
});

export type OpenReport = {
  readonly row: ReportRow;
  readonly kept: boolean;
  readonly shown: number;
  readonly content: ReportContent;
  readonly values: ReportValues;
  /** When this edition was last written, which for its readers is when it was settled. */
  readonly changedAt: Instant;
};

/**
 * An edition as someone may read it: the keeper any, everybody else those that were settled. Null: for him there is none.
 */
export const openReport = async (
  { tx, actor }: ReportScene,
  id: number,
  edition: number | undefined,
): Promise<OpenReport | null> => {
  const j = actor.jurisdictionId;
  const row = await findReport(tx, j, id);
  if (row === null) return null;
  const kept = reportStandings(actor, row.scope).size > 0;
  if (!kept && !readsReport(actor, row.scope, row.settledEdition === null ? 'draft' : 'settled')) return null;
  const last = kept ? row.edition : (row.settledEdition ?? 0);
  const shown = edition ?? last;
  if (shown > last) return null;
  const found = await findEdition(tx, j, id, shown);
  return found === null ? null : { row, kept, shown, ...found };
};

type Moved = { question: string; name: Text; before: string; now: string };

/** What of a draft has moved since, as its keeper is told. */
const movedOf = async (
  asking: ReportAsk,
  { content, values }: OpenReport,
): Promise<{ moved: Moved[]; movedTables: string[] }> => {
  const now = await computeValues(asking, content, noValues);
  const { figures, tables } = movedBetween(values, now);
  const none = '—';
  return {
    moved: figures.map((question) => ({
      question,
      name: (now.figures[question] ?? values.figures[question])?.name ?? { zh: none, en: none },
      before: values.figures[question]?.text ?? none,
      now: now.figures[question]?.text ?? none,
    })),
    movedTables: [...tables],
  };
};

const notMoved = { moved: [], movedTables: [] };

/** One edition, with what has moved where it is the draft that is being written. */
export const viewReport = async (
  deps: ReportDeps,
  scene: ReportScene,
  id: number,
  edition: number | undefined,
) => {
  const open = await openReport(scene, id, edition);
  if (open === null) return null;
  const { row, kept, shown, content, values, changedAt } = open;
  const editions = await listEditions(scene.tx, scene.actor.jurisdictionId, id);
  const asking = await askFor(deps, scene, row.scope);
  // Numbers of facts that are still being computed say nothing of what has moved.
  const drafting = kept && row.state === 'draft' && shown === row.edition && asking.ready;
  const moved = drafting ? await movedOf(asking, open) : notMoved;
  const count = moved.moved.length + moved.movedTables.length;
  const head = headOf(row);
  return {
    ...head,
    // Whoever is not its keeper sees nothing of what is being written.
    ...(kept
      ? {}
      : {
          state: 'settled' as const,
          edition: row.settledEdition ?? 1,
          title: content.title,
          asOf: content.asOf,
          changedAt,
        }),
    scope: row.scope,
    shown,
    editions: editions.filter(({ state }) => kept || state === 'settled').map((one) => ({ ...one })),
    content,
    values,
    ...moved,
    allowedActions: shown === row.edition ? [...allowedOnReport(row, contextOf(asking, count))] : [],
  };
};

/** What two editions say differently; null: one of them is not there for this person. */
export const viewChanges = async (scene: ReportScene, id: number, from: number, to: number) => {
  const earlier = await openReport(scene, id, from);
  const later = await openReport(scene, id, to);
  if (earlier === null || later === null) return null;
  const { scope, language } = later.row;
  return {
    texts: [...compareEditions(earlier, later, scope, language)],
    figures: [...compareValues(earlier, later)],
  };
};
