import { same } from '#contract/same.ts';

/** The life of a draft that saves itself: nothing typed is lost, and nobody else's text is overwritten unseen. */
export type Stored<T> = { readonly content: T; readonly version: number };

export type Draft<T> = {
  /** What the server has, as far as this page knows. */
  readonly base: Stored<T>;
  /** What stands in the form. */
  readonly content: T;
  /** What is on its way to the server, with the key of that one attempt; kept after a fault so that a retry repeats it. */
  readonly sending: { readonly content: T; readonly key: string } | null;
  readonly phase: 'saved' | 'changed' | 'saving' | 'failed' | 'conflict';
  /** What somebody else has saved meanwhile. */
  readonly theirs: Stored<T> | null;
  readonly savedAt: string | null;
};

export type DraftEvent<T> =
  | { readonly type: 'typed'; readonly content: T }
  | { readonly type: 'sent'; readonly key: string }
  | { readonly type: 'stored'; readonly version: number; readonly at: string }
  | { readonly type: 'failed' }
  /** The server refused the text itself: repeating the same request would not help. */
  | { readonly type: 'refused' }
  /** The server's copy was read again, after a refusal for its version or for any other reason. */
  | { readonly type: 'arrived'; readonly stored: Stored<T> }
  /** The person decided between the two texts. */
  | { readonly type: 'settled'; readonly content: T };

export const openDraft = <T>(stored: Stored<T>, kept: Stored<T> | null): Draft<T> => {
  const draft: Draft<T> = {
    base: stored,
    content: stored.content,
    sending: null,
    phase: 'saved',
    theirs: null,
    savedAt: null,
  };
  if (kept === null || same(kept.content, stored.content)) return draft;
  return kept.version === stored.version
    ? { ...draft, content: kept.content, phase: 'changed' }
    : { ...draft, content: kept.content, phase: 'conflict', theirs: stored };
};

const arrived = <T>(draft: Draft<T>, stored: Stored<T>): Draft<T> => {
  if (stored.version <= draft.base.version) return draft;
  if (draft.phase === 'saving') return draft;
  if (same(draft.content, draft.base.content) || same(draft.content, stored.content))
    return { ...draft, base: stored, content: stored.content, phase: 'saved', sending: null, theirs: null };
  // Either nobody touched the text, or it is the one that this page sent and whose answer was lost on the way.
  if (
    same(stored.content, draft.base.content) ||
    (draft.sending !== null && same(stored.content, draft.sending.content))
  )
    return { ...draft, base: stored, sending: null, theirs: null, phase: 'changed' };
  return { ...draft, phase: 'conflict', sending: null, theirs: stored };
};

const stored = <T>(draft: Draft<T>, version: number, at: string): Draft<T> => {
  const content = draft.sending?.content ?? draft.content;
  return {
    ...draft,
    base: { content, version },
    sending: null,
    theirs: null,
    savedAt: at,
    phase: same(content, draft.content) ? 'saved' : 'changed',
  };
};

export const evolveDraft = <T>(draft: Draft<T>, event: DraftEvent<T>): Draft<T> => {
  switch (event.type) {
    case 'typed':
      return {
        ...draft,
        content: event.content,
        phase: draft.phase === 'saved' || draft.phase === 'failed' ? 'changed' : draft.phase,
      };
    case 'sent':
      return draft.phase === 'conflict'
        ? draft
        : { ...draft, sending: { content: draft.content, key: event.key }, phase: 'saving' };
    case 'stored':
      return stored(draft, event.version, event.at);
    case 'failed':
      return { ...draft, phase: 'failed' };
    case 'refused':
      return { ...draft, phase: 'failed', sending: null };
    case 'arrived':
      return arrived(draft, event.stored);
    case 'settled':
      return draft.theirs === null
        ? draft
        : {
            ...draft,
            base: draft.theirs,
            content: event.content,
            theirs: null,
            sending: null,
            phase: same(event.content, draft.theirs.content) ? 'saved' : 'changed',
          };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

/** The key for the next attempt: an attempt that may have arrived is repeated under its own key. */
export const keyFor = <T>(draft: Draft<T>, fresh: () => string): string =>
  draft.sending !== null && same(draft.sending.content, draft.content) ? draft.sending.key : fresh();

/** Whether the form holds something that the server has not. */
export const isUnsaved = <T>(draft: Draft<T>): boolean => !same(draft.content, draft.base.content);
