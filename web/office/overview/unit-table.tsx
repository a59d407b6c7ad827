import { seeMessages } from '#contract/messages/see.ts';
import { count } from '#web/shared/format.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { useReference } from '#web/shared/use-reference.ts';
import { Segmented, Tag } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import type { Overview } from './figures.tsx';
import styles from './overview.module.css';
import { countOf, sortUnits, type UnitFigures } from './sort-units.ts';

const t = texts(seeMessages);

export type UnitColumn = Overview['unitColumns'][number];
type Group = UnitColumn['group'];
type UnitTableProps = {
  readonly units: readonly UnitFigures[];
  /** What is counted of each unit, each with the ledger filter that opens to it. */
  readonly columns: readonly UnitColumn[];
  readonly wordOf: (column: UnitColumn) => string;
};

const groups: readonly Group[] = ['handling', 'due', 'class', 'handBack'];

/** By which column each group stands first: the one that asks for something to be done. */
const firstBy: Record<Group, string> = {
  handling: 'answering',
  due: 'overdue',
  class: 'answering',
  handBack: 'toDecide',
};

const pressing: readonly string[] = ['overdue', 'toDecide'];

const Progress = ({ row }: { readonly row: UnitFigures }) => {
  const [answered, all] = [countOf(row, 'answered'), countOf(row, 'answering')];
  if (all === 0) return <span className={styles.zero}>—</span>;
  return (
    <span className={styles.progress}>
      <span className={styles.track} aria-hidden="true">
        {answered === 0 ? null : (
          <span className={styles.fill} data-tone="ample" style={{ width: `${(answered / all) * 100}%` }} />
        )}
      </span>
      {t('overview.unit.progressOf', { answered: count(answered), duties: count(all) })}
    </span>
  );
};

const UnitNumber = ({ row, of }: { readonly row: UnitFigures; readonly of: UnitColumn }) => {
  const value = countOf(row, of.key);
  if (value === 0) return <span className={styles.zero}>0</span>;
  return (
    <PageLink
      href={paths.ledger({ ...of.opens, unitId: row.unit.id, unitAlone: 'yes' })}
      className={pressing.includes(of.key) ? styles.late : undefined}
    >
      {count(value)}
    </PageLink>
  );
};

/** Names in the language of the page, where a unit has one in it. */
const useUnitNames = (): ((unit: UnitFigures['unit']) => string) => {
  const units = useReference().data?.units ?? [];
  return ({ id, name }) => {
    const english = units.find((unit) => unit.id === id)?.nameEn ?? '';
    return currentLanguage() === 'en' && english !== '' ? english : name;
  };
};

/** Every unit's load and progress, sortable by each column; each number opens to its rows in the ledger. */
export const UnitTable = ({ units, columns, wordOf }: UnitTableProps) => {
  const [group, setGroup] = useState<Group>('handling');
  const [by, setBy] = useState(firstBy.handling);
  const [down, setDown] = useState(true);
  const nameOf = useUnitNames();
  const sort = (key: string): Pick<Column<UnitFigures>, 'sort'> => ({
    sort: {
      order: key !== by ? 'none' : down ? 'descending' : 'ascending',
      toggle: () => {
        setDown(key === by ? !down : key !== 'name');
        setBy(key);
      },
    },
  });
  const show = (next: Group): void => {
    setGroup(next);
    setBy(firstBy[next]);
    setDown(true);
  };
  const shown = columns.filter((one) => one.group === group || one.key === 'answering');
  const table: readonly Column<UnitFigures>[] = [
    {
      key: 'name',
      title: t('overview.unit.name'),
      names: true,
      minWidth: 200,
      render: (row) => (
        <>
          <PageLink href={paths.ledger({ ...shown[0]?.opens, unitId: row.unit.id, unitAlone: 'yes' })}>
            {nameOf(row.unit)}
          </PageLink>{' '}
          {row.unit.boundary ? <Tag>{t('overview.unit.outside')}</Tag> : null}
        </>
      ),
      ...sort('name'),
    },
    ...shown.map(
      (one): Column<UnitFigures> => ({
        key: one.key,
        title: wordOf(one),
        end: true,
        render: (row) => <UnitNumber row={row} of={one} />,
        ...sort(one.key),
      }),
    ),
    ...(group === 'handling'
      ? [
          {
            key: 'progress',
            title: t('overview.unit.progress'),
            minWidth: 170,
            render: (row: UnitFigures) => <Progress row={row} />,
            ...sort('progress'),
          },
        ]
      : []),
  ];
  return (
    <>
      <div className={styles.groups}>
        <Segmented<Group>
          aria-label={t('overview.unit.group')}
          value={group}
          onChange={show}
          options={groups.map((value) => ({ value, label: t(`overview.unit.group.${value}`) }))}
        />
      </div>
      <DataTable<UnitFigures>
        caption={t('overview.units')}
        columns={table}
        rows={sortUnits(units, by, down)}
        rowKey={(row) => row.unit.id}
      />
    </>
  );
};
