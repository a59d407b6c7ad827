import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import EditOutlined from '@ant-design/icons/EditOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import { Select } from 'antd';
import styles from './import.module.css';
import { t } from './import-texts.ts';
import type { ImportColumn, ImportTable } from './import-types.ts';
import { sureFrom } from './steps.ts';

type Sureness = 'yes' | 'look' | 'out' | 'changed';

const marks = {
  yes: <CheckCircleOutlined aria-hidden />,
  look: <ExclamationCircleOutlined aria-hidden />,
  out: <MinusCircleOutlined aria-hidden />,
  changed: <EditOutlined aria-hidden />,
} as const satisfies Record<Sureness, unknown>;

const surenessOf = ({ field, confidence }: ImportColumn, changed: boolean): Sureness => {
  if (changed) return 'changed';
  if (field === 'ignored') return 'out';
  return confidence < sureFrom ? 'look' : 'yes';
};

const headerText = ({ header }: ImportColumn): string =>
  header === '' ? t('importPage.columns.noHeader') : header;

/** The likely meanings first, then all; none stands in both. */
const optionsFor = (column: ImportColumn, fields: ImportTable['fields']) => {
  const likely = [
    ...new Set([column.field, ...column.alternatives.slice(0, 3).map(({ field }) => field), 'ignored']),
  ];
  const option = ({ field, label }: ImportTable['fields'][number]) => ({ value: field, label });
  return [
    {
      label: t('importPage.columns.likely'),
      options: likely.flatMap((field) => fields.filter((one) => one.field === field).map(option)),
    },
    {
      label: t('importPage.columns.all'),
      options: fields.filter(({ field }) => !likely.includes(field)).map(option),
    },
  ];
};

type ColumnTableProps = {
  readonly table: ImportTable;
  readonly draft: Readonly<Record<number, string>>;
  readonly onField: (column: number, field: string, standing: string) => void;
};

const columnsFor = ({ table, draft, onField }: ColumnTableProps): readonly Column<ImportColumn>[] => [
  {
    key: 'letter',
    title: t('importPage.columns.letter'),
    tight: true,
    render: ({ letters }) => <span className={styles.letters}>{letters}</span>,
  },
  {
    key: 'header',
    title: t('importPage.columns.header'),
    names: true,
    minWidth: 120,
    render: (column) => <span className={styles.strong}>{headerText(column)}</span>,
  },
  {
    key: 'samples',
    title: t('importPage.columns.samples'),
    minWidth: 220,
    render: ({ samples }) => (
      <ul className={styles.samples}>
        {samples.slice(0, 3).map((sample, index) => (
          <li key={`${index} ${sample}`}>{sample}</li>
        ))}
      </ul>
    ),
  },
  {
    key: 'field',
    title: t('importPage.columns.field'),
    minWidth: 210,
    render: (column) => (
      <Select
        aria-label={t('importPage.columns.fieldOf', { letters: column.letters, header: headerText(column) })}
        virtual={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={draft[column.column] ?? column.field}
        onChange={(field: string) => onField(column.column, field, column.field)}
        options={optionsFor(column, table.fields)}
        popupMatchSelectWidth={false}
        className={styles.fill ?? ''}
      />
    ),
  },
  {
    key: 'sure',
    title: t('importPage.columns.sure'),
    tight: true,
    render: (column) => {
      const sure = surenessOf(column, draft[column.column] !== undefined);
      return (
        <span className={styles.sure} data-sure={sure}>
          {marks[sure]}
          {t(`importPage.columns.sure.${sure}`)}
        </span>
      );
    },
  },
];

/** What each column was taken for, with examples from the file; one is corrected by choosing another meaning. */
export const ColumnTable = (props: ColumnTableProps) => (
  <Panel flush title={t('importPage.columns.title')} note={t('importPage.columns.note')}>
    <div className={styles.below}>
      <DataTable<ImportColumn>
        caption={t('importPage.columns.caption')}
        columns={columnsFor(props)}
        rows={props.table.columns}
        rowKey={({ column }) => column}
      />
    </div>
  </Panel>
);
