import { giveSecondFactor } from '#contract/account.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { Button, Form } from 'antd';
import { CodeField } from './code-field.tsx';
import styles from './sign-in.module.css';

const t = texts(officeMessages);

/** The second factor of a sign-in. */
export const CodeStep = () => {
  const command = useCommand(giveSecondFactor, { refreshes: ['me'] });
  return (
    <>
      <h1>{t('signIn.code.title')}</h1>
      <p className={styles.note}>{t('signIn.code.lead')}</p>
      <Form<{ code: string }>
        layout="vertical"
        requiredMark={false}
        className={styles.form}
        onFinish={({ code }) => void command.run({ body: { code } })}
      >
        <ProblemAlert problem={command.problem} />
        <CodeField />
        <Button type="primary" size="large" htmlType="submit" block loading={command.pending}>
          {t('signIn.code.submit')}
        </Button>
      </Form>
    </>
  );
};
