import type { ResponseOf } from '#contract/endpoint.ts';
import { absenceMessages } from '#contract/messages/absence.ts';
import type { MessageTable } from '#contract/messages/message.ts';
import { noticeText } from '#contract/messages/notice-text.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { notices, readNotices } from '#contract/see.ts';
import { askPages } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { CommandButton } from '#web/shared/ui/command-button.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './notices.module.css';

const t = texts(seeMessages);
const a = texts(absenceMessages);
const anyText = texts(seeMessages as MessageTable);

type Notice = ResponseOf<typeof notices>['items'][number];

const kindText = ({ kind, who }: Notice): string => {
  const { key, params } = noticeText(seeMessages, kind, who);
  return anyText(key, params);
};

const NoticeBody = ({ notice }: { readonly notice: Notice }) => (
  <>
    <span className={styles.dot} aria-hidden="true" />
    <span>
      <span className={styles.kind}>
        {notice.for === null
          ? kindText(notice)
          : a('acting.notice', { name: notice.for, text: kindText(notice) })}
      </span>
      {notice.read ? null : <span className="visually-hidden"> {t('notices.new')}</span>}
      {notice.reminder === null || notice.title !== null ? null : (
        <span className={styles.about}>
          <br />
          {notice.reminder.urgent ? `${t('notice.reminder.urgent')} · ` : ''}
          {t('notice.reminder.counts', { count: notice.reminder.count, late: notice.reminder.late })}
        </span>
      )}
      {notice.title === null && notice.submission === null ? null : (
        <span className={styles.about}>
          <br />
          {notice.caseNo} {notice.title ?? notice.submission?.title}
        </span>
      )}
    </span>
    <time className={styles.when} dateTime={notice.at}>
      {moment(notice.at)}
    </time>
  </>
);

const placeOf = ({ kind, matterId, submission, reminder, round }: Notice): string | null => {
  if (kind.startsWith('session')) return paths.sessionOpinions();
  if (matterId !== null) return paths.matter(matterId);
  // What comes in is worked on at the review desk; of one’s own as a proposer the member’s pages tell.
  if (submission !== null && kind.startsWith('intake')) return paths.review(submission.id);
  if (round !== null) return paths.assignRounds(round);
  // What a hand-back says of one's unit is answered beside the rounds.
  if (kind === 'handBackNamed') return paths.assignRounds();
  return reminder === null ? null : paths.reminder(reminder.run);
};

const NoticeRow = ({ notice }: { readonly notice: Notice }) => {
  const place = placeOf(notice);
  return place === null ? (
    <div className={styles.item} data-read={notice.read}>
      <NoticeBody notice={notice} />
    </div>
  ) : (
    <PageLink href={place} className={styles.item} data-read={notice.read}>
      <NoticeBody notice={notice} />
    </PageLink>
  );
};

/** 消息: what concerns one, newest first. */
export const NoticesPage = () => {
  const query = useInfiniteQuery(askPages(notices));
  const read = useCommand(readNotices, { refreshes: ['notices'], onRefused: useProblemNotice() });
  const unread = query.data?.pages[0]?.unread ?? 0;
  const newest = query.data?.pages[0]?.items[0];
  return (
    <>
      <PageHead title={t('notices.title')} note={t('notices.unread', { count: unread })}>
        {newest === undefined || unread === 0 ? null : (
          <CommandButton command={read} given={() => ({ body: { upTo: newest.id } })}>
            {t('notices.allRead')}
          </CommandButton>
        )}
      </PageHead>
      <QueryState query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <Panel flush>
              {items.length === 0 ? (
                <EmptyState title={t('notices.empty')} detail={t('notices.empty.detail')} />
              ) : (
                <ul className={styles.rows}>
                  {items.map((notice) => (
                    <li key={notice.id}>
                      <NoticeRow notice={notice} />
                    </li>
                  ))}
                </ul>
              )}
              <div className={styles.foot}>
                <LoadMore query={query} shown={items.length} />
              </div>
            </Panel>
          );
        }}
      </QueryState>
    </>
  );
};
