import type { QueryGiven } from '#contract/endpoint.ts';
import { figureCrossTable } from '#contract/figures.ts';
import { ask } from '#web/shared/ask.ts';
import { pick } from '#web/shared/language.ts';
import { useQuery } from '@tanstack/react-query';
import { Chart } from './chart.tsx';
import { chartOf } from './cross-view.ts';
import type { Chosen } from './choose-figure.ts';
import { nameOf } from './choose-figure.ts';
import { countedOf, type FiguresView, queryOf } from './figures-view.ts';
import { t } from './figure-texts.ts';
import { CrossCells } from './cross-cells.tsx';

/** A figure of every year; the year that the page is narrowed to narrows nothing here. */
const useYears = (chosen: Chosen | null, view: FiguresView, every?: number) => {
  const { year: _, ...filters } = view.filters;
  const counted = countedOf({ ...view, filters });
  return useQuery({
    ...ask(figureCrossTable, {
      query: {
        figure: chosen === null ? '' : nameOf(chosen),
        rows: 'year',
        ...queryOf(counted),
      } as NonNullable<QueryGiven<typeof figureCrossTable>>,
    }),
    enabled: chosen?.figure.dimensions.includes('year') === true,
    placeholderData: (before) => before,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
};

type TrendProps = {
  readonly chosen: Chosen;
  readonly view: FiguresView;
  readonly dark?: boolean;
  readonly fontSize?: number;
  readonly className?: string | undefined;
  readonly every?: number;
};

/** One figure year by year, as a chart with its table behind it. */
export const Trend = ({ chosen, view, dark = false, fontSize, className, every }: TrendProps) => {
  const table = useYears(chosen, view, every).data;
  if (table === undefined || table.rows.length === 0) return null;
  const name = pick(chosen.figure.name);
  const { year: _, ...filters } = view.filters;
  return (
    <>
      <Chart
        name={name}
        data={chartOf(table, chosen.figure.shows, { pick, figure: name })}
        kind={chosen.figure.shows === 'count' ? 'bar' : 'line'}
        dark={dark}
        className={className}
        {...(fontSize === undefined ? {} : { fontSize })}
      />
      <details>
        <summary>{t('figures.chart.table')}</summary>
        <CrossCells
          table={table}
          name={nameOf(chosen)}
          caption={name}
          corner={t('figures.frozen.year')}
          view={{ ...view, filters }}
          rows="year"
          columns={undefined}
        />
      </details>
    </>
  );
};
