import { count, dayOf, moment } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import type { Column } from '#web/shared/ui/data-table.tsx';
import { Tag } from 'antd';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { wordsOf } from '../matter/use-words.ts';
import type { Reference } from '../matter/matter-types.ts';
import { type Row, t, unitWord } from './figure-texts.ts';
import styles from './figures.module.css';

const MatterCell = ({ row }: { readonly row: Row }) => {
  const title = row.title === '' ? t('figures.rows.noTitle') : row.title;
  const words = row.caseNo === '' ? title : `${row.caseNo} ${title}`;
  return row.matterId === null ? words : <PageLink href={paths.matter(row.matterId)}>{words}</PageLink>;
};

/** What the row is, as of the day that is asked for: whatever of it applies. */
const factsOf = (row: Row, reference: Reference): readonly string[] => {
  const words = wordsOf(reference);
  return [
    ...(row.role === null ? [] : [words.role(row.role)]),
    ...(row.round === null ? [] : [t('figures.rows.round', { round: row.round })]),
    ...(row.resultClass === null ? [] : [t('figures.rows.class', { code: row.resultClass })]),
    ...(row.attitude === null
      ? []
      : [t('figures.rows.attitude', { level: words.satisfaction(row.attitude) })]),
    ...(row.outcome === null ? [] : [t('figures.rows.outcome', { level: words.satisfaction(row.outcome) })]),
  ];
};

/** What put the row here, when, and the entry of the journal that says so. */
const Because = ({ row }: { readonly row: Row }) => {
  const { journal, matterId } = row;
  const entry = journal === null ? null : t('figures.rows.journal', { n: journal.n });
  const ofMatter = journal !== null && matterId !== null && journal.stream === `matter:${matterId}`;
  return (
    <div className={styles.because}>
      <span>
        {row.because === null ? null : pick(row.because)}{' '}
        {row.since === null ? null : (
          // A list of an earlier year tells days, no hours.
          <time dateTime={row.since}>{row.imported ? dayOf(row.since) : moment(row.since)}</time>
        )}
      </span>
      <small>
        {entry === null ? (
          t('figures.rows.journal.none')
        ) : ofMatter ? (
          <PageLink href={paths.matterEntry(matterId, journal.n)}>{entry}</PageLink>
        ) : (
          entry
        )}{' '}
        {row.imported ? <Tag>{t('figures.rows.imported')}</Tag> : null}
        {row.enteredLater ? <Tag>{t('figures.rows.later')}</Tag> : null}
      </small>
    </div>
  );
};

/** The columns of a list of rows that a figure counts. */
export const rowColumns = (
  reference: Reference,
  unit: Parameters<typeof unitWord>[0],
): readonly Column<Row>[] => [
  {
    key: 'matter',
    title: t('figures.rows.matter'),
    names: true,
    minWidth: 260,
    render: (row) => <MatterCell row={row} />,
  },
  { key: 'unit', title: t('figures.rows.unit'), minWidth: 120, render: (row) => row.unit ?? '—' },
  {
    key: 'state',
    title: t('figures.rows.state'),
    minWidth: 160,
    render: (row) => (
      <span className={styles.facts}>
        {factsOf(row, reference).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {row.weight === 1 ? null : (
          <span>{t('figures.rows.weight', { count: count(row.weight), unit: unitWord(unit) })}</span>
        )}
      </span>
    ),
  },
  {
    key: 'because',
    title: t('figures.rows.because'),
    minWidth: 220,
    render: (row) => <Because row={row} />,
  },
];

/** A row has no id of its own: it is the reply, the duty, the matter or the act that is counted. */
export const rowKeyOf = (row: Row): string =>
  [row.matterId, row.assignmentId, row.replyId, row.otherId, row.round, row.since].join(':');
