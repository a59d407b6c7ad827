import { grantExtension, refuseExtension } from '#contract/assignment.ts';
import { Form, Input, Radio } from 'antd';
import { ExtensionFacts } from './extension-facts.tsx';
import { FormDialog } from './form-dialog.tsx';
import type { Assignment } from './matter-types.ts';
import { t } from './matter-texts.ts';
import { UntilField } from './until-field.tsx';
import { useAct } from './use-act.ts';

type Values = { decision: 'grant' | 'refuse'; until: string; note: string };

type DutyDialogProps = { readonly duty: Assignment; readonly onClose: () => void };

/** 决定延期: granted, perhaps for a shorter time than was asked, or refused with the reason. */
export const DecideExtensionDialog = ({ duty, onClose }: DutyDialogProps) => {
  const [form] = Form.useForm<Values>();
  const grant = useAct(grantExtension, onClose);
  const refuse = useAct(refuseExtension, onClose);
  const decision = Form.useWatch('decision', form) ?? 'grant';
  const asked = duty.extensions.find(({ state }) => state === 'asked');
  const terms = duty.extensionTerms;
  if (asked === undefined) return null;
  const target = { params: { assignmentId: duty.id }, version: duty.version };
  const submit = ({ until, note }: Values) =>
    decision === 'refuse'
      ? refuse.run({ ...target, body: { note } })
      : grant.run({ ...target, body: { until, note } });
  return (
    <FormDialog<Values>
      form={form}
      title={t('extension.decide.title', { unit: duty.unit.name })}
      what={
        <>
          <ExtensionFacts extension={asked} />
          {terms?.tellProposer === true ? <p>{t('extension.ask.tellProposer')}</p> : null}
        </>
      }
      confirm={t('extension.decide.confirm')}
      danger={decision === 'refuse'}
      initial={{ decision: 'grant', until: asked.until, note: '' }}
      pending={grant.pending || refuse.pending}
      problem={grant.problem ?? refuse.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="decision" label={t('extension.decide.decision')} rules={[{ required: true }]}>
        <Radio.Group
          options={(['grant', 'refuse'] as const).map((value) => ({
            value,
            label: t(`extension.decide.${value}`),
          }))}
          orientation="vertical"
        />
      </Form.Item>
      {decision === 'grant' ? (
        <UntilField
          due={terms?.due ?? asked.dueOn}
          limit={terms?.limit ?? asked.until}
          help="extension.decide.until.help"
        />
      ) : null}
      <Form.Item
        name="note"
        label={t('extension.decide.note')}
        rules={
          decision === 'refuse'
            ? [{ required: true, whitespace: true, message: t('matter.form.needed') }]
            : []
        }
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
      </Form.Item>
    </FormDialog>
  );
};
