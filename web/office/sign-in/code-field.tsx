import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { Form, Input } from 'antd';
import styles from './sign-in.module.css';

const t = texts(officeMessages);

/** The six digits of an authenticator, as the form item `code`. */
export const CodeField = () => (
  <Form.Item
    name="code"
    label={t('signIn.code')}
    rules={[{ required: true, pattern: /^\d{6}$/, message: t('signIn.code.invalid') }]}
    style={{ margin: 0 }}
  >
    <Input
      size="large"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      className={styles.code}
    />
  </Form.Item>
);
