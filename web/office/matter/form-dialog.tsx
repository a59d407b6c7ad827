import { commonMessages } from '#contract/messages/common.ts';
import type { ProblemBody } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { markProblem } from '#web/shared/ui/form-problem.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import styles from './dialogs.module.css';

const t = texts(commonMessages);

type Sent = { readonly ok: true } | { readonly ok: false; readonly problem: ProblemBody };

type FormDialogProps<V extends object> = {
  readonly title: string;
  /** What will happen, for whom. */
  readonly what?: ReactNode;
  /** The verb on the button. */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly width?: number;
  readonly form?: FormInstance<V>;
  readonly initial: Partial<V>;
  readonly pending: boolean;
  readonly problem: ProblemBody | null;
  /** Null: nothing was sent. */
  readonly onSubmit: (values: V) => Promise<Sent> | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * A dialog with one form. It stays open with everything that was typed until the server has agreed; what the
 * server refuses stands at its field, or on top where it belongs to none.
 */
export const FormDialog = <V extends object>({
  title,
  what,
  confirm,
  danger = false,
  width = 620,
  form: given,
  initial,
  pending,
  problem,
  onSubmit,
  onClose,
  children,
}: FormDialogProps<V>) => {
  const [own] = Form.useForm<V>();
  const form = given ?? own;
  const [marked, setMarked] = useState(false);
  const submit = async (values: V): Promise<void> => {
    const sent = await onSubmit(values);
    setMarked(sent?.ok === false && markProblem(form, sent.problem));
  };
  return (
    <Dialog
      title={title}
      width={width}
      okText={confirm}
      okButtonProps={{ danger, loading: pending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      className={styles.dialog ?? ''}
    >
      <div className={styles.stack}>
        {what === undefined ? null : <div className={styles.what}>{what}</div>}
        <ProblemAlert problem={marked ? null : problem} />
        <Form<V>
          form={form}
          layout="vertical"
          initialValues={initial}
          onFinish={(values) => void submit(values)}
          scrollToFirstError={{ focus: true, block: 'center' }}
        >
          {children}
        </Form>
      </div>
    </Dialog>
  );
};
