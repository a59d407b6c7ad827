import type { ResponseOf } from '#contract/endpoint.ts';
import type { MessageTable } from '#contract/messages/message.ts';
import { memberMessages } from '#contract/messages/member.ts';
import { noticeText } from '#contract/messages/notice-text.ts';
import { notices, readNotices } from '#contract/see.ts';
import { askPages } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { paths } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { Answer } from '../ui/waiting.tsx';
import { groupNotices } from './group-notices.ts';
import styles from './notices.module.css';

const t = texts(memberMessages);
const anyText = texts(memberMessages as MessageTable);

type Notice = ResponseOf<typeof notices>['items'][number];

const kindText = ({ kind, who }: Notice): string => {
  const { key, params } = noticeText(memberMessages, kind, who);
  return anyText(key, params);
};

/** The last that one hears of it: who is no signer any more, or whose draft is gone, has no page to open. */
const farewells: readonly string[] = ['submissionSignerRemoved', 'submissionDiscarded'];

const Group = ({ items }: { readonly items: readonly Notice[] }) => {
  const [first] = items;
  if (first === undefined) return null;
  return (
    <li className={styles.group}>
      {first.matterId === null ? null : (
        <h2 lang="zh-CN">
          <PageLink href={paths.matter(first.matterId)}>
            {first.title} <small>{first.caseNo}</small>
          </PageLink>
        </h2>
      )}
      {first.matterId !== null || first.submission === null ? null : (
        <h2 lang="zh-CN">
          {farewells.includes(first.kind) ? (
            first.submission.title
          ) : first.kind === 'intakeToVet' ? (
            <a href={paths.review(first.submission.id)}>{first.submission.title}</a>
          ) : (
            <PageLink href={paths.submission(first.submission.id)}>{first.submission.title}</PageLink>
          )}
        </h2>
      )}
      <ul>
        {items.map((notice) => (
          <li key={notice.id} data-read={notice.read}>
            <span>
              {notice.read ? null : <b className={styles.new}>{t('notices.new')}</b>}
              {kindText(notice)}
            </span>
            <time dateTime={notice.at}>{moment(notice.at)}</time>
          </li>
        ))}
      </ul>
    </li>
  );
};

/** 消息: what happened to one's matters, by matter, the newest first. */
export const NoticesPage = () => {
  const query = useInfiniteQuery(askPages(notices));
  const read = useCommand(readNotices, { refreshes: ['notices'] });
  const first = query.data?.pages[0];
  const unread = first?.unread ?? 0;
  const upTo = first?.items.reduce((newest, { id }) => Math.max(newest, id), 0) ?? 0;
  return (
    <>
      <div>
        <PageTitle tab={t('notices.title')}>{t('notices.title')}</PageTitle>
        <p role="status">{t('notices.unread', { count: unread })}</p>
      </div>
      <ProblemBox problem={read.problem} />
      {unread === 0 || upTo === 0 ? null : (
        <Button busy={read.pending} onClick={() => void read.run({ body: { upTo } })}>
          {t('notices.readAll')}
        </Button>
      )}
      <Answer query={query}>
        {({ pages }) => {
          const groups = groupNotices(pages.flatMap((page) => page.items));
          if (groups.length === 0)
            return (
              <div className={styles.empty}>
                <h2>{t('notices.empty')}</h2>
                <p>{t('notices.empty.detail')}</p>
              </div>
            );
          return (
            <ul className={styles.groups}>
              {groups.map((items) => (
                <Group key={items[0]?.id} items={items} />
              ))}
            </ul>
          );
        }}
      </Answer>
      {query.hasNextPage ? (
        <Button wide busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('notices.more')}
        </Button>
      ) : null}
    </>
  );
};
