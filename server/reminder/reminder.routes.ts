import { reminderLines } from '#contract/reminder.ts';
import type { CaseDoor } from '../case/door.ts';
import { answer } from '../platform/answer.ts';
import { type Route, route } from '../platform/route.ts';
import { viewReminderLines } from './reminder.views.ts';

export const reminderRoutes = (door: CaseDoor): readonly Route[] => [
  route(reminderLines, async ({ tx, actor, at, params, query }) => {
    const house = await door.houseOf(tx, actor.jurisdictionId);
    return answer(await viewReminderLines(tx, house, actor, at.date, params.runId, query.cursor));
  }),
];
