import { exportFigureValues } from '#contract/figure-exports.ts';
import { count, moment } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useSearch } from '@tanstack/react-router';
import { Alert, Select } from 'antd';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import {
  besideOf,
  type Chosen,
  findChosen,
  fits,
  nameOf,
  namesToAsk,
  readVariants,
  valueOf,
  writeVariants,
} from './choose-figure.ts';
import { ExportButton } from './export-button.tsx';
import { FigureCompared, FigureNumber, FigureParts, RowsLink } from './figure-number.tsx';
import { type Catalogue, groups, t, type Value } from './figure-texts.ts';
import styles from './figures.module.css';
import { type FiguresView, queryOf, readView } from './figures-view.ts';
import { FilterFields } from './filter-fields.tsx';
import { PartTabs } from './part-tabs.tsx';
import { useCatalogue, useValues } from './use-figures.ts';
import { WhenFields } from './when-fields.tsx';

type ListProps = {
  readonly catalogue: Catalogue;
  readonly chosen: readonly Chosen[];
  readonly values: readonly Value[];
  readonly view: FiguresView;
  readonly onVariant: (chosen: Chosen) => void;
};

const NameCell = ({ chosen, onVariant }: { chosen: Chosen; onVariant: ListProps['onVariant'] }) => {
  const { figure, variant } = chosen;
  const name = pick(figure.name);
  return (
    <div className={styles.name}>
      <strong>{name}</strong>
      {figure.variants.length < 2 ? null : (
        <Select
          aria-label={t('figures.variant', { name })}
          size="small"
          value={variant.id}
          popupMatchSelectWidth={false}
          options={figure.variants.map((one) => ({ value: one.id, label: pick(one.name) }))}
          onChange={(id) => {
            const next = figure.variants.find((one) => one.id === id);
            if (next !== undefined) onVariant({ figure, variant: next });
          }}
        />
      )}
    </div>
  );
};

const ValueCell = ({ chosen, catalogue, values, view }: Omit<ListProps, 'chosen'> & { chosen: Chosen }) => {
  const value = valueOf(values, chosen);
  if (!fits(chosen, view)) return <span className={styles.quiet}>{t('figures.notSo')}</span>;
  return (
    <div className={styles.value}>
      <FigureNumber chosen={chosen} value={value} view={view} className={styles.number} />
      {besideOf(catalogue.figures, chosen).map((beside) => {
        const shown = valueOf(values, beside);
        const name = pick(beside.figure.name);
        if (shown === undefined) return null;
        return (
          <small key={nameOf(beside)}>
            {shown.value === null ? (
              t('figures.beside.none', { name })
            ) : (
              <RowsLink name={nameOf(beside)} view={view}>
                {t('figures.beside', { name, value: shown.text })}
              </RowsLink>
            )}
          </small>
        );
      })}
      {value === undefined || value.enteredLater === 0 ? null : (
        <small>{t('figures.enteredLater', { count: count(value.enteredLater) })}</small>
      )}
    </div>
  );
};

const HowCell = ({ chosen, value }: { chosen: Chosen; value: Value | undefined }) => (
  <details className={styles.how}>
    <summary aria-label={t('figures.how.of', { name: pick(chosen.figure.name) })}>{t('figures.how')}</summary>
    {value === undefined ? null : <p>{pick(value.explanation)}</p>}
    {value === undefined ? null : (
      <p>{t('figures.how.approximately', { text: pick(value.approximately) })}</p>
    )}
    <p>{t('figures.how.source', { source: pick(chosen.figure.source) })}</p>
  </details>
);

const GroupTable = ({ title, ...props }: ListProps & { readonly title: string }) => {
  const { chosen, values, view, onVariant } = props;
  const compares = view.compareAsOf !== undefined || view.compareYear !== undefined;
  const columns: readonly Column<Chosen>[] = [
    {
      key: 'name',
      title: t('figures.column.name'),
      names: true,
      minWidth: 220,
      render: (one) => <NameCell chosen={one} onVariant={onVariant} />,
    },
    {
      key: 'value',
      title: t('figures.column.value'),
      minWidth: 150,
      render: (one) => <ValueCell {...props} chosen={one} />,
    },
    {
      key: 'parts',
      title: t('figures.column.parts'),
      minWidth: 150,
      render: (one) => <FigureParts chosen={one} value={valueOf(values, one)} view={view} />,
    },
    ...(compares
      ? [
          {
            key: 'compared',
            title: t('figures.column.compared'),
            minWidth: 170,
            render: (one: Chosen) => <FigureCompared value={valueOf(values, one)} />,
          },
        ]
      : []),
    {
      key: 'how',
      title: t('figures.column.how'),
      minWidth: 220,
      render: (one) => <HowCell chosen={one} value={valueOf(values, one)} />,
    },
  ];
  return (
    <Panel flush title={title}>
      <div className={styles.under} />
      <DataTable<Chosen> caption={title} columns={columns} rows={chosen} rowKey={({ figure }) => figure.id} />
    </Panel>
  );
};

const Figures = ({ catalogue }: { readonly catalogue: Catalogue }) => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const go = useGo();
  const view = readView(search);
  const chosen = readVariants(catalogue.figures, search['variants']);
  const query = useValues(namesToAsk(catalogue.figures, chosen, view), view);
  const change = (next: FiguresView, variants: readonly Chosen[] = chosen): void =>
    go(paths.figures('', { ...queryOf(next), variants: writeVariants(variants) }), { replace: true });
  const onVariant = (next: Chosen): void =>
    change(
      view,
      chosen.map((one) => (one.figure === next.figure ? next : one)),
    );
  return (
    <>
      <search className={styles.bar} aria-label={t('figures.filters')}>
        <WhenFields view={view} onChange={change} />
        <FilterFields catalogue={catalogue} view={view} onChange={change} />
      </search>
      {catalogue.ready ? null : <Alert type="warning" showIcon title={t('figures.notReady')} />}
      <QueryState query={query} lines={14}>
        {({ asOf, items }) => (
          <div
            className={`${styles.sheets} ${styles.aligned}`}
            aria-busy={query.isPlaceholderData}
            style={{ opacity: query.isPlaceholderData ? 0.6 : 1 }}
          >
            <div className={styles.lead}>
              <p className={styles.asOf}>{t('figures.note', { at: moment(asOf) })}</p>
              <ExportButton endpoint={exportFigureValues} query={queryOf(view)} />
            </div>
            {groups.map((group) => {
              const rows = chosen.filter(({ figure }) => figure.group === group);
              return rows.length === 0 ? null : (
                <GroupTable
                  key={group}
                  title={t(`figures.group.${group}`)}
                  catalogue={catalogue}
                  chosen={rows}
                  values={items}
                  view={view}
                  onVariant={onVariant}
                />
              );
            })}
          </div>
        )}
      </QueryState>
    </>
  );
};

/** 统计: every figure with its value, what it counts and the way to its rows, as of any day and narrowed as one likes. */
export const CataloguePage = () => {
  const query = useCatalogue();
  return (
    <>
      <PageHead title={t('figures.title')} />
      <PartTabs current="catalogue" />
      <QueryState query={query} lines={14}>
        {(catalogue) =>
          findChosen(catalogue.figures, catalogue.figures[0]?.id) === null ? (
            <Panel>
              <EmptyState title={t('figures.none')} detail={t('figures.none.detail')} />
            </Panel>
          ) : (
            <Figures catalogue={catalogue} />
          )
        }
      </QueryState>
    </>
  );
};
