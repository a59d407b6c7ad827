import { memberMessages } from '#contract/messages/member.ts';
import { memberRatingMessages } from '#contract/messages/member-rating.ts';
import { texts } from '#web/shared/language.ts';
import type { ReactNode } from 'react';
import { paths } from '../routes.ts';
import { PageLink } from '../ui/page-link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { levelNames, type QuestionProps } from './questions.tsx';
import { type Gap, questionsOf, roundOpeners, stepOfGap, verdictOf } from './rating-draft.ts';
import styles from './rating.module.css';
import { useLevelName } from './use-levels.ts';

const t = texts(memberRatingMessages);
const m = texts(memberMessages);

/** A gap by the name of what is missing. */
const gapName = (gap: Gap): string => {
  switch (gap.what) {
    case 'point':
      return t('rate.missing.point', { no: gap.no });
    case 'attitude':
    case 'outcome':
      return t(`rate.missing.${gap.what}`);
    case 'reason':
      return t('rate.missing.reasonShort');
    default: {
      const forgotten: never = gap;
      return forgotten;
    }
  }
};

type LineProps = {
  readonly name: string;
  readonly to: string;
  /** Words of one's own take the whole width. */
  readonly long?: boolean;
  readonly children: ReactNode;
};

const Line = ({ name, to, long = false, children }: LineProps) => (
  <div className={long ? styles.long : undefined}>
    <dt>{name}</dt>
    <dd className={long ? styles.words : undefined}>{children}</dd>
    <dd>
      <PageLink href={to} aria-label={t('rate.review.changeOf', { what: name })}>
        {t('rate.review.change')}
      </PageLink>
    </dd>
  </div>
);

type ReviewProps = QuestionProps & {
  readonly ratingId: number;
  /** What was found missing when it was submitted. */
  readonly gaps: readonly Gap[];
};

/** The last look: everything that was said, what follows from it, and that it is final. */
export const Review = ({ matter, reply, levels, draft, ratingId, gaps }: ReviewProps) => {
  const levelName = useLevelName();
  const steps = questionsOf(matter.points.map(({ no }) => no));
  const to = (gap: Gap): string => paths.rate(matter.id, ratingId, stepOfGap(gap, steps));
  const openers = roundOpeners(draft, levels);
  const chosen = (code: string): string => (code === '' ? t('rate.review.empty') : levelName(code));
  return (
    <>
      <PageTitle tab={t('rate.review.title')}>{t('rate.review.title')}</PageTitle>
      <p lang="zh-CN" className={styles.note}>
        {matter.title} · {reply.unitName}
      </p>
      <dl className={styles.review}>
        {matter.points.map(({ no }) => {
          const verdict = verdictOf(draft, no);
          return (
            <Line key={no} name={m('points.no', { no })} to={to({ what: 'point', no })}>
              <strong>{verdict === null ? t('rate.review.empty') : t(`verdict.${verdict}`)}</strong>
            </Line>
          );
        })}
        <Line name={m('mine.attitude')} to={to({ what: 'attitude' })}>
          <strong>{chosen(draft.attitude)}</strong>
        </Line>
        <Line name={m('mine.outcome')} to={to({ what: 'outcome' })}>
          <strong>{chosen(draft.outcome)}</strong>
        </Line>
        <Line long name={m('mine.reason')} to={to({ what: 'reason' })}>
          {draft.reason.trim() === '' ? t('rate.review.noReason') : draft.reason.trim()}
        </Line>
      </dl>
      <div className={styles.final}>
        {openers.length === 0 ? null : (
          <p>
            <strong>{t('rate.review.again', { levels: levelNames(openers), unit: reply.unitName })}</strong>
          </p>
        )}
        <p>
          <strong>{t('rate.review.final')}</strong> {t('rate.review.seen')}
        </p>
      </div>
      <div role="alert">
        {gaps.length === 0 ? null : (
          <div className={styles.missing}>
            <p>{t('rate.missing.some')}</p>
            <ul>
              {gaps.map((gap) => (
                <li key={gapName(gap)}>
                  <PageLink href={to(gap)}>{gapName(gap)}</PageLink>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
};
