import * as calendar from '#contract/due-calendar.ts';
import * as endpoints from '#contract/see.ts';
import { reminderLines } from '#contract/reminder.ts';
import { workbench } from '#contract/workbench.ts';
import type { CaseDoor } from '../case/door.ts';
import { answer } from '../platform/answer.ts';
import { type Route, route } from '../platform/route.ts';
import { viewBoard } from './board.views.ts';
import { viewCalendar } from './calendar.views.ts';
import { checkCalendarSpan, checkDueRange } from './check-days.ts';
import { exportRows, type WriteExport } from './export-ledger.ts';
import { viewLedger } from './ledger.views.ts';
import { deleteView, markRead, saveView } from './notice.store.ts';
import { viewNotices, viewSavedViews } from './notice.views.ts';
import { viewOverview } from './overview.views.ts';
import { viewReference } from './reference.views.ts';
import { viewReminderLines } from './reminder.views.ts';
import { viewWorkbench } from './workbench.views.ts';

export const seeRoutes = (door: CaseDoor, write: WriteExport): readonly Route[] => [
  route(endpoints.ledger, async ({ tx, actor, at, query }) => {
    const reversed = checkDueRange(query);
    if (reversed !== null) return reversed;
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return answer((await viewLedger(tx, house, actor, at.date, query)) as never);
  }),
  route(endpoints.exportLedger, async ({ tx, actor, at, query, language }) => {
    const reversed = checkDueRange(query);
    if (reversed !== null) return reversed;
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return exportRows(tx, house, actor, at, query, language, write);
  }),
  route(workbench, async ({ tx, actor, at, params, query }) => {
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return answer(await viewWorkbench(tx, house, actor, at.date, params.list, query));
  }),
  route(endpoints.overview, async ({ tx, actor, at, query }) => {
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return answer(await viewOverview(tx, house, actor, at, query));
  }),
  route(calendar.dueCalendar, async ({ tx, actor, at, query }) => {
    const wrong = checkCalendarSpan(query);
    if (wrong !== null) return wrong;
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return answer(await viewCalendar(tx, house, actor, at, query));
  }),
  route(calendar.board, async ({ tx, actor, at, query }) => {
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return answer(await viewBoard(tx, house, actor, at, query));
  }),
  route(endpoints.savedViews, async ({ tx, actor, params }) =>
    answer(await viewSavedViews(tx, actor, params.list)),
  ),
  route(endpoints.saveView, async ({ tx, actor, params, body }) =>
    answer({ id: await saveView(tx, actor, params.list, body) }),
  ),
  route(endpoints.deleteView, async ({ tx, actor, params }) => {
    await deleteView(tx, actor, params.viewId);
    return answer(undefined);
  }),
  route(endpoints.notices, async ({ tx, actor, query }) =>
    answer(await viewNotices(tx, actor, query.cursor)),
  ),
  route(endpoints.readNotices, async ({ tx, actor, at, body }) => {
    await markRead(tx, actor, body.upTo, at.instant);
    return answer(undefined);
  }),
  route(reminderLines, async ({ tx, actor, at, params, query }) => {
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return answer(await viewReminderLines(tx, house, actor, at.date, params.runId, query.cursor));
  }),
  route(endpoints.reference, async ({ tx, actor, at }) => {
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return answer(await viewReference(tx, house, actor, at.date));
  }),
];
