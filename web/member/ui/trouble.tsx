import { commonMessages } from '#contract/messages/common.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { ApiProblem, type ProblemBody } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import { paths } from '../routes.ts';
import { Button, ButtonLink } from './button.tsx';
import { PageTitle } from './page-title.tsx';
import styles from './ui.module.css';

const c = texts(commonMessages);
const t = texts(memberMessages);

/** What to do about it, in one sentence; empty where the problem's own sentence says it. */
const adviceFor = ({ status }: ProblemBody): string => {
  if (status === 429) return c('fault.todo.wait');
  if (status === 409 || status === 412) return c('fault.todo.refresh');
  return status >= 500 ? c('fault.todo.retry') : '';
};

const problemOf = (fault: unknown): ProblemBody =>
  fault instanceof ApiProblem
    ? fault.problem
    : {
        code: 'fault',
        status: 500,
        title: c('fault.page.title'),
        detail: c('fault.page.detail'),
        params: {},
        requestId: '',
      };

const Words = ({ problem, title }: { readonly problem: ProblemBody; readonly title: string }) => {
  const advice = adviceFor(problem);
  return (
    <>
      {title === '' ? null : <strong>{title}</strong>}
      <p>{problem.detail}</p>
      {advice === '' ? null : <p>{advice}</p>}
      {problem.status >= 500 && problem.requestId !== '' ? (
        <small>
          {c('fault.requestId')} <code>{problem.requestId}</code>
        </small>
      ) : null}
    </>
  );
};

/** What a form or a button was refused, beside it; said aloud when it appears. */
export const ProblemBox = ({ problem }: { readonly problem: ProblemBody | null }) => (
  <div role="alert" className={styles.alertPlace}>
    {problem === null ? null : (
      <div className={styles.alert}>
        <Words problem={problem} title={problem.title} />
      </div>
    )}
  </div>
);

type FaultProps = {
  readonly fault: unknown;
  readonly onRetry?: () => void;
  /** It stands for the whole page, and brings its heading. */
  readonly whole?: boolean;
};

/** A page, or a part of it, that could not be shown. */
export const Fault = ({ fault, onRetry, whole = false }: FaultProps) => {
  const problem = problemOf(fault);
  const absent = problem.status === 404 || problem.status === 403;
  const title = absent ? c('absent.title') : problem.title;
  return (
    <div className={styles.alert} role="alert">
      {whole ? <PageTitle tab={title}>{title}</PageTitle> : null}
      <Words problem={problem} title={whole ? '' : title} />
      <div className={styles.row}>
        {onRetry === undefined || absent ? null : (
          <Button look="main" onClick={onRetry}>
            {c('do.retry')}
          </Button>
        )}
        <ButtonLink href={paths.home}>{t('do.home')}</ButtonLink>
      </div>
    </div>
  );
};
