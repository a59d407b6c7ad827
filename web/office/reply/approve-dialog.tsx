import { replyMessages } from '#contract/messages/reply.ts';
import { approveReply } from '#contract/reply.ts';
import { texts } from '#web/shared/language.ts';
import { ConfirmWithReason } from '#web/shared/ui/confirm-with-reason.tsx';
import { useMatter } from '../matter/matter-context.ts';
import type { Reply } from '../matter/matter-types.ts';
import { useAct } from '../matter/use-act.ts';
import { useWords } from '../matter/use-words.ts';

const t = texts(replyMessages);

/** 审核通过: says where the reply goes next; a note is kept with the step. */
export const ApproveDialog = ({
  reply,
  onClose,
}: {
  readonly reply: Reply;
  readonly onClose: () => void;
}) => {
  const { reference } = useMatter();
  const words = useWords();
  const { run, pending, problem } = useAct(approveReply, onClose);
  const last = reply.level + 1 >= reference.ruleset.reviewLevels.length;
  return (
    <ConfirmWithReason
      open
      title={t('reply.approve.title', { level: words.level(reply.level) })}
      what={
        last ? t('reply.approve.clears') : t('reply.approve.next', { level: words.level(reply.level + 1) })
      }
      confirm={t('reply.do.approve')}
      label={t('reply.approve.note')}
      required={false}
      pending={pending}
      problem={problem}
      onConfirm={(note) =>
        void run({ params: { replyId: reply.id }, version: reply.version, body: { note } })
      }
      onCancel={onClose}
    />
  );
};
