import { acknowledgeUrge, takeBackUrge } from '#contract/urges.ts';
import { ActionButton, findAllowed } from '#web/shared/ui/action-button.tsx';
import { ConfirmWithReason } from '#web/shared/ui/confirm-with-reason.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { FormDialog } from '../matter/form-dialog.tsx';
import styles from './supervision.module.css';
import { c, t } from './supervision-texts.ts';
import type { Slip } from './supervision-types.ts';

type SlipProps = { readonly slip: Slip };

const AcknowledgeDialog = ({ slip, onClose }: SlipProps & { readonly onClose: () => void }) => {
  const { message } = App.useApp();
  const { run, pending, problem } = useCommand(acknowledgeUrge, {
    onDone: () => {
      void message.success(t('supervision.acknowledge.said'));
      onClose();
    },
  });
  return (
    <FormDialog<{ note: string; doneBy: string }>
      title={t('supervision.acknowledge.title')}
      what={
        <>
          <p>
            {slip.slipNo} · {slip.matter.caseNo} {slip.matter.title}
          </p>
          <p className={styles.quote}>{slip.text}</p>
        </>
      }
      confirm={t('supervision.acknowledge')}
      initial={{ note: '', doneBy: '' }}
      pending={pending}
      problem={problem}
      onSubmit={({ note, doneBy }) =>
        run({
          params: { urgeId: slip.id },
          version: slip.version,
          body: { note, doneBy: doneBy === '' ? null : doneBy },
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="note"
        label={t('supervision.acknowledge.note')}
        rules={[{ required: true, whitespace: true, message: c('reason.needed') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="doneBy" label={t('supervision.doneBy')}>
        <Input type="date" />
      </Form.Item>
    </FormDialog>
  );
};

const TakeBackDialog = ({ slip, onClose }: SlipProps & { readonly onClose: () => void }) => {
  const { message } = App.useApp();
  const { run, pending, problem } = useCommand(takeBackUrge, {
    onDone: () => {
      void message.success(t('supervision.takeBack.said'));
      onClose();
    },
  });
  return (
    <ConfirmWithReason
      open
      danger
      title={t('supervision.takeBack.title')}
      what={`${slip.slipNo} · ${slip.unit.name} · ${slip.matter.caseNo}`}
      label={t('supervision.takeBack.reason')}
      confirm={t('supervision.takeBack')}
      pending={pending}
      problem={problem}
      onConfirm={(reason) =>
        void run({ params: { urgeId: slip.id }, version: slip.version, body: { reason } })
      }
      onCancel={onClose}
    />
  );
};

/** What this person may do about a slip: acknowledge it, or take it back. */
export const SlipActions = ({ slip }: SlipProps) => {
  const [dialog, setDialog] = useState<'acknowledge' | 'takeBack' | null>(null);
  const acknowledge = findAllowed(slip.allowedActions, 'acknowledgeUrge');
  const takeBack = findAllowed(slip.allowedActions, 'takeBackUrge');
  const close = (): void => setDialog(null);
  return (
    <>
      {acknowledge === null && takeBack === null ? null : (
        <div className={styles.buttons}>
          {acknowledge === null ? null : (
            <ActionButton
              type="primary"
              size="small"
              allowed={acknowledge}
              onPress={() => setDialog('acknowledge')}
            >
              {t('supervision.acknowledge')}
            </ActionButton>
          )}
          {takeBack === null ? null : (
            <ActionButton size="small" allowed={takeBack} onPress={() => setDialog('takeBack')}>
              {t('supervision.takeBack')}
            </ActionButton>
          )}
        </div>
      )}
      {dialog === 'acknowledge' ? <AcknowledgeDialog slip={slip} onClose={close} /> : null}
      {dialog === 'takeBack' ? <TakeBackDialog slip={slip} onClose={close} /> : null}
    </>
  );
};
