import {
  type ChannelKind,
  channelKinds,
  type PersonalKind,
  personalKinds,
} from '#contract/channel-fields.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { usualPace } from './outbox.store.ts';

type ChannelRow = {
  kind: ChannelKind;
  enabled: boolean;
  settings: Record<string, string>;
  secrets: Record<string, string>;
  digestMinutes: number;
  version: number;
  faults: number;
  fault: string | null;
  closedUntil: string | null;
  closed: boolean;
  workedAt: string | null;
  waiting: number;
  dead: number;
};

const untouched = (kind: ChannelKind): ChannelRow => ({
  kind,
  enabled: false,
  settings: {},
  secrets: {},
  digestMinutes: 10,
  version: 0,
  faults: 0,
  fault: null,
  closedUntil: null,
  closed: false,
  workedAt: null,
  waiting: 0,
  dead: 0,
});

/** All channels, set up or not, with how they are; of secrets only whether they are set. */
export const viewChannels = async (tx: Tx, j: number) => {
  const { rows } = await sql<ChannelRow>`
    select c.kind, c.enabled, c.settings, c.secrets, c.digest_minutes as "digestMinutes", c.version, c.faults, c.fault,
      c.closed_until as "closedUntil", coalesce(c.closed_until > now(), false) as closed, c.worked_at as "workedAt",
      (select count(*) from delivery d where d.jurisdiction_id = ${j} and d.channel = c.kind and d.message_id is null
        and d.dropped is null)
      + (select coalesce(sum(m.notices), 0) from channel_message m where m.jurisdiction_id = ${j}
        and m.channel = c.kind and m.state = 'waiting') as waiting,
      (select count(*) from channel_message m where m.jurisdiction_id = ${j} and m.channel = c.kind
        and m.state = 'dead') as dead
    from channel c where c.jurisdiction_id = ${j}`.execute(tx);
  return channelKinds.map((kind) => {
    const { closed, faults, secrets, ...row } = rows.find((one) => one.kind === kind) ?? untouched(kind);
    const set = Object.fromEntries(Object.keys(secrets).map((name) => [name, true]));
    const circuit = closed ? 'closed' : faults > 0 ? 'failing' : 'working';
    return {
      ...row,
      closedUntil: closed ? row.closedUntil : null,
      secrets: set,
      circuit: circuit as 'closed' | 'failing' | 'working',
      waiting: Number(row.waiting),
      dead: Number(row.dead),
    };
  });
};

/** The last hundred that were given up, and tests whatever became of them. */
export const viewMessages = async (tx: Tx, j: number) => {
  const { rows } = await sql<{
    id: string;
    kind: ChannelKind;
    personId: number;
    name: string;
    test: boolean;
    notices: number;
    state: 'waiting' | 'sent' | 'dead' | 'dropped';
    reason: string | null;
    attempts: number;
    madeAt: string;
    endedAt: string | null;
  }>`
    select m.id, m.channel as kind, m.person_id as "personId", p.name, m.test, m.notices, m.state, m.reason, m.attempts,
      m.made_at as "madeAt", m.ended_at as "endedAt"
    from channel_message m join person p on p.jurisdiction_id = m.jurisdiction_id and p.id = m.person_id
    where m.jurisdiction_id = ${j} and (m.state = 'dead' or (m.test and m.made_at > now() - interval '1 day')
      or (m.state = 'waiting' and m.attempts >= ${usualPace.patience}))
    order by coalesce(m.ended_at, m.made_at) desc, m.id limit 100`.execute(tx);
  return rows.map(({ personId, name, ...row }) => ({ ...row, person: { id: personId, name } }));
};

/** The channels that the office has switched on, with what the person has chosen; the addresses still sealed. */
export const viewOwnChannels = async (tx: Tx, j: number, personId: number) => {
  const { rows } = await sql<{
    kind: PersonalKind;
    addressSealed: string | null;
    ordinary: boolean;
    urgent: boolean;
  }>`
    select c.kind, p.address_sealed as "addressSealed", coalesce(p.ordinary, false) as ordinary,
      coalesce(p.urgent, false) as urgent
    from channel c left join person_channel p on p.jurisdiction_id = ${j} and p.person_id = ${personId} and p.kind = c.kind
    where c.jurisdiction_id = ${j} and c.enabled and c.kind = any(${[...personalKinds]}::text[])`.execute(tx);
  return [...rows].sort((a, b) => personalKinds.indexOf(a.kind) - personalKinds.indexOf(b.kind));
};
