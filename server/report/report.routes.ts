import * as endpoints from '#contract/report.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { kindsFor, organKindOf, reportStandings } from '#core/report/standing.ts';
import { periodsOf, type ReportKind } from '#core/report/report.ts';
import type { Actor } from '#core/access.ts';
import { answer, no } from '../platform/answer.ts';
import type { ReportPaper } from '../platform/documents/report-paper.ts';
import { momentOf } from '../platform/moment.ts';
import type { WritableSheet } from '../platform/workbook/write-workbook.ts';
import { type Route, route } from '../platform/route.ts';
import { changeReport } from './change-report.ts';
import type { ReportScene } from './figure-reader.ts';
import { type Printed, reportPaper } from './report-paper.ts';
import { askFor, type ReportDeps } from './report-scene.ts';
import { reportWorkbook } from './report-workbook.ts';
import { findReport, listReports, readPlaces, type ReportPlaces, searchMatters } from './report.views.ts';
import { startReport } from './start-report.ts';
import { headOf, openReport, viewChanges, viewReport } from './view-report.ts';

type Formats = 'pdf' | 'docx' | 'xlsx';

const mediaTypes: Readonly<Record<Formats, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** How reports are drawn, and where people reach the product. */
export type ReportPapers = Readonly<Record<'pdf' | 'docx', (paper: ReportPaper) => Promise<Uint8Array>>> & {
  readonly workbook: (sheets: readonly WritableSheet[]) => Promise<Uint8Array>;
  readonly publicUrl: string | null;
};

type Choice = ResponseOf<typeof endpoints.reportChoices>['kinds'][number];

/** Of what this person may begin a report of a kind. */
const choiceOf = (actor: Actor, places: ReportPlaces, kind: ReportKind): Choice => {
  const organKind = organKindOf[kind];
  const all =
    kind === 'unit'
      ? places.units
      : places.organs.filter((organ) => organKind !== null && organ.kind === organKind);
  const of = all.filter(({ id }) => {
    const whose = kind === 'unit' ? { organId: null, unitId: id } : { organId: id, unitId: null };
    return reportStandings(actor, { kind, ...whose }).size > 0;
  });
  const sessions = places.sessions.filter(({ ofId }) => kind === 'unit' || of.some(({ id }) => id === ofId));
  return {
    kind,
    periods: [...periodsOf[kind]],
    of: of.map(({ id, name }) => ({ id, name })),
    sessions: periodsOf[kind].includes('session') ? sessions.map((one) => ({ ...one })) : [],
  };
};

const fileOf = async (
  deps: ReportDeps,
  papers: ReportPapers,
  scene: ReportScene,
  id: number,
  query: { format: Formats; edition?: number | undefined },
) => {
  const open = await openReport(scene, id, query.edition);
  if (open === null) return no('not-found');
  const { row, content, values, shown, changedAt } = open;
  const draft = row.settledEdition === null || shown > row.settledEdition;
  const printed: Printed = {
    language: row.language,
    keeper: row.keeper,
    scope: row.scope,
    content,
    values,
    draft,
    on: momentOf(new Date(changedAt)).date,
    publicUrl: papers.publicUrl,
  };
  const { format } = query;
  const file = { name: `${content.title}.${format}`, mediaType: mediaTypes[format] };
  if (format !== 'xlsx') return answer({ ...file, bytes: () => papers[format](reportPaper(printed)) });
  const { figures } = await askFor(deps, scene, row.scope);
  const sheets = await reportWorkbook(deps.reader, scene, { ...printed, figures });
  return answer({ ...file, bytes: () => papers.workbook(sheets) });
};

export const reportRoutes = (deps: ReportDeps, papers: ReportPapers): readonly Route[] => [
  route(endpoints.reports, async ({ tx, actor, query }) => {
    const { items, next } = await listReports(tx, actor, query);
    return answer({
      items: items.map((row) => ({
        ...headOf(row),
        ...(row.kept ? {} : { state: 'settled' as const, edition: row.settledEdition ?? 1 }),
      })),
      next,
    });
  }),
  route(endpoints.reportChoices, async ({ tx, actor, at }) => {
    const places = await readPlaces(tx, actor.jurisdictionId);
    return answer({
      today: at.date,
      kinds: kindsFor(actor).map((kind) => choiceOf(actor, places, kind)),
    });
  }),
  route(endpoints.startReport, (scene) => startReport(deps, scene, scene.body)),
  route(endpoints.getReport, async (scene) => {
    const seen = await viewReport(deps, scene, scene.params.reportId, scene.query.edition);
    return seen === null ? no('not-found') : answer(seen as never);
  }),
  route(endpoints.saveReport, (scene) =>
    changeReport(deps, scene, scene.params.reportId, { type: 'saveReport', content: scene.body }),
  ),
  route(endpoints.changeReport, (scene) => changeReport(deps, scene, scene.params.reportId, scene.body)),
  route(endpoints.compareReport, async (scene) => {
    const { from, to } = scene.query;
    const found = await viewChanges(scene, scene.params.reportId, from, to);
    return found === null ? no('not-found') : answer(found);
  }),
  route(endpoints.reportFile, (scene) => fileOf(deps, papers, scene, scene.params.reportId, scene.query)),
  route(endpoints.reportMatters, async ({ tx, actor, params, query }) => {
    const row = await findReport(tx, actor.jurisdictionId, params.reportId);
    if (row === null || reportStandings(actor, row.scope).size === 0) return no('not-found');
    const found = await searchMatters(tx, actor.jurisdictionId, row.scope, query.q);
    return answer({ items: found.map((one) => ({ ...one, units: [...one.units] })) });
  }),
];
