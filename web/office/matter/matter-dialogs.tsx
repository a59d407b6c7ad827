import { useReturnFocus } from '#web/shared/ui/use-return-focus.ts';
import { EnterRatingDialog } from './enter-rating-dialog.tsx';
import { DisclosureDialog, FollowUpDialog } from './after-reply-dialogs.tsx';
import { AmendDialog } from './amend-dialog.tsx';
import { AskExtensionDialog } from './ask-extension-dialog.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { ClockDialog } from './clock-dialog.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { DecideExtensionDialog } from './decide-extension-dialog.tsx';
import { DecideHandBackDialog } from './decide-hand-back-dialog.tsx';
import { HandBackDialog } from './hand-back-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { useMatter } from './matter-context.ts';
import type { DutyDialog, MatterDialog, OwnDialog } from './matter-dialog.ts';
import { MatterReasonDialog } from './matter-reason-dialog.tsx';
import { MergeDialog, UnmergeDialog } from './merge-dialog.tsx';
import { OpinionDialog } from './opinion-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { SplitPointsDialog } from './split-points-dialog.tsx';
import { StrikeContactDialog } from './strike-contact-dialog.tsx';
import { SubAssignDialog } from './sub-assign-dialog.tsx';
import { WithdrawExtensionDialog } from './withdraw-extension-dialog.tsx';
import { ReplyDialogs } from '../reply/reply-dialogs.tsx';

type Props<D extends MatterDialog> = { readonly dialog: D; readonly onClose: () => void };

const DutyDialogs = ({ dialog, onClose }: Props<DutyDialog>) => {
  const { matter } = useMatter();
  const duty = matter.assignments.find((one) => one.id === dialog.assignmentId);
  if (duty === undefined) return null;
  switch (dialog.kind) {
    case 'requestHandBack':
      return <HandBackDialog duty={duty} onClose={onClose} />;
    case 'decideHandBack':
      return <DecideHandBackDialog duty={duty} onClose={onClose} />;
    case 'askExtension':
      return <AskExtensionDialog duty={duty} onClose={onClose} />;
    case 'decideExtension':
      return <DecideExtensionDialog duty={duty} onClose={onClose} />;
    case 'withdrawExtension':
      return <WithdrawExtensionDialog duty={duty} onClose={onClose} />;
    case 'pauseClock':
    case 'resumeClock':
      return <ClockDialog duty={duty} action={dialog.kind} onClose={onClose} />;
    case 'recordDisclosure':
      return <DisclosureDialog duty={duty} onClose={onClose} />;
    case 'recordFollowUp':
      return <FollowUpDialog duty={duty} onClose={onClose} />;
    case 'revoke':
      return <RevokeDialog duty={duty} onClose={onClose} />;
    case 'subAssign':
      return <SubAssignDialog duty={duty} onClose={onClose} />;
    case 'handOver':
      return <HandOverDialog duty={duty} onClose={onClose} />;
    case 'contact':
      return <ContactDialog duty={duty} onClose={onClose} />;
    case 'opinion':
      return <OpinionDialog duty={duty} onClose={onClose} />;
    default: {
      const forgotten: never = dialog.kind;
      return forgotten;
    }
  }
};

const OwnDialogs = ({ dialog, onClose }: Props<OwnDialog>) => {
  switch (dialog.kind) {
    case 'amend':
      return <AmendDialog onClose={onClose} />;
    case 'splitPoints':
      return <SplitPointsDialog onClose={onClose} />;
    case 'assign':
      return <AssignDialog onClose={onClose} />;
    case 'takeIn':
      return <MergeDialog onClose={onClose} />;
    case 'unmerge':
      return <UnmergeDialog onClose={onClose} />;
    case 'close':
    case 'reopen':
    case 'withdraw':
      return <MatterReasonDialog action={dialog.kind} onClose={onClose} />;
    default: {
      const forgotten: never = dialog.kind;
      return forgotten;
    }
  }
};

/** The one dialog that is open on the page of a matter. */
export const MatterDialogs = ({ dialog, onClose }: Props<MatterDialog>) => {
  useReturnFocus();
  if ('assignmentId' in dialog) return <DutyDialogs dialog={dialog} onClose={onClose} />;
  if ('replyId' in dialog) return <ReplyDialogs dialog={dialog} onClose={onClose} />;
  if ('contactId' in dialog) return <StrikeContactDialog contactId={dialog.contactId} onClose={onClose} />;
  if ('ratingId' in dialog) return <EnterRatingDialog ratingId={dialog.ratingId} onClose={onClose} />;
  return <OwnDialogs dialog={dialog} onClose={onClose} />;
};
