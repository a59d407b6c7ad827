import { revokeDuty } from '#contract/assignment.ts';
import { ConfirmWithReason } from '#web/shared/ui/confirm-with-reason.tsx';
import type { Assignment } from './matter-types.ts';
import { useAct } from './use-act.ts';
import { t } from './matter-texts.ts';

type DutyDialogProps = { readonly duty: Assignment; readonly onClose: () => void };

/** 改办撤回: takes the duty back from a unit. */
export const RevokeDialog = ({ duty, onClose }: DutyDialogProps) => {
  const { run, pending, problem } = useAct(revokeDuty, onClose);
  return (
    <ConfirmWithReason
      open
      title={t('matter.revoke.title', { unit: duty.unit.name })}
      what={t('matter.revoke.what')}
      confirm={t('matter.do.revoke')}
      danger
      pending={pending}
      problem={problem}
      onConfirm={(reason) =>
        void run({ params: { assignmentId: duty.id }, version: duty.version, body: { reason } })
      }
      onCancel={onClose}
    />
  );
};
