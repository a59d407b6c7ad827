import { rejectHandBack, upholdHandBack } from '#contract/assignment.ts';
import { Form, Input, Radio } from 'antd';
import { FormDialog } from './form-dialog.tsx';
import { HandBackFacts } from './hand-back-facts.tsx';
import { useMatter } from './matter-context.ts';
import { type Assignment, isLive } from './matter-types.ts';
import { UnitSelect } from './unit-select.tsx';
import { useAct } from './use-act.ts';
import { t } from './matter-texts.ts';

type Values = { decision: 'reassign' | 'uphold' | 'reject'; toUnitId: number | null; note: string };

type DutyDialogProps = { readonly duty: Assignment; readonly onClose: () => void };

/** The assigning office decides on a hand-back: to the right unit, back without a new unit, or refused. */
export const DecideHandBackDialog = ({ duty, onClose }: DutyDialogProps) => {
  const { matter, reference } = useMatter();
  const [form] = Form.useForm<Values>();
  const uphold = useAct(upholdHandBack, onClose);
  const reject = useAct(rejectHandBack, onClose);
  const decision = Form.useWatch('decision', form) ?? 'reassign';
  const taken = matter.assignments.filter(isLive).map((one) => one.unit.id);
  const named = duty.handBack?.rightUnit.id ?? null;
  const target = { params: { assignmentId: duty.id }, version: duty.version };
  const submit = ({ toUnitId, note }: Values) =>
    decision === 'reject'
      ? reject.run({ ...target, body: { note } })
      : uphold.run({ ...target, body: { note, toUnitId: decision === 'reassign' ? toUnitId : null } });
  return (
    <FormDialog<Values>
      form={form}
      title={t('matter.decide.title', { unit: duty.unit.name })}
      what={
        duty.handBack === null ? undefined : (
          <HandBackFacts
            handBack={duty.handBack}
            assignmentId={duty.id}
            state={duty.state}
            decision={false}
          />
        )
      }
      confirm={t('matter.decide.confirm')}
      danger={decision === 'reject'}
      initial={{
        decision: 'reassign',
        toUnitId: named !== null && !taken.includes(named) ? named : null,
        note: '',
      }}
      pending={uphold.pending || reject.pending}
      problem={uphold.problem ?? reject.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="decision" label={t('matter.decide.decision')} rules={[{ required: true }]}>
        <Radio.Group
          options={(['reassign', 'uphold', 'reject'] as const).map((value) => ({
            value,
            label: t(`matter.decide.${value}`),
          }))}
          orientation="vertical"
        />
      </Form.Item>
      {decision === 'reassign' ? (
        <Form.Item
          name="toUnitId"
          label={t('matter.decide.toUnit')}
          extra={t('matter.decide.toUnit.help')}
          rules={[{ required: true, message: t('matter.unit.needed') }]}
        >
          <UnitSelect units={reference.units} except={taken} />
        </Form.Item>
      ) : null}
      <Form.Item
        name="note"
        label={t('matter.decide.note')}
        rules={[{ required: true, whitespace: true, message: t('matter.form.needed') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
      </Form.Item>
    </FormDialog>
  );
};
