import { count, moment } from '#web/shared/format.ts';
import { Progress } from 'antd';
import { type CalendarPage, t } from './calendar-texts.ts';
import setup from './setup.module.css';

/** How far the stored due dates have been brought into line with another calendar or ruleset. */
export const RecomputeState = ({ recompute }: Pick<CalendarPage, 'recompute'>) => {
  if (recompute === null) return null;
  const { state, done, total, movedMatters, movedDuties, finishedAt } = recompute;
  if (state === 'running')
    return (
      <div role="status">
        {t('calendar.recompute.running', { done: count(done), total: count(total) })}
        <Progress
          percent={total === 0 ? 0 : Math.round((done / total) * 100)}
          aria-label={t('calendar.moves.title')}
        />
      </div>
    );
  return (
    <p className={setup.quiet} role="status">
      {t('calendar.recompute.done', {
        matters: count(movedMatters),
        duties: count(movedDuties),
        at: finishedAt === null ? '' : moment(finishedAt),
      })}
    </p>
  );
};
