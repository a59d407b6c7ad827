import { reviewWords } from '#contract/review.ts';
import { checkText, getSubmission } from '#contract/submission.ts';
import { ask } from '#web/shared/ask.ts';
import { call } from '#web/shared/api.ts';
import { dayOf } from '#web/shared/format.ts';
import { ActionButton, findAllowed } from '#web/shared/ui/action-button.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { listNames } from '../matter/matter-texts.ts';
import { paths } from '../paths.ts';
import { AbsentPage } from '../shell/absent-page.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { BlockText } from './block-text.tsx';
import { CheckList, checkWords } from './check-list.tsx';
import { Decision, SentBack } from './decision.tsx';
import { type ReviewAction, reviewActions, ReviewDialog } from './review-dialogs.tsx';
import { nameOf, t } from './review-texts.ts';
import styles from './review.module.css';
import { Papers } from './papers.tsx';
import { AuthorsWishes, NobodyLooks, WithdrawalAsked } from './said-of-it.tsx';
import { SimilarMatters } from './similar-matters.tsx';
import type { ReviewCheck, ReviewOrgan, SubmissionOnPage } from './review-types.ts';

const Findings = ({ submission }: { readonly submission: SubmissionOnPage }) => {
  const query = useQuery({
    queryKey: ['checkText', submission.id, submission.textNo],
    queryFn: () => call(checkText, { body: { organId: submission.organ.id, text: submission.text } }),
  });
  return (
    <Panel title={t('review.part.findings')}>
      <QueryState query={query} lines={2}>
        {({ findings }) =>
          findings.length === 0 ? (
            <p>{t('review.part.findings.none')}</p>
          ) : (
            <ul className={styles.plain}>
              {findings.map((one) => (
                <li key={`${one.code}:${one.at}`}>{one.detail}</li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </Panel>
  );
};

const Opinions = ({ submission, organ }: { submission: SubmissionOnPage; organ: ReviewOrgan }) => (
  <Panel title={t('review.part.opinions')}>
    {submission.opinions.length === 0 ? (
      <p>{t('review.part.opinions.none')}</p>
    ) : (
      <ul className={styles.plain}>
        {submission.opinions.map((one) => (
          <li key={`${one.step}:${one.at}`}>
            <strong>
              {nameOf(one.stepName)} · {t(`review.advice.${one.advice}`)}
            </strong>{' '}
            <span className={styles.meta}>
              {one.by} {dayOf(one.at)}
            </span>
            {one.grounds.length === 0 ? null : (
              <div>
                {listNames(
                  organ.grounds
                    .filter(({ code }) => one.grounds.includes(code))
                    .map(({ name }) => nameOf(name)),
                )}
              </div>
            )}
            {one.checks.length === 0 ? null : (
              <div className={styles.meta}>{t('review.checked', { checks: checkWords(one.checks) })}</div>
            )}
            {one.text === '' ? null : <div>{one.text}</div>}
          </li>
        ))}
      </ul>
    )}
  </Panel>
);

const Everything = ({ submission, organ }: { submission: SubmissionOnPage; organ: ReviewOrgan }) => {
  const [action, setAction] = useState<ReviewAction | null>(null);
  const [checks, setChecks] = useState<readonly ReviewCheck[]>([]);
  const reviewing = reviewActions.some(
    (one) => one !== 'choosePanel' && findAllowed(submission.allowedActions, one) !== null,
  );
  const { text } = submission;
  const signers = submission.signers.filter(({ state }) => state === 'signed');
  return (
    <>
      <PageHead
        title={text.title}
        crumb={<PageLink href={paths.review()}>{t('review.back')}</PageLink>}
        note={[
          submission.flowNo ?? '',
          submission.author.name,
          submission.author.group,
          signers.length === 0 ? '' : t('review.signers', { count: signers.length }),
          t(`review.state.${submission.state}`),
          submission.step === null ? '' : nameOf(submission.step.name),
          submission.panel?.name ?? '',
          submission.form.category ?? '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      >
        {reviewActions.map((one) => {
          const allowed = findAllowed(submission.allowedActions, one);
          // Where the rules have no step, nobody looks for one; where there is no panel, none is chosen.
          if (
            allowed === null ||
            (one === 'takeStep' && submission.step === null) ||
            (one === 'choosePanel' && organ.panels.length === 0)
          )
            return null;
          return (
            <ActionButton key={one} allowed={allowed} onPress={() => setAction(one)}>
              {t(`review.do.${one}`)}
            </ActionButton>
          );
        })}
      </PageHead>
      <WithdrawalAsked submission={submission} />
      <NobodyLooks submission={submission} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Decision submission={submission} />
          <SentBack submission={submission} />
          {submission.state === 'returned' && submission.enteredBy === null ? (
            <p role="note">{t('review.reworked')}</p>
          ) : null}
          <Panel title={t('review.part.facts')}>
            <BlockText blocks={text.facts} />
          </Panel>
          {text.analysis.length === 0 ? null : (
            <Panel title={t('review.part.analysis')}>
              <BlockText blocks={text.analysis} />
            </Panel>
          )}
          <Panel title={t('review.part.asks')}>
            <ol className={styles.asks}>
              {text.asks.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ol>
          </Panel>
        </div>
        <div className={styles.stack}>
          {reviewing ? <CheckList submission={submission} checks={checks} onChange={setChecks} /> : null}
          <AuthorsWishes submission={submission} />
          <Papers submission={submission} />
          <Opinions submission={submission} organ={organ} />
          <Findings submission={submission} />
          <SimilarMatters submission={submission} />
        </div>
      </div>
      {action === null ? null : (
        <ReviewDialog
          action={action}
          submission={submission}
          organ={organ}
          checks={checks}
          onClose={() => setAction(null)}
        />
      )}
    </>
  );
};

/** One submission on the desk: its text beside what was found and thought of it, and what can be done with it. */
export const SubmissionReviewPage = () => {
  const { submissionId = '' } = useParams({ strict: false });
  const sound = /^\d{1,15}$/.test(submissionId);
  const query = useQuery({
    ...ask(getSubmission, { params: { submissionId: Number(submissionId) } }),
    enabled: sound,
  });
  const words = useQuery(ask(reviewWords));
  if (!sound) return <AbsentPage />;
  return (
    <QueryState query={query} lines={12}>
      {(submission) => (
        <QueryState query={words} lines={12}>
          {({ organs }) => {
            const organ = organs.find(({ id }) => id === submission.organ.id);
            return organ === undefined ? (
              <AbsentPage />
            ) : (
              <Everything submission={submission} organ={organ} />
            );
          }}
        </QueryState>
      )}
    </QueryState>
  );
};
