import { compareReport } from '#contract/report.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { type Report, t } from './report-texts.ts';
import styles from './reports.module.css';

/** Every edition, each to be read and compared with the one before. */
export const Editions = ({ report }: { readonly report: Report }) => (
  <Panel title={t('report.editions')}>
    <ul className={styles.list}>
      {report.editions.map(({ no, state, by, at, asOf }) => (
        <li key={no}>
          <span>
            <PageLink
              href={paths.report(report.id, { edition: String(no) })}
              {...(no === report.shown ? { 'aria-current': 'page' as const } : {})}
            >
              {t('report.edition', { no })}
            </PageLink>{' '}
            {t(`report.state.${state}`)}{' '}
            <small>{t('report.edition.line', { by, at: moment(at), asOf })}</small>
          </span>
          {report.editions.some((one) => one.no === no - 1) ? (
            <PageLink href={paths.report(report.id, { from: String(no - 1), to: String(no) })}>
              {t('report.edition.compare', { no: no - 1 })}
            </PageLink>
          ) : null}
        </li>
      ))}
    </ul>
  </Panel>
);

/** What two editions say differently. */
export const Changes = ({ report, from, to }: { report: Report; from: number; to: number }) => {
  const query = useQuery(ask(compareReport, { params: { reportId: report.id }, query: { from, to } }));
  return (
    <Panel title={t('report.compare', { from, to })}>
      <QueryState query={query} lines={6}>
        {({ texts, figures }) =>
          texts.length + figures.length === 0 ? (
            <p>{t('report.compare.none')}</p>
          ) : (
            <div className={styles.stack}>
              {texts.map(({ key, heading, before, after }) => (
                <div key={key} className={styles.change}>
                  <h3>{heading}</h3>
                  {before === null ? null : (
                    <p>
                      <b>{t(after === null ? 'report.compare.gone' : 'report.compare.before')}</b>{' '}
                      <del>{before}</del>
                    </p>
                  )}
                  {after === null ? null : (
                    <p>
                      <b>{t(before === null ? 'report.compare.added' : 'report.compare.after')}</b>{' '}
                      <ins>{after}</ins>
                    </p>
                  )}
                </div>
              ))}
              {figures.length === 0 ? null : (
                <ul className={styles.list}>
                  {figures.map(({ name, before, after }) => (
                    <li key={`${name.zh} ${before} ${after}`}>
                      {pick(name)}：{before} → {after}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )
        }
      </QueryState>
    </Panel>
  );
};
