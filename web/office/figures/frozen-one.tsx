import { figureSnapshotFile } from '#contract/figure-signatures.ts';
import { figureSnapshot } from '#contract/figures.ts';
import type { QueryGiven } from '#contract/endpoint.ts';
import { addressOf } from '#web/shared/api.ts';
import { ask } from '#web/shared/ask.ts';
import { count, moment } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useToday } from '#web/shared/use-reference.ts';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button, Input } from 'antd';
import { paths } from '../paths.ts';
import { PageLink, useGo } from '../shell/page-link.tsx';
import { findChosen } from './choose-figure.ts';
import { RowsLink } from './figure-number.tsx';
import { type Catalogue, type Snapshot, t, unitWord } from './figure-texts.ts';
import styles from './figures.module.css';
import { readView } from './figures-view.ts';
import { Field, FilterWords } from './filter-fields.tsx';
import { useCatalogue } from './use-figures.ts';

type Line = Snapshot['lines'][number];

const nameOf = ({ figure, variant }: Pick<Line, 'figure' | 'variant'>): string => `${figure}.${variant}`;

/** How a line is called: its figure, and its variant where there are several. */
const lineName = (catalogue: Catalogue, line: Pick<Line, 'figure' | 'variant' | 'name'>): string => {
  const chosen = findChosen(catalogue.figures, nameOf(line));
  if (chosen === null) return pick(line.name);
  const { figure, variant } = chosen;
  return figure.variants.length < 2 ? pick(figure.name) : `${pick(figure.name)} · ${pick(variant.name)}`;
};

type Given = {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly compareAsOf: string | undefined;
};

const printedOf = ({
  numerator,
  denominator,
  text,
}: Pick<Line, 'numerator' | 'denominator' | 'text'>): string =>
  denominator === null ? count(numerator) : text;

const Parts = ({ numerator, denominator }: Pick<Line, 'numerator' | 'denominator'>) =>
  denominator === null ? null : (
    <>
      {' '}
      <small className={`${styles.unit} ${styles.whole}`}>
        {count(numerator)} / {count(denominator)}
      </small>
    </>
  );

const Moved = ({ line, snapshot, compareAsOf }: { readonly line: Line } & Omit<Given, 'catalogue'>) => {
  const { now } = line;
  if (now === null) return '—';
  if (now.came === 0 && now.left === 0) {
    const same = now.numerator === line.numerator && now.denominator === line.denominator;
    return <span className={styles.quiet}>{t(same ? 'figures.frozen.same' : 'figures.frozen.within')}</span>;
  }
  return (
    <PageLink
      href={paths.figures(`frozen/${snapshot.id}/moves`, { figure: nameOf(line), compareAsOf })}
      className={styles.moved}
    >
      {now.came === 0 ? null : <span>{t('figures.frozen.came', { count: count(now.came) })}</span>}
      {now.left === 0 ? null : <span>{t('figures.frozen.left', { count: count(now.left) })}</span>}
      <span className="visually-hidden">{t('figures.opens')}</span>
    </PageLink>
  );
};

/** What a frozen figure counted; where it is defined otherwise now, that stands open beside what it counts now. */
const Definition = ({ definition, otherwise }: Pick<Line, 'definition' | 'otherwise'>) => {
  if (definition === null) return null;
  if (otherwise === null)
    return (
      <details className={styles.unit}>
        <summary>{t('figures.frozen.definition')}</summary>
        {pick(definition)}
      </details>
    );
  return (
    <div className={styles.unit}>
      <strong className={styles.bad}>{t('figures.frozen.otherwise')}</strong>
      <dl className={styles.stamp}>
        <dt>{t('figures.frozen.otherwise.then')}</dt>
        <dd>{pick(definition)}</dd>
        <dt>{t('figures.frozen.otherwise.now')}</dt>
        <dd>{otherwise.now === null ? t('figures.frozen.otherwise.gone') : pick(otherwise.now)}</dd>
      </dl>
    </div>
  );
};

const columnsOf = ({ catalogue, snapshot, compareAsOf }: Given): readonly Column<Line>[] => [
  {
    key: 'name',
    title: t('figures.column.name'),
    names: true,
    minWidth: 220,
    render: (line) => (
      <>
        {lineName(catalogue, line)}
        <Definition {...line} />
      </>
    ),
  },
  {
    key: 'value',
    title: t('figures.frozen.value'),
    minWidth: 130,
    render: (line) => (
      <>
        <strong>{printedOf(line)}</strong>
        {line.denominator === null ? <span className={styles.unit}> {unitWord(line.unit)}</span> : null}
        <Parts {...line} />
      </>
    ),
  },
  {
    key: 'now',
    title: t('figures.frozen.now'),
    minWidth: 130,
    render: (line) =>
      line.now === null ? (
        '—'
      ) : (
        <>
          <RowsLink
            name={nameOf(line)}
            view={{
              filters: snapshot.filters,
              ...(compareAsOf === undefined ? {} : { asOf: compareAsOf }),
            }}
          >
            {printedOf(line.now)}
          </RowsLink>
          <Parts {...line.now} />
        </>
      ),
  },
  {
    key: 'difference',
    title: t('figures.frozen.difference'),
    end: true,
    // Of two definitions there is no difference to take.
    render: ({ now, otherwise }) => (
      <span className={styles.whole}>{otherwise === null ? (now?.difference ?? '—') : '—'}</span>
    ),
  },
  {
    key: 'moved',
    title: t('figures.frozen.moved'),
    render: (line) => <Moved line={line} snapshot={snapshot} compareAsOf={compareAsOf} />,
  },
];

const Signature = ({ signature }: Pick<Snapshot, 'signature'>) =>
  signature === null ? (
    t('figures.frozen.signature.none')
  ) : (
    <>
      <span className={signature.holds ? styles.good : styles.bad} role="status">
        {signature.holds ? '✓ ' : '✗ '}
        {t(signature.holds ? 'figures.frozen.signature.holds' : 'figures.frozen.signature.broken')}
      </span>
      <br />
      {t('figures.frozen.signature.key')} <span className={styles.hash}>{signature.key.fingerprint}</span>
      <br />
      <small className={styles.quiet}>{t('figures.frozen.file.how')}</small>
    </>
  );

/** Who froze it when, its hash, and whether what is kept still has it. */
const Stamp = ({ catalogue, snapshot }: Pick<Given, 'catalogue' | 'snapshot'>) => (
  <Panel>
    <FilterWords catalogue={catalogue} view={{ filters: snapshot.filters }} />
    <dl className={styles.stamp}>
      <dt>{t('figures.frozen.asOf')}</dt>
      <dd>{moment(snapshot.asOf)}</dd>
      <dt>{t('figures.frozen.taken')}</dt>
      <dd>{t('figures.frozen.by', { by: snapshot.by, at: moment(snapshot.takenAt) })}</dd>
      <dt>{t('figures.frozen.hash')}</dt>
      <dd>
        <span className={styles.hash}>{snapshot.hash}</span>
        <br />
        <span className={snapshot.intact ? styles.good : styles.bad} role="status">
          {snapshot.intact ? '✓ ' : '✗ '}
          {t(snapshot.intact ? 'figures.frozen.intact' : 'figures.frozen.broken')}
        </span>
      </dd>
      <dt>{t('figures.frozen.journal')}</dt>
      <dd>{t('figures.frozen.journal.at', snapshot.journal)}</dd>
      <dt>{t('figures.frozen.signature')}</dt>
      <dd>
        <Signature signature={snapshot.signature} />
      </dd>
    </dl>
  </Panel>
);

type FrozenOneProps = { readonly snapshotId: number };

/** One set of frozen figures, beside the same figures of another day; each difference opens to the rows that moved. */
export const FrozenOne = ({ snapshotId }: FrozenOneProps) => {
  const { compareAsOf } = readView(useSearch({ strict: false }));
  const today = useToday();
  const day = compareAsOf ?? today;
  const go = useGo();
  const catalogue = useCatalogue();
  const query = useQuery({
    ...ask(figureSnapshot, {
      params: { snapshotId },
      query: { compareAsOf: day } as NonNullable<QueryGiven<typeof figureSnapshot>>,
    }),
    enabled: day !== undefined,
    placeholderData: (before) => before,
  });
  return (
    <>
      <PageHead
        title={query.data?.name ?? t('figures.frozen.title')}
        crumb={<PageLink href={paths.figures('frozen')}>{t('figures.frozen.title')}</PageLink>}
      >
        {query.data?.signature ? (
          <Button
            className="no-print"
            icon={<DownloadOutlined aria-hidden />}
            href={addressOf(figureSnapshotFile, { snapshotId })}
          >
            {t('figures.frozen.file')}
          </Button>
        ) : null}
      </PageHead>
      <QueryState query={catalogue} lines={10}>
        {(known) => (
          <QueryState query={query} lines={10}>
            {(snapshot) => (
              <div className={styles.sheets}>
                <Stamp catalogue={known} snapshot={snapshot} />
                <div className={styles.bar}>
                  <Field label={t('figures.frozen.compare')}>
                    {(id) => (
                      <Input
                        id={id}
                        type="date"
                        {...(today === undefined ? {} : { max: today })}
                        value={day ?? ''}
                        onChange={({ target }) =>
                          go(paths.figures(`frozen/${snapshotId}`, { compareAsOf: target.value }), {
                            replace: true,
                          })
                        }
                      />
                    )}
                  </Field>
                </div>
                <Panel flush>
                  <DataTable<Line>
                    caption={snapshot.name}
                    columns={columnsOf({ catalogue: known, snapshot, compareAsOf })}
                    rows={snapshot.lines}
                    rowKey={nameOf}
                  />
                </Panel>
              </div>
            )}
          </QueryState>
        )}
      </QueryState>
    </>
  );
};
