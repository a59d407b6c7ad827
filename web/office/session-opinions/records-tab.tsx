import { changeSessionRecord, sessionRecords } from '#contract/session-records.ts';
import { askPages } from '#web/shared/ask.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { CommandButton } from '#web/shared/ui/command-button.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './opinions.module.css';
import { t } from './opinion-texts.ts';
import type { Desk } from './opinion-types.ts';
import { writeView } from './opinions-view.ts';

const Check = ({ id, version }: { readonly id: number; readonly version: number }) => {
  const check = useCommand(changeSessionRecord, { onRefused: useProblemNotice() });
  return (
    <CommandButton
      type="primary"
      command={check}
      given={() => ({ params: { recordId: id }, version, body: { type: 'checkRecord' as const } })}
    >
      {t('opinions.do.checkRecord')}
    </CommandButton>
  );
};

/** 分组记录: by group collected, the latest day first. */
export const RecordsTab = ({ sessionId, desk }: { readonly sessionId: number; readonly desk: Desk }) => {
  const query = useInfiniteQuery(askPages(sessionRecords, { query: { sessionId } }));
  const writes = desk.groups.some((group) => group.sessionId === sessionId);
  return (
    <div className={styles.stack}>
      {writes ? (
        <p>
          <PageLink href={paths.sessionRecord()}>{t('opinions.record.new')}</PageLink>
        </p>
      ) : null}
      <QueryState query={query} lines={6}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <EmptyState title={t('opinions.record.none')} detail={t('opinions.record.none.detail')} />
          ) : (
            <>
              <ul className={styles.cards}>
                {items.map((record) => (
                  <li key={record.id} className={styles.card}>
                    <div className={styles.head}>
                      <h2>
                        <PageLink href={paths.sessionRecord(record.id)}>
                          {record.group.name} {record.heldOn}
                        </PageLink>
                      </h2>
                      <span className={styles.state}>{t(`opinions.recordState.${record.state}`)}</span>
                    </div>
                    <div className={`${styles.line} ${styles.meta}`}>
                      {record.place === '' ? null : <span>{record.place}</span>}
                      <span>{t('opinions.record.by', { name: record.writtenBy })}</span>
                      <PageLink
                        href={paths.sessionOpinions(
                          writeView({ part: 'all', sessionId, filters: { recordId: String(record.id) } }),
                        )}
                      >
                        {t('opinions.record.count', { count: record.opinions, forwarded: record.forwarded })}
                      </PageLink>
                    </div>
                    {desk.office && record.state === 'submitted' ? (
                      <div className={styles.buttons}>
                        <Check id={record.id} version={record.version} />
                      </div>
                    ) : null}
                  </li>
                ))}
              </ul>
              <LoadMore query={query} shown={items.length} total={pages[0]?.total ?? 0} />
            </>
          );
        }}
      </QueryState>
    </div>
  );
};
