import { giveOpinion } from '#contract/assignment.ts';
import { Form, Input, Radio } from 'antd';
import { FormDialog } from './form-dialog.tsx';
import { useMatter } from './matter-context.ts';
import type { Assignment } from './matter-types.ts';
import { useAct } from './use-act.ts';
import { t } from './matter-texts.ts';

type Values = { text: string; agrees: boolean; dissent?: string; contactPerson: string };

type DutyDialogProps = { readonly duty: Assignment; readonly onClose: () => void };

/** 会办意见: goes to the lead word for word; what the unit disagrees with is said apart. */
export const OpinionDialog = ({ duty, onClose }: DutyDialogProps) => {
  const { matter } = useMatter();
  const [form] = Form.useForm<Values>();
  const { run, pending, problem } = useAct(giveOpinion, onClose);
  const agrees = Form.useWatch('agrees', form) ?? true;
  const last = matter.opinions.filter((one) => one.assignmentId === duty.id).at(-1);
  const needed = [{ required: true, whitespace: true, message: t('matter.form.needed') }];
  return (
    <FormDialog<Values>
      form={form}
      title={t('matter.opinion.title', { unit: duty.unit.name })}
      what={t(last === undefined ? 'matter.opinion.what' : 'matter.opinion.again')}
      confirm={t('matter.do.writeOpinion')}
      width={720}
      initial={{
        text: last?.text ?? '',
        agrees: (last?.dissent ?? null) === null,
        dissent: last?.dissent ?? '',
        contactPerson: last?.contactPerson ?? duty.handler?.name ?? '',
      }}
      pending={pending}
      problem={problem}
      onSubmit={({ text, dissent, contactPerson }) =>
        run({
          params: { assignmentId: duty.id },
          version: duty.version,
          body: { text, dissent: agrees ? null : (dissent ?? ''), contactPerson },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="text" label={t('matter.opinion.text')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 18 }} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="agrees" label={t('matter.opinion.agrees')}>
        <Radio.Group
          options={[
            { value: true, label: t('matter.opinion.agrees.yes') },
            { value: false, label: t('matter.opinion.agrees.no') },
          ]}
        />
      </Form.Item>
      {agrees ? null : (
        <Form.Item name="dissent" label={t('matter.opinion.dissent')} rules={needed}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5_000} />
        </Form.Item>
      )}
      <Form.Item name="contactPerson" label={t('matter.opinion.contactPerson')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDialog>
  );
};
