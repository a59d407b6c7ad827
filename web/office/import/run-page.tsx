import { fileSize, moment } from '#web/shared/format.ts';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { PageLink } from '../shell/page-link.tsx';
import { type ColumnsDraft, noDraft } from './columns-draft.ts';
import { ColumnsStep } from './columns-step.tsx';
import styles from './import.module.css';
import { runPath, useImportPlace } from './import-place.ts';
import { t } from './import-texts.ts';
import type { ImportRun } from './import-types.ts';
import type { NameDraft } from './name-choice.ts';
import { NamesStep } from './names-step.tsx';
import { StateMark } from './outcome-mark.tsx';
import { ResultStep } from './result-step.tsx';
import { RowsStep } from './rows-step.tsx';
import { type Step, stepOf, stepsOf } from './steps.ts';
import { useRun } from './use-run.ts';

const stepName = (run: ImportRun, step: Step): string =>
  t(step === 'rows' && run.state === 'done' ? 'importPage.step.rowsDone' : `importPage.step.${step}`);

const StepNote = ({ run, step }: { readonly run: ImportRun; readonly step: Step }) => {
  if (step !== 'names') return null;
  const open = run.openUnits.length + run.openPeople.length;
  return (
    <small>{open === 0 ? t('importPage.step.settled') : t('importPage.step.toDo', { count: open })}</small>
  );
};

const StepNav = ({ run, now }: { readonly run: ImportRun; readonly now: Step }) => {
  const place = useImportPlace();
  return (
    <nav aria-label={t('importPage.steps')} className={styles.steps}>
      <ol>
        {stepsOf(run).map((step, index) => (
          <li key={step}>
            <PageLink
              href={runPath(place, run.id, step)}
              className={styles.step}
              {...(step === now ? { 'aria-current': 'step' as const } : {})}
            >
              <span className={styles.stepNo} aria-hidden="true">
                {index + 1}
              </span>
              <span className={styles.stepName}>
                {stepName(run, step)}
                <StepNote run={run} step={step} />
              </span>
            </PageLink>
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** What was typed on one step stays while another is looked at. */
const Steps = ({ run }: { readonly run: ImportRun }) => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const now = stepOf(run, search['step']);
  const [columns, setColumns] = useState<ColumnsDraft>(noDraft);
  const [names, setNames] = useState<NameDraft>({});
  return (
    <>
      <StepNav run={run} now={now} />
      <div className={styles.page}>
        {now === 'columns' ? <ColumnsStep run={run} draft={columns} onDraft={setColumns} /> : null}
        {now === 'names' ? <NamesStep run={run} draft={names} onDraft={setNames} /> : null}
        {now === 'rows' ? <RowsStep run={run} /> : null}
        {now === 'result' ? <ResultStep run={run} /> : null}
      </div>
    </>
  );
};

/** One import from the first look at its columns to what it wrote; its address says where it stands. */
export const RunPage = ({ importId }: { readonly importId: number }) => {
  const place = useImportPlace();
  const query = useRun(importId);
  return (
    <QueryState query={query} lines={12}>
      {(run) => (
        <>
          <PageHead
            title={run.file.name}
            tab={`${run.file.name} · ${t(`importPage.title.${run.kind}`)}`}
            crumb={
              <PageLink href={place.kinds.length > 1 ? `${place.home}?kind=${run.kind}` : place.home}>
                {t('importPage.back')}
              </PageLink>
            }
            note={
              <span className={styles.about}>
                <StateMark state={run.state} />
                {t('importPage.about', {
                  size: fileSize(run.file.size),
                  at: moment(run.createdAt),
                  by: run.createdBy,
                })}
              </span>
            }
          />
          <Steps run={run} />
        </>
      )}
    </QueryState>
  );
};
