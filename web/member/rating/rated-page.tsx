import { memberMessages } from '#contract/messages/member.ts';
import { memberRatingMessages } from '#contract/messages/member-rating.ts';
import { getMatter } from '#contract/matter.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { useQuery } from '@tanstack/react-query';
import { shortDate } from '../dates.ts';
import type { Assignment, Matter, Rating } from '../matter/matter-types.ts';
import { VerdictWords } from '../matter/my-ratings.tsx';
import { ownRatings, toRate } from '../matter/read-matter.ts';
import { paths } from '../routes.ts';
import { useSession } from '../session.ts';
import { AbsentPage } from '../shell/absent-page.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Onward } from '../ui/page-link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { Answer } from '../ui/waiting.tsx';
import { Why } from '../ui/why.tsx';
import { leftInWords } from '../where.ts';
import styles from './rating.module.css';

const t = texts(memberRatingMessages);
const m = texts(memberMessages);

const HandledAgain = ({ duty }: { readonly duty: Assignment }) => (
  <>
    <p>
      <strong>{t('rated.again', { unit: duty.unit.name })}</strong>
    </p>
    {duty.owed === null ? null : (
      <>
        <p>
          {t('rated.again.due', {
            date: shortDate(duty.owed.date),
            left: `${m('where.comma')}${leftInWords(duty.owed)}`,
          })}
        </p>
        <Why owed={duty.owed} />
      </>
    )}
    <p>{t('rated.again.then')}</p>
  </>
);

/** What comes of it: another round with its date, the other proposers, the closing. */
const WhatNext = ({ matter, rating }: { readonly matter: Matter; readonly rating: Rating }) => {
  const { data } = useReference();
  const reply = matter.replies.find((one) => one.id === rating.replyId);
  const duty = matter.assignments.find((one) => one.id === reply?.assignmentId);
  if (matter.stage === 'closed') return <p>{t('rated.closed')}</p>;
  if (duty !== undefined && duty.endedOn === null && duty.round > rating.round && duty.state === 'rehandling')
    return <HandledAgain duty={duty} />;
  if (matter.stage === 'replied') return <p>{t('rated.others')}</p>;
  if (matter.stage !== 'rated') return null;
  const office = data?.organs.find(({ id }) => id === matter.organ.id)?.officeName ?? matter.organ.name;
  return <p>{t('rated.office', { organ: office })}</p>;
};

const Thanks = ({ matter, ratingId }: { readonly matter: Matter; readonly ratingId: number }) => {
  const { person } = useSession();
  const rating = ownRatings(matter, person.id).find((one) => one.id === ratingId);
  if (rating === undefined) return <AbsentPage />;
  if (rating.state === 'open') return <Onward to={paths.rate(matter.id, ratingId)} />;
  const more = toRate(matter, person.id);
  return (
    <>
      <div className={styles.thanks}>
        <svg viewBox="0 0 64 64" aria-hidden="true">
          <circle cx="32" cy="32" r="29" />
          <path d="m19 33 9 9 18-19" />
        </svg>
        <PageTitle tab={t('rated.title')}>{t('rated.title')}</PageTitle>
        <p lang="zh-CN">{matter.title}</p>
        {rating.sealedAt === null ? null : (
          <p className={styles.note}>{t('rated.at', { at: moment(rating.sealedAt) })}</p>
        )}
        {rating.enteredForProposer ? <p>{t('rated.entered')}</p> : null}
      </div>
      <Section id="what-next" title={t('rated.next')}>
        {more.length === 0 ? null : (
          <>
            <p>{t('rated.more')}</p>
            {more.map((one) => (
              <ButtonLink key={one.rating.id} look="main" wide href={paths.rate(matter.id, one.rating.id)}>
                {t('rated.unit', { unit: one.reply.unitName })}
              </ButtonLink>
            ))}
          </>
        )}
        <WhatNext matter={matter} rating={rating} />
        <p>{t('rated.seen')}</p>
      </Section>
      <Section id="what-said" title={m('mine.title')}>
        {rating.verdict === null ? null : <VerdictWords verdict={rating.verdict} />}
      </Section>
      <ButtonLink wide href={paths.matter(matter.id)}>
        {t('rate.toMatter')}
      </ButtonLink>
      <ButtonLink look={more.length === 0 ? 'main' : 'plain'} wide href={paths.home}>
        {m('do.home')}
      </ButtonLink>
    </>
  );
};

type RatedPageProps = { readonly matterId: number; readonly ratingId: number };

/** After a rating: thanks, and what happens next. Read from the matter, so that it is as true after a reload. */
export const RatedPage = ({ matterId, ratingId }: RatedPageProps) => {
  const query = useQuery(ask(getMatter, { params: { matterId } }));
  return (
    <Answer whole query={query}>
      {(matter) => <Thanks matter={matter} ratingId={ratingId} />}
    </Answer>
  );
};
