import type { QueryGiven } from '#contract/endpoint.ts';
import { exportFigureCrossTable } from '#contract/figure-exports.ts';
import { figureCrossTable } from '#contract/figures.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import PrinterOutlined from '@ant-design/icons/PrinterOutlined';
import { useQueries } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { Chart } from './chart.tsx';
import { type ChartKind, chartKinds, kindFor } from './chart-option.ts';
import { besideOf, type Chosen, findChosen, nameOf } from './choose-figure.ts';
import { CrossCells, Mismatches } from './cross-cells.tsx';
import { chartOf, inOrder, mostDrawn } from './cross-view.ts';
import { ExportButton } from './export-button.tsx';
import { type Catalogue, type CrossTable, groups, t } from './figure-texts.ts';
import styles from './figures.module.css';
import { countedOf, type Dimension, type FiguresView, queryOf, readView } from './figures-view.ts';
import { dimensionName, Field, FilterFields } from './filter-fields.tsx';
import { PartTabs } from './part-tabs.tsx';
import { useCatalogue } from './use-figures.ts';
import { WhenFields } from './when-fields.tsx';

type CrossView = {
  readonly chosen: Chosen;
  readonly rows: Dimension;
  readonly columns: Dimension | undefined;
  readonly kind: ChartKind;
  readonly view: FiguresView;
};

type Search = Readonly<Record<string, unknown>>;

const dimensionIn = ({ figure }: Chosen, value: unknown): Dimension | undefined =>
  figure.dimensions.find((one) => one === value);

/** What most are asked for first. */
const firstFigure = 'replyRate';

/** What to begin with: by unit where the figure has units. */
const firstRows = (chosen: Chosen): Dimension | undefined =>
  dimensionIn(chosen, 'unit') ?? chosen.figure.dimensions[0];

const readCross = ({ figures }: Catalogue, search: Search): CrossView | null => {
  const [chosen = null] = [String(search['figure'] ?? ''), firstFigure, figures[0]?.id].flatMap(
    (name) => findChosen(figures, name) ?? [],
  );
  const rows = chosen === null ? undefined : (dimensionIn(chosen, search['rows']) ?? firstRows(chosen));
  if (chosen === null || rows === undefined) return null;
  const columns = dimensionIn(chosen, search['columns']);
  return {
    chosen,
    rows,
    columns: columns === rows ? undefined : columns,
    kind: chartKinds.find((one) => one === search['chart']) ?? 'bar',
    view: countedOf(readView(search)),
  };
};

const addressOf = ({ chosen, rows, columns, kind, view }: CrossView): string =>
  paths.figures('cross', {
    figure: nameOf(chosen),
    rows,
    columns,
    chart: kind === 'bar' ? undefined : kind,
    ...queryOf(view),
  });

type ChoicesProps = {
  readonly catalogue: Catalogue;
  readonly cross: CrossView;
  readonly onChange: (next: CrossView) => void;
};

/** What is counted, and by which two dimensions. */
const Choices = ({ catalogue, cross, onChange }: ChoicesProps) => {
  const { chosen, rows, columns } = cross;
  const { figure, variant } = chosen;
  const dimensions = figure.dimensions.map((value) => ({ value, label: dimensionName(catalogue, value) }));
  const fill = { style: { width: '100%' }, popupMatchSelectWidth: false } as const;
  const choose = (name: string): void => {
    const next = findChosen(catalogue.figures, name);
    if (next === null) return;
    const nextRows = dimensionIn(next, rows) ?? firstRows(next);
    if (nextRows !== undefined)
      onChange({ ...cross, chosen: next, rows: nextRows, columns: dimensionIn(next, columns) });
  };
  return (
    <>
      <Field label={t('figures.cross.figure')}>
        {(id) => (
          <Select
            id={id}
            {...fill}
            showSearch={{ optionFilterProp: 'label' }}
            value={figure.id}
            options={groups.map((group) => ({
              label: t(`figures.group.${group}`),
              options: catalogue.figures
                .filter((one) => one.group === group)
                .map((one) => ({ value: one.id, label: pick(one.name) })),
            }))}
            onChange={choose}
          />
        )}
      </Field>
      {figure.variants.length < 2 ? null : (
        <Field label={t('figures.cross.variant')}>
          {(id) => (
            <Select
              id={id}
              {...fill}
              value={variant.id}
              options={figure.variants.map((one) => ({ value: one.id, label: pick(one.name) }))}
              onChange={(next: string) => choose(`${figure.id}.${next}`)}
            />
          )}
        </Field>
      )}
      <Field label={t('figures.cross.rows')}>
        {(id) => (
          <Select<Dimension>
            id={id}
            {...fill}
            value={rows}
            options={dimensions}
            onChange={(next) =>
              onChange({ ...cross, rows: next, columns: next === columns ? undefined : columns })
            }
          />
        )}
      </Field>
      <Field label={t('figures.cross.columns')}>
        {(id) => (
          <Select<Dimension | ''>
            id={id}
            {...fill}
            value={columns ?? ''}
            options={[
              { value: '', label: t('figures.cross.columns.none') },
              ...dimensions.filter(({ value }) => value !== rows),
            ]}
            onChange={(next) => onChange({ ...cross, columns: next === '' ? undefined : next })}
          />
        )}
      </Field>
    </>
  );
};

const captionOf = (catalogue: Catalogue, { chosen, rows, columns }: CrossView): string =>
  [
    pick(chosen.figure.name),
    chosen.figure.variants.length < 2 ? '' : pick(chosen.variant.name),
    [rows, columns].flatMap((one) => (one === undefined ? [] : [dimensionName(catalogue, one)])).join(' × '),
  ]
    .filter((part) => part !== '')
    .join(' · ');

const Drawing = ({ catalogue, cross, table, onChange }: ChoicesProps & { readonly table: CrossTable }) => {
  const caption = captionOf(catalogue, cross);
  const data = chartOf(table, cross.chosen.figure.shows, { pick, figure: pick(cross.chosen.figure.name) });
  return (
    <Panel title={t('figures.chart')}>
      <div className={`${styles.chartHead} no-print`}>
        <Segmented<ChartKind>
          aria-label={t('figures.chart.kind')}
          value={kindFor(data, cross.kind)}
          options={chartKinds
            .filter((one) => kindFor(data, one) === one)
            .map((value) => ({ value, label: t(`figures.chart.${value}`) }))}
          onChange={(kind) => onChange({ ...cross, kind })}
        />
      </div>
      <Chart name={caption} data={data} kind={cross.kind} />
      {table.rows.length <= mostDrawn ? null : (
        <p className={styles.asOf}>{t('figures.chart.cut', { shown: mostDrawn, all: table.rows.length })}</p>
      )}
    </Panel>
  );
};

type Shown = { readonly cross: CrossView; readonly caption: string; readonly table: CrossTable };

const TablePanel = ({
  catalogue,
  shown: { cross, caption, table },
  actions,
}: {
  readonly catalogue: Catalogue;
  readonly shown: Shown;
  readonly actions?: ReactNode;
}) => (
  <div>
    <Panel flush title={caption} note={t('figures.cross.asOf', { at: moment(table.asOf) })} actions={actions}>
      <div className={styles.under} />
      <CrossCells
        table={table}
        name={nameOf(cross.chosen)}
        caption={caption}
        corner={dimensionName(catalogue, cross.rows)}
        view={cross.view}
        rows={cross.rows}
        columns={cross.columns}
      />
    </Panel>
    {table.truncated ? <p className={styles.asOf}>{t('figures.cross.truncated')}</p> : null}
    <Mismatches table={table} />
    <p className={`${styles.asOf} print-only`}>{pick(table.explanation)}</p>
    <details className={`${styles.how} no-print`}>
      <summary>{t('figures.how')}</summary>
      <p>{pick(table.explanation)}</p>
    </details>
  </div>
);

const queryOfCross = ({ chosen, rows, columns, view }: CrossView) => ({
  figure: nameOf(chosen),
  rows,
  columns,
  ...queryOf(view),
});

const askTable = (cross: CrossView) =>
  ask(figureCrossTable, {
    query: queryOfCross(cross) as NonNullable<QueryGiven<typeof figureCrossTable>>,
  });

/** The table with its chart, and below it the tables that belong beside it: satisfaction never without its response rate. */
const Result = (props: ChoicesProps) => {
  const { catalogue, cross } = props;
  const beside = besideOf(catalogue.figures, cross.chosen).filter(
    ({ figure }) => dimensionIn({ ...cross.chosen, figure }, cross.rows) !== undefined,
  );
  const crosses = [cross, ...beside.map((chosen) => ({ ...cross, chosen }))];
  const queries = useQueries({ queries: crosses.map(askTable) });
  const shown = queries.flatMap(({ data }, index): Shown[] => {
    const of = crosses[index];
    if (data === undefined || of === undefined) return [];
    return [{ cross: of, caption: captionOf(catalogue, of), table: inOrder(data, of.rows) }];
  });
  const whole = queries.find(({ data }) => data === undefined) ?? queries[0];
  if (whole === undefined) return null;
  return (
    <QueryState query={whole} lines={12}>
      {() => {
        const [main, ...others] = shown;
        if (main === undefined || main.table.rows.length === 0)
          return (
            <Panel>
              <EmptyState title={t('figures.cross.empty')} detail={t('figures.rows.empty.detail')} />
            </Panel>
          );
        return (
          <div className={styles.beside}>
            <div className={styles.sheets}>
              <TablePanel
                catalogue={catalogue}
                shown={main}
                actions={
                  <span className="no-print">
                    <ExportButton endpoint={exportFigureCrossTable} query={queryOfCross(cross)} />{' '}
                    <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
                      {t('figures.cross.print')}
                    </Button>
                  </span>
                }
              />
              {others.map((one) => (
                <TablePanel key={one.caption} catalogue={catalogue} shown={one} />
              ))}
            </div>
            <Drawing {...props} table={main.table} />
          </div>
        );
      }}
    </QueryState>
  );
};

/** 交叉表: one figure by any two dimensions, with totals, a chart, and every cell the way to its rows. */
export const CrossPage = () => {
  const search = useSearch({ strict: false }) as Search;
  const go = useGo();
  const query = useCatalogue();
  return (
    <>
      <PageHead title={t('figures.cross.title')} />
      <PartTabs current="cross" />
      <QueryState query={query} lines={12}>
        {(catalogue) => {
          const cross = readCross(catalogue, search);
          if (cross === null)
            return (
              <Panel>
                <EmptyState title={t('figures.none')} detail={t('figures.none.detail')} />
              </Panel>
            );
          const change = (next: CrossView): void => go(addressOf(next), { replace: true });
          return (
            <>
              <search className={styles.bar} aria-label={t('figures.filters')}>
                <Choices catalogue={catalogue} cross={cross} onChange={change} />
                <WhenFields view={cross.view} alone onChange={(view) => change({ ...cross, view })} />
                <FilterFields
                  catalogue={catalogue}
                  view={cross.view}
                  only={cross.chosen.figure.dimensions}
                  onChange={(view) => change({ ...cross, view })}
                />
              </search>
              <Result catalogue={catalogue} cross={cross} onChange={change} />
            </>
          );
        }}
      </QueryState>
    </>
  );
};
