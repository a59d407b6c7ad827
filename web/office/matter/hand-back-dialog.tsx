import { requestHandBack } from '#contract/assignment.ts';
import { WhyDate } from '#web/shared/ui/why-date.tsx';
import { Form, Input } from 'antd';
import { FormDialog } from './form-dialog.tsx';
import { useMatter } from './matter-context.ts';
import type { Assignment } from './matter-types.ts';
import { UnitSelect } from './unit-select.tsx';
import { useAct } from './use-act.ts';
import { t } from './matter-texts.ts';

type Values = { rightUnitId: number; basis: string; reason: string };

type DutyDialogProps = { readonly duty: Assignment; readonly onClose: () => void };

/** 退办: names the right unit and the duty behind it, and shows until when that is heard, and why. */
export const HandBackDialog = ({ duty, onClose }: DutyDialogProps) => {
  const { reference } = useMatter();
  const { run, pending, problem } = useAct(requestHandBack, onClose);
  const needed = [{ required: true, whitespace: true, message: t('matter.form.needed') }];
  return (
    <FormDialog<Values>
      title={t('matter.handBack.title', { unit: duty.unit.name })}
      what={
        <>
          <p>{t('matter.handBack.what')}</p>
          {duty.handBackUntil === null ? null : (
            <p>
              {t('matter.handBack.until')} <WhyDate owed={duty.handBackUntil} />
            </p>
          )}
        </>
      }
      confirm={t('matter.do.requestHandBack')}
      initial={{}}
      pending={pending}
      problem={problem}
      onSubmit={(body) => run({ params: { assignmentId: duty.id }, version: duty.version, body })}
      onClose={onClose}
    >
      <Form.Item
        name="rightUnitId"
        label={t('matter.handBack.rightUnit')}
        rules={[{ required: true, message: t('matter.unit.needed') }]}
      >
        <UnitSelect units={reference.units} except={[duty.unit.id]} />
      </Form.Item>
      <Form.Item
        name="basis"
        label={t('matter.handBack.basis')}
        extra={t('matter.handBack.basis.help')}
        rules={needed}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="reason" label={t('matter.handBack.reason')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2_000} showCount />
      </Form.Item>
    </FormDialog>
  );
};
