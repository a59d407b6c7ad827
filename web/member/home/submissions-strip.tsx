import { memberMessages } from '#contract/messages/member.ts';
import { reviewDesk } from '#contract/review.ts';
import { mySubmissions, toSign } from '#contract/submission.ts';
import { ask, askPages } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { paths } from '../routes.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';
import styles from './home.module.css';

const t = texts(memberMessages);

/** What one is writing, or is asked to sign: said in a line each, with the way to it. Absent while it is not known. */
export const SubmissionsStrip = () => {
  const own = useInfiniteQuery(askPages(mySubmissions));
  const invitations = useQuery(ask(toSign));
  const seat = useInfiniteQuery(askPages(reviewDesk));
  const toReview = seat.data?.pages[0]?.total ?? 0;
  const rows = own.data?.pages.flatMap(({ items }) => items) ?? [];
  const of = (...states: readonly string[]): number =>
    rows.filter(({ state, mine }) => mine === 'author' && states.includes(state)).length;
  const lines = [
    ['home.toSign', invitations.data?.items.filter(({ closed }) => !closed).length ?? 0],
    ['home.toAnswer', rows.filter(({ next }) => next?.what === 'agreeToWithdraw' && next.mine).length],
    ['home.returned', of('returned')],
    ['home.drafts', of('draft')],
    ['home.office', of('vetting', 'submitted')],
  ] as const;
  return (
    <div className={styles.strip}>
      <ButtonLink wide href={paths.begin}>
        ＋ {t('home.write')}
      </ButtonLink>
      <ul>
        {toReview === 0 ? null : (
          <li>
            <a href={paths.review()}>{t('home.toReview', { count: toReview })}</a>
          </li>
        )}
        {lines.map(([key, count]) =>
          count === 0 ? null : (
            <li key={key}>
              <PageLink href={paths.submissions}>{t(key, { count })}</PageLink>
            </li>
          ),
        )}
      </ul>
    </div>
  );
};
