import { subAssign, unitStaff } from '#contract/assignment.ts';
import { ask } from '#web/shared/ask.ts';
import { problemOf } from '#web/shared/ui/problem-advice.ts';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { FormDialog } from './form-dialog.tsx';
import type { Assignment } from './matter-types.ts';
import { handlerLabel, leaderLabel } from './staff-label.ts';
import { useAct } from './use-act.ts';
import { t } from './matter-texts.ts';

type Values = { sectionId: number | null; handlerId: number | null; leaderId: number };

type DutyDialogProps = { readonly duty: Assignment; readonly onClose: () => void };

/**
 * 分办到科室: section, handler with what he already has in hand, and the leader responsible. A section may be named
 * alone: its head then names the handler.
 */
export const SubAssignDialog = ({ duty, onClose }: DutyDialogProps) => {
  const [form] = Form.useForm<Values>();
  const staff = useQuery(ask(unitStaff, { params: { unitId: duty.unit.id } }));
  const { run, pending, problem } = useAct(subAssign, onClose);
  const sectionId = Form.useWatch('sectionId', form) ?? null;
  const handlers = (staff.data?.handlers ?? []).filter(
    (one) => sectionId === null || one.sectionId === null || one.sectionId === sectionId,
  );
  const chooseSection = (): void => form.setFieldValue('handlerId', undefined);
  const options = (rows: readonly { id: number; name: string }[]) =>
    rows.map((one) => ({ value: one.id, label: one.name }));
  const search = { optionFilterProp: 'label' };
  return (
    <FormDialog<Values>
      form={form}
      title={t('matter.subAssign.title', { unit: duty.unit.name })}
      confirm={t('matter.do.subAssign')}
      initial={{
        sectionId: duty.section?.id ?? null,
        ...(duty.handler === null ? {} : { handlerId: duty.handler.id }),
        ...(duty.leader === null ? {} : { leaderId: duty.leader.id }),
      }}
      pending={pending}
      problem={problem ?? (staff.error === null ? null : problemOf(staff.error))}
      onSubmit={(values) =>
        run({
          params: { assignmentId: duty.id },
          version: duty.version,
          body: { ...values, sectionId: values.sectionId ?? null, handlerId: values.handlerId ?? null },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="sectionId" label={t('matter.duty.section')} extra={t('matter.subAssign.section.help')}>
        <Select
          allowClear
          virtual={false}
          showSearch={search}
          loading={staff.isPending}
          options={options(staff.data?.sections ?? [])}
          onChange={chooseSection}
        />
      </Form.Item>
      <Form.Item
        name="handlerId"
        label={t('matter.duty.handler')}
        rules={[{ required: sectionId === null, message: t('matter.subAssign.handler.needed') }]}
      >
        <Select
          allowClear
          virtual={false}
          showSearch={search}
          loading={staff.isPending}
          options={handlers.map((one) => ({
            value: one.id,
            label: handlerLabel(one),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="leaderId"
        label={t('matter.duty.leader')}
        rules={[{ required: true, message: t('matter.subAssign.leader.needed') }]}
      >
        <Select
          virtual={false}
          showSearch={search}
          loading={staff.isPending}
          options={(staff.data?.leaders ?? []).map((one) => ({ value: one.id, label: leaderLabel(one) }))}
        />
      </Form.Item>
    </FormDialog>
  );
};
