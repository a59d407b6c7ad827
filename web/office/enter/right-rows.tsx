import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { UploadField } from '../matter/upload-field.tsx';
import styles from './enter.module.css';
import { type EntryListRow, t } from './entry-texts.ts';
import type { EntryListState } from './use-entry-list.ts';

const columnsOf = ({ done, filesOf, setFilesOf }: EntryListState): readonly Column<EntryListRow>[] => [
  { key: 'row', title: t('entry.col.row'), tight: true, render: ({ row }) => row },
  {
    key: 'title',
    title: t('entry.col.title'),
    names: true,
    minWidth: 220,
    render: ({ row, title, known, repeats }) => (
      <>
        {title}
        {done.has(row) ? (
          <div className={styles.good}>✓ {t('entry.done.flow', { flowNo: done.get(row) ?? '' })}</div>
        ) : known !== null ? (
          <div className={styles.quiet}>{t('entry.known', { flowNo: known })}</div>
        ) : repeats !== null ? (
          <div className={styles.quiet}>{t('entry.repeats', { row: repeats })}</div>
        ) : null}
      </>
    ),
  },
  {
    key: 'author',
    title: t('entry.col.author'),
    minWidth: 120,
    render: ({ author, coSigners }) =>
      coSigners === 0 ? author : t('entry.withSigners', { author, count: coSigners }),
  },
  {
    key: 'proof',
    title: t('entry.col.proof'),
    minWidth: 200,
    render: ({ row, needs, entry }) =>
      done.has(row) ? (
        filesOf(row)
          .map(({ name }) => name)
          .join('、')
      ) : (
        <>
          {needs === null || filesOf(row).length > 0 ? null : (
            <div className={styles.quiet}>{t(`entry.needs.${needs}`)}</div>
          )}
          {entry === null || entry.noScanReason === '' ? null : <div>{entry.noScanReason}</div>}
          <UploadField
            purpose="submission"
            max={10}
            accept=".pdf,.jpg,.jpeg,.png"
            value={filesOf(row)}
            onChange={(next) => setFilesOf(row, next)}
          />
        </>
      ),
  },
];

type RightRowsProps = { readonly rows: readonly EntryListRow[]; readonly entry: EntryListState };

/** What can be entered, with the paper that it still needs; what is chosen is entered and handed in. */
export const RightRows = ({ rows, entry }: RightRowsProps) => {
  const { chosen, ready, done, entering, selected, setSelected } = entry;
  const reason = useId();
  const lacking = chosen.length - ready.length;
  if (rows.length === 0)
    return (
      <Panel title={t('entry.right')}>
        <p>{t('entry.right.none')}</p>
      </Panel>
    );
  return (
    <Panel title={t('entry.right')}>
      {rows.some(({ needs }) => needs === 'scan') ? (
        <div className={styles.reason}>
          <label htmlFor={reason}>{t('entry.noScanReason')}</label>
          <Input
            id={reason}
            maxLength={500}
            value={entry.noScanReason}
            onChange={({ target }) => entry.setNoScanReason(target.value)}
          />
        </div>
      ) : null}
      <DataTable<EntryListRow>
        caption={t('entry.right')}
        columns={columnsOf(entry)}
        rows={rows}
        rowKey={({ row }) => row}
        selection={{ selected, onChange: setSelected, nameOf: ({ title }) => title }}
      />
      <ProblemAlert problem={entering.problem} />
      <div className={styles.bar}>
        <Button
          type="primary"
          loading={entering.pending}
          disabled={ready.length === 0}
          onClick={() => void entry.take()}
        >
          {t('entry.take', { count: ready.length })}
        </Button>
        {lacking === 0 ? null : <span>{t('entry.lacking', { count: lacking })}</span>}
        <span role="status">
          {entering.pending
            ? t('entry.taking', { done: done.size, total: done.size + ready.length })
            : done.size === 0
              ? null
              : t('entry.done', { count: done.size })}
        </span>
        {done.size > 0 && !entering.pending ? (
          <Button onClick={entry.forget}>{t('entry.again')}</Button>
        ) : null}
      </div>
    </Panel>
  );
};
