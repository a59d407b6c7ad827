import { amendReply, saveReply } from '#contract/reply.ts';
import { ApiProblem, call, newKey, type ProblemBody } from '#web/shared/api.ts';
import { isOpen } from '#web/shared/intention.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Reply } from '../matter/matter-types.ts';
import { type Draft, type DraftEvent, evolveDraft, isUnsaved, keyFor, openDraft } from './autosave.ts';
import type { ReplyContent } from './check-reply.ts';
import { dropKept, keep, readKept } from './local-draft.ts';

/** How long after the last key the draft is saved, and how long after a fault it is tried again. */
const saveAfter = 2_000;
const retryAfter = 10_000;

export type EditableReply = Reply & { readonly content: ReplyContent };

/** What the server lets this person do to the text: the drafter saves, the reviewer of the level amends. */
export type Editing = 'save' | 'amendInReview' | null;

export type ReplyDraft = {
  readonly draft: Draft<ReplyContent>;
  readonly change: (content: ReplyContent) => void;
  readonly settle: (content: ReplyContent) => void;
  /** Saves what is unsaved; false: it could not be, and the page says why. */
  readonly flush: () => Promise<boolean>;
  /** The version that the server has after the last save. */
  readonly version: () => number;
  readonly problem: ProblemBody | null;
};

type DraftState = {
  readonly draft: Draft<ReplyContent>;
  /** The draft as it is now, for what runs between two paintings of the page. */
  readonly latest: RefObject<Draft<ReplyContent>>;
  readonly apply: (event: DraftEvent<ReplyContent>) => void;
};

/** The draft of the form; whatever the server has not got yet is kept on this device. */
const useDraftState = (reply: EditableReply, how: Editing): DraftState => {
  const [draft, setDraft] = useState(() => openDraft(reply, how === null ? null : readKept(reply.id)));
  const latest = useRef(draft);
  const { id } = reply;
  const apply = useCallback(
    (event: DraftEvent<ReplyContent>): void => {
      const next = evolveDraft(latest.current, event);
      latest.current = next;
      setDraft(next);
      if (isUnsaved(next)) keep(id, { content: next.content, version: next.base.version });
      else dropKept(id);
    },
    [id],
  );
  return { draft, latest, apply };
};

/** Whether a save that failed may be repeated as it is: the connection, the session or the server gave way, not the text. */
const mayRepeat = (status: number): boolean => isOpen(status) || status === 401 || status === 429;

/** Sends the draft, one attempt at a time. */
const useSaver = (replyId: number, how: Editing, { latest, apply }: DraftState) => {
  const client = useQueryClient();
  const [problem, setProblem] = useState<ProblemBody | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const send = useCallback(async (): Promise<void> => {
    const { content, base } = latest.current;
    const key = keyFor(latest.current, newKey);
    const request = { params: { replyId }, body: { content }, version: base.version, key };
    apply({ type: 'sent', key });
    try {
      const done = await (how === 'amendInReview' ? call(amendReply, request) : call(saveReply, request));
      setProblem(null);
      apply({ type: 'stored', version: done.version, at: new Date().toISOString() });
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault.problem);
      apply({ type: mayRepeat(fault.problem.status) ? 'failed' : 'refused' });
    }
    await client.invalidateQueries({ queryKey: ['getMatter'] });
  }, [apply, client, how, latest, replyId]);
  const flush = useCallback(async (): Promise<boolean> => {
    if (running.current !== null) await running.current;
    if (!isUnsaved(latest.current)) return true;
    if (how === null || latest.current.phase === 'conflict') return false;
    running.current ??= send().finally(() => {
      running.current = null;
    });
    await running.current;
    return !isUnsaved(latest.current);
  }, [how, latest, send]);
  return { flush, problem };
};

/** How long to wait before this draft is sent; null: not by itself. */
const pauseOf = ({ phase, sending }: Draft<ReplyContent>): number | null => {
  if (phase === 'changed') return saveAfter;
  return phase === 'failed' && sending !== null ? retryAfter : null;
};

/** When a draft saves itself: after a pause, after a fault, when the page is hidden or left, when the line is back. */
const useMoments = (draft: Draft<ReplyContent>, flush: () => Promise<boolean>): void => {
  useEffect(() => {
    const pause = pauseOf(draft);
    if (pause === null) return;
    const timer = setTimeout(() => void flush(), pause);
    return () => clearTimeout(timer);
  }, [draft, flush]);
  useEffect(() => {
    const now = (): void => void flush();
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') now();
    };
    window.addEventListener('online', now);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', onHide);
      now();
    };
  }, [flush]);
};

/** The draft of a reply that saves itself; with `how` null nothing is ever sent. */
export const useReplyDraft = (reply: EditableReply, how: Editing): ReplyDraft => {
  const state = useDraftState(reply, how);
  const { draft, latest, apply } = state;
  const { flush, problem } = useSaver(reply.id, how, state);
  useEffect(() => apply({ type: 'arrived', stored: reply }), [apply, reply]);
  useMoments(draft, flush);
  return {
    draft,
    change: (content) => apply({ type: 'typed', content }),
    settle: (content) => apply({ type: 'settled', content }),
    flush,
    version: () => latest.current.base.version,
    problem,
  };
};
