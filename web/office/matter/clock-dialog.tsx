import { pauseClock, resumeClock } from '#contract/assignment.ts';
import { ConfirmWithReason } from '#web/shared/ui/confirm-with-reason.tsx';
import type { Assignment } from './matter-types.ts';
import { t } from './matter-texts.ts';
import { useAct } from './use-act.ts';

type ClockDialogProps = {
  readonly duty: Assignment;
  readonly action: 'pauseClock' | 'resumeClock';
  readonly onClose: () => void;
};

/** 暂停计时、恢复计时: with the reason, for the remainder is kept. */
export const ClockDialog = ({ duty, action, onClose }: ClockDialogProps) => {
  const pause = useAct(pauseClock, onClose);
  const resume = useAct(resumeClock, onClose);
  const { run, pending, problem } = action === 'pauseClock' ? pause : resume;
  const area = action === 'pauseClock' ? 'pause' : 'resume';
  return (
    <ConfirmWithReason
      open
      title={t(`extension.${area}.title`, { unit: duty.unit.name })}
      what={t(`extension.${area}.what`)}
      confirm={t(`matter.do.${action}`)}
      pending={pending}
      problem={problem}
      onConfirm={(reason) =>
        void run({ params: { assignmentId: duty.id }, version: duty.version, body: { reason } })
      }
      onCancel={onClose}
    />
  );
};
