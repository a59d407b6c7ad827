import type { ChannelKind, PersonalKind } from '#contract/channel-fields.ts';
import { sql } from 'kysely';
import type { MessageContent } from '../platform/channels/channel.ts';
import type { Tx } from '../platform/db/database.ts';
import { outboxSignal } from '../platform/db/signals.ts';

export type StoredChannel = {
  readonly enabled: boolean;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly version: number;
};

/** Locked, so that two administrators follow each other; version 0: nobody has set it up yet. */
export const lockChannel = async (tx: Tx, j: number, kind: ChannelKind): Promise<StoredChannel> => {
  const row = await tx
    .selectFrom('channel')
    .select(['enabled', 'settings', 'secrets', 'version'])
    .where('jurisdiction_id', '=', j)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined
    ? { enabled: false, settings: {}, secrets: {}, version: 0 }
    : {
        ...row,
        settings: row.settings as Record<string, string>,
        secrets: row.secrets as Record<string, string>,
      };
};

const wake = async (tx: Tx, j: number): Promise<void> => {
  await sql`select pg_notify(${outboxSignal}, ${String(j)})`.execute(tx);
};

/** Saves it, with a clean slate: what failed under the old settings says nothing about the new ones. */
export const saveChannel = async (
  tx: Tx,
  j: number,
  kind: ChannelKind,
  given: {
    readonly enabled: boolean;
    readonly settings: Readonly<Record<string, string>>;
    readonly secrets: Readonly<Record<string, string>>;
    readonly digestMinutes: number;
  },
): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    insert into channel (jurisdiction_id, kind, enabled, settings, secrets, digest_minutes)
    values (${j}, ${kind}, ${given.enabled}, ${JSON.stringify(given.settings)}::jsonb,
      ${JSON.stringify(given.secrets)}::jsonb, ${given.digestMinutes})
    on conflict (jurisdiction_id, kind) do update set enabled = excluded.enabled, settings = excluded.settings,
      secrets = excluded.secrets, digest_minutes = excluded.digest_minutes, version = channel.version + 1,
      faults = 0, fault = null, closed_until = null
    returning version`.execute(tx);
  await wake(tx, j);
  return rows[0]?.version ?? 0;
};

/** A test message of an administrator to an address of his choice. */
export const insertTest = async (
  tx: Tx,
  j: number,
  message: {
    readonly id: string;
    readonly kind: ChannelKind;
    readonly content: MessageContent;
    readonly toSealed: string;
  },
): Promise<void> => {
  const { id, kind, content, toSealed } = message;
  await sql`
    insert into channel_message (jurisdiction_id, id, channel, person_id, urgent, test, to_sealed, notices, content)
    values (${j}, ${id}, ${kind}, ${content.person.id}, true, true, ${toSealed}, 0, ${JSON.stringify(content)}::jsonb)`.execute(
    tx,
  );
  // A test is tried now, whatever state the channel is in.
  await sql`update channel set closed_until = null where jurisdiction_id = ${j} and kind = ${kind}`.execute(
    tx,
  );
  await wake(tx, j);
};

export type DeadMessage = {
  readonly channel: ChannelKind;
  readonly personId: number;
  readonly urgent: boolean;
  readonly test: boolean;
  readonly content: MessageContent;
  readonly noticeIds: readonly number[];
};

/** A message that was given up, held; null: there is none. */
export const lockDead = async (tx: Tx, j: number, id: string): Promise<DeadMessage | null> => {
  const { rows } = await sql<DeadMessage>`
    select m.channel, m.person_id as "personId", m.urgent, m.test, m.content,
      (select coalesce(json_agg(d.notice_id order by d.notice_id), '[]') from delivery d
        where d.jurisdiction_id = m.jurisdiction_id and d.message_id = m.id) as "noticeIds"
    from channel_message m
    where m.jurisdiction_id = ${j} and m.id = ${id} and m.state = 'dead' and m.content is not null for update`.execute(
    tx,
  );
  return rows[0] ?? null;
};

/** Puts a new message in the place of a dead one, with those of its notices that are still somebody's. */
export const renewMessage = async (
  tx: Tx,
  j: number,
  oldId: string,
  {
    id,
    content,
    noticeIds,
  }: { readonly id: string; readonly content: MessageContent; readonly noticeIds: readonly number[] },
): Promise<void> => {
  await sql`
    insert into channel_message (jurisdiction_id, id, channel, person_id, urgent, notices, content, state)
    select jurisdiction_id, ${id}, channel, person_id, urgent, ${noticeIds.length}, ${JSON.stringify(content)}::jsonb, 'dead'
    from channel_message where jurisdiction_id = ${j} and id = ${oldId}`.execute(tx);
  await sql`
    update delivery set message_id = ${id}
    where jurisdiction_id = ${j} and message_id = ${oldId} and notice_id = any(${[...noticeIds]}::bigint[])`.execute(
    tx,
  );
  await sql`
    update channel_message set state = 'dropped', reason = 'renewed', content = null
    where jurisdiction_id = ${j} and id = ${oldId}`.execute(tx);
};

/** Queues a dead message again, from the first attempt on. */
export const requeue = async (tx: Tx, j: number, id: string, kind: ChannelKind): Promise<void> => {
  await sql`
    update channel_message set state = 'waiting', attempts = 0, due_at = now(), made_at = now(), ended_at = null
    where jurisdiction_id = ${j} and id = ${id}`.execute(tx);
  await sql`update channel set closed_until = null where jurisdiction_id = ${j} and kind = ${kind}`.execute(
    tx,
  );
  await wake(tx, j);
};

/** Empty address: the person is no longer told by this channel. */
export const saveOwnChannel = async (
  tx: Tx,
  j: number,
  own: {
    readonly personId: number;
    readonly kind: PersonalKind;
    readonly addressSealed: string | null;
    readonly ordinary: boolean;
    readonly urgent: boolean;
  },
): Promise<void> => {
  const { personId, kind, addressSealed, ordinary, urgent } = own;
  if (addressSealed === null) {
    await tx
      .deleteFrom('person_channel')
      .where('jurisdiction_id', '=', j)
      .where('person_id', '=', personId)
      .where('kind', '=', kind)
      .execute();
    return;
  }
  const values = { address_sealed: addressSealed, ordinary, urgent };
  await tx
    .insertInto('person_channel')
    .values({ jurisdiction_id: j, person_id: personId, kind, ...values })
    .onConflict((on) => on.columns(['jurisdiction_id', 'person_id', 'kind']).doUpdateSet(values))
    .execute();
};
