import { signFor } from '#contract/assignment.ts';
import { startReply } from '#contract/reply.ts';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { App } from 'antd';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { useMatter } from './matter-context.ts';
import type { Offer } from './offers.ts';
import { useAct } from './use-act.ts';
import { t } from './matter-texts.ts';

/** The address of a reply's editor. */
export const editorPath = (matterId: number, replyId: number): string =>
  paths.inMatter(matterId, `replies/${replyId}`);

export type Press = {
  readonly press: (offer: Pick<Offer, 'on' | 'id' | 'action'>) => void;
  /** The action that runs now, as `on:id:action`. */
  readonly pending: boolean;
};

/** What a press of an offered action does: one step goes at once, the others open their dialog or page. */
export const usePress = (): Press => {
  const { matter, open } = useMatter();
  const go = useGo();
  const notice = useProblemNotice();
  const { message } = App.useApp();
  const sign = useAct(signFor, () => void message.success(t('matter.said.signFor')));
  const start = useAct(startReply, (reply) => go(editorPath(matter.id, reply.id)));

  const signNow = async (assignmentId: number): Promise<void> => {
    const version = matter.assignments.find((duty) => duty.id === assignmentId)?.version ?? 0;
    const outcome = await sign.run({ params: { assignmentId }, version, body: {} });
    if (!outcome.ok) notice(outcome.problem);
  };
  const startNow = async (assignmentId: number): Promise<void> => {
    const outcome = await start.run({ params: { assignmentId }, body: {} });
    if (!outcome.ok) notice(outcome.problem);
  };

  const press: Press['press'] = ({ id, action }) => {
    switch (action) {
      case 'signFor':
        return void signNow(id);
      case 'startReply':
        return void startNow(id);
      case 'writeReply':
      case 'reviewReply':
        return go(editorPath(matter.id, id));
      case 'amend':
      case 'splitPoints':
      case 'assign':
      case 'close':
      case 'reopen':
      case 'withdraw':
        return open({ kind: action });
      case 'requestHandBack':
      case 'decideHandBack':
      case 'askExtension':
      case 'decideExtension':
      case 'withdrawExtension':
      case 'pauseClock':
      case 'resumeClock':
      case 'recordDisclosure':
      case 'recordFollowUp':
      case 'revoke':
      case 'subAssign':
      case 'handOver':
        return open({ kind: action, assignmentId: id });
      case 'recordContact':
      case 'writeOpinion':
        return open({ kind: action === 'recordContact' ? 'contact' : 'opinion', assignmentId: id });
      case 'approve':
      case 'sendBack':
      case 'issue':
        return open({ kind: action, replyId: id });
      case 'enterForProposer':
        return open({ kind: 'enterRating', ratingId: id });
      default:
        return undefined;
    }
  };
  return { press, pending: sign.pending || start.pending };
};
