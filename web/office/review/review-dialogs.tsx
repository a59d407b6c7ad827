import {
  choosePanel,
  convertSubmission,
  declineSubmission,
  returnSubmission,
  reviewChecks,
  stepAdvice,
  takeStep,
} from '#contract/review.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { Form, Input, Radio, Select } from 'antd';
import { FormDialog } from '../matter/form-dialog.tsx';
import { listNames } from '../matter/matter-texts.ts';
import { nameOf, t } from './review-texts.ts';
import { type DialogProps, required, useDone, useTemplate, words } from './dialog-parts.tsx';
import { FileDialog } from './file-dialog.tsx';
import type { ReviewCheck, ReviewOrgan } from './review-types.ts';
import { checkedLine } from './check-list.tsx';
import { SplitDialog } from './split-dialog.tsx';

export type ReviewAction =
  | 'takeStep'
  | 'choosePanel'
  | 'returnForRevision'
  | 'file'
  | 'decline'
  | 'convert'
  | 'split';

const groundOptions = (organ: ReviewOrgan) =>
  organ.grounds.map(({ code, name }) => ({ value: code, label: nameOf(name) }));

type StepValues = {
  advice: (typeof stepAdvice)[number];
  grounds: string[];
  text: string;
};

const StepDialog = ({ submission, organ, checks, onClose }: DialogProps) => {
  const { run, pending, problem } = useCommand(takeStep, { onDone: useDone(onClose) });
  const [form] = Form.useForm<StepValues>();
  const advice = Form.useWatch('advice', form) ?? 'pass';
  return (
    <FormDialog<StepValues>
      title={submission.step === null ? t('review.do.takeStep') : nameOf(submission.step.name)}
      what={checkedLine(checks)}
      confirm={t('review.do.takeStep')}
      form={form}
      initial={{ advice: 'pass', grounds: [], text: '' }}
      pending={pending}
      problem={problem}
      onSubmit={(body) =>
        run({
          params: { submissionId: submission.id },
          version: submission.version,
          body: { ...body, checks: [...checks], grounds: body.advice === 'decline' ? body.grounds : [] },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="advice" label={t('review.advice')} rules={required}>
        <Radio.Group options={stepAdvice.map((value) => ({ value, label: t(`review.advice.${value}`) }))} />
      </Form.Item>
      <Form.Item name="grounds" label={t('review.grounds')} hidden={advice !== 'decline'}>
        <Select mode="multiple" virtual={false} options={groundOptions(organ)} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('review.text')}
        rules={[{ required: advice !== 'pass', whitespace: advice !== 'pass', message: t('review.needed') }]}
      >
        <Input.TextArea rows={3} maxLength={5_000} />
      </Form.Item>
    </FormDialog>
  );
};

const PanelDialog = ({ submission, organ, onClose }: DialogProps) => {
  const { run, pending, problem } = useCommand(choosePanel, { onDone: useDone(onClose) });
  const likely = organ.panels.find(({ categories }) => categories.includes(submission.form.category ?? ''));
  return (
    <FormDialog<{ panelId: number | null }>
      title={t('review.do.choosePanel')}
      confirm={t('review.do.choosePanel')}
      initial={{ panelId: submission.panel?.id ?? likely?.id ?? null }}
      pending={pending}
      problem={problem}
      onSubmit={({ panelId }) =>
        run({
          params: { submissionId: submission.id },
          version: submission.version,
          body: { panelId: panelId ?? null },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="panelId" label={t('review.panel')}>
        <Select
          virtual={false}
          allowClear
          options={organ.panels.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </FormDialog>
  );
};

type ReturnValues = { points: ReviewCheck[]; text: string };

/** What is wanted of the author begins as what is wrong by the check-list; the office writes it out. */
const ReturnDialog = ({ submission, checks, onClose }: DialogProps) => {
  const { run, pending, problem } = useCommand(returnSubmission, { onDone: useDone(onClose) });
  const [form] = Form.useForm<ReturnValues>();
  const { title } = submission.text;
  const wanting = (points: readonly ReviewCheck[]): string =>
    t('review.return.template', {
      title,
      flowNo: submission.flowNo ?? '',
      points: points.map((one, at) => `\n${at + 1}. ${t(`review.return.point.${one}`)}`).join(''),
    });
  const propose = useTemplate(form, wanting([]));
  return (
    <FormDialog<ReturnValues>
      title={t('review.do.returnForRevision')}
      what={checkedLine(checks)}
      confirm={t('review.do.returnForRevision')}
      width={720}
      form={form}
      initial={{ points: [], text: wanting([]) }}
      pending={pending}
      problem={problem}
      onSubmit={({ text }) =>
        run({
          params: { submissionId: submission.id },
          version: submission.version,
          body: { text, checks: [...checks] },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="points" label={t('review.return.points')}>
        <Select
          mode="multiple"
          virtual={false}
          options={reviewChecks
            .filter((one) => !checks.includes(one))
            .map((value) => ({ value, label: t(`review.check.${value}`) }))}
          onChange={(points: readonly ReviewCheck[]) => propose(wanting(points))}
        />
      </Form.Item>
      {words(t('review.text.sent'), 5)}
    </FormDialog>
  );
};

const DeclineDialog = ({ submission, organ, checks, onClose }: DialogProps) => {
  const { run, pending, problem } = useCommand(declineSubmission, { onDone: useDone(onClose) });
  const [form] = Form.useForm<{ grounds: string[]; text: string }>();
  const propose = useTemplate(form);
  const fill = (codes: readonly string[]): void => {
    const named = organ.grounds.filter(({ code }) => codes.includes(code)).map(({ name }) => nameOf(name));
    propose(
      t('review.decline.template', {
        title: submission.text.title,
        flowNo: submission.flowNo ?? '',
        grounds: listNames(named),
      }),
    );
  };
  return (
    <FormDialog<{ grounds: string[]; text: string }>
      title={t('review.do.decline')}
      what={checkedLine(checks)}
      confirm={t('review.do.decline')}
      danger
      width={720}
      form={form}
      initial={{ grounds: [], text: '' }}
      pending={pending}
      problem={problem}
      onSubmit={(body) =>
        run({
          params: { submissionId: submission.id },
          version: submission.version,
          body: { ...body, checks: [...checks] },
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="grounds"
        label={t('review.grounds')}
        rules={[{ required: true, type: 'array', min: 1, message: t('review.needed') }]}
      >
        <Select mode="multiple" virtual={false} options={groundOptions(organ)} onChange={fill} />
      </Form.Item>
      {words(t('review.text.sent'), 5)}
    </FormDialog>
  );
};

const ConvertDialog = ({ submission, organ, checks, onClose }: DialogProps) => {
  const { run, pending, problem } = useCommand(convertSubmission, { onDone: useDone(onClose) });
  const [form] = Form.useForm<{ to: string; text: string }>();
  const propose = useTemplate(form);
  const fill = (to: string): void => {
    const name = organ.conversions.find(({ code }) => code === to)?.name;
    propose(
      t('review.convert.template', {
        title: submission.text.title,
        flowNo: submission.flowNo ?? '',
        to: name === undefined ? to : nameOf(name),
      }),
    );
  };
  return (
    <FormDialog<{ to: string; text: string }>
      title={t('review.do.convert')}
      what={checkedLine(checks)}
      confirm={t('review.do.convert')}
      form={form}
      initial={{ text: '' }}
      pending={pending}
      problem={problem}
      onSubmit={(body) =>
        run({
          params: { submissionId: submission.id },
          version: submission.version,
          body: { ...body, checks: [...checks] },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="to" label={t('review.to')} rules={required}>
        <Select
          virtual={false}
          options={organ.conversions.map(({ code, name }) => ({ value: code, label: nameOf(name) }))}
          onChange={fill}
        />
      </Form.Item>
      {words(t('review.text.sent'))}
    </FormDialog>
  );
};

const dialogs = {
  takeStep: StepDialog,
  choosePanel: PanelDialog,
  returnForRevision: ReturnDialog,
  file: FileDialog,
  decline: DeclineDialog,
  convert: ConvertDialog,
  split: SplitDialog,
} as const satisfies Record<ReviewAction, unknown>;

export const reviewActions = Object.keys(dialogs) as readonly ReviewAction[];

/** The one dialog that is open on a submission. */
export const ReviewDialog = ({ action, ...rest }: DialogProps & { readonly action: ReviewAction }) => {
  const Dialog = dialogs[action];
  return <Dialog {...rest} />;
};
