import type { BodyGiven } from '#contract/endpoint.ts';
import { changeReport, saveReport } from '#contract/report.ts';
import type { ProblemBody } from '#web/shared/api.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useEffect, useRef, useState } from 'react';
import type { Content, Report } from './report-texts.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed';

/** After the last key, in milliseconds. */
const pause = 1_000;

/**
 * A draft that keeps itself: a moment after the last key it is sent, on the version that it was read at. `step` keeps
 * what was typed first, then takes the step.
 */
export const useReportDraft = (report: Report) => {
  const [content, setContent] = useState<Content>(report.content);
  const [state, setState] = useState<SaveState>('saved');
  const [problem, setProblem] = useState<ProblemBody | null>(null);
  const version = useRef(report.version);
  const latest = useRef(report.content);
  const sent = useRef(report.content);
  const running = useRef<Promise<boolean> | null>(null);
  const refreshes = ['getReport', 'reports'];
  const keep = useCommand(saveReport, { refreshes });
  const move = useCommand(changeReport, { refreshes });
  const params = { reportId: report.id };

  const send = async (): Promise<boolean> => {
    while (sent.current !== latest.current) {
      const body = latest.current;
      setState('saving');
      const outcome = await keep.run({ params, version: version.current, body });
      if (!outcome.ok) {
        setProblem(outcome.problem);
        setState('failed');
        return false;
      }
      version.current = outcome.value.version;
      sent.current = body;
      setProblem(null);
    }
    setState('saved');
    return true;
  };

  const save = (): Promise<boolean> => {
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

  const change = (next: Content): void => {
    latest.current = next;
    setContent(next);
    setState('unsaved');
  };

  const step = async (body: BodyGiven<typeof changeReport>): Promise<boolean> => {
    if (!(await save())) return false;
    const outcome = await move.run({ params, version: version.current, body });
    if (outcome.ok) version.current = outcome.value.version;
    setProblem(outcome.ok ? null : outcome.problem);
    return outcome.ok;
  };

  return { content, change, save, step, state, problem };
};

export type ReportDraft = ReturnType<typeof useReportDraft>;
