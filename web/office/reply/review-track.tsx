import { replyMessages } from '#contract/messages/reply.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useMatter } from '../matter/matter-context.ts';
import type { Reply } from '../matter/matter-types.ts';
import { useWords } from '../matter/use-words.ts';
import styles from './reply.module.css';

const t = texts(replyMessages);

type ReplyProps = { readonly reply: Reply };

/** How many of the steps draft, level 1 … n, issue lie behind the reply. */
const passedBy = (reply: Reply, levels: number): number => {
  switch (reply.state) {
    case 'draft':
    case 'sentBack':
      return 0;
    case 'inReview':
      return 1 + reply.level;
    case 'cleared':
      return 1 + levels;
    case 'issued':
      return 2 + levels;
    default: {
      const forgotten: never = reply.state;
      return forgotten;
    }
  }
};

/** 审核进度: from the draft through the levels of the ruleset to the letter. */
export const ReviewTrack = ({ reply }: ReplyProps) => {
  const { reference } = useMatter();
  const words = useWords();
  const levels = reference.ruleset.reviewLevels;
  const passed = passedBy(reply, levels.length);
  const steps = [
    t('reply.track.draft'),
    ...levels.map((_, level) => words.level(level)),
    t('reply.track.issue'),
  ];
  return (
    <ol className={styles.track} aria-label={t('reply.track')}>
      {steps.map((name, index) => {
        const state = index < passed ? 'passed' : index === passed ? 'now' : 'ahead';
        return (
          <li key={name} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
            <i aria-hidden="true">{state === 'passed' ? '✓' : index + 1}</i>
            {name}
            <span className="visually-hidden">{t(`reply.track.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
};

/** 审核记录: who passed it on, who sent it back and why. */
export const ReviewTrail = ({ reply }: ReplyProps) => {
  const words = useWords();
  if (reply.reviews.length === 0) return null;
  const sentence = (review: Reply['reviews'][number]): string => {
    const to =
      review.toLevel === null || review.toLevel < 0
        ? t('reply.sendBack.drafter')
        : words.level(review.toLevel);
    return t(`reply.review.${review.outcome}`, { level: words.level(Math.max(review.level, 0)), to });
  };
  return (
    <ol className={styles.trail}>
      {reply.reviews.map((review) => (
        <li key={`${review.at} ${review.outcome}`} data-outcome={review.outcome}>
          <time dateTime={review.at}>{moment(review.at)}</time> <b>{review.by}</b> {sentence(review)}
          {review.note === '' ? null : <blockquote>{review.note}</blockquote>}
        </li>
      ))}
    </ol>
  );
};
