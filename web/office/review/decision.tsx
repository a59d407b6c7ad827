import { submissionLetter } from '#contract/submission.ts';
import { addressOf } from '#web/shared/api.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { listNames } from '../matter/matter-texts.ts';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { checkWords } from './check-list.tsx';
import { nameOf, t } from './review-texts.ts';
import styles from './review.module.css';
import type { SubmissionOnPage } from './review-types.ts';

type Decided = { readonly submission: SubmissionOnPage };

const formats = ['pdf', 'docx'] as const;

/** What was written to its proposers, as a letter to print or to send on. */
const Letters = ({ submission: { id, letter } }: Decided) =>
  !letter ? null : (
    <p className={styles.letters}>
      {formats.map((format) => (
        <a
          key={format}
          href={addressOf(submissionLetter, { submissionId: id }, { format })}
          target="_blank"
          rel="noreferrer"
        >
          {t(`review.letter.${format}`)}
        </a>
      ))}
    </p>
  );

/** What the office told its author when it was sent back, while he works on it. */
export const SentBack = ({ submission }: Decided) =>
  submission.state !== 'returned' || submission.returnedText === null ? null : (
    <Panel title={t('review.state.returned')}>
      <p className={styles.words}>{submission.returnedText}</p>
      <Letters submission={submission} />
    </Panel>
  );

const Whole = ({
  decision,
  submission,
}: Decided & { readonly decision: NonNullable<SubmissionOnPage['decision']> }) => (
  <Panel title={t('review.part.decision')}>
    <p>
      <strong>{t(`review.state.${decision.outcome}`)}</strong>{' '}
      {decision.outcome === 'filed' ? (
        <PageLink href={paths.matter(decision.matterId)}>
          {t('review.matter', { caseNo: decision.caseNo })}
        </PageLink>
      ) : null}
    </p>
    {submission.decisionChecks.length === 0 ? null : (
      <p className={styles.meta}>{t('review.checked', { checks: checkWords(submission.decisionChecks) })}</p>
    )}
    {decision.outcome === 'declined' ? (
      <p>{listNames(decision.grounds.map(({ name }) => nameOf(name)))}</p>
    ) : null}
    {decision.outcome === 'converted' ? <p>{nameOf(decision.name)}</p> : null}
    {decision.outcome === 'filed' ? null : <p className={styles.words}>{decision.text}</p>}
    {decision.outcome === 'split' ? (
      <ul>
        {decision.into.map(({ id, ...part }) => (
          <li key={id}>
            <PageLink href={paths.review(id)}>{t('review.part', part)}</PageLink>
          </li>
        ))}
      </ul>
    ) : null}
    <Letters submission={submission} />
  </Panel>
);

/** What was decided on it, with the words that its proposers were sent. */
export const Decision = ({ submission }: Decided) =>
  submission.decision === null ? null : <Whole decision={submission.decision} submission={submission} />;
