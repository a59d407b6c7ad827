import type { BodyOf } from '#contract/endpoint.ts';
import type { startReport as endpoint } from '#contract/report.ts';
import { deny, refuse } from '#core/refusal.ts';
import { decideReport } from '#core/report/decide.ts';
import { periodText } from '#core/report/period.ts';
import { noValues, type Period, periodsOf, type ReportScope } from '#core/report/report.ts';
import { organKindOf } from '#core/report/standing.ts';
import { fromTemplate } from '#core/report/template.ts';
import { templates } from '#core/report/templates.ts';
import { handOf } from '../case/hand.ts';
import { computeValues } from './compute-values.ts';
import type { ReportScene } from './figure-reader.ts';
import { journalReport } from './journal-report.ts';
import { askFor, contextOf, type ReportDeps } from './report-scene.ts';
import { insertReport } from './report.store.ts';
import { readPlaces, type ReportPlaces } from './report.views.ts';

type Asked = BodyOf<typeof endpoint>;

/** What it is about, checked against the city; null: such a report there is not. */
const scopeOf = ({ kind, period, ofId }: Asked, places: ReportPlaces): ReportScope | null => {
  if (!periodsOf[kind].includes(period.kind)) return null;
  const organKind = organKindOf[kind];
  const organ = organKind === null ? null : places.organs.find(({ id }) => id === ofId);
  const unit = kind === 'unit' ? places.units.find(({ id }) => id === ofId) : null;
  if (organ === undefined || unit === undefined) return null;
  if (organ !== null && organ.kind !== organKind) return null;
  const scope = { kind, period, organId: organ?.id ?? null, unitId: unit?.id ?? null };
  if (period.kind !== 'session') return scope;
  const session = places.sessions.find(({ id }) => id === period.sessionId);
  if (session === undefined || (organ !== null && session.ofId !== organ.id)) return null;
  const own: Period = { kind: 'session', sessionId: session.id, year: session.year };
  return { ...scope, period: own };
};

/** Begins a report from its template, with the numbers of its day. */
export const startReport = async (deps: ReportDeps, scene: ReportScene, asked: Asked) => {
  const { tx, actor, at } = scene;
  const places = await readPlaces(tx, actor.jurisdictionId);
  const scope = scopeOf(asked, places);
  if (scope === null) return deny(refuse('report-organ-other', {}, 'ofId'));
  const asking = await askFor(deps, scene, scope);
  const command = { type: 'startReport', asOf: asked.asOf } as const;
  const decision = decideReport(command, null, contextOf(asking, 0));
  if (!decision.ok) return decision;
  const { period } = scope;
  const session =
    period.kind === 'session' ? places.sessions.find(({ id }) => id === period.sessionId) : undefined;
  const content = fromTemplate(templates[scope.kind], {
    language: asked.language,
    classes: asking.ruleset.resultClasses,
    asOf: asked.asOf,
    names: {
      city: places.city,
      organ: places.organs.find(({ id }) => id === scope.organId)?.name ?? '',
      unit: places.units.find(({ id }) => id === scope.unitId)?.name ?? '',
      period: periodText(period, session?.name ?? '')[asked.language],
    },
  });
  const values = await computeValues(asking, content, noValues);
  const id = await insertReport(tx, handOf(actor, at), scope, asked.language, content, values);
  for (const event of decision.events)
    await journalReport(scene, id, command.type, { ...event, kind: scope.kind, scope });
  return { ok: true, body: { id, version: 1, state: 'draft' } } as const;
};
