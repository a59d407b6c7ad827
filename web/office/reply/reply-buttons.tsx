import { replyMessages } from '#contract/messages/reply.ts';
import { recallReply } from '#contract/reply.ts';
import { texts } from '#web/shared/language.ts';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { useMatter } from '../matter/matter-context.ts';
import type { Reply } from '../matter/matter-types.ts';
import { useAct } from '../matter/use-act.ts';

const t = texts(replyMessages);

type ReplyButtonsProps = {
  readonly reply: Reply;
  /** Must be true before a step: the editor saves first. */
  readonly ready?: () => Promise<boolean>;
};

const shown = ['issue', 'approve', 'sendBack', 'recall'] as const;

/** The steps of the review that this person may take, with the reason where one is off. */
export const ReplyButtons = ({ reply, ready }: ReplyButtonsProps) => {
  const { open } = useMatter();
  const notice = useProblemNotice();
  const recall = useAct(recallReply);
  const step = async (action: (typeof shown)[number]): Promise<void> => {
    if (ready !== undefined && !(await ready())) return;
    if (action !== 'recall') {
      open({ kind: action, replyId: reply.id });
      return;
    }
    const outcome = await recall.run({ params: { replyId: reply.id }, version: reply.version, body: {} });
    if (!outcome.ok) notice(outcome.problem);
  };
  return shown.map((action) => {
    const allowed = reply.allowedActions.find((one) => one.action === action);
    if (allowed === undefined) return null;
    return (
      <ActionButton
        key={action}
        allowed={allowed}
        onPress={() => void step(action)}
        loading={action === 'recall' && recall.pending}
        {...(action === 'issue' || action === 'approve' ? { type: 'primary' as const } : {})}
      >
        {t(`reply.do.${action}`)}
      </ActionButton>
    );
  });
};
