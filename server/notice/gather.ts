/** Makes messages of what is due on a channel: one a person, with all that waits for him; an urgent notice alone. */
import { randomUUID } from 'node:crypto';
import type { ChannelKind } from '#contract/channel-fields.ts';
import type { Db, Tx } from '../platform/db/database.ts';
import { composeMessage } from './compose-message.ts';
import {
  dropQueued,
  insertMessages,
  lockQueued,
  type NewMessage,
  type QueuedNotice,
} from './outbox.store.ts';
import { findPlace, findRecipients, readNotices, type Recipient, type Sight } from './recipient.views.ts';

export type GatherDeps = {
  readonly db: Db;
  readonly sight: Sight;
  readonly publicUrl: string | null;
};

/** More than anybody reads in one mail; the rest follows in the next. */
const mostInOne = 50;
const peopleAtOnce = 60;

const groupsOf = (queued: readonly QueuedNotice[]): readonly (readonly QueuedNotice[])[] => {
  const ordinary = queued.filter((one) => !one.urgent);
  const groups: (readonly QueuedNotice[])[] = queued.filter((one) => one.urgent).map((one) => [one]);
  for (let from = 0; from < ordinary.length; from += mostInOne)
    groups.push(ordinary.slice(from, from + mostInOne));
  return groups;
};

/** Why somebody is not told by this channel after all; null: he is. */
export const objection = (kind: ChannelKind, recipient: Recipient, urgent: boolean): string | null => {
  if (!recipient.active) return 'closed';
  if (kind === 'webhook') return null;
  return recipient.wants !== null && (urgent ? recipient.wants.urgent : recipient.wants.ordinary)
    ? null
    : 'off';
};

const byPerson = (queued: readonly QueuedNotice[]): ReadonlyMap<number, QueuedNotice[]> => {
  const map = new Map<number, QueuedNotice[]>();
  for (const one of queued) map.set(one.personId, [...(map.get(one.personId) ?? []), one]);
  return map;
};

const gatherPerson = async (
  tx: Tx,
  deps: GatherDeps,
  given: {
    readonly kind: ChannelKind;
    readonly recipient: Recipient;
    readonly queued: readonly QueuedNotice[];
    readonly place: { readonly name: string; readonly nameEn: string };
  },
): Promise<readonly NewMessage[]> => {
  const { kind, recipient, queued, place } = given;
  const { actor } = recipient;
  const dropped = queued.filter((one) => objection(kind, recipient, one.urgent) !== null);
  await dropQueued(
    tx,
    actor.jurisdictionId,
    dropped.map((one) => one.deliveryId),
    recipient.active ? 'off' : 'closed',
  );
  const wanted = queued.filter((one) => objection(kind, recipient, one.urgent) === null);
  if (wanted.length === 0) return [];
  const noticeIds = wanted.map((one) => one.noticeId);
  const notices = await readNotices(tx, actor, noticeIds, deps.sight);
  return groupsOf(wanted).map((group) => {
    const ids = new Set(group.map((one) => one.noticeId));
    const own = notices.filter(({ id }) => ids.has(id));
    return {
      id: `msg_${randomUUID()}`,
      kind,
      content: composeMessage(recipient, own, group[0]?.urgent === true, {
        place,
        publicUrl: deps.publicUrl,
      }),
      deliveryIds: group.map((one) => one.deliveryId),
    };
  });
};

/** One batch; answers with how many deliveries it took up, 0 when there is nothing or another worker is at it. */
export const gather = (deps: GatherDeps, j: number, kind: ChannelKind): Promise<number> =>
  deps.db.write(j, async (tx) => {
    const queued = await lockQueued(tx, j, kind, peopleAtOnce);
    if (queued.length === 0) return { keep: true, value: 0 };
    const people = byPerson(queued);
    const recipients = await findRecipients(tx, j, kind, [...people.keys()]);
    const place = await findPlace(tx, j);
    const messages: NewMessage[] = [];
    for (const [personId, own] of people) {
      const recipient = recipients.get(personId);
      if (recipient === undefined) throw new Error('A delivery for nobody');
      messages.push(...(await gatherPerson(tx, deps, { kind, recipient, queued: own, place })));
    }
    await insertMessages(tx, j, messages);
    return { keep: true, value: queued.length };
  });
