import { removeTotp } from '#contract/account.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useSession } from '../shell/session.ts';
import { CodeField } from '../sign-in/code-field.tsx';
import { EnrolForm } from '../sign-in/enrol-form.tsx';
import styles from './account.module.css';
import { ConfirmIdentity } from './confirm-identity.tsx';

const t = texts(officeMessages);
const c = texts(commonMessages);

const RemoveDialog = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => {
  const [form] = Form.useForm<{ code: string }>();
  const { message } = App.useApp();
  const command = useCommand(removeTotp, {
    refreshes: ['me'],
    onDone: () => {
      void message.success(t('settings.totp.removed'));
      onClose();
    },
  });
  return (
    <Dialog
      open={open}
      title={t('settings.totp.removeTitle')}
      okText={t('settings.totp.remove')}
      okButtonProps={{ danger: true, loading: command.pending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('settings.totp.removeLead')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        style={{ display: 'grid', gap: 16, marginTop: 16 }}
        onFinish={({ code }) => void command.run({ body: { code } })}
      >
        <ProblemAlert problem={command.problem} />
        <CodeField />
      </Form>
    </Dialog>
  );
};

const EnrolDialog = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => {
  const { message } = App.useApp();
  return (
    <Dialog open={open} title={t('signIn.enrol.title')} footer={null} onCancel={onClose}>
      <EnrolForm
        onDone={() => {
          void message.success(t('settings.totp.done'));
          onClose();
        }}
      />
    </Dialog>
  );
};

/** The authenticator: set up or removed, each after the password was given once more. */
export const SecondFactor = () => {
  const { enrolled, confirmed } = useSession();
  const [step, setStep] = useState<'none' | 'confirm' | 'change'>('none');
  const close = (): void => setStep('none');
  const label = t(enrolled ? 'settings.totp.remove' : 'settings.totp.set');
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <div>
          <strong>{t('settings.totp')}</strong> {t(enrolled ? 'settings.totp.on' : 'settings.totp.off')}
          <div className={styles.note}>{t('settings.totp.advice')}</div>
        </div>
        <Button danger={enrolled} onClick={() => setStep(confirmed ? 'change' : 'confirm')}>
          {label}
        </Button>
      </div>
      <ConfirmIdentity open={step === 'confirm'} onConfirmed={() => setStep('change')} onCancel={close} />
      <RemoveDialog open={step === 'change' && enrolled} onClose={close} />
      <EnrolDialog open={step === 'change' && !enrolled} onClose={close} />
    </div>
  );
};
