import { figureCatalogue } from '#contract/figures.ts';
import { baseFilters, type FigureTable } from '#contract/report-view.ts';
import { ask } from '#web/shared/ask.ts';
import { pick } from '#web/shared/language.ts';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId } from 'react';
import type { Catalogue } from '../figures/figure-texts.ts';
import { Choice } from './field-dialog.tsx';
import { type Report, t } from './report-texts.ts';
import styles from './reports.module.css';

type TableEditorProps = {
  readonly scope: Report['scope'];
  readonly table: FigureTable;
  readonly onChange: (table: FigureTable) => void;
  readonly onRemove: () => void;
};

/** The columns of one table are at most so many, as the contract says. */
const mostColumns = 8;

const Fields = ({
  catalogue,
  scope,
  table,
  onChange,
  onRemove,
}: TableEditorProps & { catalogue: Catalogue }) => {
  const [caption, columns] = [useId(), useId()];
  const given = Object.keys(baseFilters(scope));
  const fitting = catalogue.figures.filter(({ dimensions }) =>
    [...given, table.rows].every((one) => dimensions.some((has) => has === one)),
  );
  const offered = catalogue.dimensions.filter(
    ({ id }) => id === table.rows || (!given.includes(id) && fitsAll(catalogue, table, id)),
  );
  return (
    <div className={styles.filters}>
      <div className={styles.field}>
        <label htmlFor={caption}>{t('report.table.caption')}</label>
        <input
          id={caption}
          value={table.caption}
          maxLength={200}
          onChange={({ target }) => onChange({ ...table, caption: target.value })}
        />
      </div>
      <Choice
        label={t('report.table.rows')}
        value={table.rows}
        options={offered.map(({ id, name }) => ({ value: id, label: pick(name) }))}
        onChange={(rows) => onChange({ ...table, rows: rows as FigureTable['rows'] })}
      />
      <div className={styles.field}>
        <label htmlFor={columns}>{t('report.table.columns')}</label>
        <Select
          id={columns}
          mode="multiple"
          maxCount={mostColumns}
          style={{ width: '100%' }}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          value={[...table.figures]}
          options={fitting.flatMap((figure) => [
            // A table that names a figure alone means its usual variant.
            ...(table.figures.includes(figure.id) ? [{ value: figure.id, label: pick(figure.name) }] : []),
            ...figure.variants.map((one) => ({
              value: `${figure.id}.${one.id}`,
              label: `${pick(figure.name)} · ${pick(one.name)}`,
            })),
          ])}
          onChange={(figures: string[]) => {
            // A table without columns is none: it is taken out by its own button.
            if (figures.length > 0) onChange({ ...table, figures });
          }}
        />
      </div>
      <Button size="small" type="text" onClick={onRemove}>
        {t('report.table.remove')}
      </Button>
    </div>
  );
};

/** Whether every column of the table can stand in rows of this dimension. */
const fitsAll = ({ figures }: Catalogue, table: FigureTable, rows: string): boolean =>
  table.figures.every((name) =>
    figures.find(({ id }) => id === name.split('.')[0])?.dimensions.some((one) => one === rows),
  );

/** What a table of the report shows: its caption, its rows, and the figures that are its columns. */
export const TableEditor = (props: TableEditorProps) => {
  const catalogue = useQuery({ ...ask(figureCatalogue), staleTime: 600_000 });
  return (
    <QueryState query={catalogue} lines={2}>
      {(found) => <Fields {...props} catalogue={found} />}
    </QueryState>
  );
};
