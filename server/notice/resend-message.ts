/** Sending again what was given up: what it says now, to who is still to be told. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '#core/access.ts';
import { no } from '../platform/answer.ts';
import type { MessageContent } from '../platform/channels/channel.ts';
import type { Tx } from '../platform/db/database.ts';
import { composeMessage } from './compose-message.ts';
import * as store from './channel.store.ts';
import { objection } from './gather.ts';
import { findPlace, findRecipients, readNotices, type Sight } from './recipient.views.ts';

export type ResendDeps = { readonly sight: Sight; readonly publicUrl: string | null };

/**
 * What the message says now. Null: nothing, because its person has gone, wants no more of it, or stands to none of
 * its matters any more.
 */
const recompose = async (tx: Tx, { sight, publicUrl }: ResendDeps, j: number, dead: store.DeadMessage) => {
  const { channel, personId, urgent, noticeIds } = dead;
  const recipient = (await findRecipients(tx, j, channel, [personId])).get(personId);
  if (recipient === undefined || objection(channel, recipient, urgent) !== null) return null;
  const notices = (await readNotices(tx, recipient.actor, noticeIds, sight)).filter(({ gone }) => !gone);
  if (notices.length === 0) return null;
  const place = await findPlace(tx, j);
  const content = composeMessage(recipient, notices, urgent, { place, publicUrl });
  return { content, noticeIds: notices.map(({ id }) => id) };
};

/** What is read of it; the address of the app, of which its links are made, is the operator's and not the message's. */
const saying = ({ person, subject, items }: MessageContent) => ({
  person,
  subject,
  items: items.map(({ id, text, caseNo, title }) => ({ id, text, caseNo, title })),
});

/**
 * Queues a message that was given up again. What it would say now is composed anew: if that is what it said, it keeps
 * its id, by which a receiver drops a repeat; else it is a new message, for one id never has two contents (ADR 0011).
 * Answers with the id under which it goes. Refusals: `not-found`, `message-outdated` (nobody is to be told any more).
 */
export const resendMessage = async (
  deps: ResendDeps,
  { tx, actor }: { readonly tx: Tx; readonly actor: Actor },
  id: string,
) => {
  const j = actor.jurisdictionId;
  const dead = await store.lockDead(tx, j, id);
  if (dead === null) return no('not-found');
  const now = dead.test ? null : await recompose(tx, deps, j, dead);
  if (now === null && !dead.test) return no('message-outdated');
  const same = now === null || isDeepStrictEqual(saying(now.content), saying(dead.content));
  const sentAs = same ? id : `msg_${randomUUID()}`;
  if (now !== null && !same) await store.renewMessage(tx, j, id, { id: sentAs, ...now });
  await store.requeue(tx, j, sentAs, dead.channel);
  return { ok: true, body: { id: sentAs } } as const;
};
