import { memberMessages } from '#contract/messages/member.ts';
import { memberRatingMessages } from '#contract/messages/member-rating.ts';
import { texts } from '#web/shared/language.ts';
import { roundName } from '../ui/round-name.ts';
import { Section } from '../ui/section.tsx';
import styles from './matter.module.css';
import type { IssuedReply, Matter } from './matter-types.ts';
import { issuedReplies, ownRatings, roundsOf } from './read-matter.ts';

const t = texts(memberMessages);
const r = texts(memberRatingMessages);

type AnswerOf = IssuedReply['content']['answers'][number];

/** Whether the point was taken up, in the unit's words. */
export const AdoptionTag = ({ adoption }: Pick<AnswerOf, 'adoption'>) =>
  adoption === null ? null : (
    <span className={styles.tag} data-adoption={adoption}>
      {t(`points.${adoption}`)}
    </span>
  );

type PointProps = {
  readonly matter: Matter;
  readonly personId: number;
  readonly no: number;
  readonly text: string;
};

const Point = ({ matter, personId, no, text }: PointProps) => {
  const rounds = roundsOf(matter);
  const ratings = ownRatings(matter, personId);
  const answers = issuedReplies(matter).flatMap((reply) => {
    const answer = reply.content.answers.find((one) => one.no === no);
    const rating = ratings.find((one) => one.replyId === reply.id);
    const verdict = rating?.verdict?.points.find((one) => one.no === no)?.verdict;
    return answer === undefined ? [] : [{ reply, answer, verdict }];
  });
  return (
    <li>
      <h3>{t('points.no', { no })}</h3>
      <p lang="zh-CN">{text}</p>
      {answers.length === 0 ? (
        <p className={styles.note}>
          {t(matter.merging?.into == null ? 'points.noAnswer' : 'points.answeredThere')}
        </p>
      ) : null}
      {answers.map(({ reply, answer, verdict }) => (
        <div key={reply.id} className={styles.answer}>
          <p className={styles.by}>
            {rounds > 1 ? <b>{roundName(reply.round)}</b> : null}
            <span>{t('points.answer', { unit: reply.unitName })}</span>
            <AdoptionTag adoption={answer.adoption} />
          </p>
          <p lang="zh-CN" className={styles.words}>
            {answer.answer}
          </p>
          {verdict === undefined ? null : (
            <p className={styles.mine}>{t('points.mine', { verdict: r(`verdict.${verdict}`) })}</p>
          )}
        </div>
      ))}
    </li>
  );
};

/** Each ask with the answers it got, of each unit and in each round, adopted or not, and what one said of it. */
export const Points = ({ matter, personId }: { readonly matter: Matter; readonly personId: number }) => (
  <Section id="points" title={t('points.title')}>
    {matter.points.length === 0 ? (
      <p className={styles.note}>{t('points.none')}</p>
    ) : (
      <ol className={styles.points}>
        {matter.points.map(({ no, text }) => (
          <Point key={no} matter={matter} personId={personId} no={no} text={text} />
        ))}
      </ol>
    )}
  </Section>
);
