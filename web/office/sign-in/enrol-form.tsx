import { confirmTotp, enrolTotp } from '#contract/account.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { type Command, useCommand } from '#web/shared/use-command.ts';
import { Button, Form } from 'antd';
import { useState } from 'react';
import type { ResponseOf } from '#contract/endpoint.ts';
import { CodeField } from './code-field.tsx';
import styles from './sign-in.module.css';

const t = texts(officeMessages);

type Secret = ResponseOf<typeof enrolTotp>;

const groups = (secret: string): string => secret.replace(/(.{4})/g, '$1 ').trim();

const FirstCode = ({
  secret,
  command,
}: {
  readonly secret: Secret;
  readonly command: Command<typeof confirmTotp>;
}) => (
  <Form<{ code: string }>
    layout="vertical"
    requiredMark={false}
    className={styles.form}
    onFinish={({ code }) => void command.run({ body: { code } })}
  >
    <div className={styles.enrol}>
      <img src={secret.qr} alt={t('signIn.enrol.qr')} width={192} height={192} />
      <div>
        <div className={styles.note}>{t('signIn.enrol.secret')}</div>
        <code>{groups(secret.secret)}</code>
      </div>
    </div>
    <ProblemAlert problem={command.problem} />
    <CodeField />
    <Button type="primary" size="large" htmlType="submit" block loading={command.pending}>
      {t('signIn.code.submit')}
    </Button>
  </Form>
);

/** Setting up an authenticator: a secret as a picture and as text, then its first code. */
export const EnrolForm = ({ onDone }: { readonly onDone: () => void }) => {
  const [secret, setSecret] = useState<Secret | null>(null);
  const begin = useCommand(enrolTotp, { refreshes: [], onDone: setSecret });
  const confirm = useCommand(confirmTotp, { refreshes: ['me'], onDone });
  return (
    <>
      <p className={styles.note}>{t('signIn.enrol.lead')}</p>
      {secret === null ? (
        <div className={styles.form}>
          <ProblemAlert problem={begin.problem} />
          <Button
            type="primary"
            size="large"
            loading={begin.pending}
            onClick={() => void begin.run({ body: {} })}
          >
            {t('signIn.enrol.start')}
          </Button>
        </div>
      ) : (
        <FirstCode secret={secret} command={confirm} />
      )}
    </>
  );
};
