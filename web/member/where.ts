/** Where a matter is, in one sentence that a proposer understands without knowing the procedure. */
import { memberMessages } from '#contract/messages/member.ts';
import { type Owed, standingStill } from '#contract/why-date.ts';
import { dayOf } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { shortDate } from './dates.ts';

const t = texts(memberMessages);

export type Place = {
  readonly stage:
    | 'filed'
    | 'assigned'
    | 'handling'
    | 'replied'
    | 'rated'
    | 'rehandling'
    | 'closed'
    | 'withdrawn'
    | 'merged';
  /** The units in words; empty: none yet. */
  readonly unit: string;
  readonly owed: Owed | null;
  /** The clock stands still; a list says so without the date that it stands at. */
  readonly paused?: boolean;
  /** Replies that wait for this proposer's rating. */
  readonly toRate: number;
};

const stageParts = ({ stage, unit: given, toRate }: Place): string[] => {
  const unit = given === '' ? t('where.someUnit') : given;
  if (toRate > 0) return [toRate === 1 ? t('where.toRate.one') : t('where.toRate.many', { count: toRate })];
  switch (stage) {
    case 'assigned':
    case 'handling':
    case 'rehandling':
      return [t(`where.${stage}`, { unit })];
    case 'replied':
      return [t('where.replied', { unit }), t('where.replied.others')];
    case 'filed':
    case 'rated':
    case 'closed':
    case 'withdrawn':
    case 'merged':
      return [t(`where.${stage}`)];
    default: {
      const forgotten: never = stage;
      return forgotten;
    }
  }
};

/** "还有 12 个工作日", "今天到期", "已超过 3 个工作日". */
export const leftInWords = (
  { state, workdaysLeft, date }: Pick<Owed, 'state' | 'workdaysLeft' | 'date'>,
  today: string = dayOf(new Date().toISOString()),
): string => {
  // Only days off have passed since the date.
  if (state === 'overdue' && workdaysLeft === 0) return t('where.justLate');
  if (state === 'overdue') return t('where.late', { count: Math.abs(workdaysLeft) });
  // None remains on the last day, and also before a last day that is a day off.
  return workdaysLeft === 0 && date === today ? t('where.today') : t('where.left', { count: workdaysLeft });
};

/** "余 30 日": what a clock that stands still was stopped with; empty where a list does not say it. */
export const keptInWords = (owed: Owed): string => {
  const left = standingStill(owed)?.left;
  return left === undefined
    ? ''
    : t(left.unit === 'workday' ? 'where.paused.leftWorkdays' : 'where.paused.leftDays', {
        count: left.count,
      });
};

const pausedParts = ({ owed, paused = false }: Place): string[] => {
  if (owed?.state === 'paused') return [t('where.paused'), keptInWords(owed)].filter((part) => part !== '');
  return paused ? [t('where.paused')] : [];
};

const isRunning = (state: Owed['state']): boolean =>
  state === 'ample' || state === 'soon' || state === 'urgent' || state === 'overdue';

const dueParts = (owed: Owed | null, today: string | undefined): string[] => {
  if (owed === null || !isRunning(owed.state)) return [];
  const date = shortDate(owed.date, today);
  switch (owed.duty) {
    case 'assign':
    case 'rehandle':
    case 'reply':
      return [t(`where.due.${owed.duty}`, { date }), leftInWords(owed, today)];
    default:
      return [];
  }
};

/** "已交办给市交通运输局，等待签收，答复期限 5月27日，还有 12 个工作日。" `today`: `YYYY-MM-DD`, for the year. */
export const whereIs = (place: Place, today?: string): string =>
  [...stageParts(place), ...pausedParts(place), ...dueParts(place.owed, today)].join(t('where.comma')) +
  t('where.stop');
