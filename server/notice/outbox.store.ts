/** The outbox in SQL. Every moment here is the database's own: workers with wrong clocks agree on what is due. */
import type { ChannelKind } from '#contract/channel-fields.ts';
import { type RawBuilder, sql } from 'kysely';
import type { MessageContent } from '../platform/channels/channel.ts';
import type { Tx } from '../platform/db/database.ts';

/** One channel of one jurisdiction, as the dispatcher finds it. */
export type Lane = {
  readonly kind: ChannelKind;
  readonly version: number;
  readonly settings: Readonly<Record<string, string>>;
  /** Sealed. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly faults: number;
  /** Milliseconds until there is something to do; 0: now; null: nothing is queued. */
  readonly waitMs: number | null;
};

const ms = (moment: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`ceil(extract(epoch from (${moment} - now())) * 1000)::float8`;

export const findLanes = async (tx: Tx, j: number): Promise<readonly Lane[]> => {
  const { rows } = await sql<Lane & { queued: boolean }>`
    select c.kind, c.version, c.settings, c.secrets, c.faults,
      ${ms(sql`greatest(c.closed_until, least(
        (select min(ready_at) from delivery d where d.jurisdiction_id = c.jurisdiction_id and d.channel = c.kind
          and d.message_id is null and d.dropped is null),
        (select min(greatest(m.due_at, m.claimed_until)) from channel_message m
          where m.jurisdiction_id = c.jurisdiction_id and m.channel = c.kind and m.state = 'waiting')))`)} as "waitMs",
      exists (select from delivery d where d.jurisdiction_id = c.jurisdiction_id and d.channel = c.kind
          and d.message_id is null and d.dropped is null)
        or exists (select from channel_message m where m.jurisdiction_id = c.jurisdiction_id and m.channel = c.kind
          and m.state = 'waiting') as queued
    from channel c where c.jurisdiction_id = ${j} and c.enabled`.execute(tx);
  return rows.map(({ queued, ...lane }) => ({
    ...lane,
    waitMs: queued ? Math.max(0, lane.waitMs ?? 0) : null,
  }));
};

export type QueuedNotice = {
  readonly deliveryId: number;
  readonly noticeId: number;
  readonly personId: number;
  readonly urgent: boolean;
};

/**
 * Locks what of a channel is due, person by person; once one ordinary notice of his is ready, all that wait go. Of several
 * workers one gathers at a time, so that one person's notices do not become two messages; the others get nothing.
 */
export const lockQueued = async (
  tx: Tx,
  j: number,
  kind: ChannelKind,
  mostPeople: number,
): Promise<readonly QueuedNotice[]> => {
  const key = `outbox ${j} ${kind}`;
  const lock = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${key}, 7106013)) as got`.execute(tx);
  if (lock.rows[0]?.got !== true) return [];
  const { rows } = await sql<QueuedNotice>`
    with people as (
      select person_id, bool_or(not urgent) as ordinary from (
        select person_id, urgent from delivery
        where jurisdiction_id = ${j} and channel = ${kind} and message_id is null and dropped is null and ready_at <= now()
        order by ready_at limit ${mostPeople * 20}) ready
      group by person_id limit ${mostPeople})
    select d.id as "deliveryId", d.notice_id as "noticeId", d.person_id as "personId", d.urgent
    from people p join delivery d on d.jurisdiction_id = ${j} and d.channel = ${kind} and d.person_id = p.person_id
    where d.message_id is null and d.dropped is null and d.not_before <= now()
      and (d.urgent or p.ordinary)
    order by d.person_id, d.notice_id limit 5000
    for update of d skip locked`.execute(tx);
  return rows;
};

export type NewMessage = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly content: MessageContent;
  readonly deliveryIds: readonly number[];
};

/** Fixes messages and ties the deliveries to them. */
export const insertMessages = async (tx: Tx, j: number, messages: readonly NewMessage[]): Promise<void> => {
  if (messages.length === 0) return;
  const rows = messages.map(({ id, kind, content }) => ({
    id,
    channel: kind,
    person_id: content.person.id,
    urgent: content.urgent,
    notices: content.items.length,
    content,
  }));
  await sql`
    insert into channel_message (jurisdiction_id, id, channel, person_id, urgent, notices, content)
    select ${j}::bigint, m.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as m(id text, channel text, person_id bigint, urgent boolean, notices int, content jsonb)`.execute(tx);
  const ties = messages.flatMap(({ id, deliveryIds }) =>
    deliveryIds.map((deliveryId) => ({ id, deliveryId })),
  );
  await sql`
    update delivery d set message_id = t.id
    from unnest(${ties.map((tie) => tie.deliveryId)}::bigint[], ${ties.map((tie) => tie.id)}::text[]) t (delivery_id, id)
    where d.jurisdiction_id = ${j} and d.id = t.delivery_id`.execute(tx);
};

/** Lets deliveries go that nobody wants any more. `reason`: `off` (the person), `closed` (the person is gone). */
export const dropQueued = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
  reason: string,
): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .updateTable('delivery')
    .set({ dropped: reason })
    .where('jurisdiction_id', '=', j)
    .where('id', 'in', [...ids])
    .execute();
};

export type Claimed = {
  readonly id: string;
  readonly claim: string;
  /** Sealed; null for a channel that has one receiver only, or where the person has taken his address back. */
  readonly toSealed: string | null;
  readonly active: boolean;
  readonly test: boolean;
  readonly content: MessageContent;
  readonly attempts: number;
  /** Some worker had it before. */
  readonly repeated: boolean;
};

/** Takes due messages for `leaseMs`; a worker that dies within it gives them back by dying. */
export const claimMessages = async (
  tx: Tx,
  given: { readonly j: number; readonly kind: ChannelKind; readonly most: number; readonly leaseMs: number },
): Promise<readonly Claimed[]> => {
  const { j, kind, most, leaseMs } = given;
  const claim = crypto.randomUUID();
  const { rows } = await sql<Claimed>`
    with due as (
      select id, claim is not null as repeated from channel_message
      where jurisdiction_id = ${j} and channel = ${kind} and state = 'waiting' and due_at <= now()
        and (claimed_until is null or claimed_until < now())
      order by urgent desc, due_at limit ${most} for update skip locked),
    taken as (
      update channel_message m set claim = ${claim}, claimed_until = now() + make_interval(secs => ${leaseMs / 1_000})
      from due where m.jurisdiction_id = ${j} and m.id = due.id
      returning m.*, due.repeated)
    select t.id, t.claim, coalesce(t.to_sealed, pc.address_sealed) as "toSealed", p.state = 'active' as active, t.test,
      t.content, t.attempts, t.repeated
    from taken t join person p on p.jurisdiction_id = ${j} and p.id = t.person_id
    left join person_channel pc on pc.jurisdiction_id = ${j} and pc.person_id = t.person_id and pc.kind = t.channel
    order by t.urgent desc, t.due_at`.execute(tx);
  return rows;
};

/** How long to wait and when to give up; in milliseconds and attempts. */
export type Pace = {
  /** After the first failure; doubled after each, with jitter, up to `longest`. */
  readonly first: number;
  readonly longest: number;
  readonly mostAttempts: number;
  /** Faults in a row after which a channel is left alone, and for how long: doubled, with jitter, up to `longestPause`. */
  readonly patience: number;
  readonly pause: number;
  readonly longestPause: number;
  /** Given up whatever happened. */
  readonly tooOldDays: number;
};

export const usualPace: Pace = {
  first: 10_000,
  longest: 3_600_000,
  mostAttempts: 10,
  patience: 3,
  pause: 30_000,
  longestPause: 600_000,
  tooOldDays: 7,
};

type Settled = { readonly j: number; readonly id: string; readonly claim: string };

/** Gone: also when the lease was over meanwhile, for what was sent was sent. */
export const markSent = async (tx: Tx, { j, id }: Settled): Promise<void> => {
  await sql`
    update channel_message set state = 'sent', content = null, to_sealed = null, reason = null, claimed_until = null,
      ended_at = now()
    where jurisdiction_id = ${j} and id = ${id} and state <> 'sent'`.execute(tx);
};

export const markEnded = async (
  tx: Tx,
  { j, id, claim }: Settled,
  state: 'dead' | 'dropped',
  reason: string,
): Promise<void> => {
  await sql`
    update channel_message set state = ${state}, reason = ${reason}, claimed_until = null, ended_at = now(),
      attempts = attempts + 1, content = case when ${state} = 'dead' then content end
    where jurisdiction_id = ${j} and id = ${id} and claim = ${claim} and state = 'waiting'`.execute(tx);
};

/**
 * Again later. A message is given up after its attempts, but not for what was the channel's fault: only once the
 * channel has worked for others since this message was made; and when it is too old for anybody.
 */
export const markFailed = async (
  tx: Tx,
  { j, id, claim }: Settled,
  failure: { readonly reason: string; readonly blame: 'channel' | 'message'; readonly afterMs: number },
  pace: Pace,
): Promise<void> => {
  const wait = sql`greatest(${failure.afterMs}::float8,
    least(${pace.first}::float8 * power(2, least(m.attempts, 20)), ${pace.longest}::float8) * (0.5 + random()))`;
  const over = sql`(m.attempts + 1 >= ${pace.mostAttempts} and (${failure.blame} = 'message' or exists (
      select from channel c where c.jurisdiction_id = m.jurisdiction_id and c.kind = m.channel and c.worked_at > m.made_at))
    or m.made_at < now() - make_interval(days => ${pace.tooOldDays}))`;
  await sql`
    update channel_message m set attempts = m.attempts + 1, reason = ${failure.reason}, claimed_until = null,
      due_at = now() + make_interval(secs => ${wait} / 1000),
      state = case when ${over} then 'dead' else 'waiting' end,
      ended_at = case when ${over} then now() end
    where jurisdiction_id = ${j} and id = ${id} and claim = ${claim} and state = 'waiting'`.execute(tx);
};

/** Gives back what was not tried. */
export const release = async (tx: Tx, { j, id, claim }: Settled): Promise<void> => {
  await sql`update channel_message set claimed_until = null
    where jurisdiction_id = ${j} and id = ${id} and claim = ${claim} and state = 'waiting'`.execute(tx);
};

/** The provider failed; after `patience` faults in a row the channel is closed for a while. */
export const noteFault = async (
  tx: Tx,
  j: number,
  kind: ChannelKind,
  reason: string,
  pace: Pace,
): Promise<void> => {
  await sql`
    update channel set faults = faults + 1, fault = ${reason},
      closed_until = case when faults + 1 >= ${pace.patience} then greatest(closed_until, now() + make_interval(secs =>
        least(${pace.pause}::float8 * power(2, least(faults + 1 - ${pace.patience}, 20)), ${pace.longestPause}::float8)
          * (0.75 + random() / 2) / 1000)) end
    where jurisdiction_id = ${j} and kind = ${kind}`.execute(tx);
};

/** The provider took a message. Coming back after faults, everything that waited for it is due again. */
export const noteWorked = async (tx: Tx, j: number, kind: ChannelKind, pace: Pace): Promise<void> => {
  await sql`
    with was as (
      select faults from channel where jurisdiction_id = ${j} and kind = ${kind}
        and (faults > 0 or worked_at is null or worked_at < now() - interval '20 seconds') for update),
    back as (
      update channel c set faults = 0, fault = null, closed_until = null, worked_at = now()
      from was where c.jurisdiction_id = ${j} and c.kind = ${kind}
      returning was.faults >= ${pace.patience} as recovered)
    update channel_message set due_at = now()
    where jurisdiction_id = ${j} and channel = ${kind} and state = 'waiting' and due_at > now()
      and exists (select from back where recovered)`.execute(tx);
};
