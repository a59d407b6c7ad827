/** The one way by which a notice comes to be: with it, in one statement, what is to leave by the person's channels. */
import { coverRoles } from '#core/absence/cover.ts';
import type { Instant } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import { sendAhead, type Tx } from '../platform/db/database.ts';
import { noticeSignal, outboxSignal } from '../platform/db/signals.ts';

/** A payload of NOTIFY ends at 8,000 bytes. */
const namesInOne = 400;

/**
 * Which people, of what: a select of `person_id bigint, kind text, matter_id bigint, data jsonb, urgent boolean,
 * not_before timestamptz` (null: may leave at once). One row makes one notice.
 */
export type Told = {
  readonly jurisdictionId: number;
  readonly at: Instant;
  readonly rows: RawBuilder<unknown>;
  /** Common table expressions that go before, for `rows` to select from; e.g. what the new notices replace. */
  readonly first?: readonly RawBuilder<unknown>[];
  /** Stand-ins who need not hear of it: it is their own doing. */
  readonly except?: readonly number[];
};

/** Units, sections taken for the unit to which they belong, of the grants `g` and `s`. */
const topOf = (grant: 'g' | 's') =>
  sql`(select coalesce(u.parent_id, u.id) from unit u
    where u.jurisdiction_id = ${sql.ref(`${grant}.jurisdiction_id`)} and u.id = ${sql.ref(`${grant}.unit_id`)})`;

/**
 * On delegation `d` and notice `n`: the stand-in carries a power of the absent person today (`coveredGrants` of
 * core/absence/cover.ts), and the matter is or was of the unit or office in which it has its effect. So also of a
 * farewell, which names its matter to who has no standing any more.
 */
const carries = sql`exists (
  select from role_grant g join role_grant s on s.jurisdiction_id = g.jurisdiction_id and s.person_id = d.to_person_id
  where g.jurisdiction_id = d.jurisdiction_id and g.person_id = d.person_id
    and g.role = any(${[...coverRoles]}::text[]) and s.role = any(${[...coverRoles]}::text[])
    and (d.agreed is null or exists (
      select from jsonb_to_recordset(d.agreed) as x(role text, "unitId" bigint, "organId" bigint)
      where x.role = g.role and x."unitId" is not distinct from g.unit_id and x."organId" is not distinct from g.organ_id))
    and case when g.unit_id is not null then ${topOf('s')} = ${topOf('g')}
      else s.role = g.role and s.organ_id is not distinct from g.organ_id end
    and (n.matter_id is null or case
      when g.unit_id is not null then exists (select from assignment a
        where a.jurisdiction_id = g.jurisdiction_id and a.matter_id = n.matter_id and a.unit_id = ${topOf('g')})
      when g.organ_id is not null then exists (select from matter m
        where m.jurisdiction_id = g.jurisdiction_id and m.id = n.matter_id and m.organ_id = g.organ_id)
      else true end))`;

/**
 * The same again for whoever stands in today for one of those told, unless he is told of it himself or it is nothing
 * that he could see in his name. What concerns a person as a proposer is his alone.
 */
const copies = (j: number, at: Instant, except: readonly number[]): RawBuilder<unknown> => sql`
  select d.to_person_id, n.kind, n.matter_id,
    coalesce(n.data, '{}') || jsonb_build_object('for', jsonb_build_object('id', a.id, 'name', a.name)), n.urgent, n.not_before
  from given n
  join delegation d on d.jurisdiction_id = ${j}::bigint and d.person_id = n.person_id and d.ended_at is null
    and (${at}::timestamptz at time zone 'Asia/Shanghai')::date between d.from_on and d.until_on
  join person a on a.jurisdiction_id = d.jurisdiction_id and a.id = d.person_id
  where d.to_person_id <> all(${[...except]}::bigint[]) and n.kind not like 'delegation%' and ${carries}
    and not exists (select from given o
      where o.person_id = d.to_person_id and o.kind = n.kind and o.matter_id = n.matter_id)
    and not exists (select from proposer p
      where p.jurisdiction_id = d.jurisdiction_id and p.matter_id = n.matter_id and p.person_id = n.person_id)`;

const statement = ({
  jurisdictionId: j,
  at,
  rows,
  first = [],
  except = [],
}: Told): RawBuilder<unknown> => sql`
  with ${first.length === 0 ? sql`` : sql`${sql.join(first)}, `}given as (${rows}), told as (
    insert into notice (jurisdiction_id, person_id, kind, matter_id, data, at, urgent, not_before)
    select ${j}::bigint, r.person_id, r.kind, r.matter_id, r.data, ${at}::timestamptz, r.urgent, r.not_before
    from (select person_id, kind, matter_id, data, urgent, not_before from given
      union all ${copies(j, at, except)}) r order by r.person_id
    returning id, person_id, urgent, not_before),
  queued as (
    insert into delivery (jurisdiction_id, notice_id, person_id, channel, urgent, not_before, ready_at)
    select ${j}::bigint, t.id, t.person_id, c.kind, t.urgent, coalesce(t.not_before, now()),
      case when t.urgent then coalesce(t.not_before, now())
        else greatest(t.not_before, now() + make_interval(mins => c.digest_minutes)) end
    from told t
    join channel c on c.jurisdiction_id = ${j} and c.enabled
    left join person_channel p on p.jurisdiction_id = c.jurisdiction_id and p.person_id = t.person_id and p.kind = c.kind
    where c.kind = 'webhook' or (case when t.urgent then p.urgent else p.ordinary end)
    returning 1),
  named as (
    select distinct person_id, (dense_rank() over (order by person_id) - 1) / ${namesInOne}::int as part from told)
  select pg_notify(${noticeSignal}, ${String(j)} || ':' || string_agg(person_id::text, ',')) from named group by part
  union all
  select pg_notify(${outboxSignal}, ${String(j)}) where exists (select from queued)`;

/** Writes the notices and queues their deliveries, ahead of the commit; nobody waits for it. */
export const tell = (tx: Tx, told: Told): void => sendAhead(tx, statement(told).compile(tx));

export type NewNotice = {
  readonly personId: number;
  /** A key of `notice.*` in the message tables. */
  readonly kind: string;
  readonly matterId: number | null;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Goes out alone and at once. */
  readonly urgent?: boolean;
  readonly notBefore?: Instant | null;
};

const asRow = (notice: NewNotice) => ({
  person_id: notice.personId,
  kind: notice.kind,
  matter_id: notice.matterId,
  data: notice.data ?? {},
  urgent: notice.urgent ?? false,
  not_before: notice.notBefore ?? null,
});

/** The same for a list, however long (a reminder run): one statement. An empty list does nothing. */
export const tellPeople = (
  tx: Tx,
  jurisdictionId: number,
  at: Instant,
  notices: readonly NewNotice[],
): void => {
  if (notices.length === 0) return;
  const rows = sql`select * from jsonb_to_recordset(${JSON.stringify(notices.map(asRow))}::jsonb)
    as one(person_id bigint, kind text, matter_id bigint, data jsonb, urgent boolean, not_before timestamptz)`;
  tell(tx, { jurisdictionId, at, rows });
};
