import { reviewChecks } from '#contract/review.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { Checkbox } from 'antd';
import { listNames } from '../matter/matter-texts.ts';
import { t } from './review-texts.ts';
import styles from './review.module.css';
import type { ReviewCheck, SubmissionOnPage } from './review-types.ts';

/** How far the check-list is gone through, for the head of a dialog that sends it. */
export const checkedLine = (checks: readonly ReviewCheck[]): string =>
  t('review.checks.count', { done: checks.length, all: reviewChecks.length });

/** The words of ticked points, in the order of the list. */
export const checkWords = (checks: readonly string[]): string =>
  listNames(reviewChecks.filter((one) => checks.includes(one)).map((one) => t(`review.check.${one}`)));

type CheckListProps = {
  readonly submission: SubmissionOnPage;
  readonly checks: readonly ReviewCheck[];
  readonly onChange: (checks: readonly ReviewCheck[]) => void;
};

/** 审查要点 beside the text: ticked while reading, sent with the opinion or the decision; who ticked before is named. */
export const CheckList = ({ submission, checks, onChange }: CheckListProps) => {
  const before = (one: ReviewCheck): readonly string[] => [
    ...new Set(submission.opinions.filter((opinion) => opinion.checks.includes(one)).map(({ by }) => by)),
  ];
  return (
    <Panel title={t('review.checks')}>
      <p className={styles.meta}>{t('review.checks.note')}</p>
      <ul className={styles.checks}>
        {reviewChecks.map((one) => {
          const names = before(one);
          return (
            <li key={one}>
              <Checkbox
                checked={checks.includes(one)}
                onChange={({ target }) =>
                  onChange(
                    reviewChecks.filter((each) => (each === one ? target.checked : checks.includes(each))),
                  )
                }
              >
                {t(`review.check.${one}`)}
              </Checkbox>
              {names.length === 0 ? null : (
                <span className={styles.meta}>{t('review.checks.by', { names: listNames(names) })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};
