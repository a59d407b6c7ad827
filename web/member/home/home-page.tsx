import type { ResponseOf } from '#contract/endpoint.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { myMatters } from '#contract/rating.ts';
import { askPages } from '#web/shared/ask.ts';
import { count } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { mySessionMessages } from '#contract/messages/my-session.ts';
import { paths } from '../routes.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Answer } from '../ui/waiting.tsx';
import styles from './home.module.css';
import { MatterCard, type MyMatter } from './matter-card.tsx';
import { SubmissionsStrip } from './submissions-strip.tsx';

const t = texts(memberMessages);
const o = texts(mySessionMessages);

type Page = ResponseOf<typeof myMatters>;

type ListProps = { readonly id: string; readonly title: string; readonly items: readonly MyMatter[] };

const List = ({ id, title, items }: ListProps) =>
  items.length === 0 ? null : (
    <section aria-labelledby={id} className={styles.list}>
      <h2 id={id}>{title}</h2>
      <ul>
        {items.map((matter) => (
          <li key={matter.id}>
            <MatterCard matter={matter} />
          </li>
        ))}
      </ul>
    </section>
  );

const Empty = () => (
  <div className={styles.empty}>
    <svg viewBox="0 0 72 72" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      <path d="M17 12h30l9 9v39H17ZM47 12v9h9M26 32h20M26 41h20M26 50h12" strokeLinejoin="round" />
    </svg>
    <h2>{t('home.empty')}</h2>
    <p>{t('home.empty.detail')}</p>
  </div>
);

type MattersProps = {
  readonly pages: readonly Page[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
};

const Matters = ({ pages, hasMore, loading, onMore }: MattersProps) => {
  const items = pages.flatMap((page) => page.items);
  const { toRate, total } = pages[0] ?? { toRate: 0, total: 0 };
  if (items.length === 0) return <Empty />;
  const waiting = items.filter((matter) => matter.toRate > 0);
  return (
    <>
      {toRate === 0 ? <p className={styles.calm}>{t('home.toRate.none')}</p> : null}
      <List id="to-rate" title={t('home.toRate', { count: count(toRate) })} items={waiting} />
      <List
        id="others"
        title={t(toRate === 0 ? 'home.all' : 'home.others')}
        items={items.filter((matter) => matter.toRate === 0)}
      />
      <div className={styles.foot}>
        <span role="status">{t('home.shown', { shown: count(items.length), total: count(total) })}</span>
        {hasMore ? (
          <Button wide busy={loading} onClick={onMore}>
            {t('home.more')}
          </Button>
        ) : null}
      </div>
    </>
  );
};

/** 我的: what waits for one's rating first, then everything one has proposed or co-signed, the newest first. */
export const HomePage = () => {
  const { person, records } = useSession();
  const query = useInfiniteQuery(askPages(myMatters));
  return (
    <>
      <div>
        <p className={styles.hello}>{t('home.hello', { name: person.name })}</p>
        <PageTitle tab={t('home.title')}>{t('home.title')}</PageTitle>
        <p>
          <PageLink href={paths.sessionOpinions}>{o('mine.title')}</PageLink>
        </p>
        {records ? (
          <p>
            <a href={paths.records}>{o('mine.toRecord')}</a>
          </p>
        ) : null}
      </div>
      <SubmissionsStrip />
      <Answer query={query}>
        {({ pages }) => (
          <Matters
            pages={pages}
            hasMore={query.hasNextPage}
            loading={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        )}
      </Answer>
    </>
  );
};
