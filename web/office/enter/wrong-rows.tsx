import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button } from 'antd';
import { csvOf, saveCsv } from '#web/shared/csv.ts';
import styles from './enter.module.css';
import { type EntryListRow, fieldWord, t } from './entry-texts.ts';

const columnsOf = (): readonly Column<EntryListRow>[] => [
  { key: 'row', title: t('entry.col.row'), tight: true, render: ({ row }) => row },
  {
    key: 'title',
    title: t('entry.col.title'),
    names: true,
    minWidth: 200,
    render: ({ title, author }) => (
      <>
        {title === '' ? '—' : title}
        <div className={styles.quiet}>{author}</div>
      </>
    ),
  },
  {
    key: 'problem',
    title: t('entry.col.problem'),
    minWidth: 280,
    render: ({ errors }) => (
      <ul className={styles.errors}>
        {errors.map(({ at, cell, detail }) => (
          <li key={`${at}${detail}`}>
            <strong>
              {[cell?.split('!').at(-1) ?? '', fieldWord(at)].filter((part) => part !== '').join(' ')}
            </strong>{' '}
            {detail}
          </li>
        ))}
      </ul>
    ),
  },
];

type WrongRowsProps = {
  readonly rows: readonly EntryListRow[];
  readonly fileName: string;
};

const linesOf = (rows: readonly EntryListRow[]): readonly (readonly string[])[] => [
  (['row', 'cell', 'field', 'title', 'author', 'problem'] as const).map((key) => t(`entry.col.${key}`)),
  ...rows.flatMap(({ row, title, author, errors }) =>
    errors.map(({ at, cell, detail }) => [String(row), cell ?? '', fieldWord(at), title, author, detail]),
  ),
];

/** What is wrong in which cell, and how to mend it; the same as a file to work through. */
export const WrongRows = ({ rows, fileName }: WrongRowsProps) => (
  <Panel title={t('entry.wrong')}>
    <div className={styles.bar}>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        onClick={() =>
          saveCsv(`${fileName.replace(/\.[^.]*$/, '')}-${t('entry.wrong.file')}.csv`, csvOf(linesOf(rows)))
        }
      >
        {t('entry.wrong.download')}
      </Button>
      <span className={styles.quiet}>{t('entry.wrong.hint')}</span>
    </div>
    <DataTable<EntryListRow>
      caption={t('entry.wrong')}
      columns={columnsOf()}
      rows={rows}
      rowKey={({ row }) => row}
    />
  </Panel>
);
