import type { ReplyDialog } from '../matter/matter-dialog.ts';
import { useMatter } from '../matter/matter-context.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';
import { VersionsDialog } from './versions-dialog.tsx';

type ReplyDialogsProps = {
  readonly dialog: ReplyDialog;
  readonly onClose: () => void;
};

/** The dialogs that act on one reply. */
export const ReplyDialogs = ({ dialog, onClose }: ReplyDialogsProps) => {
  const { matter } = useMatter();
  const reply = matter.replies.find((one) => one.id === dialog.replyId);
  if (reply === undefined) return null;
  switch (dialog.kind) {
    case 'approve':
      return <ApproveDialog reply={reply} onClose={onClose} />;
    case 'sendBack':
      return <SendBackDialog reply={reply} onClose={onClose} />;
    case 'issue':
      return <IssueDialog reply={reply} onClose={onClose} />;
    case 'preview':
      return <PreviewDialog replyId={reply.id} onClose={onClose} />;
    case 'versions':
      return <VersionsDialog replyId={reply.id} onClose={onClose} />;
    default: {
      const forgotten: never = dialog.kind;
      return forgotten;
    }
  }
};
