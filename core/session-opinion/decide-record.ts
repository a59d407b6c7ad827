import type { Standing } from '../access.ts';
import { type AllowedAction, allowedActions, permit, type Unmet } from '../lifecycle.ts';
import { type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { Moment } from '../words.ts';
import { type SessionRecordAction, type SessionRecordNeed, sessionRecordLifecycle } from './lifecycle.ts';
import type { Piece, RecordContent, SessionRecord, SessionRecordEvent } from './session-opinion.ts';

export type SessionRecordCommand =
  | { readonly type: 'startRecord'; readonly content: RecordContent }
  | { readonly type: 'saveRecord'; readonly content: RecordContent }
  | { readonly type: 'submitRecord' }
  | { readonly type: 'discardRecord' }
  | { readonly type: 'checkRecord' };

export type SessionRecordContext = { readonly at: Moment; readonly standings: ReadonlySet<Standing> };

/** Most characters of one record's notes, of one opinion, and most opinions of one record. */
export const recordLimits = {
  notes: 100_000,
  opinion: 5_000,
  pieces: 300,
  speaker: 100,
  place: 200,
} as const;

/** The pieces that become opinions. */
const keptPieces = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter(({ dropped, text }) => !dropped && text.trim() !== '');

const unmet =
  (record: SessionRecord | null, { at }: SessionRecordContext): Unmet<SessionRecordNeed> =>
  (need): Refusal | null => {
    switch (need) {
      case 'somethingSaid':
        return record !== null && keptPieces(record.pieces).length === 0
          ? refuse('session-record-empty')
          : null;
      case 'heldByToday':
        return record !== null && record.heldOn > at.date
          ? refuse('session-day-future', { date: record.heldOn }, 'heldOn')
          : null;
      default: {
        const forgotten: never = need;
        return forgotten;
      }
    }
  };

const ask = (record: SessionRecord | null, context: SessionRecordContext) => ({
  state: record?.state ?? ('unwritten' as const),
  standings: context.standings,
  unmet: unmet(record, context),
});

export const allowedOnRecord = (
  record: SessionRecord | null,
  context: SessionRecordContext,
): readonly AllowedAction<SessionRecordAction>[] =>
  allowedActions(sessionRecordLifecycle, ask(record, context));

const checkContent = ({ notes, place, pieces }: RecordContent): Refusal | null =>
  firstRefusal(
    notes.length > recordLimits.notes
      ? refuse('field-too-long', { field: 'notes', max: recordLimits.notes, length: notes.length }, 'notes')
      : null,
    place.length > recordLimits.place
      ? refuse('field-too-long', { field: 'place', max: recordLimits.place, length: place.length }, 'place')
      : null,
    pieces.length > recordLimits.pieces
      ? refuse(
          'field-too-long',
          { field: 'pieces', max: recordLimits.pieces, length: pieces.length },
          'pieces',
        )
      : null,
    ...pieces.map(({ text }, index) =>
      text.length > recordLimits.opinion
        ? refuse(
            'field-too-long',
            { field: 'text', max: recordLimits.opinion, length: text.length },
            `pieces[${index}].text`,
          )
        : null,
    ),
  );

/** Decides one command on a record; `record` null: the one to begin. Errors are refusals; nothing is thrown. */
export const decideRecord = (
  command: SessionRecordCommand,
  record: SessionRecord | null,
  context: SessionRecordContext,
): Decision<SessionRecordEvent> => {
  const refusal = permit(sessionRecordLifecycle, command.type, ask(record, context));
  if (refusal !== null) return deny(refusal);
  switch (command.type) {
    case 'startRecord': {
      const bad = checkContent(command.content);
      const { heldOn, place } = command.content;
      return bad === null ? happen({ type: 'recordStarted', heldOn, place }) : deny(bad);
    }
    case 'saveRecord': {
      const bad = checkContent(command.content);
      return bad === null ? happen({ type: 'recordSaved', content: command.content }) : deny(bad);
    }
    case 'submitRecord':
      return happen({
        type: 'recordSubmitted',
        on: context.at.date,
        pieces: keptPieces(record?.pieces ?? []).map((piece) => ({ ...piece, text: piece.text.trim() })),
      });
    case 'discardRecord':
      return happen({ type: 'recordDiscarded' });
    case 'checkRecord':
      return happen({ type: 'recordChecked', on: context.at.date });
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};

export const evolveRecord = (record: SessionRecord, event: SessionRecordEvent): SessionRecord => {
  switch (event.type) {
    case 'recordStarted':
      return { ...record, state: 'draft', heldOn: event.heldOn, place: event.place };
    case 'recordSaved':
      return { ...record, ...event.content };
    case 'recordSubmitted':
      return { ...record, state: 'submitted' };
    case 'recordDiscarded':
      return { ...record, state: 'discarded' };
    case 'recordChecked':
      return { ...record, state: 'checked' };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};
