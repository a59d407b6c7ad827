import { closeMatter, reopenMatter, withdrawMatter } from '#contract/matter.ts';
import { ConfirmWithReason } from '#web/shared/ui/confirm-with-reason.tsx';
import { useMatter } from './matter-context.ts';
import { useAct } from './use-act.ts';
import { t } from './matter-texts.ts';

type MatterReasonDialogProps = {
  readonly action: 'close' | 'reopen' | 'withdraw';
  readonly onClose: () => void;
};

/** 办结, 重新开启, 撤案: steps for which the reason is kept. A rated matter closes without one. */
export const MatterReasonDialog = ({ action, onClose }: MatterReasonDialogProps) => {
  const { matter } = useMatter();
  const close = useAct(closeMatter, onClose);
  const reopen = useAct(reopenMatter, onClose);
  const withdraw = useAct(withdrawMatter, onClose);
  const command = { close, reopen, withdraw }[action];
  const reasonNeeded = action !== 'close' || matter.stage !== 'rated';
  const confirm = (reason: string): void => {
    const target = { params: { matterId: matter.id }, version: matter.version };
    if (action === 'close') void close.run({ ...target, body: { reason: reason === '' ? null : reason } });
    else if (action === 'reopen') void reopen.run({ ...target, body: { reason } });
    else void withdraw.run({ ...target, body: { reason } });
  };
  return (
    <ConfirmWithReason
      open
      title={t(`matter.${action}.title`, { caseNo: matter.caseNo })}
      what={t(action === 'close' && reasonNeeded ? 'matter.close.unrated' : `matter.${action}.what`)}
      confirm={t(`matter.do.${action}`)}
      danger={action === 'withdraw'}
      required={reasonNeeded}
      pending={command.pending}
      problem={command.problem}
      onConfirm={confirm}
      onCancel={onClose}
    />
  );
};
