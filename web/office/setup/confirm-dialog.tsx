import { commonMessages } from '#contract/messages/common.ts';
import type { ProblemBody } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import { type RefusalShown, refusalText } from '#web/shared/refusal-text.ts';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import styles from './setup.module.css';

const c = texts(commonMessages);

type ConfirmDialogProps = {
  readonly title: string;
  /** What will happen, for whom. */
  readonly children: ReactNode;
  /** The verb on the button. */
  readonly confirm: string;
  readonly danger?: boolean;
  /** Why it cannot be done now; the button stays and says so. */
  readonly refusal?: RefusalShown | null;
  readonly pending: boolean;
  readonly problem: ProblemBody | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** A step that is explained before it is taken. It stays open, with the reason, when the server refuses. */
export const ConfirmDialog = ({
  title,
  children,
  confirm,
  danger = false,
  refusal = null,
  pending,
  problem,
  onConfirm,
  onClose,
}: ConfirmDialogProps) => {
  return (
    <Dialog
      title={title}
      onCancel={onClose}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{c('do.cancel')}</Button>
          <ActionButton
            type="primary"
            danger={danger}
            loading={pending}
            allowed={{ action: 'confirm', refusal }}
            onPress={onConfirm}
          >
            {confirm}
          </ActionButton>
        </div>
      }
      mask={{ closable: false }}
    >
      <div className={styles.stack}>
        <div className={styles.stack}>{children}</div>
        {refusal === null ? null : <p className={styles.caution}>{refusalText(refusal)}</p>}
        <ProblemAlert problem={problem} />
      </div>
    </Dialog>
  );
};
