import { withdrawExtension } from '#contract/assignment.ts';
import { Form, Input } from 'antd';
import { FormDialog } from './form-dialog.tsx';
import type { Assignment } from './matter-types.ts';
import { t } from './matter-texts.ts';
import { useAct } from './use-act.ts';

type Values = { note: string };

type DutyDialogProps = { readonly duty: Assignment; readonly onClose: () => void };

/** 撤回延期申请: before anyone has decided. */
export const WithdrawExtensionDialog = ({ duty, onClose }: DutyDialogProps) => {
  const { run, pending, problem } = useAct(withdrawExtension, onClose);
  return (
    <FormDialog<Values>
      title={t('extension.withdraw.title', { unit: duty.unit.name })}
      what={t('extension.withdraw.what')}
      confirm={t('matter.do.withdrawExtension')}
      initial={{ note: '' }}
      pending={pending}
      problem={problem}
      onSubmit={(body) => run({ params: { assignmentId: duty.id }, version: duty.version, body })}
      onClose={onClose}
    >
      <Form.Item name="note" label={t('extension.withdraw.note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
      </Form.Item>
    </FormDialog>
  );
};
