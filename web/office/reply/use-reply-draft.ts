import { amendReply, saveReply } from '#contract/reply.ts';
import { ApiProblem, call, newKey, type ProblemBody } from '#web/shared/api.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reply } from '../matter/matter-types.ts';
import { type Draft, type DraftEvent, evolveDraft, isUnsaved, keyFor, openDraft } from './autosave.ts';
import type { ReplyContent } from './check-reply.ts';
import { dropKept, keep, readKept } from './local-draft.ts';

/** How long after the last key the draft is saved, and how long after a fault it is tried again. */
const saveAfter = 2_000;
const retryAfter = 10_000;

export type EditableReply = Reply & { readonly content: ReplyContent };

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

/**
 * The draft of a reply that saves itself. `how` is what the server allows: the drafter saves, the reviewer of the
 * current level amends; null: neither, and nothing is sent.
 */
export const useReplyDraft = (reply: EditableReply, how: 'save' | 'amendInReview' | null): ReplyDraft => {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => openDraft(reply, how === null ? null : readKept(reply.id)));
  const [problem, setProblem] = useState<ProblemBody | null>(null);
  const latest = useRef(draft);
  const running = useRef<Promise<void> | null>(null);
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

  const send = useCallback(async (): Promise<void> => {
    const now = latest.current;
    const key = keyFor(now, newKey);
    const request = {
      params: { replyId: id },
      body: { content: now.content },
      version: now.base.version,
      key,
    };
    apply({ type: 'sent', key });
    try {
      const done = await (how === 'amendInReview' ? call(amendReply, request) : call(saveReply, request));
      setProblem(null);
      apply({ type: 'stored', version: done.version, at: new Date().toISOString() });
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      const { status } = fault.problem;
      setProblem(fault.problem);
      apply({
        type: status === 0 || status === 401 || status === 429 || status >= 500 ? 'failed' : 'refused',
      });
    }
    await client.invalidateQueries({ queryKey: ['getMatter'] });
  }, [apply, client, how, id]);

  const flush = useCallback(async (): Promise<boolean> => {
    if (running.current !== null) await running.current;
    if (!isUnsaved(latest.current)) return true;
    if (how === null || latest.current.phase === 'conflict') return false;
    running.current ??= send().finally(() => {
      running.current = null;
    });
    await running.current;
    return !isUnsaved(latest.current);
  }, [how, send]);

  useEffect(() => apply({ type: 'arrived', stored: reply }), [apply, reply]);

  useEffect(() => {
    const { phase, sending } = draft;
    const wait = phase === 'changed' ? saveAfter : phase === 'failed' && sending !== null ? retryAfter : null;
    if (how === null || wait === null) return;
    const timer = setTimeout(() => void flush(), wait);
    return () => clearTimeout(timer);
  }, [draft, flush, how]);

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

  return {
    draft,
    change: (content) => apply({ type: 'typed', content }),
    settle: (content) => apply({ type: 'settled', content }),
    flush,
    version: () => latest.current.base.version,
    problem,
  };
};
