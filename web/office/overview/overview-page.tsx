import type { QueryGiven } from '#contract/endpoint.ts';
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
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { BarFigures, type LabelOf, type Overview, StageFigures, totalText, wordOf } from './figures.tsx';
import styles from './overview.module.css';
import { UnitTable } from './unit-table.tsx';

const t = texts(seeMessages);

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

const Boundary = ({ boundary }: Pick<Overview, 'boundary'>) => (
  <div className={styles.boundary}>
    <span className={styles.track} aria-hidden="true">
      <span
        className={styles.fill}
        style={{ width: boundary.of === 0 ? 0 : `${(boundary.matters / boundary.of) * 100}%` }}
      />
    </span>
    <p>
      {t('overview.boundary.detail', {
        matters: count(boundary.matters),
        of: count(boundary.of),
        share: share(boundary.matters, boundary.of),
      })}
    </p>
  </div>
);

/** The ruleset's own words for its result classes. */
const useClassNames = (): LabelOf => {
  const classes = useReference().data?.ruleset.resultClasses ?? [];
  return ({ key }) => {
    const found = classes.find(({ code }) => code === key);
    return found === undefined ? key : pick(found.name);
  };
};

const Figures = ({ data, narrowed }: { readonly data: Overview; readonly narrowed: Narrowed }) => {
  const classOf = useClassNames();
  if (data.stages.every((figure) => figure.count === 0))
    return (
      <Panel>
        <EmptyState title={t('overview.empty')} detail={t('overview.empty.detail')} />
      </Panel>
    );
  const filter = Object.fromEntries(Object.entries(narrowed).map(([key, value]) => [key, String(value)]));
  return (
    <div className={styles.grid}>
      <div className={styles.full}>
        <Panel flush title={t('overview.stages')} note={totalText(data.stages)}>
          <StageFigures figures={data.stages} />
        </Panel>
      </div>
      <div className={styles.half}>
        <Panel title={t('overview.due')} note={totalText(data.due)}>
          <BarFigures figures={data.due} labelOf={wordOf} />
        </Panel>
      </div>
      <div className={styles.rest}>
        <Panel title={t('overview.classes')} note={totalText(data.classes)}>
          <BarFigures figures={data.classes} labelOf={classOf} />
        </Panel>
      </div>
      <div className={styles.full}>
        <Panel flush title={t('overview.units')} note={t('overview.unit.note')}>
          <div className={styles.table}>
            <UnitTable units={data.units} filter={filter} />
          </div>
        </Panel>
      </div>
      <div className={styles.full}>
        <Panel title={t('overview.boundary')}>
          <Boundary boundary={data.boundary} />
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
