import { successions } from '#contract/succession.ts';
import { successionMessages } from '#contract/messages/succession.ts';
import { ask } from '#web/shared/ask.ts';
import { fullDate } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { Panel } from '#web/shared/ui/panel.tsx';
import { useQuery } from '@tanstack/react-query';
import styles from './setup.module.css';

const t = texts(successionMessages);

/** 单位沿革: which units followed which, and what went over; nothing where nothing did. */
export const SuccessionHistory = () => {
  const { data } = useQuery(ask(successions));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={t('succession.history')}>
      <ul className={styles.stack}>
        {data.items.map((one) => (
          <li key={one.id}>
            {fullDate(one.effectiveOn)} · {t(`succession.kind.${one.kind}`)} ·{' '}
            {t('succession.history.line', { from: one.from.join('、'), to: one.to.join('、') })}
            <div>
              <small className={styles.quiet}>
                {one.reason}
                {one.kind === 'rename' ? '' : ` · ${t('succession.history.moved', { count: one.moved })}`} ·{' '}
                {one.by}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
