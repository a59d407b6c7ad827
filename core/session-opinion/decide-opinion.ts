import type { Standing } from '../access.ts';
import { type AllowedAction, allowedActions, permit, type Unmet } from '../lifecycle.ts';
import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { LocalDate, Moment } from '../words.ts';
import { recordLimits } from './decide-record.ts';
import { type SessionOpinionAction, type SessionOpinionNeed, sessionOpinionLifecycle } from './lifecycle.ts';
import type { OpinionWording, SessionOpinion, SessionOpinionEvent } from './session-opinion.ts';

export type SessionOpinionCommand =
  | { readonly type: 'editOpinion'; readonly wording: OpinionWording }
  | { readonly type: 'cutOpinion'; readonly parts: readonly string[] }
  | { readonly type: 'mergeOpinion' }
  | { readonly type: 'checkOpinion' }
  | { readonly type: 'dropOpinion'; readonly reason: string }
  | { readonly type: 'restoreOpinion' }
  | { readonly type: 'joinSame' }
  | { readonly type: 'separate' }
  /** `unitIds` null: to all that the opinion names and that do not have it yet. */
  | { readonly type: 'forwardOpinion'; readonly unitIds: readonly number[] | null }
  | { readonly type: 'linkMatter'; readonly matterId: number | null };

export type SessionOpinionContext = {
  readonly at: Moment;
  readonly standings: ReadonlySet<Standing>;
  readonly classCodes: readonly string[];
  /** How many others are joined to it. */
  readonly twins: number;
  /** The one before it in its record that still stands by itself; null: none. */
  readonly previous: Pick<SessionOpinion, 'id' | 'text'> | null;
  /** The one that it is said to be the same as; null: there is none of that number. */
  readonly other: Pick<SessionOpinion, 'id' | 'state' | 'sessionId' | 'sameAsId' | 'forwardedOn'> | null;
  /** Units that there are, of those that the command or the opinion names. `boundary`: outside the supervisor's power. */
  readonly units: readonly { readonly id: number; readonly name: string; readonly boundary: boolean }[];
  /** Units that have it: sent, answered or closed. */
  readonly sentTo: readonly number[];
};

const unmet =
  (opinion: SessionOpinion, context: SessionOpinionContext): Unmet<SessionOpinionNeed> =>
  (need): Refusal | null => {
    switch (need) {
      case 'neighbour':
        return context.previous === null ? refuse('opinion-no-neighbour') : null;
      case 'noTwins':
        return context.twins > 0 ? refuse('opinion-has-twins', { count: context.twins }) : null;
      case 'unitsNamed':
        // Once it is out, further units are named with the command.
        return opinion.state === 'checked' && opinion.unitIds.length === 0
          ? refuse('opinion-unit-missing', {}, 'unitIds')
          : null;
      default: {
        const forgotten: never = need;
        return forgotten;
      }
    }
  };

const ask = (opinion: SessionOpinion, context: SessionOpinionContext) => ({
  state: opinion.state,
  standings: context.standings,
  unmet: unmet(opinion, context),
});

export const allowedOnOpinion = (
  opinion: SessionOpinion,
  context: SessionOpinionContext,
): readonly AllowedAction<SessionOpinionAction>[] =>
  allowedActions(sessionOpinionLifecycle, ask(opinion, context));

const isUnknown = (ids: readonly number[], { units }: SessionOpinionContext): boolean =>
  ids.some((id) => !units.some((unit) => unit.id === id));

const edit = (wording: OpinionWording, context: SessionOpinionContext): Decision<SessionOpinionEvent> => {
  const unitIds = [...new Set(wording.unitIds)];
  const bad = firstRefusal(
    checkText(wording.text, 'text', recordLimits.opinion),
    wording.speaker.length > recordLimits.speaker
      ? refuse(
          'field-too-long',
          { field: 'speaker', max: recordLimits.speaker, length: wording.speaker.length },
          'speaker',
        )
      : null,
    context.classCodes.includes(wording.classCode)
      ? null
      : refuse('field-invalid', { field: 'classCode' }, 'classCode'),
    isUnknown(unitIds, context) ? refuse('unit-unknown', {}, 'unitIds') : null,
  );
  const { text, speaker } = wording;
  return bad === null
    ? happen({
        type: 'opinionEdited',
        wording: { ...wording, text: text.trim(), speaker: speaker.trim(), unitIds },
      })
    : deny(bad);
};

const withoutBlanks = (text: string): string => text.replace(/\s/gu, '');

const cut = (opinion: SessionOpinion, given: readonly string[]): Decision<SessionOpinionEvent> => {
  const parts = given.map((part) => part.trim()).filter((part) => part !== '');
  if (parts.length < 2) return deny(refuse('opinion-one-part', {}, 'parts'));
  if (withoutBlanks(parts.join('')) !== withoutBlanks(opinion.text))
    return deny(refuse('opinion-text-lost', {}, 'parts'));
  return happen({ type: 'opinionCut', parts });
};

const join = (opinion: SessionOpinion, { other }: SessionOpinionContext): Decision<SessionOpinionEvent> => {
  if (other === null || other.sessionId !== opinion.sessionId) return deny(refuse('not-found'));
  const stands = other.state === 'received' || other.state === 'checked' || other.state === 'forwarded';
  if (other.id === opinion.id || other.sameAsId === opinion.id || !(stands || other.state === 'joined'))
    return deny(refuse('opinion-not-joinable', {}, 'withId'));
  return happen({
    type: 'opinionJoined',
    withId: other.sameAsId ?? other.id,
    forwardedOn: other.forwardedOn,
  });
};

const forward = (
  opinion: SessionOpinion,
  given: readonly number[] | null,
  context: SessionOpinionContext,
): Decision<SessionOpinionEvent> => {
  const wanted = [...new Set(given ?? opinion.unitIds)];
  const unitIds = wanted.filter((id) => !context.sentTo.includes(id));
  if (isUnknown(unitIds, context)) return deny(refuse('unit-unknown', {}, 'unitIds'));
  if (wanted.length === 0) return deny(refuse('opinion-unit-missing', {}, 'unitIds'));
  if (unitIds.length === 0) return deny(refuse('opinion-unit-has-it', {}, 'unitIds'));
  const outside = context.units.find(({ id, boundary }) => boundary && unitIds.includes(id));
  if (outside !== undefined && !context.standings.has('organ-office'))
    return deny(refuse('unit-outside-power', { unit: outside.name }, 'unitIds'));
  return happen({ type: 'opinionForwarded', unitIds, on: context.at.date });
};

/** Decides one command on an opinion. Errors are refusals; nothing is thrown. */
export const decideOpinion = (
  command: SessionOpinionCommand,
  opinion: SessionOpinion,
  context: SessionOpinionContext,
): Decision<SessionOpinionEvent> => {
  const refusal = permit(sessionOpinionLifecycle, command.type, ask(opinion, context));
  if (refusal !== null) return deny(refusal);
  switch (command.type) {
    case 'editOpinion':
      return edit(command.wording, context);
    case 'cutOpinion':
      return cut(opinion, command.parts);
    case 'mergeOpinion': {
      const { previous } = context;
      if (previous === null) return deny(refuse('opinion-no-neighbour'));
      const text = `${previous.text}\n${opinion.text}`;
      const bad = checkText(text, 'text', recordLimits.opinion);
      return bad === null ? happen({ type: 'opinionMerged', intoId: previous.id, text }) : deny(bad);
    }
    case 'checkOpinion':
      return happen({ type: 'opinionChecked' });
    case 'dropOpinion': {
      const bad = checkText(command.reason, 'reason', 2_000);
      return bad === null ? happen({ type: 'opinionDropped', reason: command.reason.trim() }) : deny(bad);
    }
    case 'restoreOpinion':
      return happen({ type: 'opinionRestored' });
    case 'joinSame':
      return join(opinion, context);
    case 'separate':
      return happen({ type: 'opinionSeparated' });
    case 'forwardOpinion':
      return forward(opinion, command.unitIds, context);
    case 'linkMatter':
      return happen({ type: 'opinionLinked', matterId: command.matterId });
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};

/** `today`: the day on which it happens. */
export const evolveOpinion = (
  opinion: SessionOpinion,
  event: SessionOpinionEvent,
  today: LocalDate,
): SessionOpinion => {
  switch (event.type) {
    case 'opinionEdited':
      return { ...opinion, ...event.wording };
    case 'opinionCut':
      return { ...opinion, text: event.parts[0] ?? opinion.text };
    case 'opinionMerged':
      return { ...opinion, state: 'merged', mergedIntoId: event.intoId };
    case 'opinionChecked':
      return { ...opinion, state: 'checked' };
    case 'opinionDropped':
      return { ...opinion, state: 'dropped', droppedReason: event.reason };
    case 'opinionRestored':
      return { ...opinion, state: 'received', droppedReason: null };
    case 'opinionJoined':
      return {
        ...opinion,
        state: 'joined',
        sameAsId: event.withId,
        forwardedOn: event.forwardedOn === null ? null : today,
      };
    case 'opinionSeparated':
      return { ...opinion, state: 'checked', sameAsId: null, forwardedOn: null };
    case 'opinionForwarded':
      return {
        ...opinion,
        state: 'forwarded',
        unitIds: [...new Set([...opinion.unitIds, ...event.unitIds])],
        forwardedOn: opinion.forwardedOn ?? event.on,
      };
    case 'opinionLinked':
      return { ...opinion, becameMatterId: event.matterId };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};
