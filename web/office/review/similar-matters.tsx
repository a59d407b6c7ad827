import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { StageTag } from '#web/shared/ui/stage-tag.tsx';
import { listNames } from '../matter/matter-texts.ts';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { t } from './review-texts.ts';
import styles from './review.module.css';
import type { SubmissionOnPage } from './review-types.ts';
import { useSimilar } from './use-similar.ts';

/** Matters of all years like this one, with what became of them: to file, to merge with, or to point its author to. */
export const SimilarMatters = ({ submission }: { readonly submission: SubmissionOnPage }) => {
  const query = useSimilar(submission);
  const own = submission.decision?.outcome === 'filed' ? submission.decision.matterId : null;
  return (
    <Panel title={t('review.part.similar')}>
      <QueryState query={query} lines={3}>
        {({ items }) => {
          const others = items.filter(({ id }) => id !== own);
          return others.length === 0 ? (
            <p>{t('review.similar.none')}</p>
          ) : (
            <ul className={styles.plain}>
              {others.map((one) => (
                <li key={one.id}>
                  <strong>{t(`review.similar.${one.verdict}`)}</strong>{' '}
                  {one.link === null ? (
                    `${one.caseNo} ${one.title}`
                  ) : (
                    <PageLink href={paths.matter(one.id)}>
                      {one.caseNo} {one.title}
                    </PageLink>
                  )}{' '}
                  <StageTag stage={one.stage} />
                  <div className={styles.meta}>
                    {one.sessionName} {listNames(one.units)}
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </QueryState>
    </Panel>
  );
};
