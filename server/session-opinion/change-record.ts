import type { Actor, Standing } from '#core/access.ts';
import { deny, refuse } from '#core/refusal.ts';
import type { OpinionClass } from '#core/session-opinion-rules.ts';
import {
  allowedOnRecord,
  decideRecord,
  evolveRecord,
  type SessionRecordCommand,
} from '#core/session-opinion/decide-record.ts';
import type {
  Piece,
  RecordContent,
  SessionRecord,
  SessionRecordEvent,
} from '#core/session-opinion/session-opinion.ts';
import type { Moment } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import { type Hand, handOf } from '../case/hand.ts';
import { tell } from '../case/trace.store.ts';
import { record as journal } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import { holdGroup } from './group.store.ts';
import { checkAll, insertOpinions } from './opinion.store.ts';
import { unitsAmong } from './opinion.views.ts';
import { insertRecord, moveRecord, proposersAmong, proposersNamed, saveContent } from './record.store.ts';
import { findRecord, type RecordRow, shownRecord } from './record.views.ts';
import { officeStandings, recordsFor } from './session-reach.views.ts';

type Scene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };

/** The offices, and the group's recorder, whom the tables call `handler`. */
const standingsOn = async (
  { tx, actor }: Scene,
  organId: number,
  groupId: number,
): Promise<ReadonlySet<Standing>> => {
  const found = new Set(officeStandings(actor, organId));
  if (await recordsFor(tx, actor, groupId)) found.add('handler');
  return found;
};

const recordOf = ({ state, heldOn, place, notes, pieces }: RecordRow): SessionRecord => ({
  state,
  heldOn,
  place,
  notes,
  pieces,
});

/** The journal keeps what is handed in; of a draft only that it was saved. */
const entryOf = (id: number, event: SessionRecordEvent) =>
  event.type === 'recordSaved'
    ? {
        on: 'sessionRecord',
        id,
        event: {
          type: event.type,
          characters: event.content.notes.length,
          pieces: event.content.pieces.length,
        },
      }
    : { on: 'sessionRecord', id, event };

const write = (scene: Scene, id: number, command: string, event: SessionRecordEvent) =>
  journal(scene.tx, scene.actor, scene.at, {
    stream: `session-record:${id}`,
    command: `sessionRecord.${command}`,
    matterId: null,
    data: [entryOf(id, event)],
  });

export const viewRecord = async (scene: Scene, id: number) => {
  const row = await findRecord(scene.tx, scene.actor, id, 'look');
  if (row === null) return null;
  const standings = await standingsOn(scene, row.organId, row.group.id);
  return {
    ...shownRecord(row),
    notes: row.notes,
    pieces: row.pieces.map((piece) => ({ ...piece, unitIds: [...piece.unitIds] })),
    allowedActions: [...allowedOnRecord(recordOf(row), { at: scene.at, standings })] as never,
  };
};

/** Begins a record for a group. `not-found`: no such group, or none of the actor's business. */
export const startRecord = async (scene: Scene, groupId: number, content: RecordContent) => {
  const { tx, actor, at } = scene;
  const group = await holdGroup(tx, actor.jurisdictionId, groupId);
  if (group === null) return deny(refuse('not-found'));
  const standings = await standingsOn(scene, group.organId, groupId);
  const decision = decideRecord({ type: 'startRecord', content }, null, { at, standings });
  if (!decision.ok) return decision.refusal.code === 'not-yours' ? deny(refuse('not-found')) : decision;
  const id = await insertRecord(tx, handOf(actor, at), group, content);
  for (const event of decision.events) await write(scene, id, 'startRecord', event);
  return { ok: true, body: { id, version: 1, state: 'draft' } } as const;
};

const bareName = (speaker: string): string => speaker.replace(/\s/gu, '').replace(/(?:代表|委员|同志)$/u, '');

/** Speakers who were only written down are found among the proposers where one alone can be meant. */
const withFacts = async (
  { tx, actor }: Scene,
  row: RecordRow,
  pieces: readonly Piece[],
  classes: readonly OpinionClass[],
): Promise<readonly Piece[]> => {
  const j = actor.jurisdictionId;
  const named = await proposersNamed(
    tx,
    j,
    pieces.map(({ speaker }) => bareName(speaker)),
  );
  const chosen = await proposersAmong(
    tx,
    j,
    pieces.flatMap(({ speakerId }) => speakerId ?? []),
  );
  const units = new Set(
    (
      await unitsAmong(
        tx,
        j,
        pieces.flatMap(({ unitIds }) => unitIds),
      )
    ).map(({ id }) => id),
  );
  const speakerOf = ({ speaker, speakerId }: Piece): number | null => {
    if (speakerId !== null && chosen.has(speakerId)) return speakerId;
    const alike = named.filter(({ name }) => name === bareName(speaker));
    const near = alike.filter(({ group }) => group === row.group.name);
    const [only] = alike.length === 1 ? alike : near;
    return only === undefined || (alike.length > 1 && near.length > 1) ? null : only.id;
  };
  const codes = classes.map(({ code }) => code);
  return pieces.map((piece) => ({
    ...piece,
    speaker: piece.speaker.trim().slice(0, 100),
    speakerId: speakerOf(piece),
    unitIds: piece.unitIds.filter((id) => units.has(id)),
    classCode: codes.includes(piece.classCode) ? piece.classCode : (codes.at(-1) ?? ''),
  }));
};

const take = async (
  scene: Scene,
  hand: Hand,
  row: RecordRow,
  event: SessionRecordEvent,
  classes: readonly OpinionClass[],
): Promise<void> => {
  const { tx, at } = scene;
  const j = hand.jurisdictionId;
  switch (event.type) {
    case 'recordStarted':
      return;
    case 'recordSaved':
      await saveContent(tx, hand, row.id, event.content);
      return;
    case 'recordDiscarded':
      await moveRecord(tx, hand, row.id, 'discarded');
      return;
    case 'recordChecked':
      await moveRecord(tx, hand, row.id, 'checked');
      await checkAll(tx, j, row.id);
      return;
    case 'recordSubmitted': {
      await moveRecord(tx, hand, row.id, 'submitted');
      const pieces = await withFacts(scene, row, event.pieces, classes);
      const { organId, sessionId, heldOn } = row;
      const place = { organId, sessionId, groupId: row.group.id, recordId: row.id, heldOn };
      const received = { state: 'received', receivedAt: at.instant, receivedOn: event.on } as const;
      await insertOpinions(
        tx,
        j,
        place,
        pieces.map((piece) => ({ ...piece, ...received })),
        1,
      );
      tell(tx, hand, null, [
        {
          kind: 'sessionRecordSubmitted',
          recipients: [{ to: 'organOffice', organId }, { to: 'supervisors' }],
        },
      ]);
      return;
    }
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

/** Every step of a record after its beginning. The record is held meanwhile. */
export const changeRecord = async (
  door: CaseDoor,
  scene: Scene & { readonly version: number },
  id: number,
  command: Exclude<SessionRecordCommand, { type: 'startRecord' }>,
) => {
  const { tx, actor, at, version } = scene;
  const row = await findRecord(tx, actor, id, 'hold');
  if (row === null) return deny(refuse('not-found'));
  if (row.version !== version) return deny(refuse('stale', { current: row.version }));
  const before = recordOf(row);
  const standings = await standingsOn(scene, row.organId, row.group.id);
  const decision = decideRecord(command, before, { at, standings });
  if (!decision.ok) return decision;
  const { ruleset } = await door.houseOf(tx, actor.jurisdictionId);
  const hand = handOf(actor, at);
  for (const event of decision.events) {
    await take(scene, hand, row, event, ruleset.sessionOpinions.classes);
    await write(scene, id, command.type, event);
  }
  const after = decision.events.reduce(evolveRecord, before);
  return { ok: true, body: { id, version: version + 1, state: after.state } } as const;
};
