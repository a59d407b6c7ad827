import { memberRatingMessages } from '#contract/messages/member-rating.ts';
import { getMatter } from '#contract/matter.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { useQuery } from '@tanstack/react-query';
import type { Level, Matter } from '../matter/matter-types.ts';
import { mayRate, ownRatings, toRate } from '../matter/read-matter.ts';
import { paths } from '../routes.ts';
import { useSession } from '../session.ts';
import { AbsentPage } from '../shell/absent-page.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Onward } from '../ui/page-link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Answer } from '../ui/waiting.tsx';
import uiStyles from '../ui/ui.module.css';
import { RatingForm } from './rating-form.tsx';

const t = texts(memberRatingMessages);

type RatePageProps = { readonly matterId: number; readonly ratingId: number; readonly step: number };

/** The reply has gone into another round, or the matter has ended, since this address was handed out. */
const Closed = ({ matterId }: { readonly matterId: number }) => (
  <div className={uiStyles.stack}>
    <PageTitle tab={t('rate.closed.title')}>{t('rate.closed.title')}</PageTitle>
    <p>{t('rate.closed.detail')}</p>
    <ButtonLink look="main" href={paths.matter(matterId)}>
      {t('rate.toMatter')}
    </ButtonLink>
  </div>
);

type OpenProps = {
  readonly matter: Matter;
  readonly levels: readonly Level[];
  readonly ratingId: number;
  readonly step: number;
};

const Open = ({ matter, levels, ratingId, step }: OpenProps) => {
  const { person } = useSession();
  const rating = ownRatings(matter, person.id).find((one) => one.id === ratingId);
  if (rating === undefined) return <AbsentPage />;
  if (rating.state === 'sealed') return <Onward to={paths.rated(matter.id, ratingId)} />;
  const waiting = toRate(matter, person.id).find((one) => one.rating.id === ratingId);
  if (!mayRate(rating) || waiting === undefined) return <Closed matterId={matter.id} />;
  return (
    <RatingForm
      matter={matter}
      rating={rating}
      reply={waiting.reply}
      levels={levels}
      step={step}
      personId={person.id}
    />
  );
};

/** 评价 one reply, step by step. */
export const RatePage = ({ matterId, ratingId, step }: RatePageProps) => {
  const matter = useQuery(ask(getMatter, { params: { matterId } }));
  const words = useReference();
  return (
    <Answer whole query={matter}>
      {(found) => (
        <Answer whole query={words}>
          {({ ruleset }) => (
            <Open matter={found} levels={ruleset.satisfaction} ratingId={ratingId} step={step} />
          )}
        </Answer>
      )}
    </Answer>
  );
};
