import * as endpoints from '#contract/calendar.ts';
import { parseHolidayNotice } from '#core/clock/parse-holiday-notice.ts';
import { readHouse } from '../case/house.store.ts';
import { answer, no } from '../platform/answer.ts';
import { type Route, route } from '../platform/route.ts';
import type { WritableSheet } from '../platform/workbook/write-workbook.ts';
import { applyProposal } from './apply-calendar.ts';
import { findProposal } from './calendar.store.ts';
import { countMoves, viewMoves } from './calendar.views.ts';
import { movesSheet } from './moves-sheet.ts';
import { type Act, keepProposal, type Proposed, proposeRegional, proposeYear } from './propose-calendar.ts';
import { readCalendarFile } from './read-source.ts';
import { rulesetRoutes } from './ruleset.routes.ts';
import { viewCalendar, viewProposal } from './view-calendar.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const pageSize = 50;
/** Most rows of one workbook: what opens on an old office PC. */
const exportReach = 50_000;

const kept = async (act: Act, proposed: Proposed, origin: string) => {
  const j = act.actor.jurisdictionId;
  const proposal = await findProposal(act.tx, j, await keepProposal(act, proposed, origin));
  return proposal === null ? no('not-found') : answer(await viewProposal(act.tx, j, proposal));
};

const proposing: readonly Route[] = [
  route(endpoints.proposeCalendar, async (scene) => {
    const { tx, actor, at, body } = scene;
    const house = await readHouse(tx, actor.jurisdictionId);
    const proposed =
      body.kind === 'regional'
        ? proposeRegional(house, body.days)
        : proposeYear(house, parseHolidayNotice(body.text, body.year), '', at);
    return kept(scene, proposed, '');
  }),
  route(endpoints.proposeCalendarFile, async (scene) => {
    const { tx, actor, at, upload, query } = scene;
    if (upload === null) return no('field-empty', { field: 'file' }, 'file');
    const source = await readCalendarFile(upload, query.year ?? null);
    if (!source.ok) return source;
    const name = upload.name.slice(-200);
    return kept(scene, proposeYear(await readHouse(tx, actor.jurisdictionId), source.read, name, at), name);
  }),
];

const looking = (
  writeWorkbook: (sheets: readonly WritableSheet[]) => Promise<Uint8Array>,
): readonly Route[] => [
  route(endpoints.workCalendar, async ({ tx, actor, at, query }) =>
    answer(await viewCalendar(tx, actor, at, query.year)),
  ),
  route(endpoints.getCalendarProposal, async ({ tx, actor, params }) => {
    const proposal = await findProposal(tx, actor.jurisdictionId, params.proposalId);
    return proposal === null
      ? no('not-found')
      : answer(await viewProposal(tx, actor.jurisdictionId, proposal));
  }),
  route(endpoints.calendarMoves, async ({ tx, actor, params, query }) => {
    const j = actor.jurisdictionId;
    const after = Number(query.cursor ?? '0');
    if (!Number.isSafeInteger(after)) return no('field-invalid', { field: 'cursor' }, 'cursor');
    if ((await findProposal(tx, j, params.proposalId)) === null) return no('not-found');
    const rows = await viewMoves(tx, j, params.proposalId, after, pageSize + 1);
    const items = rows.slice(0, pageSize);
    return answer({
      items,
      next: rows.length > pageSize ? String(items.at(-1)?.n ?? 0) : null,
      total: await countMoves(tx, j, params.proposalId),
    });
  }),
  route(endpoints.exportCalendarMoves, async ({ tx, actor, params, language, at }) => {
    const j = actor.jurisdictionId;
    if ((await findProposal(tx, j, params.proposalId)) === null) return no('not-found');
    const rows = await viewMoves(tx, j, params.proposalId, 0, exportReach + 1);
    if (rows.length > exportReach) return no('export-too-large', { most: exportReach });
    const sheet = movesSheet(rows, language);
    return answer({
      name: `${sheet.name}-${at.date}.xlsx`,
      mediaType: xlsx,
      bytes: await writeWorkbook([sheet]),
    });
  }),
];

export const calendarRoutes = (
  writeWorkbook: (sheets: readonly WritableSheet[]) => Promise<Uint8Array>,
): readonly Route[] => [
  ...looking(writeWorkbook),
  ...proposing,
  ...rulesetRoutes,
  route(endpoints.applyCalendar, async (scene) =>
    applyProposal(scene, { proposalId: scene.params.proposalId, note: scene.body.note }),
  ),
];
