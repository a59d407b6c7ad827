import {
  exportSessionOpinions,
  sessionOpinionFigures,
  sessionReferralSheet,
} from '#contract/session-opinion.ts';
import { addressOf } from '#web/shared/api.ts';
import { ask } from '#web/shared/ask.ts';
import { count, moment, share } from '#web/shared/format.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './opinions.module.css';
import { anyT, nameOf, t } from './opinion-texts.ts';
import type { Figures } from './opinion-types.ts';
import { readView, writeView } from './opinions-view.ts';

type Figure = Figures['main'][number];

const labelOf = ({ key, label }: Figure, part: string): string =>
  label === null
    ? anyT(part === 'channels' ? `opinions.channel.${key}` : `opinions.figure.${key}`)
    : nameOf(label);

/** Each number with what it is of and in what unit it counts; it opens to exactly its rows. */
const FigureList = ({ figures, part }: { readonly figures: readonly Figure[]; readonly part: string }) => (
  <ul className={styles.figures}>
    {figures.map((figure) => {
      const { key, count: n, of, unit, list, opens } = figure;
      const name = labelOf(figure, part);
      const view = readView(opens);
      const words = anyT(`opinions.unit.${unit}`);
      return (
        <li key={key}>
          <PageLink
            href={paths.sessionOpinions(writeView({ ...view, part: list === 'records' ? 'records' : 'all' }))}
          >
            <span className={styles.meta}>{name}</span>
            <span>
              <strong>{count(n)}</strong> {words}
            </span>
            {of === null ? null : (
              <span className={styles.meta}>
                {t('opinions.share', { count: count(n), of: count(of), unit: words, share: share(n, of) })}
              </span>
            )}
            <span className="visually-hidden">{t('opinions.report.opens', { name })}</span>
          </PageLink>
        </li>
      );
    })}
  </ul>
);

const Sheets = ({
  figures,
  sessionId,
}: {
  readonly figures: readonly Figure[];
  readonly sessionId: number;
}) => (
  <ul className={styles.cards}>
    {figures.map((figure) => {
      const { unitId } = figure.opens;
      const unit = labelOf(figure, 'units');
      return unitId === undefined ? null : (
        <li key={figure.key} className={styles.buttons}>
          {(['docx', 'pdf'] as const).map((format) => (
            <a
              key={format}
              href={addressOf(sessionReferralSheet, {}, { sessionId: String(sessionId), unitId, format })}
            >
              {t(`opinions.sheet.${format}`, { unit })}
            </a>
          ))}
        </li>
      );
    })}
  </ul>
);

/** 统计: how many, of what, as of when. */
export const ReportTab = ({ sessionId }: { readonly sessionId: number }) => {
  const query = useQuery(ask(sessionOpinionFigures, { query: { sessionId } }));
  return (
    <QueryState query={query} lines={8}>
      {({ asOf, main, classes, units, channels }) => (
        <div className={styles.stack}>
          <Panel
            title={t('opinions.report.main')}
            note={t('opinions.report.define')}
            actions={
              <Button href={addressOf(exportSessionOpinions, {}, { sessionId: String(sessionId) })}>
                {t('opinions.export')}
              </Button>
            }
          >
            <FigureList figures={main} part="main" />
            <p className={styles.meta}>{t('opinions.asOf', { moment: moment(asOf) })}</p>
          </Panel>
          <Panel title={t('opinions.report.classes')}>
            <FigureList figures={classes} part="classes" />
          </Panel>
          {units.length === 0 ? null : (
            <Panel title={t('opinions.report.units')} note={t('opinions.report.units.note')}>
              <FigureList figures={units} part="units" />
              <h3>{t('opinions.sheet')}</h3>
              <Sheets figures={units} sessionId={sessionId} />
            </Panel>
          )}
          <Panel title={t('opinions.report.channels')}>
            <FigureList figures={channels} part="channels" />
          </Panel>
        </div>
      )}
    </QueryState>
  );
};
