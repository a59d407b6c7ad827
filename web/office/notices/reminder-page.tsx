import type { ResponseOf } from '#contract/endpoint.ts';
import { clockMessages } from '#contract/messages/clock.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { reminderLines } from '#contract/reminder.ts';
import { askPages } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './notices.module.css';

const t = texts(seeMessages);
const clock = texts(clockMessages);

type Line = ResponseOf<typeof reminderLines>['items'][number];

const LineRow = ({ line }: { readonly line: Line }) => (
  <PageLink href={paths.matter(line.matterId)} className={styles.item} data-read>
    <span className={styles.dot} aria-hidden="true" />
    <span>
      <span className={styles.kind}>
        {line.caseNo} {line.title}
      </span>
      <br />
      <span className={styles.about}>
        {line.unit?.name ?? t('reminder.toAssign')}
        {line.duty === null || line.duty === 'assign' ? '' : ` · ${clock(`clock.duty.${line.duty}`)}`}
      </span>
    </span>
    <span className={styles.when}>
      <DueLight state={line.dueState} workdaysLeft={line.workdaysLeft} dueOn={line.dueOn} />
    </span>
  </PageLink>
);

/** What one run of reminders told: the lines behind the one notice. */
export const ReminderPage = () => {
  const { runId } = useParams({ strict: false });
  const query = useInfiniteQuery(askPages(reminderLines, { params: { runId: Number(runId) } }));
  const head = query.data?.pages[0];
  return (
    <>
      <PageHead
        title={t('reminder.title')}
        note={head?.date == null ? '' : t('reminder.note', { date: head.date, total: head.total })}
      />
      <QueryState query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <Panel flush>
              {items.length === 0 ? (
                <EmptyState title={t('reminder.empty')} detail={t('reminder.empty.detail')} />
              ) : (
                <ul className={styles.rows}>
                  {items.map((line) => (
                    <li key={`${line.matterId} ${line.unit?.id ?? 0} ${line.duty ?? ''} ${line.toldOf}`}>
                      <LineRow line={line} />
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
