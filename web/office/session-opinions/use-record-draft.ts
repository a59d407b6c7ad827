import type { BodyGiven } from '#contract/endpoint.ts';
import { saveSessionRecord, startSessionRecord } from '#contract/session-records.ts';
import type { ProblemBody } from '#web/shared/api.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useEffect, useRef, useState } from 'react';

export type Content = BodyGiven<typeof saveSessionRecord>;
export type Kept = { readonly id: number; readonly version: number };
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed';

/** After the last key, in milliseconds. */
const pause = 1_200;

/**
 * A draft that keeps itself: a moment after the last key it is sent; the first time it is begun. `save` sends what is
 * not kept yet at once, and answers with what is kept, or null where it could not be.
 */
export const useRecordDraft = (first: Content, begun: Kept | null, groupId: number | null) => {
  const [content, setContent] = useState(first);
  const [state, setState] = useState<SaveState>('saved');
  const [problem, setProblem] = useState<ProblemBody | null>(null);
  const kept = useRef<Kept | null>(begun);
  const latest = useRef(first);
  const sent = useRef(first);
  const start = useCommand(startSessionRecord, { refreshes: ['sessionRecords'] });
  const keep = useCommand(saveSessionRecord, { refreshes: ['sessionRecords'] });
  const running = useRef<Promise<Kept | null> | null>(null);

  const send = async (): Promise<Kept | null> => {
    while (sent.current !== latest.current || kept.current === null) {
      const body = latest.current;
      setState('saving');
      if (kept.current === null && groupId === null) return null;
      const outcome =
        kept.current === null
          ? await start.run({ body: { groupId: groupId ?? 0, ...body } })
          : await keep.run({ params: { recordId: kept.current.id }, version: kept.current.version, body });
      if (!outcome.ok) {
        setProblem(outcome.problem);
        setState('failed');
        return null;
      }
      kept.current = outcome.value;
      sent.current = body;
      setProblem(null);
    }
    setState('saved');
    return kept.current;
  };

  const save = (): Promise<Kept | null> => {
    running.current ??= send().finally(() => {
      running.current = null;
    });
    return running.current;
  };

  useEffect(() => {
    if (state !== 'unsaved') return undefined;
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  });

  const change = (part: Partial<Content>): void => {
    latest.current = { ...latest.current, ...part };
    setContent(latest.current);
    setState('unsaved');
  };

  return { content, change, save, state, problem };
};
