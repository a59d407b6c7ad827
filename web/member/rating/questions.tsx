/** The questions of a rating, one to a screen. */
import { memberMessages } from '#contract/messages/member.ts';
import { memberRatingMessages } from '#contract/messages/member-rating.ts';
import { currentLanguage, pick, texts } from '#web/shared/language.ts';
import { useEffect, useId, useRef } from 'react';
import { ContactItem } from '../matter/contacts.tsx';
import matterStyles from '../matter/matter.module.css';
import type { IssuedReply, Level, Matter } from '../matter/matter-types.ts';
import { AdoptionTag } from '../matter/points.tsx';
import { issuedReplies } from '../matter/read-matter.ts';
import { More } from '../ui/more.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { roundName } from '../ui/round-name.ts';
import { Choice, type Option } from './choice.tsx';
import {
  judgePoint,
  type PointVerdict,
  pointVerdicts,
  type RatingDraft,
  reasonLimit,
  roundOpeners,
  verdictOf,
} from './rating-draft.ts';
import styles from './rating.module.css';

const t = texts(memberRatingMessages);
const m = texts(memberMessages);

export type QuestionProps = {
  readonly matter: Matter;
  readonly reply: IssuedReply;
  readonly levels: readonly Level[];
  readonly draft: RatingDraft;
  readonly change: (draft: RatingDraft) => void;
  readonly error: string | null;
};

const marks: Record<PointVerdict, string> = {
  done: 'm4 12.5 5.5 5.5L20 6.5',
  partly: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 3v18',
  notDone: 'm5 5 14 14M19 5 5 19',
  notYet: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5.5l4 2.5',
};

const verdictOptions = (): readonly Option<PointVerdict>[] =>
  pointVerdicts.map((value) => ({
    value,
    label: t(`verdict.${value}`),
    note: t(`verdict.${value}.note`),
    mark: marks[value],
  }));

type PointProps = QuestionProps & { readonly no: number };

/** The ask and its answer, one under the other, and the question what became of it. */
export const PointQuestion = ({ matter, reply, draft, change, error, no }: PointProps) => {
  const point = matter.points.find((one) => one.no === no);
  const answer = reply.content.answers.find((one) => one.no === no);
  const earlier = issuedReplies(matter).filter(
    (one) => one.assignmentId === reply.assignmentId && one.round < reply.round,
  );
  const title = t('rate.point.title', { no });
  return (
    <>
      <PageTitle tab={title}>{title}</PageTitle>
      <div className={styles.said}>
        <h2>{t('rate.point.yours')}</h2>
        <p lang="zh-CN">{point?.text}</p>
      </div>
      <div className={styles.answer}>
        <h2>
          {t('rate.point.theirs', { unit: reply.unitName })}{' '}
          <AdoptionTag adoption={answer?.adoption ?? null} />
        </h2>
        {answer === undefined || answer.answer === '' ? (
          <p>{t('rate.point.unanswered')}</p>
        ) : (
          <p lang="zh-CN">{answer.answer}</p>
        )}
        {earlier.map((one) => (
          <More key={one.id} summary={t('rate.point.earlier', { round: roundName(one.round) })}>
            <p lang="zh-CN">{one.content.answers.find((said) => said.no === no)?.answer}</p>
          </More>
        ))}
      </div>
      <Choice
        legend={title}
        name={`point-${no}`}
        options={verdictOptions()}
        value={verdictOf(draft, no)}
        onChoose={(verdict) => change(judgePoint(draft, no, verdict))}
        error={error}
      />
    </>
  );
};

/** A matter without points: the whole reply is read before it is rated. */
export const AnswerReading = ({ reply }: Pick<QuestionProps, 'reply'>) => (
  <>
    <PageTitle tab={t('rate.answer.title')}>{t('rate.answer.title')}</PageTitle>
    <div className={styles.answer} lang="zh-CN">
      <p>{reply.content.opening}</p>
      {reply.content.answers.map(({ no, answer }) => (
        <p key={no}>{answer}</p>
      ))}
      <p>{reply.content.closing}</p>
    </div>
  </>
);

const levelOptions = (levels: readonly Level[]): readonly Option<string>[] =>
  levels.map(({ code, name }) => ({ value: code, label: pick(name) }));

type LevelProps = Pick<QuestionProps, 'levels' | 'error'> & {
  readonly what: 'attitude' | 'outcome';
  readonly value: string;
  readonly onChoose: (code: string) => void;
};

const LevelChoice = ({ what, levels, value, onChoose, error }: LevelProps) => {
  const note = useRef<HTMLParagraphElement>(null);
  const opens = levels.some((level) => level.code === value && level.opensRound);
  // It appears below the choice, where the bar with the way on may lie over it.
  useEffect(() => {
    if (opens) note.current?.scrollIntoView({ block: 'nearest' });
  }, [opens]);
  return (
    <Choice
      legend={t(`rate.${what}.title`)}
      name={what}
      options={levelOptions(levels)}
      value={value}
      onChoose={onChoose}
      error={error}
    >
      <p role="status" className={styles.consequence} ref={note}>
        {opens ? t('rate.again.note') : ''}
      </p>
    </Choice>
  );
};

/** 办理态度, with the talks that are on record to judge it by. */
export const AttitudeQuestion = ({ matter, reply, levels, draft, change, error }: QuestionProps) => {
  const talks = matter.contacts.filter(
    (contact) => contact.assignmentId === reply.assignmentId && contact.round === reply.round,
  );
  const title = t('rate.attitude.title');
  return (
    <>
      <PageTitle tab={title}>{title}</PageTitle>
      <p>{t('rate.attitude.lead')}</p>
      {talks.length === 0 ? (
        <p className={styles.note}>{t('rate.attitude.noContacts')}</p>
      ) : (
        <More summary={t('rate.attitude.contacts', { count: talks.length })}>
          <ul className={matterStyles.talks}>
            {talks.map((contact) => (
              <ContactItem key={contact.id} contact={contact} />
            ))}
          </ul>
        </More>
      )}
      <LevelChoice
        what="attitude"
        levels={levels}
        value={draft.attitude}
        onChoose={(attitude) => change({ ...draft, attitude })}
        error={error}
      />
    </>
  );
};

/** 办理结果, with what was just said of each point. */
export const OutcomeQuestion = ({ matter, levels, draft, change, error }: QuestionProps) => {
  const title = t('rate.outcome.title');
  return (
    <>
      <PageTitle tab={title}>{title}</PageTitle>
      {matter.points.length === 0 ? (
        <p>{t('rate.outcome.lead.plain')}</p>
      ) : (
        <div>
          <p>{t('rate.outcome.lead')}</p>
          <ul className={styles.recap}>
            {matter.points.map(({ no }) => {
              const verdict = verdictOf(draft, no);
              return (
                <li key={no}>
                  {m('points.no', { no })}{' '}
                  <strong>{verdict === null ? t('rate.review.empty') : t(`verdict.${verdict}`)}</strong>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <LevelChoice
        what="outcome"
        levels={levels}
        value={draft.outcome}
        onChoose={(outcome) => change({ ...draft, outcome })}
        error={error}
      />
    </>
  );
};

/** The names of levels as they stand inside a sentence. */
export const levelNames = (levels: readonly Level[]): string =>
  levels.map(({ name }) => pick(name)).join(currentLanguage() === 'zh' ? '、' : ', ');

/** The reason: asked for when the unit must handle it again, welcome otherwise. */
export const ReasonQuestion = ({ levels, draft, change, error }: QuestionProps) => {
  const id = useId();
  const openers = roundOpeners(draft, levels);
  const needed = openers.length > 0;
  const title = needed
    ? t('rate.reason.title.needed', { levels: levelNames(openers) })
    : t('rate.reason.title');
  return (
    <>
      <PageTitle tab={title}>{title}</PageTitle>
      <p id={`${id}-lead`}>{t(needed ? 'rate.reason.lead.needed' : 'rate.reason.lead')}</p>
      <div className={styles.reason}>
        <label htmlFor={id}>{t('rate.reason.label')}</label>
        <p id={`${id}-error`} role="alert" className={styles.error}>
          {error}
        </p>
        <textarea
          id={id}
          name="reason"
          rows={6}
          maxLength={reasonLimit}
          value={draft.reason}
          aria-required={needed}
          aria-invalid={error !== null}
          aria-describedby={`${id}-lead ${id}-error`}
          onChange={(event) => change({ ...draft, reason: event.target.value })}
        />
        <small>{t('rate.reason.count', { count: draft.reason.length, max: reasonLimit })}</small>
      </div>
    </>
  );
};
