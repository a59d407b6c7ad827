import { memberRatingMessages } from '#contract/messages/member-rating.ts';
import { getMatter } from '#contract/matter.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { Matter } from '../matter/matter-types.ts';
import { toRate } from '../matter/read-matter.ts';
import { paths } from '../routes.ts';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Onward } from '../ui/page-link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Answer } from '../ui/waiting.tsx';
import styles from './rating.module.css';

const t = texts(memberRatingMessages);

const Choices = ({ matter }: { readonly matter: Matter }) => {
  const { person } = useSession();
  const waiting = toRate(matter, person.id);
  const [only] = waiting;
  if (only === undefined) return <Onward to={paths.matter(matter.id)} />;
  if (waiting.length === 1) return <Onward to={paths.rate(matter.id, only.rating.id)} />;
  return (
    <div className={styles.intro}>
      <PageTitle tab={t('rate.choose')}>{t('rate.choose')}</PageTitle>
      <p lang="zh-CN" className={styles.about}>
        {matter.title}
      </p>
      {waiting.map(({ rating, reply }) => (
        <ButtonLink key={rating.id} look="main" wide href={paths.rate(matter.id, rating.id)}>
          {t('rate.of', { unit: reply.unitName })}
        </ButtonLink>
      ))}
    </div>
  );
};

/** From the list to the rating: straight on when one reply waits, a choice when several do. */
export const ChoosePage = ({ matterId }: { readonly matterId: number }) => {
  const query = useQuery(ask(getMatter, { params: { matterId } }));
  return (
    <Answer whole query={query}>
      {(matter) => <Choices matter={matter} />}
    </Answer>
  );
};
