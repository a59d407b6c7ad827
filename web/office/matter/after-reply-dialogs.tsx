import { recordDisclosure, recordFollowUp } from '#contract/assignment.ts';
import { Checkbox, Form, Input, Radio } from 'antd';
import { FormDialog } from './form-dialog.tsx';
import type { Assignment } from './matter-types.ts';
import { t } from './matter-texts.ts';
import { useAct } from './use-act.ts';

type DutyDialogProps = { readonly duty: Assignment; readonly onClose: () => void };

const needed = { required: true, whitespace: true, message: t('matter.form.needed') };

const DayField = () => (
  <Form.Item name="on" label={t('afterReply.on')} rules={[needed]}>
    <Input type="date" />
  </Form.Item>
);

type Disclosure = { isPublic: boolean; on: string; place: string; reason: string };

/** 登记公开情况: where the reply was published, or why it is not public. */
export const DisclosureDialog = ({ duty, onClose }: DutyDialogProps) => {
  const { run, pending, problem } = useAct(recordDisclosure, onClose);
  const [form] = Form.useForm<Disclosure>();
  const isPublic = Form.useWatch('isPublic', form) ?? true;
  return (
    <FormDialog<Disclosure>
      form={form}
      title={t('afterReply.disclose.title', { unit: duty.unit.name })}
      what={t('afterReply.disclose.what')}
      confirm={t('matter.do.recordDisclosure')}
      initial={{ isPublic: true, on: '', place: '', reason: '' }}
      pending={pending}
      problem={problem}
      onSubmit={({ on, place, reason }) =>
        run({
          params: { assignmentId: duty.id },
          version: duty.version,
          body: isPublic ? { on, place, reason: '' } : { on, place: null, reason },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="isPublic" label={t('afterReply.public')}>
        <Radio.Group
          options={[
            { value: true, label: t('afterReply.public.yes') },
            { value: false, label: t('afterReply.public.no') },
          ]}
        />
      </Form.Item>
      <DayField />
      {isPublic ? (
        <Form.Item name="place" label={t('afterReply.place')} rules={[needed]}>
          <Input maxLength={1_000} />
        </Form.Item>
      ) : (
        <Form.Item name="reason" label={t('afterReply.reason')} rules={[needed]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
        </Form.Item>
      )}
    </FormDialog>
  );
};

type Report = { on: string; text: string; settled: boolean };

/** 登记跟踪落实: what was done of what the reply promised, and whether that is all. */
export const FollowUpDialog = ({ duty, onClose }: DutyDialogProps) => {
  const { run, pending, problem } = useAct(recordFollowUp, onClose);
  return (
    <FormDialog<Report>
      title={t('afterReply.followUp.title', { unit: duty.unit.name })}
      what={t('afterReply.followUp.what')}
      confirm={t('matter.do.recordFollowUp')}
      initial={{ on: '', text: '', settled: false }}
      pending={pending}
      problem={problem}
      onSubmit={(body) => run({ params: { assignmentId: duty.id }, version: duty.version, body })}
      onClose={onClose}
    >
      <DayField />
      <Form.Item name="text" label={t('afterReply.text')} rules={[needed]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={5_000} showCount />
      </Form.Item>
      <Form.Item name="settled" valuePropName="checked">
        <Checkbox>{t('afterReply.done')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
};
