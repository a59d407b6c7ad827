import { handOver, unitStaff } from '#contract/assignment.ts';
import { ask } from '#web/shared/ask.ts';
import { problemOf } from '#web/shared/ui/problem-advice.ts';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { FormDialog } from './form-dialog.tsx';
import type { Assignment } from './matter-types.ts';
import { handlerLabel } from './staff-label.ts';
import { useAct } from './use-act.ts';
import { t } from './matter-texts.ts';

type Values = { toId: number; reason: string };

type DutyDialogProps = { readonly duty: Assignment; readonly onClose: () => void };

/** 移交: another handler takes the duty on, with everything that has been done. */
export const HandOverDialog = ({ duty, onClose }: DutyDialogProps) => {
  const staff = useQuery(ask(unitStaff, { params: { unitId: duty.unit.id } }));
  const { run, pending, problem } = useAct(handOver, onClose);
  const others = (staff.data?.handlers ?? []).filter((one) => one.id !== duty.handler?.id);
  return (
    <FormDialog<Values>
      title={t('matter.handOver.title', { unit: duty.unit.name })}
      what={t('matter.handOver.what', { name: duty.handler?.name ?? t('matter.duty.noHandler') })}
      confirm={t('matter.do.handOver')}
      initial={{}}
      pending={pending}
      problem={problem ?? (staff.error === null ? null : problemOf(staff.error))}
      onSubmit={(body) => run({ params: { assignmentId: duty.id }, version: duty.version, body })}
      onClose={onClose}
    >
      <Form.Item
        name="toId"
        label={t('matter.handOver.to')}
        rules={[{ required: true, message: t('matter.subAssign.handler.needed') }]}
      >
        <Select
          virtual={false}
          showSearch={{ optionFilterProp: 'label' }}
          loading={staff.isPending}
          options={others.map((one) => ({
            value: one.id,
            label: handlerLabel(one),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('matter.handOver.reason')}
        rules={[{ required: true, whitespace: true, message: t('matter.form.needed') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
      </Form.Item>
    </FormDialog>
  );
};
