import {
  acknowledgeNotice,
  cancelNotice,
  noticeDocument,
  noticePages,
  reportBack,
  returnReport,
  settleNotice,
} from '#contract/supervision-notices.ts';
import { addressOf, call } from '#web/shared/api.ts';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FormDialog } from '../matter/form-dialog.tsx';
import { NoticePages } from './notice-pages.tsx';
import styles from './supervision.module.css';
import { c, t } from './supervision-texts.ts';
import type { Notice } from './supervision-types.ts';

const steps = ['acknowledgeNotice', 'reportBack', 'settleNotice', 'returnReport', 'cancelNotice'] as const;
type Step = (typeof steps)[number];
type Values = { text: string; reportBy: string };

/** One way to send each step, so that each keeps its own key. */
const useSteps = (onDone: () => void) => ({
  acknowledgeNotice: useCommand(acknowledgeNotice, { onDone }),
  reportBack: useCommand(reportBack, { onDone }),
  settleNotice: useCommand(settleNotice, { onDone }),
  returnReport: useCommand(returnReport, { onDone }),
  cancelNotice: useCommand(cancelNotice, { onDone }),
});

const StepDialog = ({
  notice,
  step,
  onClose,
}: {
  readonly notice: Notice;
  readonly step: Step;
  readonly onClose: () => void;
}) => {
  const { message } = App.useApp();
  const commands = useSteps(() => {
    void message.success(t('supervision.notice.said'));
    onClose();
  });
  const at = { params: { noticeId: notice.id }, version: notice.version };
  const send = ({ text, reportBy }: Values) => {
    switch (step) {
      case 'acknowledgeNotice':
        return commands.acknowledgeNotice.run({ ...at, body: { note: text } });
      case 'reportBack':
        return commands.reportBack.run({ ...at, body: { report: text } });
      case 'settleNotice':
        return commands.settleNotice.run({ ...at, body: { note: text } });
      case 'returnReport':
        return commands.returnReport.run({ ...at, body: { reason: text, reportBy } });
      case 'cancelNotice':
        return commands.cancelNotice.run({ ...at, body: { reason: text } });
      default:
        return step satisfies never;
    }
  };
  const needed = { required: true, whitespace: true, message: c('reason.needed') };
  return (
    <FormDialog<Values>
      title={`${t(`supervision.do.${step}`)} · ${notice.documentNo}`}
      what={
        <p className={styles.quote}>
          {step === 'settleNotice' || step === 'returnReport' ? notice.report : notice.requirement}
        </p>
      }
      confirm={t(`supervision.do.${step}`)}
      danger={step === 'cancelNotice'}
      initial={{ text: '', reportBy: notice.reportBy }}
      pending={commands[step].pending}
      problem={commands[step].problem}
      onSubmit={send}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={t(`supervision.say.${step}`)}
        rules={step === 'acknowledgeNotice' ? [] : [needed]}
      >
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 14 }}
          maxLength={step === 'reportBack' ? 20_000 : 2_000}
        />
      </Form.Item>
      {step === 'returnReport' ? (
        <Form.Item name="reportBy" label={t('supervision.reportBy')} rules={[needed]}>
          <Input type="date" />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
};

const Downloads = ({ noticeId }: { readonly noticeId: number }) =>
  (['pdf', 'docx'] as const).map((format) => (
    <Button
      key={format}
      size="small"
      icon={<DownloadOutlined aria-hidden />}
      href={addressOf(noticeDocument, { noticeId }, { format })}
      target="_blank"
    >
      {t(`supervision.${format}`)}
    </Button>
  ));

/** What this person may do about a notice; the document is there for whoever sees it. */
export const NoticeActions = ({ notice }: { readonly notice: Notice }) => {
  const [step, setStep] = useState<Step | null>(null);
  const [looking, setLooking] = useState(false);
  const offered = steps.flatMap((one) => notice.allowedActions.find(({ action }) => action === one) ?? []);
  return (
    <>
      <div className={styles.buttons}>
        {offered.map((allowed) => (
          <ActionButton
            key={allowed.action}
            size="small"
            type={allowed.action === 'cancelNotice' ? 'default' : 'primary'}
            allowed={allowed}
            onPress={() => setStep(steps.find((one) => one === allowed.action) ?? null)}
          >
            {t(`supervision.do.${allowed.action as Step}`)}
          </ActionButton>
        ))}
        <Button size="small" onClick={() => setLooking(true)}>
          {t('supervision.notice.preview')}
        </Button>
        <Downloads noticeId={notice.id} />
      </div>
      {step === null ? null : <StepDialog notice={notice} step={step} onClose={() => setStep(null)} />}
      {looking ? (
        <NoticePages
          title={notice.documentNo}
          name={['noticePages', notice.id]}
          draw={(signal) => call(noticePages, { params: { noticeId: notice.id }, signal })}
          onClose={() => setLooking(false)}
        >
          <Downloads noticeId={notice.id} />
        </NoticePages>
      ) : null}
    </>
  );
};
