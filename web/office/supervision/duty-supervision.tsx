import { matterSupervision } from '#contract/urges.ts';
import { ask } from '#web/shared/ask.ts';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LevelMark } from './marks.tsx';
import { SlipActions } from './slip-actions.tsx';
import { SlipState } from './slip-state.tsx';
import styles from './supervision.module.css';
import { t } from './supervision-texts.ts';
import { UrgeDialog } from './urge-dialog.tsx';

/** The slips on one duty as its card shows them, and the button to urge it. Nothing where there is neither. */
export const DutySupervision = ({
  matterId,
  assignmentId,
}: {
  readonly matterId: number;
  readonly assignmentId: number;
}) => {
  const [open, setOpen] = useState(false);
  const { data } = useQuery(ask(matterSupervision, { params: { matterId } }));
  if (data === undefined) return null;
  const slips = data.urges.filter((slip) => slip.assignmentId === assignmentId);
  const may = data.mayUrge.find((one) => one.assignmentId === assignmentId);
  if (slips.length === 0 && may === undefined) return null;
  const waiting = slips.some(({ state }) => state === 'sent');
  return (
    <div className={styles.onDuty} data-waiting={waiting}>
      <div className={styles.line}>
        {slips.length === 0 ? null : <b>{t('supervision.onMatter.count', { count: slips.length })}</b>}
        {waiting ? <b>{t('supervision.mark.unacknowledged')}</b> : null}
        {may === undefined ? null : (
          <ActionButton size="small" allowed={may.allowed} onPress={() => setOpen(true)}>
            {t('supervision.urge')}
          </ActionButton>
        )}
      </div>
      {slips.map((slip) => (
        <div key={slip.id} className={styles.slip}>
          <div className={styles.line}>
            <LevelMark level={slip.level} name={slip.levelName} />
            <span>{slip.slipNo}</span>
            <span className={styles.meta}>
              {slip.issuedOn} {slip.issuedBy}
            </span>
          </div>
          <div className={styles.text}>{slip.text}</div>
          <SlipState slip={slip} />
          <SlipActions slip={slip} />
        </div>
      ))}
      {open ? (
        <UrgeDialog
          target={{ assignmentIds: [assignmentId] }}
          onDone={() => setOpen(false)}
          onCancel={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
};
