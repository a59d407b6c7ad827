import { askExtension } from '#contract/assignment.ts';
import { Form, Input } from 'antd';
import styles from './extensions.module.css';
import { FormDialog } from './form-dialog.tsx';
import type { Assignment } from './matter-types.ts';
import { t } from './matter-texts.ts';
import { UntilField } from './until-field.tsx';
import { UploadField, type Uploaded } from './upload-field.tsx';
import { useAct } from './use-act.ts';

type Values = { until: string; reason: string; fileIds: Uploaded[] };

type DutyDialogProps = { readonly duty: Assignment; readonly onClose: () => void };

type TermsProps = {
  readonly terms: NonNullable<Assignment['extensionTerms']>;
  readonly decidedBy: Assignment['extensionDecidedBy'];
};

/** What the rules say before anything is asked: from which date, how far, how often, by whom. */
const Terms = ({ terms, decidedBy }: TermsProps) => (
  <>
    <dl className={styles.terms}>
      <div>
        <dt>{t('extension.ask.stands')}</dt>
        <dd>{terms.due}</dd>
      </div>
      <div>
        <dt>{t('extension.ask.latest')}</dt>
        <dd>{terms.limit}</dd>
      </div>
      <div>
        <dt>{t('extension.ask.left')}</dt>
        <dd>{t('extension.ask.times', { count: terms.left })}</dd>
      </div>
      <div>
        <dt>{t('extension.ask.decider')}</dt>
        <dd>{t(`extension.decider.${decidedBy}`)}</dd>
      </div>
    </dl>
    <p>
      {t('extension.ask.asksOnly')}
      {terms.evidence ? ` ${t('extension.ask.evidence')}` : null}
      {terms.tellProposer ? ` ${t('extension.ask.tellProposer')}` : null}
    </p>
  </>
);

/** 申请延期: until when, why, on what paper; within what the rules allow. */
export const AskExtensionDialog = ({ duty, onClose }: DutyDialogProps) => {
  const { run, pending, problem } = useAct(askExtension, onClose);
  const terms = duty.extensionTerms;
  if (terms === null) return null;
  const submit = ({ until, reason, fileIds }: Values) =>
    run({
      params: { assignmentId: duty.id },
      version: duty.version,
      body: { until, reason, fileIds: fileIds.map((file) => file.id) },
    });
  return (
    <FormDialog<Values>
      title={t('extension.ask.title', { unit: duty.unit.name })}
      what={<Terms terms={terms} decidedBy={duty.extensionDecidedBy} />}
      confirm={t('matter.do.askExtension')}
      initial={{ until: '', reason: '', fileIds: [] }}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <UntilField due={terms.due} limit={terms.limit} help="extension.until.help" />
      <Form.Item
        name="reason"
        label={t('extension.ask.reason')}
        rules={[{ required: true, whitespace: true, message: t('matter.form.needed') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2_000} showCount />
      </Form.Item>
      <Form.Item
        name="fileIds"
        label={t('extension.ask.files')}
        extra={t('extension.ask.files.help')}
        rules={
          terms.evidence
            ? [{ required: true, type: 'array', min: 1, message: t('extension.ask.files.needed') }]
            : []
        }
      >
        <UploadField purpose="contact" max={20} accept=".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx" />
      </Form.Item>
    </FormDialog>
  );
};
