import { getImport } from '#contract/import.ts';
import { ApiProblem } from '#web/shared/api.ts';
import { askPages } from '#web/shared/ask.ts';
import { count } from '#web/shared/format.ts';
import { currentLanguage } from '#web/shared/language.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { problemOf } from '#web/shared/ui/problem-advice.ts';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { PageLink, useGo } from '../shell/page-link.tsx';
import { allRows } from './all-rows.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import styles from './import.module.css';
import { runPath, useImportPlace } from './import-place.ts';
import { t } from './import-texts.ts';
import type { ImportRow, ImportRun } from './import-types.ts';
import { OutcomeShape } from './outcome-mark.tsx';
import { RowItem } from './row-item.tsx';
import { saveCsv } from '#web/shared/csv.ts';
import { csvName, wrongRowsCsv } from './wrong-rows-csv.ts';

const outcomes = ['new', 'changed', 'same', 'wrong'] as const;

type Filter = { readonly outcome: ImportRow['outcome'] | null; readonly noted: boolean };

const readFilter = (search: Readonly<Record<string, unknown>>): Filter => ({
  outcome: outcomes.find((outcome) => outcome === search['outcome']) ?? null,
  noted: search['noted'] === 'yes',
});

type FilterProps = {
  readonly run: ImportRun;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
};

/** Counts that narrow the list: how many rows are new, changed, the same, wrong. */
const Chips = ({ run, filter, onChange }: FilterProps) => (
  <fieldset className={styles.chips}>
    <legend className="visually-hidden">{t('importPage.rows.filter')}</legend>
    {([null, ...outcomes] as const).map((outcome) => (
      <button
        key={outcome ?? 'all'}
        type="button"
        className={styles.chip}
        data-outcome={outcome ?? 'all'}
        aria-pressed={filter.outcome === outcome}
        onClick={() => onChange({ ...filter, outcome })}
      >
        {outcome === null ? null : <OutcomeShape outcome={outcome} />}
        {t(outcome === null ? 'importPage.rows.all' : `importPage.rows.${outcome}`)}
        <strong>{count(outcome === null ? run.counts.total : run.counts[outcome])}</strong>
      </button>
    ))}
    <Checkbox
      checked={filter.noted}
      onChange={({ target }) => onChange({ ...filter, noted: target.checked })}
    >
      {t('importPage.rows.noted')}
    </Checkbox>
  </fieldset>
);

/** Much that is wrong in every row is put right once, for the whole table. */
const Remedies = ({ run }: { readonly run: ImportRun }) => {
  const place = useImportPlace();
  const open = run.openUnits.length + run.openPeople.length;
  return (
    <ul className={styles.remedies}>
      {open === 0 ? null : (
        <li>
          <PageLink href={runPath(place, run.id, 'names')}>
            {t('importPage.rows.remedy.names', { count: count(open) })}
          </PageLink>
        </li>
      )}
      <li>
        <PageLink href={runPath(place, run.id, 'columns')}>
          {t(run.kind === 'catalogue' ? 'importPage.rows.remedy.table' : 'importPage.rows.remedy.columns')}
        </PageLink>
      </li>
    </ul>
  );
};

const WrongRows = ({ run }: { readonly run: ImportRun }) => {
  const notice = useProblemNotice();
  const [pending, setPending] = useState(false);
  const download = async (): Promise<void> => {
    setPending(true);
    try {
      saveCsv(csvName(run.file.name), wrongRowsCsv(await allRows(run.id, 'wrong', Number.POSITIVE_INFINITY)));
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      notice(problemOf(fault));
    } finally {
      setPending(false);
    }
  };
  return (
    <div className={styles.wrong}>
      <Button icon={<DownloadOutlined aria-hidden />} loading={pending} onClick={() => void download()}>
        {t('importPage.rows.csv')}
      </Button>
      <span className={styles.quiet}>{t('importPage.rows.csv.hint')}</span>
      {run.state === 'done' ? null : <Remedies run={run} />}
    </div>
  );
};

const useRows = (run: ImportRun, { outcome, noted }: Filter) => {
  const options = askPages(getImport, {
    params: { importId: run.id },
    query: { limit: 50, ...(outcome === null ? {} : { outcome }), ...(noted ? { noted: 'yes' } : {}) },
  });
  // Another version has other rows; the sentences are the server's, in the page's language.
  return useInfiniteQuery({
    ...options,
    queryKey: [
      ...options.queryKey,
      run.version,
      run.state,
      currentLanguage(),
    ] as unknown as typeof options.queryKey,
    placeholderData: (before) => before,
  });
};

const shownOf = (run: ImportRun, { outcome, noted }: Filter): { total?: number } =>
  noted ? {} : { total: outcome === null ? run.counts.total : run.counts[outcome] };

/** 预览: every row with what would become of it; after the run, what did. */
export const RowsStep = ({ run }: { readonly run: ImportRun }) => {
  const place = useImportPlace();
  const go = useGo();
  const filter = readFilter(useSearch({ strict: false }));
  const query = useRows(run, filter);
  const change = ({ outcome, noted }: Filter): void =>
    go(
      `${runPath(place, run.id, 'rows')}${outcome === null ? '' : `&outcome=${outcome}`}${noted ? '&noted=yes' : ''}`,
      { replace: true },
    );
  return (
    <>
      <Chips run={run} filter={filter} onChange={change} />
      {run.counts.wrong > 0 ? <WrongRows run={run} /> : null}
      <QueryState query={query} lines={10}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          return (
            <Panel flush>
              {rows.length === 0 ? (
                <EmptyState title={t('importPage.rows.none')} />
              ) : (
                <div aria-busy={query.isPlaceholderData}>
                  <ol className={styles.rows}>
                    {rows.map((row) => (
                      <RowItem key={row.n} row={row} />
                    ))}
                  </ol>
                  <div className={styles.more}>
                    <LoadMore query={query} shown={rows.length} {...shownOf(run, filter)} />
                  </div>
                </div>
              )}
            </Panel>
          );
        }}
      </QueryState>
      {run.state === 'done' ? null : <ConfirmBar run={run} />}
    </>
  );
};
