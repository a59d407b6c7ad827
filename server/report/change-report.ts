import { deny, refuse } from '#core/refusal.ts';
import { decideReport, type ReportCommand, type ReportEvent } from '#core/report/decide.ts';
import { examplesOf, noValues, type ReportContent, type ReportValues } from '#core/report/report.ts';
import { readsReport } from '#core/report/standing.ts';
import { type Hand, handOf } from '../case/hand.ts';
import { computeValues, movedBetween, type ReportAsk } from './compute-values.ts';
import type { ReportScene } from './figure-reader.ts';
import { journalReport } from './journal-report.ts';
import { askFor, contextOf, type ReportDeps } from './report-scene.ts';
import { openAgain, writeDraft } from './report.store.ts';
import { findEdition, findReport, type ReportRow } from './report.views.ts';

type Written = { readonly content: ReportContent; readonly values: ReportValues };

/** The numbers as they are now, of those that were named; the others stay. */
const taken = async (
  asking: ReportAsk,
  { content, values }: Written,
  questions: readonly string[] | null,
): Promise<ReportValues> => {
  if (questions === null) return computeValues(asking, content, noValues);
  const without = <V>(all: Readonly<Record<string, V>>): Readonly<Record<string, V>> =>
    Object.fromEntries(Object.entries(all).filter(([key]) => !questions.includes(key)));
  return computeValues(asking, content, {
    ...values,
    figures: without(values.figures),
    tables: without(values.tables),
  });
};

const write = async (
  asking: ReportAsk,
  hand: Hand,
  row: ReportRow,
  before: Written,
  event: ReportEvent,
): Promise<void> => {
  const { tx } = asking.scene;
  switch (event.type) {
    case 'reportStarted':
      return;
    case 'reportSaved': {
      const { content } = event;
      const values = await computeValues(asking, content, before.values);
      return writeDraft(tx, hand, row, 'draft', { content, values });
    }
    case 'reportValuesTaken': {
      const values = await taken(asking, before, event.questions);
      return writeDraft(tx, hand, row, 'draft', { ...before, values });
    }
    case 'reportSettled':
      return writeDraft(tx, hand, row, 'settled', before);
    case 'reportReopened':
      return openAgain(tx, hand, row.id, event.edition, before);
    case 'reportDiscarded':
      return writeDraft(tx, hand, row, 'discarded', before);
    default:
      return event satisfies never;
  }
};

/** The journal says that a draft was saved; what it said, its editions keep. */
const entryOf = (event: ReportEvent): object =>
  event.type === 'reportSaved'
    ? { type: event.type, title: event.content.title, asOf: event.content.asOf }
    : event;

/** How many numbers are not what they were: asked only where it decides something. */
const countMoved = async (
  asking: ReportAsk,
  command: ReportCommand,
  { content, values }: Written,
): Promise<number> => {
  if (command.type !== 'settleReport' || !asking.ready) return 0;
  const moved = movedBetween(values, await computeValues(asking, content, noValues));
  return moved.figures.length + moved.tables.length;
};

/** Every step of a report after its beginning. The report is held meanwhile. */
export const changeReport = async (
  deps: ReportDeps,
  scene: ReportScene & { readonly version: number },
  id: number,
  command: Exclude<ReportCommand, { type: 'startReport' }>,
) => {
  const { tx, actor, at, version } = scene;
  const row = await findReport(tx, actor.jurisdictionId, id, 'hold');
  if (row === null || !readsReport(actor, row.scope, row.settledEdition === null ? 'draft' : 'settled'))
    return deny(refuse('not-found'));
  if (row.version !== version) return deny(refuse('stale', { current: row.version }));
  const before = await findEdition(tx, actor.jurisdictionId, id, row.edition);
  if (before === null) throw new Error(`Report ${id} has no edition ${row.edition}`);
  const asking = await askFor(deps, scene, row.scope);
  const moved = await countMoved(asking, command, before);
  const decision = decideReport(command, row, contextOf(asking, moved));
  if (!decision.ok) return decision;
  const hand = handOf(actor, at);
  for (const event of decision.events) {
    await write(asking, hand, row, before, event);
    await journalReport(scene, id, command.type, entryOf(event));
  }
  const after = await findEdition(
    tx,
    actor.jurisdictionId,
    id,
    command.type === 'reopenReport' ? row.edition + 1 : row.edition,
  );
  // An example that is not within the report is found nowhere: then nothing is kept.
  const found = after?.values.examples ?? {};
  const strange = command.type === 'saveReport' ? examplesOf(command.content) : [];
  if (strange.some(({ matterId }) => found[String(matterId)] === undefined))
    return deny(refuse('report-matter-unknown'));
  const state = await findReport(tx, actor.jurisdictionId, id);
  return { ok: true, body: { id, version: version + 1, state: state?.state ?? row.state } } as const;
};
