import { supervisionFigures } from '#contract/supervision.ts';
import { ask } from '#web/shared/ask.ts';
import { count } from '#web/shared/format.ts';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './supervision.module.css';
import { anyT, t } from './supervision-texts.ts';
import type { Filters } from './supervision-view.ts';

/** Supervision in figures for the year and organ of the page; each opens to exactly its rows (law 2). */
export const FiguresStrip = ({ filters }: { readonly filters: Filters }) => {
  const { year, organId } = filters;
  const query = useQuery({
    ...ask(supervisionFigures, {
      query: { ...(year === undefined ? {} : { year }), ...(organId === undefined ? {} : { organId }) },
    }),
    placeholderData: (before) => before,
  });
  return (
    <section aria-label={t('supervision.figures')}>
      <QueryState query={query} lines={2}>
        {({ asOf, figures }) => (
          <>
            <ul className={styles.figures}>
              {figures.map(({ key, list, count: n, opens }) => (
                <li key={key} {...(n === 0 ? { 'data-none': true } : {})}>
                  <PageLink href={paths.supervision({ tab: list === 'urges' ? undefined : list, ...opens })}>
                    <span className={styles.label}>{anyT(`supervision.figure.${key}`)}</span>
                    <span>
                      <strong>{count(n)}</strong>{' '}
                      <span className={styles.unit}>{t(`supervision.unit.${list}`)}</span>
                    </span>
                    <span className="visually-hidden">
                      {t('supervision.figure.opens', { name: anyT(`supervision.figure.${key}`) })}
                    </span>
                  </PageLink>
                </li>
              ))}
            </ul>
            <p className={styles.asOf}>
              {figures.every(({ count: n }) => n > 0) ? null : (
                <span className={styles.none}>
                  {t('supervision.figures.none', { count: figures.filter(({ count: n }) => n === 0).length })}
                </span>
              )}
              {t('supervision.asOf', { date: asOf })}
            </p>
          </>
        )}
      </QueryState>
    </section>
  );
};
