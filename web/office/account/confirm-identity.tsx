import { confirmIdentity } from '#contract/account.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { Form, Input } from 'antd';

const t = texts(officeMessages);
const c = texts(commonMessages);

type ConfirmIdentityProps = {
  readonly open: boolean;
  readonly onConfirmed: () => void;
  readonly onCancel: () => void;
};

/** The password once more, before the ways of signing in change (ASVS 5.0.0 7.5.1). */
export const ConfirmIdentity = ({ open, onConfirmed, onCancel }: ConfirmIdentityProps) => {
  const [form] = Form.useForm<{ password: string }>();
  const command = useCommand(confirmIdentity, { refreshes: ['me'], onDone: onConfirmed });
  return (
    <Dialog
      open={open}
      title={t('settings.confirm.title')}
      okText={c('do.confirm')}
      okButtonProps={{ loading: command.pending }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      <p>{t('settings.confirm.lead')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        style={{ display: 'grid', gap: 16, marginTop: 16 }}
        onFinish={({ password }) => void command.run({ body: { password } })}
      >
        <ProblemAlert problem={command.problem} />
        <Form.Item
          name="password"
          label={t('signIn.password')}
          rules={[{ required: true, message: c('say.required') }]}
          style={{ margin: 0 }}
        >
          <Input.Password autoComplete="current-password" maxLength={1_000} />
        </Form.Item>
      </Form>
    </Dialog>
  );
};
