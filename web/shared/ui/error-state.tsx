import { commonMessages } from '#contract/messages/common.ts';
import { Button } from 'antd';
import { texts } from '../language.ts';
import { adviceFor, problemOf } from './problem-advice.ts';
import { RequestNumber } from './request-number.tsx';
import styles from './states.module.css';

const t = texts(commonMessages);

type ErrorStateProps = {
  /** What was thrown; a refusal of the API shows its own sentence. */
  readonly fault: unknown;
  readonly onRetry?: () => void;
};

/** What happened, why, what to do, the number for the administrator, and another try. */
export const ErrorState = ({ fault, onRetry }: ErrorStateProps) => {
  const problem = problemOf(fault);
  const absent = problem.status === 404;
  const forbidden = problem.status === 403;
  const title = absent ? t('absent.title') : forbidden ? t('forbidden.title') : problem.title;
  const advice = adviceFor(problem);
  return (
    <div className={styles.state} role="alert">
      <svg
        className={`${styles.mark} ${styles.trouble}`}
        viewBox="0 0 72 72"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        <path d="M36 12 64 58H8Z" strokeLinejoin="round" />
        <path d="M36 29v14M36 49v1" strokeWidth="3" strokeLinecap="round" />
      </svg>
      <h2>{title}</h2>
      <p>{problem.detail}</p>
      {advice === '' ? null : <p>{advice}</p>}
      {onRetry === undefined || absent || forbidden ? null : (
        <div className={styles.actions}>
          <Button type="primary" onClick={onRetry}>
            {t('do.retry')}
          </Button>
        </div>
      )}
      <RequestNumber id={problem.requestId} />
    </div>
  );
};
