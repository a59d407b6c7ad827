import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { App, Button } from 'antd';
import { PageLink, useGo } from '../shell/page-link.tsx';
import { ChangeBar } from './change-bar.tsx';
import { ColumnTable } from './column-table.tsx';
import { bodyOf, type ColumnsDraft, countChanges, noDraft, withField } from './columns-draft.ts';
import styles from './import.module.css';
import { runPath, useImportPlace } from './import-place.ts';
import { t } from './import-texts.ts';
import type { ImportRun, ImportTable } from './import-types.ts';
import { IssueList } from './issue-list.tsx';
import { TablePanel } from './table-panel.tsx';
import { OptionsPanel, SaysPanel } from './table-says.tsx';
import { useChoose } from './use-run.ts';

const OtherFile = () => {
  const place = useImportPlace();
  return (
    <p>
      <PageLink href={place.home}>{t('importPage.unread.again')}</PageLink>
    </p>
  );
};

const Unread = ({ failure }: { readonly failure: NonNullable<ImportRun['failure']> }) => {
  const place = useImportPlace();
  return (
    <Panel>
      <EmptyState title={t('importPage.unread.title')} detail={failure.message}>
        <PageLink href={place.home}>{t('importPage.unread.again')}</PageLink>
      </EmptyState>
    </Panel>
  );
};

type StepProps = {
  readonly run: ImportRun;
  readonly draft: ColumnsDraft;
  readonly onDraft: (draft: ColumnsDraft) => void;
};

const Next = ({ run }: { readonly run: ImportRun }) => {
  const place = useImportPlace();
  const go = useGo();
  const next = run.kind === 'catalogue' ? 'names' : 'rows';
  return (
    <div className={styles.next}>
      <Button type="primary" size="large" onClick={() => go(runPath(place, run.id, next))}>
        {t(next === 'names' ? 'importPage.next.names' : 'importPage.next.rows')}
      </Button>
    </div>
  );
};

const Corrections = ({ run, table, draft, onDraft }: StepProps & { readonly table: ImportTable }) => {
  const { message } = App.useApp();
  const command = useChoose(() => {
    onDraft(noDraft);
    void message.success(t('importPage.checked'));
  });
  const { id, version, options } = run;
  const send = (body: Parameters<typeof command.run>[0]['body']): void =>
    void command.run({ params: { importId: id }, version, ...(body === undefined ? {} : { body }) });
  const changes = countChanges(draft);
  if (table.columns.length === 0)
    return (
      <>
        <ProblemAlert problem={command.problem} onClose={command.forget} />
        <TablePanel table={table} pending={command.pending} onSend={(mapping) => send({ mapping })} />
        <OtherFile />
      </>
    );
  return (
    <>
      <ProblemAlert problem={command.problem} onClose={command.forget} />
      <TablePanel table={table} pending={command.pending} onSend={(mapping) => send({ mapping })} />
      <IssueList issues={table.issues} />
      <ColumnTable
        table={table}
        draft={draft.columns}
        onField={(column, field, standing) => onDraft(withField(draft, column, field, standing))}
      />
      {options === null ? null : (
        <div className={styles.pair}>
          <SaysPanel table={table} draft={draft} onDraft={onDraft} />
          <OptionsPanel options={options} draft={draft} onDraft={onDraft} />
        </div>
      )}
      {changes === 0 ? (
        <Next run={run} />
      ) : (
        <ChangeBar
          says={t('importPage.apply.changed', { count: changes })}
          apply={t('importPage.apply')}
          pending={command.pending}
          onApply={() => send(bodyOf(table, draft))}
          onUndo={() => onDraft(noDraft)}
        />
      )}
    </>
  );
};

/** 识别结果: which sheet, where the heading stands, what each column means, and what the table leaves unsaid. */
export const ColumnsStep = (props: StepProps) => {
  const { failure, table } = props.run;
  if (table === null)
    return (
      <Unread failure={failure ?? { code: 'import-no-table', message: t('importPage.noTable.detail') }} />
    );
  return (
    <>
      {failure === null ? null : (
        <div className={styles.caution} role="alert">
          <strong>{t('importPage.noTable')}</strong>
          <p>{failure.message}</p>
          <p>{t('importPage.noTable.detail')}</p>
        </div>
      )}
      <Corrections {...props} table={table} />
    </>
  );
};
