/** The one use case behind every command on a filed matter: load and lock, decide, write everything, or refuse. */
import { type Actor, standingsOnMatter } from '#core/access.ts';
import { act } from '#core/case/act.ts';
import type { CaseCommand, CaseFacts } from '#core/case/case-command.ts';
import type { CaseEvent } from '#core/case/case-event.ts';
import { type CaseFile, partiesOf } from '#core/case/case-file.ts';
import { touchesFigures } from '#core/figures/touches.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import type { Moment } from '#core/words.ts';
import { record, recordAfter } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import type { JournalHead } from '../platform/journal.ts';
import { handOf } from './hand.ts';
import { keepFacts } from './keep-facts.ts';
import { lockCase, type MatterRef } from './load-case.store.ts';
import type { HouseOf } from './house.ts';
import {
  type StoredIds,
  saveDuties,
  saveHearings,
  saveMatter,
  saveRatings,
  saveReplies,
} from './save-case.store.ts';
import { notify, traceEvents } from './trace.store.ts';

export type Done = {
  readonly matterId: number;
  readonly id: number;
  readonly version: number;
  readonly state: string;
  readonly stage: string;
};

export type Acted =
  | { readonly ok: true; readonly body: Done; readonly file: CaseFile; readonly events: readonly CaseEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

export type CaseOrder = {
  readonly matterId: MatterRef;
  readonly command: CaseCommand;
  /** The version that the person saw of the row he acts on; null where the command adds and cannot collide. */
  readonly version: number | null;
  /** What the decision needs beyond the file, loaded inside the same transaction. */
  readonly facts?: (file: CaseFile) => Promise<CaseFacts>;
  /** The same where it does not depend on the file: asked together with it. */
  readonly factsAhead?: () => Promise<CaseFacts>;
};

const targetVersion = (file: CaseFile, command: CaseCommand): number | undefined => {
  const find = <T extends { id: number; version: number }>(rows: readonly T[], id: number) =>
    rows.find((row) => row.id === id)?.version;
  switch (command.on) {
    case 'matter':
    case 'plan':
    case 'history':
      return file.matter.version;
    case 'assignment':
    case 'newReply':
    case 'opinion':
      return find(file.duties, command.id);
    case 'contact':
      return undefined;
    case 'reply':
      return find(file.replies, command.id);
    case 'rating':
      return find(file.ratings, command.id);
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};

const checkVersion = (file: CaseFile, order: CaseOrder): Refusal | null => {
  if (order.version === null) return null;
  const current = targetVersion(file, order.command);
  return current !== undefined && current !== order.version ? refuse('stale', { current }) : null;
};

/** The row a command was about, as its answer names it. */
const summarise = (file: CaseFile, command: CaseCommand, ids: StoredIds, matterVersion: number): Done => {
  const base = { matterId: file.matter.id, stage: file.matter.stage };
  const row = (
    kind: string,
    rows: readonly { id: number; version: number; state: string }[],
    id: number,
  ): Done => {
    const found = rows.find((one) => one.id === id);
    if (found === undefined) return { ...base, id: ids.get(`${kind}:${id}`) ?? id, version: 1, state: '' };
    const stored = ids.get(`${kind}:${id}`);
    return {
      ...base,
      id: stored ?? id,
      version: stored === undefined ? found.version + 1 : 1,
      state: found.state,
    };
  };
  switch (command.on) {
    case 'matter':
    case 'plan':
    case 'history':
      return { ...base, id: file.matter.id, version: matterVersion, state: file.matter.stage };
    case 'assignment':
    case 'opinion':
      return row('assignment', file.duties, command.id);
    case 'contact': {
      const added = file.contacts.find((contact) => contact.id < 0);
      return {
        ...base,
        id: added === undefined ? command.id : (ids.get(`contact:${added.id}`) ?? command.id),
        version: 1,
        state: '',
      };
    }
    case 'newReply': {
      const added = file.replies.find((reply) => reply.id < 0);
      return {
        ...base,
        id: added === undefined ? command.id : (ids.get(`reply:${added.id}`) ?? command.id),
        version: 1,
        state: 'draft',
      };
    }
    case 'reply':
      return row('reply', file.replies, command.id);
    case 'rating':
      return row('rating', file.ratings, command.id);
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};

/** Texts of drafts do not go into the journal, which more people read than may read a draft; their versions are kept. */
const forJournal = (events: readonly CaseEvent[], ids: StoredIds): unknown =>
  events.map((item) => {
    const stored = 'id' in item ? (ids.get(`${item.on}:${item.id}`) ?? item.id) : undefined;
    if (item.on === 'reply' && (item.event.type === 'replySaved' || item.event.type === 'replyStarted'))
      return { on: item.on, id: stored, event: { type: item.event.type } };
    return { ...item, ...(stored === undefined ? {} : { id: stored }) };
  });

const commandName = (command: CaseCommand): string => `${command.on}.${command.command.type}`;

/** Ids of rows that were new in a file, now that they are stored. */
const withStoredIds = (file: CaseFile, ids: StoredIds): CaseFile => {
  const stored = (kind: string, id: number): number => ids.get(`${kind}:${id}`) ?? id;
  return {
    ...file,
    duties: file.duties.map((duty) => ({ ...duty, id: stored('assignment', duty.id) })),
    contacts: file.contacts.map((one) => ({ ...one, id: stored('contact', one.id) })),
    opinions: file.opinions.map((one) => ({ ...one, id: stored('opinion', one.id) })),
    replies: file.replies.map((one) => ({ ...one, id: stored('reply', one.id) })),
    ratings: file.ratings.map((one) => ({ ...one, id: stored('rating', one.id) })),
  };
};

/**
 * Decides one command on a case file that the caller has loaded and locked, and writes what it comes to, the figures'
 * facts apart. Only rows that get their ids here are waited for; the other writes are on their way, and the commit
 * waits for them. `head`: of the matter's journal, where the caller has locked that as well.
 */
export const writeAct = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  before: CaseFile,
  command: CaseCommand,
  facts: CaseFacts,
  head: JournalHead | null = null,
): Promise<Acted> => {
  const outcome = act(before, command, { actor, at, facts });
  if (!outcome.ok) return outcome;
  const hand = handOf(actor, at);
  const after = outcome.file;
  const ids: StoredIds = new Map();
  const matterId = before.matter.id;
  if (outcome.events.length === 0)
    return { ok: true, body: summarise(after, command, ids, after.matter.version), file: after, events: [] };
  await saveDuties(tx, hand, before, after, ids);
  await saveReplies(tx, hand, before, after, ids);
  await saveRatings(tx, hand, before, after, ids);
  await saveHearings(tx, hand, before, after, ids);
  const plan = command.on === 'plan' ? { responsibleLeader: command.command.responsibleLeader } : {};
  saveMatter(tx, hand, before, after, plan);
  traceEvents(tx, hand, after, outcome.events, ids);
  const entry = {
    stream: `matter:${matterId}`,
    command: commandName(command),
    matterId,
    data: forJournal(outcome.events, ids),
  };
  if (head === null) await record(tx, actor, at, entry);
  else recordAfter(tx, head, actor, at, entry);
  notify(tx, hand, after, outcome.events);
  const body = summarise(after, command, ids, before.matter.version + 1);
  return { ok: true, body, file: withStoredIds(after, ids), events: outcome.events };
};

/** {@link writeAct}, and what it comes to in figures. */
const actOnFile = async (...given: Parameters<typeof writeAct>): Promise<Acted> => {
  const acted = await writeAct(...given);
  const [tx, actor] = given;
  if (acted.ok && acted.events.some(touchesFigures)) await keepFacts(tx, actor.jurisdictionId, [acted.file]);
  return acted;
};

/** Makes `actOnCase` for a composition root: `houseOf` knows each jurisdiction's ruleset and calendar. */
export const actOnCase =
  (houseOf: HouseOf) =>
  async (tx: Tx, actor: Actor, at: Moment, order: CaseOrder): Promise<Acted> => {
    const house = await houseOf(tx, actor.jurisdictionId);
    const [locked, ahead] = await Promise.all([
      lockCase(tx, house, actor.jurisdictionId, order.matterId),
      order.factsAhead?.(),
    ]);
    if (locked === null || standingsOnMatter(actor, partiesOf(locked.file)).size === 0)
      return { ok: false, refusal: refuse('not-found') };
    const { file, head } = locked;
    const stale = checkVersion(file, order);
    if (stale !== null) return { ok: false, refusal: stale };
    const facts = { ...ahead, ...(await order.facts?.(file)) };
    return actOnFile(tx, actor, at, file, order.command, facts, head);
  };
