import { strikeContact } from '#contract/assignment.ts';
import { ConfirmWithReason } from '#web/shared/ui/confirm-with-reason.tsx';
import { useAct } from './use-act.ts';
import { t } from './matter-texts.ts';

type StrikeContactDialogProps = { readonly contactId: number; readonly onClose: () => void };

/** A contact entered by mistake: it stays visible, struck out, with the reason. */
export const StrikeContactDialog = ({ contactId, onClose }: StrikeContactDialogProps) => {
  const { run, pending, problem } = useAct(strikeContact, onClose);
  return (
    <ConfirmWithReason
      open
      title={t('matter.strike.title')}
      what={t('matter.strike.what')}
      confirm={t('matter.do.strike')}
      danger
      pending={pending}
      problem={problem}
      onConfirm={(reason) => void run({ params: { contactId }, body: { reason } })}
      onCancel={onClose}
    />
  );
};
