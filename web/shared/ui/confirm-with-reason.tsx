import { commonMessages } from '#contract/messages/common.ts';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { ProblemBody } from '../api.ts';
import { texts } from '../language.ts';
import { Dialog } from './dialog.tsx';
import styles from './buttons.module.css';
import { ProblemAlert } from './problem-alert.tsx';

const t = texts(commonMessages);

type ConfirmWithReasonProps = {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, for whom. */
  readonly what?: ReactNode;
  /** The verb on the button. */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly label?: string;
  readonly max?: number;
  /** False where the rule lets the reason be left out. */
  readonly required?: boolean;
  readonly pending: boolean;
  readonly problem: ProblemBody | null;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
};

/** A step that must be explained. It stays open with what was typed until the server has agreed. */
export const ConfirmWithReason = ({
  open,
  title,
  what,
  confirm,
  danger = false,
  label,
  max = 2_000,
  required = true,
  pending,
  problem,
  onConfirm,
  onCancel,
}: ConfirmWithReasonProps) => {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Dialog
      open={open}
      title={title}
      okText={confirm}
      okButtonProps={{ danger, loading: pending, htmlType: 'submit' }}
      onOk={() => form.submit()}
      onCancel={onCancel}
      mask={{ closable: false }}
    >
      <div className={styles.stack}>
        {what === undefined ? null : <div>{what}</div>}
        <ProblemAlert problem={problem} />
        <Form
          form={form}
          layout="vertical"
          preserve={false}
          onFinish={({ reason }) => onConfirm((reason ?? '').trim())}
        >
          <Form.Item
            name="reason"
            label={label ?? t('reason.label')}
            rules={[{ required, whitespace: true, message: t('reason.needed') }]}
          >
            <Input.TextArea rows={4} maxLength={max} showCount />
          </Form.Item>
        </Form>
      </div>
    </Dialog>
  );
};
