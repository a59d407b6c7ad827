import type { QueryGiven } from '#contract/endpoint.ts';
import { exportFigureRows } from '#contract/figure-exports.ts';
import { figureRows } from '#contract/figures.ts';
import { askPages } from '#web/shared/ask.ts';
import { count, moment } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import { DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useReference } from '#web/shared/use-reference.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { LinkTabs } from '../shell/link-tabs.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { type Chosen, findChosen, nameOf } from './choose-figure.ts';
import { ExportButton } from './export-button.tsx';
import { type Part, rowsAddress } from './figure-number.tsx';
import { rowColumns, rowKeyOf } from './figure-row.tsx';
import { type Catalogue, type Row, t, unitWord } from './figure-texts.ts';
import styles from './figures.module.css';
import { countedOf, type FiguresView, queryOf, readView } from './figures-view.ts';
import { FilterWords } from './filter-fields.tsx';
import { useCatalogue, useValues } from './use-figures.ts';

const parts = ['numerator', 'denominator', 'rest'] as const;

const readPart = (value: unknown): Part => parts.find((one) => one === value) ?? 'numerator';

/** Of two kinds of rows, as duties and matters, neither is a part of the other. */
const partsOf = ({ numerator, denominator }: Chosen['variant']): readonly Part[] =>
  denominator === null
    ? ['numerator']
    : parts.filter((part) => part !== 'rest' || denominator.unit === numerator.unit);

type Look = { readonly chosen: Chosen; readonly of: Part; readonly view: FiguresView };

const Rows = ({ chosen, of, view }: Look) => {
  const query = useInfiniteQuery(
    askPages(figureRows, {
      query: { figure: nameOf(chosen), of, ...queryOf(view) } as unknown as NonNullable<
        QueryGiven<typeof figureRows>
      >,
    }),
  );
  const words = useReference();
  return (
    <QueryState query={words} lines={10}>
      {(reference) => (
        <QueryState query={query} lines={10}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items);
            const [head] = pages;
            if (head === undefined || rows.length === 0)
              return (
                <Panel>
                  <EmptyState title={t('figures.rows.empty')} detail={t('figures.rows.empty.detail')} />
                </Panel>
              );
            return (
              <Panel flush>
                <DataTable<Row>
                  caption={t('figures.rows.title', { name: pick(chosen.figure.name) })}
                  columns={rowColumns(reference, head.unit)}
                  rows={rows}
                  rowKey={rowKeyOf}
                  foot={
                    <>
                      <span>
                        {t('figures.rows.total', { count: count(head.total), unit: unitWord(head.unit) })}
                      </span>
                      <LoadMore query={query} shown={rows.length} />
                    </>
                  }
                />
              </Panel>
            );
          }}
        </QueryState>
      )}
    </QueryState>
  );
};

/** The value itself, and the sentence that says how it came about. */
const Says = ({ chosen, view }: Omit<Look, 'of'>) => {
  const query = useValues([nameOf(chosen)], view);
  return (
    <QueryState query={query} lines={2}>
      {({ items: [value], asOf }) => (
        <p className={styles.explanation}>
          <span className={styles.big}>
            {value?.text ?? '—'}
            {chosen.figure.shows === 'count' ? (
              <span className={styles.unit}> {unitWord(chosen.figure.unit)}</span>
            ) : null}
          </span>
          {value === undefined ? `${t('figures.asOf')} ${moment(asOf)}` : pick(value.explanation)}
        </p>
      )}
    </QueryState>
  );
};

const Found = ({ catalogue, chosen, of, view }: Look & { readonly catalogue: Catalogue }) => {
  const { figure, variant } = chosen;
  const shown = partsOf(variant).includes(of) ? of : 'numerator';
  const name =
    figure.variants.length < 2 ? pick(figure.name) : `${pick(figure.name)} · ${pick(variant.name)}`;
  return (
    <>
      <PageHead
        title={t('figures.rows.title', { name })}
        crumb={<PageLink href={paths.figures('', queryOf(view))}>{t('figures.rows.back')}</PageLink>}
      >
        <ExportButton
          endpoint={exportFigureRows}
          query={{ figure: nameOf(chosen), of: shown, ...queryOf(view) }}
        />
      </PageHead>
      <Says chosen={chosen} view={view} />
      <FilterWords catalogue={catalogue} view={view} />
      {variant.denominator === null ? null : (
        <LinkTabs
          label={t('figures.rows.of')}
          tabs={partsOf(variant).map((part) => ({
            key: part,
            title: t(`figures.rows.of.${part}`),
            href: rowsAddress(nameOf(chosen), part, view),
            current: part === shown,
          }))}
        />
      )}
      <Rows chosen={chosen} of={shown} view={view} />
    </>
  );
};

/** The rows behind one number: each leads to its matter and to what put it there. */
export const RowsPage = () => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const query = useCatalogue();
  return (
    <QueryState query={query} lines={12}>
      {(catalogue) => {
        const chosen = findChosen(catalogue.figures, String(search['figure'] ?? ''));
        return chosen === null ? (
          <>
            <PageHead title={t('figures.title')} />
            <Panel>
              <EmptyState title={t('figures.wrongLink')} detail={t('figures.wrongLink.detail')}>
                <PageLink href={paths.figures()}>{t('figures.rows.back')}</PageLink>
              </EmptyState>
            </Panel>
          </>
        ) : (
          <Found
            catalogue={catalogue}
            chosen={chosen}
            of={readPart(search['of'])}
            view={countedOf(readView(search))}
          />
        );
      }}
    </QueryState>
  );
};
