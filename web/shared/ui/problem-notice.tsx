import { App } from 'antd';
import type { ProblemBody } from '../api.ts';
import { adviceFor } from './problem-advice.ts';
import { RequestNumber } from './request-number.tsx';

/** Shows a refusal that no form is there for, as a notice that stays until it is closed. */
export const useProblemNotice = (): ((problem: ProblemBody) => void) => {
  const { notification } = App.useApp();
  return (problem) =>
    notification.error({
      title: problem.title,
      description: (
        <>
          <div>{problem.detail}</div>
          <div>{adviceFor(problem)}</div>
          <RequestNumber id={problem.status >= 500 ? problem.requestId : ''} />
        </>
      ),
      duration: 0,
      role: 'alert',
    });
};
