import { downloadFile } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { moment } from '#web/shared/format.ts';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { useMatter } from './matter-context.ts';
import type { Rating, Reply } from './matter-types.ts';
import styles from './ratings.module.css';
import { Nothing, Section } from './section.tsx';
import { usePress } from './use-press.ts';
import { useWords } from './use-words.ts';
import { VerdictTag } from './verdict-tag.tsx';
import { t } from './matter-texts.ts';

type RatingProps = { readonly rating: Rating };

const Sealed = ({ rating }: RatingProps) => {
  const { reference } = useMatter();
  const words = useWords();
  const { verdict } = rating;
  if (verdict === null) return <p className={styles.muted}>{t('matter.rating.hidden')}</p>;
  const bad = (code: string): boolean =>
    reference.ruleset.satisfaction.some((level) => level.code === code && level.opensRound);
  return (
    <>
      <dl className={styles.levels}>
        <div data-bad={bad(verdict.attitude)}>
          <dt>{t('matter.rating.attitude')}</dt>
          <dd>{words.satisfaction(verdict.attitude)}</dd>
        </div>
        <div data-bad={bad(verdict.outcome)}>
          <dt>{t('matter.rating.outcome')}</dt>
          <dd>{words.satisfaction(verdict.outcome)}</dd>
        </div>
      </dl>
      {verdict.points.length === 0 ? null : (
        <ul className={styles.pointVerdicts}>
          {verdict.points.map((point) => (
            <li key={point.no}>
              {t('matter.points.no', { no: point.no })}{' '}
              <VerdictTag verdict={point.verdict}>{words.verdict(point.verdict)}</VerdictTag>
            </li>
          ))}
        </ul>
      )}
      {verdict.reason === '' ? null : <blockquote className={styles.reason}>{verdict.reason}</blockquote>}
      <p className={styles.muted}>
        {rating.sealedAt === null ? null : t('matter.rating.sealedAt', { at: moment(rating.sealedAt) })}
        {rating.enteredForProposer ? (
          <>
            {' '}
            <b className={styles.entered}>{t('matter.rating.entered')}</b>{' '}
            {rating.scanId === null ? null : (
              <a href={addressOf(downloadFile, { fileId: rating.scanId })} target="_blank" rel="noreferrer">
                {t('matter.rating.scan')}
              </a>
            )}
          </>
        ) : null}
      </p>
    </>
  );
};

const RatingItem = ({ rating }: RatingProps) => {
  const { press } = usePress();
  const enter = rating.allowedActions.find((one) => one.action === 'enterForProposer');
  return (
    <li className={styles.rating} data-state={rating.state}>
      <h4>{rating.proposer.name}</h4>
      {rating.state === 'sealed' ? (
        <Sealed rating={rating} />
      ) : (
        <p className={styles.muted}>{t('matter.rating.open')}</p>
      )}
      {enter === undefined ? null : (
        <ActionButton
          size="small"
          allowed={enter}
          aria-label={t('matter.do.of', {
            verb: t('matter.do.enterForProposer'),
            subject: rating.proposer.name,
          })}
          onPress={() => press({ on: 'rating', id: rating.id, action: 'enterForProposer' })}
        >
          {t('matter.do.enterForProposer')}
        </ActionButton>
      )}
    </li>
  );
};

/** The ratings of one reply: of one unit in one round. */
const OfReply = ({ reply }: { readonly reply: Reply }) => {
  const { matter } = useMatter();
  const ratings = matter.ratings.filter((rating) => rating.replyId === reply.id);
  const sealed = ratings.filter((rating) => rating.state === 'sealed').length;
  return (
    <div className={styles.group}>
      <h3>
        {t('matter.rating.of', { unit: reply.unitName, round: reply.round })}
        <small>{t('matter.rating.count', { sealed, of: ratings.length })}</small>
      </h3>
      <ul className={styles.ratings}>
        {ratings.map((rating) => (
          <RatingItem key={rating.id} rating={rating} />
        ))}
      </ul>
    </div>
  );
};

/** 评价: by proposer and round. The first round stays visible whatever came after it (law 8). */
export const RatingsSection = () => {
  const { matter } = useMatter();
  const rated = matter.replies
    .filter((reply) => matter.ratings.some((rating) => rating.replyId === reply.id))
    .toSorted((a, b) => a.round - b.round);
  return (
    <Section
      id="ratings"
      title={t('matter.ratings')}
      count={matter.ratings.filter((one) => one.state === 'sealed').length}
    >
      {rated.length === 0 ? (
        <Nothing>{t('matter.ratings.none')}</Nothing>
      ) : (
        rated.map((reply) => <OfReply key={reply.id} reply={reply} />)
      )}
    </Section>
  );
};
