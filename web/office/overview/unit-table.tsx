import { seeMessages } from '#contract/messages/see.ts';
import { count } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { Tag } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './overview.module.css';
import { sortUnits, type UnitFigures, type UnitSort } from './sort-units.ts';

const t = texts(seeMessages);

export type LedgerFilter = Readonly<Record<string, string | undefined>>;
type UnitTableProps = {
  readonly units: readonly UnitFigures[];
  /** What the overview is narrowed to; opened rows are narrowed alike. */
  readonly filter: LedgerFilter;
};

const numbers = ['duties', 'unsigned', 'open', 'answered', 'overdue'] as const;

/** The ledger filter whose matters are behind a number; null where the ledger has no such filter. */
const opens = (key: (typeof numbers)[number]): LedgerFilter | null => {
  switch (key) {
    case 'duties':
      return {};
    case 'overdue':
      return { due: 'overdue' };
    case 'unsigned':
    case 'open':
    case 'answered':
      return null;
    default: {
      const forgotten: never = key;
      return forgotten;
    }
  }
};

const Progress = ({ row }: { readonly row: UnitFigures }) => (
  <span className={styles.progress}>
    <span className={styles.track} aria-hidden="true">
      {row.answered === 0 ? null : (
        <span
          className={styles.fill}
          data-tone="ample"
          style={{ width: `${(row.answered / row.duties) * 100}%` }}
        />
      )}
    </span>
    {t('overview.unit.progressOf', { answered: count(row.answered), duties: count(row.duties) })}
  </span>
);

const UnitNumber = ({
  row,
  of,
  filter,
}: {
  row: UnitFigures;
  of: (typeof numbers)[number];
  filter: LedgerFilter;
}) => {
  const value = row[of];
  const to = opens(of);
  const tone = of === 'overdue' && value > 0 ? styles.late : undefined;
  if (value === 0) return <span className={styles.zero}>0</span>;
  if (to === null) return <span className={tone}>{count(value)}</span>;
  return (
    <PageLink href={paths.ledger({ ...filter, unitId: row.unit.id, ...to })} className={tone}>
      {count(value)}
    </PageLink>
  );
};

/** Every unit's load and progress, sortable by each column. */
export const UnitTable = ({ units, filter }: UnitTableProps) => {
  const [by, setBy] = useState<UnitSort>('overdue');
  const [down, setDown] = useState(true);
  const sort = (key: UnitSort): Pick<Column<UnitFigures>, 'sort'> => ({
    sort: {
      order: key !== by ? 'none' : down ? 'descending' : 'ascending',
      toggle: () => {
        setDown(key === by ? !down : key !== 'name');
        setBy(key);
      },
    },
  });
  const columns: readonly Column<UnitFigures>[] = [
    {
      key: 'name',
      title: t('overview.unit.name'),
      names: true,
      minWidth: 200,
      render: (row) => (
        <>
          <PageLink href={paths.ledger({ ...filter, unitId: row.unit.id })}>{row.unit.name}</PageLink>{' '}
          {row.unit.boundary ? <Tag>{t('overview.unit.outside')}</Tag> : null}
        </>
      ),
      ...sort('name'),
    },
    ...numbers.map(
      (key): Column<UnitFigures> => ({
        key,
        title: t(`overview.unit.${key}`),
        end: true,
        render: (row) => <UnitNumber row={row} of={key} filter={filter} />,
        ...sort(key),
      }),
    ),
    {
      key: 'progress',
      title: t('overview.unit.progress'),
      minWidth: 170,
      render: (row) => <Progress row={row} />,
      ...sort('progress'),
    },
  ];
  return (
    <DataTable<UnitFigures>
      caption={t('overview.units')}
      columns={columns}
      rows={sortUnits(units, by, down)}
      rowKey={(row) => row.unit.id}
    />
  );
};
