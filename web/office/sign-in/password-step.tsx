import { signIn } from '#contract/account.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import styles from './sign-in.module.css';

const t = texts(officeMessages);
const c = texts(commonMessages);

export type Filled = { readonly username: string; readonly password: string };

type PasswordStepProps = {
  /** Put in by a choice among the demo's people, or the name of the person whose session ended. */
  readonly filled: Partial<Filled> | null;
  readonly jurisdiction?: string;
};

/** User name and password. What comes next is read from `me`. */
export const PasswordStep = ({ filled, jurisdiction }: PasswordStepProps) => {
  const [form] = Form.useForm<Filled>();
  const command = useCommand(signIn, { refreshes: ['me'] });
  useEffect(() => {
    if (filled === null) return;
    form.setFieldsValue(filled);
    // The name is there: what is left to type is the password, or nothing but the press.
    const next: unknown = form.getFieldInstance('password');
    if (next instanceof Object && 'focus' in next && typeof next.focus === 'function') next.focus();
  }, [filled, form]);
  const send = ({ username, password }: Filled): void =>
    void command.run({
      body: { username: username.trim(), password, ...(jurisdiction === undefined ? {} : { jurisdiction }) },
    });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={send} className={styles.form}>
      <ProblemAlert problem={command.problem} />
      <Form.Item
        name="username"
        label={t('signIn.username')}
        rules={[{ required: true, whitespace: true, message: c('say.required') }]}
        style={{ margin: 0 }}
      >
        <Input
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: c('say.required') }]}
        style={{ margin: 0 }}
      >
        <Input.Password size="large" autoComplete="current-password" maxLength={1_000} />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" block loading={command.pending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
};
