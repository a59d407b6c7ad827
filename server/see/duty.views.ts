/** What counts as which kind of duty, in SQL: the overview counts by it and the ledger opens to the same rows. */
import type { dutyKinds, owedByUnits } from '#contract/see.ts';
import { type OwnerTrace, ownerlessDays } from '#core/assignment/ownerless.ts';
import { addWorkdays } from '#core/clock/calendar.ts';
import type { LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';

export type DutyKind = (typeof dutyKinds)[number];

/** A duty `a` of that kind; whether its matter counts is said by `dutyMatter`. */
export const dutyOf = (kind: DutyKind): RawBuilder<unknown> => {
  switch (kind) {
    case 'answering':
      return sql`a.live and a.role <> 'assist'`;
    case 'unsigned':
      return sql`a.live and a.role <> 'assist' and a.state = 'assigned'`;
    case 'open':
      return sql`a.live and a.role <> 'assist' and a.state in ('signed', 'rehandling', 'handBackRequested')`;
    case 'answered':
      return sql`a.live and a.role <> 'assist' and a.state = 'answered'`;
    case 'assisting':
      return sql`a.live and a.role = 'assist'`;
    case 'toDecide':
      return sql`a.hand_back_requested_on is not null and a.state = 'handBackRequested'`;
    case 'handedBack':
      return sql`a.hand_back_requested_on is not null and a.state = 'handedBack'`;
    default: {
      const forgotten: never = kind;
      return forgotten;
    }
  }
};

/** A live duty `a` on which that is owed. */
export const owes = (kind: (typeof owedByUnits)[number]): RawBuilder<unknown> =>
  sql`a.live and a.owed = ${kind}`;

/** The end of a matter stops every clock (law 9). */
export const matterRuns = sql`m.stage not in ('closed', 'withdrawn', 'merged')`;

/** Which matters `m` count for a kind of duty: a withdrawn one for none, a closed one has nothing to be decided. */
export const dutyMatter = (kind: DutyKind): RawBuilder<unknown> =>
  kind === 'toDecide' ? matterRuns : sql`m.stage <> 'withdrawn'`;

/** On matter `m`: no unit has it in hand now. The same as an open span of core/assignment/ownerless.ts. */
export const ownerlessNow = (j: number): RawBuilder<unknown> =>
  sql`${matterRuns} and m.id in (select a.matter_id from assignment a
    where a.jurisdiction_id = ${j} and a.hand_back_requested_on is not null and a.role <> 'assist'
      and (a.state = 'handBackRequested' or (a.state = 'handedBack' and not exists (
        select 1 from assignment b where b.jurisdiction_id = a.jurisdiction_id and b.matter_id = a.matter_id
          and b.id <> a.id and b.role <> 'assist' and b.assigned_on >= a.ended_on and b.signed_on is not null))))`;

/** All duties on matter `m`, the ended ones included; null where nothing was ever handed back. */
export const handBackTrace = sql`
  case when exists (select 1 from assignment h where h.jurisdiction_id = m.jurisdiction_id and h.matter_id = m.id
      and h.hand_back_requested_on is not null)
    then (select json_agg(json_build_object('id', h.id, 'role', h.role, 'state', h.state, 'assignedOn', h.assigned_on,
        'signedOn', h.signed_on, 'endedOn', h.ended_on,
        'handBack', case when h.hand_back_requested_on is not null then
          json_build_object('requestedOn', h.hand_back_requested_on, 'decidedOn', h.hand_back_decided_on) end))
      from assignment h where h.jurisdiction_id = m.jurisdiction_id and h.matter_id = m.id) end`;

/** Days without an owner up to `until`, as core counts them. */
export const daysWithoutOwner = (trace: readonly OwnerTrace[] | null, until: LocalDate): number =>
  trace === null ? 0 : ownerlessDays(trace, until);

/** The first days of the lights: urgent lasts until before `urgentUntil`, soon until before `soonUntil` (law 7). */
export const lightsOn = (today: LocalDate, { ruleset, calendar }: House) => ({
  today,
  urgentUntil: addWorkdays(today, ruleset.lights.urgent + 1, calendar).date,
  soonUntil: addWorkdays(today, ruleset.lights.soon + 1, calendar).date,
});
export type LightDays = ReturnType<typeof lightsOn>;

/** The light of a date column, null without a date: one `case` for counting. */
export const lightOf = (column: RawBuilder<unknown>, days: LightDays): RawBuilder<unknown> =>
  sql`case when ${column} >= 'infinity'::date then null when ${column} < ${days.today}::date then 'overdue'
    when ${column} < ${days.urgentUntil}::date then 'urgent' when ${column} < ${days.soonUntil}::date then 'soon'
    else 'ample' end`;

/** The days from `from` to `to`, both included, of a date column; never what has no date. */
export const inDays = (
  column: RawBuilder<unknown>,
  from: LocalDate | undefined,
  to: LocalDate | undefined,
): readonly RawBuilder<unknown>[] => [
  ...(from === undefined ? [] : [sql`${column} >= ${from}::date`]),
  ...(to === undefined ? [sql`${column} < 'infinity'::date`] : [sql`${column} <= ${to}::date`]),
];

/** The dates between which a light burns: a range of an index, for finding. */
export const inLight = (
  light: 'overdue' | 'urgent' | 'soon' | 'ample',
  column: RawBuilder<unknown>,
  { today, urgentUntil, soonUntil }: LightDays,
): RawBuilder<unknown> => {
  switch (light) {
    case 'overdue':
      return sql`${column} < ${today}::date`;
    case 'urgent':
      return sql`${column} >= ${today}::date and ${column} < ${urgentUntil}::date`;
    case 'soon':
      return sql`${column} >= ${urgentUntil}::date and ${column} < ${soonUntil}::date`;
    case 'ample':
      return sql`${column} >= ${soonUntil}::date and ${column} < 'infinity'::date`;
    default: {
      const forgotten: never = light;
      return forgotten;
    }
  }
};
