import type { QueryGiven } from '#contract/endpoint.ts';
import { figurePageMessages } from '#contract/messages/figure-pages.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { overview } from '#contract/see.ts';
import { ask } from '#web/shared/ask.ts';
import { count, moment, share } from '#web/shared/format.ts';
import { pick, texts } from '#web/shared/language.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useReference } from '#web/shared/use-reference.ts';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { Headline } from '../figures/headline.tsx';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { BarFigures, type LabelOf, type Overview, Tiles, totalText, wordOf } from './figures.tsx';
import styles from './overview.module.css';
import { UnitTable } from './unit-table.tsx';

const t = texts(seeMessages);
const f = texts(figurePageMessages);

type Narrowed = { readonly year?: number; readonly organId?: number };

const wholeNumber = (value: unknown): number | undefined =>
  typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;

const readNarrowed = (search: Readonly<Record<string, unknown>>): Narrowed => {
  const year = wholeNumber(search['year']);
  const organId = wholeNumber(search['organId']);
  return { ...(year === undefined ? {} : { year }), ...(organId === undefined ? {} : { organId }) };
};

const Choices = ({ narrowed, years }: { readonly narrowed: Narrowed; readonly years: readonly number[] }) => {
  const go = useGo();
  const organs = useReference().data?.organs ?? [];
  const change = (next: Narrowed): void => go(paths.overview(next), { replace: true });
  const { year, organId } = narrowed;
  return (
    <>
      <Select
        aria-label={t('overview.year')}
        value={year ?? 0}
        style={{ minWidth: 120 }}
        options={[
          { value: 0, label: t('overview.allYears') },
          ...years.map((one) => ({ value: one, label: String(one) })),
        ]}
        onChange={(chosen) =>
          change({ ...(chosen === 0 ? {} : { year: chosen }), ...(organId === undefined ? {} : { organId }) })
        }
      />
      <Select
        aria-label={t('overview.organ')}
        value={organId ?? 0}
        style={{ minWidth: 150 }}
        options={[
          { value: 0, label: t('overview.allOrgans') },
          ...organs.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(chosen) =>
          change({ ...(year === undefined ? {} : { year }), ...(chosen === 0 ? {} : { organId: chosen }) })
        }
      />
    </>
  );
};

type Classes = ReturnType<typeof useReference>['data'];

/** The ruleset's own word for a result class; the code where an earlier ruleset had it. */
const classWord = (reference: Classes, code: string): string => {
  const found = reference?.ruleset.resultClasses.find((one) => one.code === code);
  return found === undefined ? code : pick(found.name);
};

const Watch = ({ data }: { readonly data: Overview }) => {
  const { answering, boundary, handBack } = data;
  const days = handBack.find(({ unit }) => unit === 'days');
  const notes: Readonly<Record<string, string | undefined>> = {
    boundary: t('overview.boundary.detail', {
      of: count(answering.count),
      share: share(boundary.count, answering.count),
    }),
    ...(days === undefined || days.count === 0
      ? {}
      : { ownerless: t('overview.ownerless.detail', { count: count(days.count) }) }),
  };
  return (
    <Tiles
      figures={[...handBack.filter(({ unit }) => unit !== 'days'), boundary]}
      noteOf={({ key }) => notes[key]}
    />
  );
};

const viewOf = ({ year, organId }: Narrowed) => ({
  filters: {
    ...(year === undefined ? {} : { year: String(year) }),
    ...(organId === undefined ? {} : { organ: String(organId) }),
  },
});

const Figures = ({ data, narrowed }: { readonly data: Overview; readonly narrowed: Narrowed }) => {
  const reference = useReference().data;
  if (data.stages.every((figure) => figure.count === 0))
    return (
      <Panel>
        <EmptyState title={t('overview.empty')} detail={t('overview.empty.detail')} />
      </Panel>
    );
  const classOf: LabelOf = ({ key }) => classWord(reference, key);
  return (
    <div className={styles.grid}>
      <div className={styles.full}>
        <Panel flush title={t('overview.stages')} note={totalText(data.stages)}>
          <Tiles figures={data.stages} />
        </Panel>
      </div>
      <div className={styles.full}>
        <Panel flush title={f('figures.overview.rates')} note={f('figures.overview.rates.note')}>
          <Headline view={viewOf(narrowed)} />
        </Panel>
      </div>
      <div className={styles.half}>
        <Panel title={t('overview.due')} note={totalText(data.due)}>
          <BarFigures figures={data.due} labelOf={wordOf} />
        </Panel>
      </div>
      <div className={styles.rest}>
        <Panel
          title={t('overview.classes')}
          note={
            <>
              {totalText(data.classes)} · {t('overview.classes.note')}
            </>
          }
        >
          <BarFigures figures={data.classes} labelOf={classOf} />
        </Panel>
      </div>
      <div className={styles.full}>
        <Panel flush title={t('overview.watch')}>
          <Watch data={data} />
        </Panel>
      </div>
      <div className={styles.full}>
        <Panel flush title={t('overview.units')} note={t('overview.unit.note')}>
          <UnitTable
            units={data.units}
            columns={data.unitColumns}
            wordOf={({ group, label }) =>
              group === 'class' ? classWord(reference, label) : wordOf({ label })
            }
          />
        </Panel>
      </div>
    </div>
  );
};

/** 总览: live counts, each with its unit of count and the way to its rows; asked again every 20 seconds. */
export const OverviewPage = () => {
  const narrowed = readNarrowed(useSearch({ strict: false }));
  const query = useQuery({
    ...ask(overview, { query: narrowed as NonNullable<QueryGiven<typeof overview>> }),
    refetchInterval: 20_000,
    refetchOnWindowFocus: 'always',
    placeholderData: (before) => before,
  });
  return (
    <>
      <PageHead
        title={t('overview.title')}
        note={query.data === undefined ? ' ' : t('overview.asOf', { at: moment(query.data.asOf) })}
      >
        <Choices narrowed={narrowed} years={query.data?.years ?? []} />
      </PageHead>
      <QueryState query={query} lines={12}>
        {(data) => <Figures data={data} narrowed={narrowed} />}
      </QueryState>
    </>
  );
};
