import { memberMessages } from '#contract/messages/member.ts';
import { downloadFile } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import { shortDay } from '../dates.ts';
import { useLevelName } from '../rating/use-levels.ts';
import { OuterLink } from '../ui/button.tsx';
import { roundName } from '../ui/round-name.ts';
import { Section } from '../ui/section.tsx';
import styles from './matter.module.css';
import type { Matter, Rating, Verdict } from './matter-types.ts';
import { issuedReplies, ownRatings, roundsOf } from './read-matter.ts';

const t = texts(memberMessages);

/** A rating that was given, in words. */
export const VerdictWords = ({ verdict }: { readonly verdict: Verdict }) => {
  const levelName = useLevelName();
  return (
    <dl className={styles.verdict}>
      <div>
        <dt>{t('mine.attitude')}</dt>
        <dd>{levelName(verdict.attitude)}</dd>
      </div>
      <div>
        <dt>{t('mine.outcome')}</dt>
        <dd>{levelName(verdict.outcome)}</dd>
      </div>
      {verdict.reason === '' ? null : (
        <div>
          <dt>{t('mine.reason')}</dt>
          <dd className={styles.words}>{verdict.reason}</dd>
        </div>
      )}
    </dl>
  );
};

type OneProps = { readonly rating: Rating; readonly unit: string; readonly rounds: number };

const One = ({ rating, unit, rounds }: OneProps) => (
  <li className={styles.letter}>
    <h3>{t('mine.of', { unit })}</h3>
    {rounds > 1 ? (
      <p className={styles.by}>
        <b>{roundName(rating.round)}</b>
      </p>
    ) : null}
    {rating.verdict === null ? null : <VerdictWords verdict={rating.verdict} />}
    {rating.enteredForProposer ? <p>{t('mine.entered')}</p> : null}
    {rating.scanId === null ? null : (
      <OuterLink href={addressOf(downloadFile, { fileId: rating.scanId })} target="_blank" rel="noreferrer">
        {t('mine.scan')}
      </OuterLink>
    )}
    {rating.sealedAt === null ? null : (
      <p className={styles.note}>{t('mine.sealed', { date: shortDay(rating.sealedAt) })}</p>
    )}
  </li>
);

/** What one has said, round by round: the first stays visible whatever came after it (law 8). */
export const MyRatings = ({ matter, personId }: { readonly matter: Matter; readonly personId: number }) => {
  const sealed = ownRatings(matter, personId)
    .filter((rating) => rating.state === 'sealed')
    .toSorted((a, b) => a.round - b.round);
  if (sealed.length === 0) return null;
  const replies = issuedReplies(matter);
  return (
    <Section id="mine" title={t('mine.title')}>
      <ul className={styles.letters}>
        {sealed.map((rating) => (
          <One
            key={rating.id}
            rating={rating}
            unit={replies.find((reply) => reply.id === rating.replyId)?.unitName ?? ''}
            rounds={roundsOf(matter)}
          />
        ))}
      </ul>
    </Section>
  );
};
