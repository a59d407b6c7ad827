import { commonMessages } from '#contract/messages/common.ts';
import type { ProblemBody } from '../api.ts';
import { ApiProblem } from '../api.ts';
import { texts } from '../language.ts';

const t = texts(commonMessages);

/** What to do about a problem, in one sentence; empty where the problem's own sentence says it. */
export const adviceFor = ({
  status,
  code,
  requestId,
}: Pick<ProblemBody, 'status' | 'code' | 'requestId'>): string => {
  if (status === 0) return t('fault.todo.offline');
  if (status === 429) return t('fault.todo.wait');
  if (code === 'forbidden') return t('fault.todo.ask');
  if (status === 409 || status === 412) return t('fault.todo.refresh');
  if (status === 400) return t('fault.todo.correct');
  // Without a number there is nothing to hand on: the sentence itself says what to do.
  return status >= 500 && requestId !== '' ? t('fault.todo.retry') : '';
};

/** Whatever was thrown, as a problem that a page can show. */
export const problemOf = (fault: unknown): ProblemBody =>
  fault instanceof ApiProblem
    ? fault.problem
    : {
        code: 'fault',
        status: 500,
        title: t('fault.page.title'),
        detail: t('fault.page.detail'),
        params: {},
        requestId: '',
      };
