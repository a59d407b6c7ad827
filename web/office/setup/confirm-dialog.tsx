import { commonMessages } from '#contract/messages/common.ts';
import type { ProblemBody } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { Modal } from 'antd';
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
  pending,
  problem,
  onConfirm,
  onClose,
}: ConfirmDialogProps) => (
  <Modal
    open
    title={title}
    okText={confirm}
    cancelText={c('do.cancel')}
    okButtonProps={{ danger, loading: pending }}
    onOk={onConfirm}
    onCancel={onClose}
    mask={{ closable: false }}
  >
    <div className={styles.stack}>
      <div className={styles.stack}>{children}</div>
      <ProblemAlert problem={problem} />
    </div>
  </Modal>
);
