import { LateMark, StateMark } from './marks.tsx';
import styles from './supervision.module.css';
import { t } from './supervision-texts.ts';
import type { Slip } from './supervision-types.ts';

const tones = { unwritten: 'off', sent: 'waiting', acknowledged: 'done', takenBack: 'off' } as const;

/** Where a slip is, for whom it waits, and what was answered. */
export const SlipState = ({ slip }: { readonly slip: Slip }) => {
  const missing = slip.wanted.filter((part) => !slip.acknowledgements.some((one) => one.part === part));
  return (
    <div>
      <StateMark word={t(`supervision.urgeState.${slip.state}`)} tone={tones[slip.state]} />
      {slip.late ? <LateMark /> : null}
      {slip.state === 'sent' && slip.wanted.length > 1 ? (
        <div className={styles.meta}>
          {t('supervision.waitsFor', {
            who: missing.map((part) => t(`supervision.part.${part}`)).join('、'),
          })}
        </div>
      ) : null}
      {slip.acknowledgements.map((one) => (
        <div key={one.part} className={styles.meta}>
          {one.by}：{one.note}
          {one.doneBy === null ? null : `（${t('supervision.doneByLine', { date: one.doneBy })}）`}
        </div>
      ))}
      {slip.takenBackReason === null ? null : (
        <div className={styles.meta}>{t('supervision.takenBack', { reason: slip.takenBackReason })}</div>
      )}
    </div>
  );
};
