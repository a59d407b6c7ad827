import { getReport, reportFile } from '#contract/report.ts';
import { addressOf } from '#web/shared/api.ts';
import { ask } from '#web/shared/ask.ts';
import { ActionButton, findAllowed } from '#web/shared/ui/action-button.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useConfirm } from '#web/shared/ui/use-confirm.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { AbsentPage } from '../shell/absent-page.tsx';
import { PageLink, useGo } from '../shell/page-link.tsx';
import { Changes, Editions } from './editions.tsx';
import { ReportEditor } from './report-editor.tsx';
import { ReportPreview } from './report-preview.tsx';
import { type Report, t } from './report-texts.ts';
import styles from './reports.module.css';
import { type ReportDraft, useReportDraft } from './use-report-draft.ts';

const Steps = ({ report, draft }: { readonly report: Report; readonly draft: ReportDraft }) => {
  const sure = useConfirm();
  const go = useGo();
  const settle = findAllowed(report.allowedActions, 'settleReport');
  const reopen = findAllowed(report.allowedActions, 'reopenReport');
  const discard = findAllowed(report.allowedActions, 'discardReport');
  return (
    <>
      {settle === null ? null : (
        <ActionButton
          type="primary"
          allowed={settle}
          onPress={() =>
            sure({
              title: t('report.settle'),
              content: t('report.settle.sure'),
              verb: t('report.settle'),
              onYes: async () => {
                await draft.step({ type: 'settleReport' });
              },
            })
          }
        >
          {t('report.settle')}
        </ActionButton>
      )}
      {reopen === null ? null : (
        <ActionButton allowed={reopen} onPress={() => void draft.step({ type: 'reopenReport' })}>
          {t('report.reopen')}
        </ActionButton>
      )}
      {discard === null || discard.refusal !== null ? null : (
        <ActionButton
          allowed={discard}
          onPress={() =>
            sure({
              title: t('report.discard'),
              content: t('report.discard.sure'),
              verb: t('report.discard'),
              danger: true,
              onYes: async () => {
                if (await draft.step({ type: 'discardReport' })) go(paths.reports());
              },
            })
          }
        >
          {t('report.discard')}
        </ActionButton>
      )}
    </>
  );
};

const Papers = ({ report, draft }: { readonly report: Report; readonly draft: ReportDraft }) => (
  <>
    {(['docx', 'pdf', 'xlsx'] as const).map((format) => (
      <a
        key={format}
        className={styles.export}
        href={addressOf(reportFile, { reportId: report.id }, { format, edition: report.shown })}
        download
        onClick={() => void draft.save()}
      >
        {t('report.export', { format: format.toUpperCase() })}
      </a>
    ))}
  </>
);

const Moved = ({ report, draft }: { readonly report: Report; readonly draft: ReportDraft }) => {
  const count = report.moved.length + report.movedTables.length;
  if (count === 0) return null;
  return (
    <div className={styles.moved} role="status">
      <span>
        <b>{t('report.moved', { count })}</b> {t('report.moved.detail')}
        {report.movedTables.length === 0 ? '' : ` ${t('report.moved.table')}`}
      </span>
      <Button onClick={() => void draft.step({ type: 'takeReportValues', questions: null })}>
        {t('report.moved.all')}
      </Button>
    </div>
  );
};

const Inside = ({ report }: { readonly report: Report }) => {
  const draft = useReportDraft(report);
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const writing = findAllowed(report.allowedActions, 'saveReport') !== null;
  const [reading, setReading] = useState(false);
  const content = writing ? draft.content : report.content;
  const from = Number(search['from']);
  const to = Number(search['to']);
  return (
    <>
      <PageHead
        title={content.title}
        crumb={<PageLink href={paths.reports()}>{t('report.list')}</PageLink>}
        note={
          <>
            {t(`report.kind.${report.kind}`)} · {report.period} · {t('report.edition', { no: report.shown })}{' '}
            {t(
              `report.state.${report.editions.find(({ no }) => no === report.shown)?.state ?? report.state}`,
            )}
            {writing ? <span aria-live="polite"> · {t(`report.${draft.state}`)}</span> : null}
          </>
        }
      >
        {writing ? (
          <Button onClick={() => setReading(!reading)}>
            {t(reading ? 'report.write' : 'report.preview')}
          </Button>
        ) : null}
        {reading || !writing ? <Button onClick={() => window.print()}>{t('report.print')}</Button> : null}
        <Papers report={report} draft={draft} />
        <Steps report={report} draft={draft} />
      </PageHead>
      <div className={styles.stack}>
        <ProblemAlert problem={draft.problem} />
        <Moved report={report} draft={draft} />
        {from > 0 && to > 0 ? <Changes report={report} from={from} to={to} /> : null}
        {writing && !reading ? (
          <ReportEditor report={report} draft={draft} />
        ) : (
          <ReportPreview report={report} content={content} />
        )}
        <div className="no-print">
          <Editions report={report} />
        </div>
      </div>
    </>
  );
};

/** One report: written, read, settled, compared. */
export const ReportPage = () => {
  const { reportId } = useParams({ strict: false }) as { readonly reportId?: string };
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const id = Number(reportId);
  const edition = Number(search['edition'] ?? Number.NaN);
  const query = useQuery({
    ...ask(getReport, {
      params: { reportId: id },
      query: Number.isInteger(edition) && edition > 0 ? { edition } : {},
    }),
    enabled: Number.isInteger(id) && id > 0,
    placeholderData: (before) => before,
  });
  if (!(Number.isInteger(id) && id > 0)) return <AbsentPage />;
  return (
    <QueryState query={query} lines={12}>
      {(report) => <Inside key={`${report.id} ${report.shown} ${report.state}`} report={report} />}
    </QueryState>
  );
};
