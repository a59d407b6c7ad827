import { count } from '#web/shared/format.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import WarningFilled from '@ant-design/icons/WarningFilled';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink, useGo } from '../shell/page-link.tsx';
import styles from './import.module.css';
import { runPath, useImportPlace } from './import-place.ts';
import { t } from './import-texts.ts';
import type { ImportRun } from './import-types.ts';
import { useChoose } from './use-run.ts';

/** Seconds without a first row after which a person may wonder whether anything happens. */
const patience = 20;

const Running = ({ run }: { readonly run: ImportRun }) => {
  const { done, total } = run.progress;
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), patience * 1_000);
    return () => window.clearTimeout(timer);
  }, []);
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return (
    <Panel title={t('importPage.run.title')}>
      <div className={styles.stack}>
        <Progress percent={percent} status="active" aria-label={t('importPage.run.title')} />
        <p role="status">{t('importPage.run.progress', { done: count(done), total: count(total) })}</p>
        {late && done === 0 ? <p className={styles.caution}>{t('importPage.run.late')}</p> : null}
        <p className={styles.quiet}>{t('importPage.run.leave')}</p>
      </div>
    </Panel>
  );
};

const figures = ['created', 'changed', 'assigned', 'peopleCreated', 'same', 'skipped', 'refused'] as const;

/** Where what was written can be seen. */
const seenAt = ({ kind, options }: ImportRun): { readonly href: string; readonly text: string } => {
  switch (kind) {
    case 'catalogue':
      return {
        href: paths.ledger({ sessionId: options?.sessionId ?? undefined, sort: '-updated' }),
        text: t('importPage.done.ledger'),
      };
    case 'units':
      return { href: paths.setup('units'), text: t('importPage.done.units') };
    case 'people':
      return { href: paths.setup('people'), text: t('importPage.done.people') };
    default:
      return kind satisfies never;
  }
};

const Done = ({
  run,
  ended,
}: {
  readonly run: ImportRun;
  readonly ended: NonNullable<ImportRun['ended']>;
}) => {
  const place = useImportPlace();
  const go = useGo();
  const client = useQueryClient();
  // What the import wrote is stale on every other page.
  useEffect(() => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'getImport' });
  }, [client]);
  const { href, text } = seenAt(run);
  const catalogue = run.kind === 'catalogue';
  return (
    <Panel>
      <div className={styles.done}>
        <h2>
          <CheckCircleFilled aria-hidden /> {t('importPage.done.title')}{' '}
          <small>{t('importPage.done.seconds', { seconds: ended.seconds.toFixed(1) })}</small>
        </h2>
        <dl className={styles.figures}>
          {figures
            .filter(
              (figure) =>
                figure === 'created' || (ended[figure] > 0 && (catalogue || figure !== 'peopleCreated')),
            )
            .map((figure) => (
              <div key={figure}>
                <dt>{t(`importPage.done.${figure}`)}</dt>
                <dd>{count(ended[figure])}</dd>
              </div>
            ))}
        </dl>
        {ended.refused === 0 ? null : <p className={styles.caution}>{t('importPage.done.refused.note')}</p>}
        <div className={styles.row}>
          <Button type="primary" size="large" onClick={() => go(href)}>
            {text}
          </Button>
          <Button size="large" onClick={() => go(runPath(place, run.id, 'rows'))}>
            {t('importPage.done.rows')}
          </Button>
          <PageLink href={place.home}>{t('importPage.done.next')}</PageLink>
        </div>
      </div>
    </Panel>
  );
};

const Failed = ({ run }: { readonly run: ImportRun }) => {
  const place = useImportPlace();
  const go = useGo();
  const command = useChoose(() => go(runPath(place, run.id, 'rows')));
  return (
    <Panel>
      <div className={styles.done}>
        <h2 className={styles.fault}>
          <WarningFilled aria-hidden /> {t('importPage.failed.title')}
        </h2>
        <p>{run.failure?.message ?? t('importPage.failed.nothing')}</p>
        <ProblemAlert problem={command.problem} onClose={command.forget} />
        <div className={styles.row}>
          <Button
            type="primary"
            size="large"
            loading={command.pending}
            onClick={() => void command.run({ params: { importId: run.id }, version: run.version, body: {} })}
          >
            {t('importPage.failed.again')}
          </Button>
          <PageLink href={place.home}>{t('importPage.unread.again')}</PageLink>
        </div>
      </div>
    </Panel>
  );
};

/** How a confirmed import goes and how it ended. */
export const ResultStep = ({ run }: { readonly run: ImportRun }) => {
  if (run.state === 'done' && run.ended !== null) return <Done run={run} ended={run.ended} />;
  return run.state === 'running' ? <Running run={run} /> : <Failed run={run} />;
};
