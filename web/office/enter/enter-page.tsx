import { entryTemplate } from '#contract/submission-bulk.ts';
import { addressOf } from '#web/shared/api.ts';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { FileDrop } from '../import/file-drop.tsx';
import { paths } from '../paths.ts';
import { ForbiddenPage } from '../shell/forbidden-page.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { useSession } from '../shell/session.ts';
import styles from './enter.module.css';
import { t } from './entry-texts.ts';
import { RightRows } from './right-rows.tsx';
import { useEntryList } from './use-entry-list.ts';
import { WrongRows } from './wrong-rows.tsx';

type Organ = { readonly id: number; readonly name: string };

const Everything = ({ organs, first }: { readonly organs: readonly Organ[]; readonly first: Organ }) => {
  const [organId, setOrganId] = useState(first.id);
  const entry = useEntryList(organId);
  const { list, file, reading } = entry;
  const unread = list?.columns.filter(({ field }) => field === null) ?? [];
  const right = list?.rows.filter((row) => row.entry !== null) ?? [];
  const wrong = list?.rows.filter((row) => row.entry === null) ?? [];
  return (
    <div className={styles.page}>
      <Panel title={t('entry.file')}>
        {organs.length === 1 ? (
          <p className={styles.organ}>{first.name}</p>
        ) : (
          <label className={styles.organ}>
            {t('entry.organ')}
            <Select
              value={organId}
              options={organs.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(next) => {
                entry.forget();
                setOrganId(next);
              }}
            />
          </label>
        )}
        <FileDrop
          file={file}
          accept=".xlsx,.xls,.csv"
          formats={t('entry.formats')}
          problem={null}
          disabled={reading.pending || entry.entering.pending}
          onFile={(next) => void entry.read(next)}
        />
        <ProblemAlert problem={reading.problem} />
        <div role="status" className={styles.sum}>
          {reading.pending ? t('entry.reading') : null}
          {list === null
            ? null
            : t('entry.sum', {
                sheet: list.sheet,
                total: list.rows.length,
                right: right.length,
                wrong: wrong.length,
              })}
        </div>
        {unread.length === 0 ? null : (
          <p className={styles.quiet}>
            {t('entry.unread', {
              columns: unread.map(({ letters, header }) => `${letters} ${header}`.trim()).join('；'),
            })}
          </p>
        )}
        {list === null || list.leftOut === 0 ? null : <p>{t('entry.leftOut', { count: list.leftOut })}</p>}
      </Panel>
      {list === null || wrong.length === 0 ? null : <WrongRows rows={wrong} fileName={file?.name ?? ''} />}
      {list === null ? null : <RightRows rows={right} entry={entry} />}
    </div>
  );
};

/** 批量代录: paper forms from a list, checked row by row before anything is entered. */
export const EnterPage = () => {
  const { roles } = useSession();
  const organs = roles.flatMap(({ role, organ }) =>
    (role === 'congress-office' || role === 'cppcc-office') && organ !== null ? [organ] : [],
  );
  const [first] = organs;
  if (first === undefined) return <ForbiddenPage />;
  return (
    <>
      <PageHead
        title={t('entry.title')}
        note={t('entry.note')}
        crumb={<PageLink href={paths.review()}>{t('entry.back')}</PageLink>}
      >
        <Button icon={<DownloadOutlined aria-hidden />} href={addressOf(entryTemplate)}>
          {t('entry.getTemplate')}
        </Button>
      </PageHead>
      <Everything organs={organs} first={first} />
    </>
  );
};
