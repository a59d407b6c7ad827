import type { QueryGiven } from '#contract/endpoint.ts';
import { figureCrossTable, figureValues } from '#contract/figures.ts';
import { notices, overview } from '#contract/see.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { DocumentTitle } from '#web/shared/document-title.tsx';
import { ask } from '#web/shared/ask.ts';
import { count, moment } from '#web/shared/format.ts';
import { currentLanguage, pick, texts } from '#web/shared/language.ts';
import { DueShape } from '#web/shared/ui/due-light.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { isDue, wordOf } from '../overview/figures.tsx';
import { useSession } from '../shell/session.ts';
import { besideOf, type Chosen, findChosen, nameOf, namesToAsk, valueOf } from './choose-figure.ts';
import { type Catalogue, t, unitWord, type Value } from './figure-texts.ts';
import { queryOf, readView, type FiguresView } from './figures-view.ts';
import { findAll, readAs } from './headline.tsx';
import styles from './screen.module.css';
import { Trend } from './trend.tsx';
import { useCatalogue, useValues } from './use-figures.ts';

const o = texts(seeMessages);
const everyMinute = 60_000;

const totals = ['mattersFiled', 'assignments.answering', 'repliesIssued', 'overdue'] as const;
const rates = [
  'replyRate',
  'onTimeRate',
  'faceToFaceRate',
  'resolutionRate',
  'satisfactionRate',
  'deliveryRate',
] as const;

const Block = ({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) => {
  const id = useId();
  return (
    <section className={styles.block} data-wide={wide} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
};

/** What is new in the world of the reader is mostly new in the figures: ask again at once, not at the next minute. */
const useFreshOnNews = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    const shown: readonly string[] = [figureValues.id, figureCrossTable.id, overview.id];
    return client.getQueryCache().subscribe(({ type, query, ...event }) => {
      const told = type === 'updated' && 'action' in event && event.action.type === 'success';
      if (told && query.queryKey[0] === notices.id)
        void client.invalidateQueries({ predicate: ({ queryKey }) => shown.includes(String(queryKey[0])) });
    });
  }, [client]);
};

const Totals = ({ chosen, values }: { chosen: readonly Chosen[]; values: readonly Value[] }) => (
  <ul className={styles.totals}>
    {chosen.map((one) => {
      const value = valueOf(values, one);
      return (
        <li key={nameOf(one)}>
          <span>{readAs(one)}</span>
          <strong>{value === undefined ? '…' : count(value.numerator)}</strong>
          <small>{unitWord(one.figure.unit)}</small>
        </li>
      );
    })}
  </ul>
);

type RatesProps = {
  readonly catalogue: Catalogue;
  readonly chosen: readonly Chosen[];
  readonly values: readonly Value[];
};

const Rates = ({ catalogue, chosen, values }: RatesProps) => (
  <ul className={styles.rates}>
    {chosen.map((one) => {
      const value = valueOf(values, one);
      return (
        <li key={nameOf(one)}>
          <span>{readAs(one)}</span>
          <strong>{value?.text ?? '…'}</strong>
          <small>
            {value === undefined || value.denominator === null
              ? null
              : `${count(value.numerator)} / ${count(value.denominator)}`}
          </small>
          {besideOf(catalogue.figures, one).map((beside) => (
            <small key={nameOf(beside)}>
              {t('figures.beside', {
                name: pick(beside.figure.name),
                value: valueOf(values, beside)?.text ?? '—',
              })}
            </small>
          ))}
        </li>
      );
    })}
  </ul>
);

const Lights = ({ view }: { readonly view: FiguresView }) => {
  const { year, organ } = view.filters;
  const query = useQuery({
    ...ask(overview, {
      query: { year, organId: organ } as unknown as NonNullable<QueryGiven<typeof overview>>,
    }),
    refetchInterval: everyMinute,
  });
  return (
    <QueryState query={query} lines={4}>
      {({ due }) => (
        <ul className={styles.lights}>
          {due.map((one) => (
            <li key={one.key}>
              {isDue(one.key) ? <DueShape state={one.key} /> : null}
              <span>{wordOf(one)}</span>
              <strong>{count(one.count)}</strong>
              <small>{o(`overview.unitOf.${one.unit}`)}</small>
            </li>
          ))}
        </ul>
      )}
    </QueryState>
  );
};

const mostLate = 8;

/** The units with most that is overdue, and how much. */
const LateUnits = ({ chosen, view }: { readonly chosen: Chosen; readonly view: FiguresView }) => {
  const query = useQuery({
    ...ask(figureCrossTable, {
      query: { figure: nameOf(chosen), rows: 'unit', ...queryOf(view) } as NonNullable<
        QueryGiven<typeof figureCrossTable>
      >,
    }),
    refetchInterval: everyMinute,
  });
  return (
    <QueryState query={query} lines={4}>
      {({ rows, rowTotals }) => {
        const late = rowTotals
          .filter(({ numerator }) => numerator > 0)
          .toSorted((a, b) => b.numerator - a.numerator)
          .slice(0, mostLate);
        if (late.length === 0) return <p className={styles.none}>{t('figures.screen.late.none')}</p>;
        return (
          <ol className={styles.late}>
            {late.map(({ row, numerator }) => (
              <li key={row}>
                <span>{pick(rows.find(({ key }) => key === row)?.name ?? { zh: row, en: row })}</span>
                <strong>{count(numerator)}</strong>
              </li>
            ))}
          </ol>
        );
      }}
    </QueryState>
  );
};

type SheetProps = { readonly catalogue: Catalogue; readonly view: FiguresView; readonly dark: boolean };

const Sheet = ({ catalogue, view, dark }: SheetProps) => {
  const shownTotals = findAll(catalogue, totals);
  const shownRates = findAll(catalogue, rates);
  const query = useValues(
    namesToAsk(catalogue.figures, [...shownTotals, ...shownRates], view),
    view,
    everyMinute,
  );
  const overdue = findChosen(catalogue.figures, 'overdue');
  const trend = findAll(catalogue, ['mattersFiled', 'replyRate', 'onTimeRate']).slice(0, 2);
  return (
    <QueryState query={query} lines={10}>
      {({ items, asOf }) => (
        <>
          <p className={styles.asOf} role={query.error === null ? undefined : 'alert'}>
            {t(query.error === null ? 'figures.screen.asOf' : 'figures.screen.stale', { at: moment(asOf) })}
          </p>
          <div className={styles.grid}>
            <Block title={t('figures.screen.totals')} wide>
              <Totals chosen={shownTotals} values={items} />
            </Block>
            <Block title={t('figures.screen.rates')} wide>
              <Rates catalogue={catalogue} chosen={shownRates} values={items} />
            </Block>
            <Block title={t('figures.screen.lights')}>
              <Lights view={view} />
            </Block>
            {overdue === null ? null : (
              <Block title={t('figures.screen.late')}>
                <LateUnits chosen={overdue} view={view} />
              </Block>
            )}
            {trend.map((one) => (
              <Block key={nameOf(one)} title={t('figures.screen.trend', { name: pick(one.figure.name) })}>
                <Trend
                  chosen={one}
                  view={view}
                  dark={dark}
                  fontSize={18}
                  every={everyMinute}
                  className={styles.chart}
                />
              </Block>
            ))}
          </div>
        </>
      )}
    </QueryState>
  );
};

/** 大屏: the main numbers in large type for a wall; nothing moves, and they are asked again every minute. */
export const ScreenPage = () => {
  const frame = useRef<HTMLDivElement>(null);
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const { jurisdiction } = useSession();
  const query = useCatalogue();
  const dark = search['look'] !== 'light';
  const view = readView(search);
  useFreshOnNews();
  const city = currentLanguage() === 'zh' ? jurisdiction.name : jurisdiction.nameEn;
  const title = t('figures.screen.title', { city });
  return (
    <div ref={frame} className={styles.screen} data-dark={dark}>
      <DocumentTitle>{title}</DocumentTitle>
      <header className={styles.head}>
        <h1>{title}</h1>
        <div className={`${styles.tools} no-print`}>
          <PageLink href={paths.figures('screen', { ...queryOf(view), look: dark ? 'light' : undefined })}>
            {t(dark ? 'figures.screen.light' : 'figures.screen.dark')}
          </PageLink>
          <button type="button" onClick={() => void frame.current?.requestFullscreen()}>
            {t('figures.screen.full')}
          </button>
          <PageLink href={paths.figures('', queryOf(view))}>{t('figures.screen.back')}</PageLink>
        </div>
      </header>
      <QueryState query={query} lines={10}>
        {(catalogue) => <Sheet catalogue={catalogue} view={view} dark={dark} />}
      </QueryState>
    </div>
  );
};
