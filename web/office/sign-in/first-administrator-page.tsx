import { DocumentTitle } from '#web/shared/document-title.tsx';
import { createFirstAdministrator } from '#contract/account.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { pick, texts } from '#web/shared/language.ts';
import { useFormProblem } from '#web/shared/ui/form-problem.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useLanguage } from '#web/shared/use-appearance.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { Navigate } from '@tanstack/react-router';
import { App, Button, Form, Input } from 'antd';
import { useMe } from '../shell/session.ts';
import { Cover } from './cover.tsx';
import styles from './sign-in.module.css';

const t = texts(officeMessages);
const c = texts(commonMessages);

type Entries = { token: string; name: string; username: string; password: string };

/** The one-time door into an installation that has no administrator. */
export const FirstAdministratorPage = () => {
  useLanguage();
  const { message } = App.useApp();
  const me = useMe().data;
  const [form] = Form.useForm<Entries>();
  const { problem, show } = useFormProblem(form);
  const command = useCommand(createFirstAdministrator, {
    onRefused: show,
    refreshes: ['me'],
    onDone: () => void message.success(t('first.done')),
  });
  const title = t('first.title');
  const needed = { required: true, whitespace: true, message: c('say.required') };
  const margin = { margin: 0 };
  // There is an administrator, now or already: nothing is left to do here.
  if (me !== undefined && (me.signedIn || !me.setUpNeeded)) return <Navigate to="/sign-in" replace />;
  return (
    <Cover>
      <DocumentTitle>{`${title} · ${c('product.name')}`}</DocumentTitle>
      <h1>{title}</h1>
      <p className={styles.note}>{t('first.lead')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles.form}
        onFinish={({ token, ...rest }) => void command.run({ body: { token: token.trim(), ...rest } })}
      >
        <ProblemAlert problem={problem} />
        <Form.Item name="token" label={t('first.token')} rules={[needed]} style={margin}>
          <Input size="large" autoComplete="off" spellCheck={false} maxLength={200} />
        </Form.Item>
        <Form.Item name="name" label={t('first.name')} rules={[needed]} style={margin}>
          <Input size="large" autoComplete="name" maxLength={100} />
        </Form.Item>
        <Form.Item name="username" label={t('signIn.username')} rules={[needed]} style={margin}>
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
          extra={me === undefined ? undefined : pick(me.passwordPolicy.text)}
          style={margin}
        >
          <Input.Password size="large" autoComplete="new-password" maxLength={1_000} />
        </Form.Item>
        <Button type="primary" size="large" htmlType="submit" block loading={command.pending}>
          {t('first.submit')}
        </Button>
      </Form>
    </Cover>
  );
};
