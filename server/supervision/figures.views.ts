/** Supervision in figures: each counts exactly the rows that its list shows under the filter it opens to (law 2). */
import type { Actor } from '#core/access.ts';
import { urgeLevels } from '#core/supervision/urge.ts';
import { supervisionActKinds } from '#core/supervision/supervision-act.ts';
import type { LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { actCondition, type ActFilter } from './act.views.ts';
import { noticeCondition, type NoticeFilter } from './notice.views.ts';
import { urgeCondition, type UrgeFilter } from './urge.views.ts';

type Period = { readonly year?: number | undefined; readonly organId?: number | undefined };

type Wanted =
  | { readonly key: string; readonly list: 'acts'; readonly filter: ActFilter }
  | { readonly key: string; readonly list: 'urges'; readonly filter: UrgeFilter }
  | { readonly key: string; readonly list: 'notices'; readonly filter: NoticeFilter };

const wanted: readonly Wanted[] = [
  ...supervisionActKinds.map((kind) => ({ key: kind, list: 'acts', filter: { kind } }) as const),
  ...urgeLevels.map(
    (level) => ({ key: level, list: 'urges', filter: { level, state: 'standing' } }) as const,
  ),
  { key: 'unacknowledged', list: 'urges', filter: { state: 'sent' } },
  { key: 'openNotices', list: 'notices', filter: { state: 'open' } },
];

const countOf = (actor: Actor, one: Wanted, period: Period, today: LocalDate): RawBuilder<unknown> => {
  switch (one.list) {
    case 'acts':
      return sql`(select count(*)::int from supervision_act x where ${actCondition(actor, { ...one.filter, ...period })})`;
    case 'urges':
      return sql`(select count(*)::int from urge_slip x where ${urgeCondition(actor, { ...one.filter, ...period }, today)})`;
    case 'notices':
      return sql`(select count(*)::int from supervision_notice x where ${noticeCondition(actor, { ...one.filter, ...period }, today)})`;
    default: {
      const forgotten: never = one;
      return forgotten;
    }
  }
};

/** Units see no acts, and no figures of them. */
const seesActs = (actor: Actor): boolean =>
  actor.grants.some(
    ({ role, organId }) => role === 'supervisor' || role === 'city-leader' || organId !== undefined,
  );

export const viewSupervisionFigures = async (tx: Tx, actor: Actor, today: LocalDate, period: Period) => {
  const shown = wanted.filter(({ list }) => list !== 'acts' || seesActs(actor));
  const counts = shown.map((one) => countOf(actor, one, period, today));
  const { rows } = await sql<{ counts: number[] }>`
    select json_build_array(${sql.join(counts)}) as counts`.execute(tx);
  return {
    asOf: today,
    figures: shown.map(({ key, list, filter }, index) => ({
      key,
      list,
      count: rows[0]?.counts[index] ?? 0,
      opens: Object.fromEntries(
        Object.entries({ ...filter, ...period }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value)]],
        ),
      ),
    })),
  };
};
