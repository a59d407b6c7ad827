import type { QueryGiven, ResponseOf } from '#contract/endpoint.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { ledger, type reference } from '#contract/see.ts';
import { askPages } from '#web/shared/ask.ts';
import { count } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useReference } from '#web/shared/use-reference.ts';
import EyeOutlined from '@ant-design/icons/EyeOutlined';
import SettingOutlined from '@ant-design/icons/SettingOutlined';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { BookletButton } from '../booklet/booklet-button.tsx';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { useSession } from '../shell/session.ts';
import { BulkBar, mayAssign, maySignFor } from './bulk-bar.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type ColumnKey, type LedgerRow, ledgerColumns, soundColumns } from './ledger-columns.tsx';
import { countFilters, type LedgerView, readView, writeView } from './ledger-view.ts';
import { rememberColumns, rememberedColumns } from './remembered-columns.ts';
import { SavedViews } from './saved-views.tsx';

const t = texts(seeMessages);

type Reference = ResponseOf<typeof reference>;
/** The filters as the endpoint takes them; their form was checked when the address was read. */
const queryOf = ({ filters, sort }: LedgerView) =>
  ({ ...filters, sort }) as NonNullable<QueryGiven<typeof ledger>>;

const useLedger = (view: LedgerView) =>
  useInfiniteQuery({ ...askPages(ledger, { query: queryOf(view) }), placeholderData: (before) => before });

type ListProps = {
  readonly query: ReturnType<typeof useLedger>;
  readonly view: LedgerView;
  readonly columns: readonly ColumnKey[];
  readonly reference: Reference;
  readonly onChange: (view: LedgerView) => void;
};

const LedgerList = ({ query, view, columns, reference, onChange }: ListProps) => {
  const session = useSession();
  const go = useGo();
  const [selected, setSelected] = useState<ReadonlySet<string | number>>(new Set());
  const selectable = mayAssign(session) || maySignFor(session);
  return (
    <QueryState query={query} lines={12}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        const total = pages[0]?.total ?? 0;
        // A matter of which two units' duties are listed stands in two rows.
        const keyOf = ({ id, units: [duty] }: LedgerRow): number =>
          view.filters.per === 'duty' ? (duty?.assignmentId ?? id) : id;
        const clear = (): void => setSelected(new Set());
        return (
          <>
            <Panel flush>
              {total === 0 ? (
                <EmptyState title={t('ledger.empty')} detail={t('ledger.empty.detail')}>
                  {countFilters(view) === 0 ? null : (
                    <Button onClick={() => onChange({ ...view, filters: {} })}>
                      {t('ledger.filter.clear')}
                    </Button>
                  )}
                </EmptyState>
              ) : (
                <div
                  aria-busy={query.isPlaceholderData}
                  style={{ opacity: query.isPlaceholderData ? 0.6 : 1 }}
                >
                  <DataTable<LedgerRow>
                    caption={t('ledger.title')}
                    columns={ledgerColumns(columns, reference, view.sort, (sort) =>
                      onChange({ ...view, sort }),
                    )}
                    rows={rows}
                    rowKey={keyOf}
                    onOpen={({ id }) => go(paths.matter(id))}
                    {...(selectable
                      ? {
                          selection: {
                            selected,
                            onChange: setSelected,
                            nameOf: ({ caseNo, title }) => `${caseNo} ${title}`,
                          },
                        }
                      : {})}
                    foot={<LoadMore query={query} shown={rows.length} total={total} />}
                  />
                </div>
              )}
            </Panel>
            <BulkBar
              session={session}
              rows={rows.filter((row) => selected.has(keyOf(row)))}
              onClear={clear}
            />
          </>
        );
      }}
    </QueryState>
  );
};

/** 台账: every matter open to one, filtered, ordered, with one's own columns; its address says all of that. */
export const LedgerPage = () => {
  const view = readView(useSearch({ strict: false }));
  const go = useGo();
  const words = useReference();
  const query = useLedger(view);
  const total = query.data?.pages[0]?.total;
  const [dialog, setDialog] = useState<'columns' | 'views' | null>(null);
  const columns = view.columns === null ? rememberedColumns() : soundColumns(view.columns);
  const change = (next: LedgerView): void => go(paths.ledger(writeView(next)), { replace: true });
  const changeColumns = (next: readonly ColumnKey[]): void => {
    rememberColumns(next);
    change({ ...view, columns: next });
  };
  return (
    <>
      <PageHead
        title={t('ledger.title')}
        note={
          total === undefined
            ? ' '
            : t(view.filters.per === 'duty' ? 'ledger.total.duties' : 'ledger.total', { count: count(total) })
        }
      >
        <Button icon={<EyeOutlined aria-hidden />} onClick={() => setDialog('views')}>
          {t('ledger.views')}
        </Button>
        <Button icon={<SettingOutlined aria-hidden />} onClick={() => setDialog('columns')}>
          {t('ledger.columns')}
        </Button>
        <BookletButton />
        <ExportMenu filters={view.filters} total={total ?? 0} />
      </PageHead>
      <QueryState query={words} lines={12}>
        {(reference) => (
          <>
            <FilterBar view={view} reference={reference} onChange={change} />
            <LedgerList query={query} view={view} columns={columns} reference={reference} onChange={change} />
          </>
        )}
      </QueryState>
      <ColumnChooser
        open={dialog === 'columns'}
        columns={columns}
        onChange={changeColumns}
        onClose={() => setDialog(null)}
      />
      <SavedViews open={dialog === 'views'} view={view} columns={columns} onClose={() => setDialog(null)} />
    </>
  );
};
