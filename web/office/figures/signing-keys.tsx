import { figureKeys } from '#contract/figure-signatures.ts';
import { ask } from '#web/shared/ask.ts';
import { moment } from '#web/shared/format.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { t } from './figure-texts.ts';
import styles from './figures.module.css';

/** The public halves of the keys that sign what is frozen: to be printed, and compared with what a file says. */
export const SigningKeys = () => {
  const query = useQuery(ask(figureKeys));
  return (
    <Panel title={t('figures.frozen.keys')} note={t('figures.frozen.keys.note')}>
      <QueryState query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.quiet}>{t('figures.frozen.keys.none')}</p>
          ) : (
            <dl className={styles.stamp}>
              {items.map(({ no, fingerprint, publicKey, madeAt, retiredAt }) => (
                <div key={no} className={styles.key}>
                  <dt>
                    {retiredAt === null
                      ? t('figures.frozen.keys.since', { from: moment(madeAt) })
                      : t('figures.frozen.keys.until', { from: moment(madeAt), to: moment(retiredAt) })}
                  </dt>
                  <dd>
                    {t('figures.frozen.signature.key')} <span className={styles.hash}>{fingerprint}</span>
                    <pre className={styles.hash}>{publicKey}</pre>
                  </dd>
                </div>
              ))}
            </dl>
          )
        }
      </QueryState>
    </Panel>
  );
};
