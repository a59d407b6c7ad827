import { changePassword } from '#contract/account.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { useFormProblem } from '#web/shared/ui/form-problem.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { Button, Form, Input } from 'antd';
import styles from './sign-in.module.css';

const t = texts(officeMessages);
const c = texts(commonMessages);

type Entries = { current: string; password: string; again: string };

type PasswordFormProps = {
  /** The policy in words. */
  readonly rule: string;
  /** For password managers. */
  readonly username: string;
  readonly onDone: () => void;
};

/** Choosing a new password: the present one, the new one twice, and what the policy asks before one has failed it. */
export const PasswordForm = ({ rule, username, onDone }: PasswordFormProps) => {
  const [form] = Form.useForm<Entries>();
  const { problem, show } = useFormProblem(form);
  const command = useCommand(changePassword, {
    onRefused: show,
    refreshes: ['me', 'ownSessions'],
    onDone: () => {
      form.resetFields();
      onDone();
    },
  });
  const needed = { required: true, message: c('say.required') };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles.form}
      onFinish={({ current, password }) => void command.run({ body: { current, password } })}
    >
      <ProblemAlert problem={problem} />
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <Form.Item name="current" label={t('password.current')} rules={[needed]} style={{ margin: 0 }}>
        <Input.Password size="large" autoComplete="current-password" maxLength={1_000} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password.next')}
        rules={[needed]}
        extra={`${t('password.rule')}: ${rule}`}
        style={{ margin: 0 }}
      >
        <Input.Password size="large" autoComplete="new-password" maxLength={1_000} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={['password']}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              value === getFieldValue('password') || value === undefined || value === ''
                ? Promise.resolve()
                : Promise.reject(new Error(t('password.differ'))),
          }),
        ]}
        style={{ margin: 0 }}
      >
        <Input.Password size="large" autoComplete="new-password" maxLength={1_000} />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" loading={command.pending}>
        {t('password.submit')}
      </Button>
    </Form>
  );
};
