import type { QueryGiven, ResponseOf } from '#contract/endpoint.ts';
import { importPublishedTotals, publishedTotals, removePublishedTotal } from '#contract/figures.ts';
import { askPages } from '#web/shared/ask.ts';
import { count, moment } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import type { Column } from '#web/shared/ui/data-table.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { PagedTable } from '#web/shared/ui/paged-table.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useConfirm } from '#web/shared/ui/use-confirm.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { holdsAny, useSession } from '../shell/session.ts';
import { findChosen } from './choose-figure.ts';
import { PublishedTag } from './figure-number.tsx';
import { type Catalogue, t } from './figure-texts.ts';
import styles from './figures.module.css';
import { Field, FilterWords } from './filter-fields.tsx';
import { PartTabs } from './part-tabs.tsx';
import { PublishedImport } from './published-import.tsx';
import { useCatalogue } from './use-figures.ts';

type Total = ResponseOf<typeof publishedTotals>['items'][number];

const NameCell = ({ total, catalogue }: { readonly total: Total; readonly catalogue: Catalogue }) => {
  const chosen = findChosen(catalogue.figures, `${total.figure}.${total.variant}`);
  return (
    <>
      {chosen === null ? total.figure : pick(chosen.figure.name)} <PublishedTag source={total.source} />
      {chosen === null || chosen.figure.variants.length < 2 ? null : (
        <div className={styles.asOf}>{pick(chosen.variant.name)}</div>
      )}
    </>
  );
};

const RemoveButton = ({ total }: { readonly total: Total }) => {
  const command = useCommand(removePublishedTotal);
  const sure = useConfirm();
  return (
    <>
      <Button
        size="small"
        loading={command.pending}
        onClick={() =>
          sure({
            title: t('figures.totals.remove.sure'),
            verb: t('figures.totals.remove'),
            danger: true,
            onYes: async () => {
              await command.run({ params: { totalId: total.id } });
            },
          })
        }
      >
        {t('figures.totals.remove')}
      </Button>
      <ProblemAlert problem={command.problem} />
    </>
  );
};

type ColumnsGiven = {
  readonly catalogue: Catalogue;
  readonly organName: (id: number | null) => string;
  readonly may: boolean;
};

const columnsOf = ({ catalogue, organName, may }: ColumnsGiven): readonly Column<Total>[] => [
  {
    key: 'figure',
    title: t('figures.totals.figure'),
    names: true,
    minWidth: 200,
    render: (total) => <NameCell total={total} catalogue={catalogue} />,
  },
  { key: 'year', title: t('figures.totals.year'), tight: true, render: ({ year }) => year },
  { key: 'organ', title: t('figures.totals.organ'), render: ({ organId }) => organName(organId) },
  {
    key: 'part',
    title: t('figures.totals.part'),
    render: ({ filters }) =>
      Object.keys(filters).length === 0 ? '—' : <FilterWords catalogue={catalogue} view={{ filters }} />,
  },
  {
    key: 'parts',
    title: t('figures.column.parts'),
    tight: true,
    render: ({ numerator, denominator }) =>
      [numerator, denominator].map((one) => (one === null ? '—' : count(one))).join(' / '),
  },
  { key: 'value', title: t('figures.totals.value'), tight: true, render: ({ value }) => value ?? '—' },
  { key: 'source', title: t('figures.totals.source'), minWidth: 160, render: ({ source }) => source },
  {
    key: 'entered',
    title: t('figures.totals.entered'),
    render: ({ enteredBy, enteredAt }) => t('figures.frozen.by', { by: enteredBy, at: moment(enteredAt) }),
  },
  ...(may
    ? [
        {
          key: 'remove',
          title: t('figures.totals.remove'),
          render: (total: Total) => <RemoveButton total={total} />,
        },
      ]
    : []),
];

const List = ({ catalogue, may }: { readonly catalogue: Catalogue; readonly may: boolean }) => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const go = useGo();
  const year = /^\d{4}$/.test(String(search['year'] ?? '')) ? String(search['year']) : undefined;
  const figure = findChosen(catalogue.figures, String(search['figure'] ?? ''))?.figure.id;
  const organs = useReference().data?.organs ?? [];
  const query = useInfiniteQuery(
    askPages(publishedTotals, {
      query: { year, figure } as unknown as NonNullable<QueryGiven<typeof publishedTotals>>,
    }),
  );
  const change = (next: { readonly year?: string | undefined; readonly figure?: string | undefined }): void =>
    go(paths.figures('published', { year, figure, ...next }), { replace: true });
  const organName = (id: number | null): string =>
    organs.find((one) => one.id === id)?.name ?? t('figures.totals.organ.all');
  return (
    <>
      <search className={styles.bar} aria-label={t('figures.filters')}>
        <Field label={t('figures.totals.year')}>
          {(id) => (
            <Input
              id={id}
              inputMode="numeric"
              maxLength={4}
              allowClear
              defaultValue={year ?? ''}
              placeholder={t('figures.totals.allYears')}
              onChange={({ target: { value } }) => {
                if (value === '' || /^\d{4}$/.test(value)) change({ year: value === '' ? undefined : value });
              }}
            />
          )}
        </Field>
        <Field label={t('figures.totals.figure')}>
          {(id) => (
            <Select
              id={id}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: '100%' }}
              popupMatchSelectWidth={false}
              placeholder={t('figures.totals.allFigures')}
              {...(figure === undefined ? {} : { value: figure })}
              options={catalogue.figures.map(({ id: value, name }) => ({ value, label: pick(name) }))}
              onChange={(next: string | undefined) => change({ figure: next })}
            />
          )}
        </Field>
      </search>
      <PagedTable<Total>
        query={query}
        caption={t('figures.totals.title')}
        columns={columnsOf({ catalogue, organName, may })}
        empty={{ title: t('figures.totals.none'), detail: t('figures.totals.none.detail') }}
      />
    </>
  );
};

/** 往年公布数: totals of earlier years as they were printed, for comparison by year. */
export const PublishedPage = () => {
  const [open, setOpen] = useState(false);
  const { message } = App.useApp();
  const may = holdsAny(useSession(), importPublishedTotals.access.roles);
  const query = useCatalogue();
  return (
    <>
      <PageHead title={t('figures.totals.title')} note={t('figures.totals.note')}>
        {may ? (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('figures.totals.import')}
          </Button>
        ) : null}
      </PageHead>
      <PartTabs current="published" />
      <QueryState query={query} lines={8}>
        {(catalogue) => (
          <>
            <List catalogue={catalogue} may={may} />
            {open ? (
              <PublishedImport
                catalogue={catalogue}
                onDone={(kept) => {
                  setOpen(false);
                  void message.success(t('figures.totals.done', { kept: count(kept) }));
                }}
                onClose={() => setOpen(false)}
              />
            ) : null}
          </>
        )}
      </QueryState>
    </>
  );
};
