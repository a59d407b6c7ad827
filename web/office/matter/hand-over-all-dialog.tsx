import { handOverAll, unitStaff } from '#contract/assignment.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { ask } from '#web/shared/ask.ts';
import { problemOf } from '#web/shared/ui/problem-advice.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { BulkOutcome, type Outcome } from './bulk-outcome.tsx';
import { FormDialog } from './form-dialog.tsx';
import { handlerLabel } from './staff-label.ts';
import { t } from './matter-texts.ts';

type Values = { unitId: number; fromId: number; toId: number; reason: string };
type Handler = ResponseOf<typeof unitStaff>['handlers'][number];

type HandOverAllDialogProps = {
  /** The units whose office this person is. */
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly onClose: () => void;
};

/** One entry for each person, who may hold the role in several sections; who has most in hand comes first. */
const peopleOf = (handlers: readonly Handler[]): readonly Handler[] =>
  [...new Map(handlers.map((one) => [one.id, one])).values()].toSorted((a, b) => b.openDuties - a.openDuties);

const needed = [{ required: true, whitespace: true, message: t('matter.form.needed') }];
const chosen = [{ required: true, message: t('matter.subAssign.handler.needed') }];

/** 移交全部: everything that one handler has goes to another, as when somebody changes post. */
export const HandOverAllDialog = ({ units, onClose }: HandOverAllDialogProps) => {
  const [form] = Form.useForm<Values>();
  const unitId = Form.useWatch('unitId', form) ?? units[0]?.id ?? 0;
  const fromId = Form.useWatch('fromId', form);
  const staff = useQuery(ask(unitStaff, { params: { unitId } }));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { run, pending, problem } = useCommand(handOverAll, { onDone: setOutcome });
  const people = peopleOf(staff.data?.handlers ?? []);
  const options = (among: readonly Handler[]) =>
    among.map((one) => ({
      value: one.id,
      label: handlerLabel(one),
    }));
  if (outcome !== null)
    return (
      <BulkOutcome
        title={t('matter.handOverAll.outcome')}
        sum={t('matter.handOverAll.done', { done: outcome.done, refused: outcome.refused.length })}
        refused={outcome.refused}
        onClose={onClose}
      />
    );
  return (
    <FormDialog<Values>
      form={form}
      title={t('matter.handOverAll.title')}
      what={t('matter.handOverAll.what')}
      confirm={t('matter.handOverAll')}
      initial={units[0] === undefined ? {} : { unitId: units[0].id }}
      pending={pending}
      problem={problem ?? (staff.error === null ? null : problemOf(staff.error))}
      onSubmit={({ fromId: from, toId, reason }) =>
        run({ params: { unitId }, body: { fromId: from, toId, reason } })
      }
      onClose={onClose}
    >
      {units.length < 2 ? null : (
        <Form.Item name="unitId" label={t('matter.handOverAll.unit')}>
          <Select
            virtual={false}
            options={units.map((one) => ({ value: one.id, label: one.name }))}
            onChange={() => form.resetFields(['fromId', 'toId'])}
          />
        </Form.Item>
      )}
      <Form.Item name="fromId" label={t('matter.handOverAll.from')} rules={chosen}>
        <Select
          virtual={false}
          showSearch={{ optionFilterProp: 'label' }}
          loading={staff.isPending}
          options={options(people)}
          onChange={(id: number) => {
            if (form.getFieldValue('toId') === id) form.resetFields(['toId']);
          }}
        />
      </Form.Item>
      <Form.Item name="toId" label={t('matter.handOver.to')} rules={chosen}>
        <Select
          virtual={false}
          showSearch={{ optionFilterProp: 'label' }}
          loading={staff.isPending}
          options={options(people.filter((one) => one.id !== fromId))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('matter.handOver.reason')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
      </Form.Item>
    </FormDialog>
  );
};
