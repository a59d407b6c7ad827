import { enterRating } from '#contract/rating.ts';
import { pick } from '#web/shared/language.ts';
import { Form, Input, Radio } from 'antd';
import { FormDialog } from './form-dialog.tsx';
import { useMatter } from './matter-context.ts';
import type { Rating } from './matter-types.ts';
import { UploadField, type Uploaded } from './upload-field.tsx';
import { useAct } from './use-act.ts';
import { useWords } from './use-words.ts';
import { t } from './matter-texts.ts';

type Verdict = NonNullable<Rating['verdict']>['points'][number]['verdict'];

type Values = {
  attitude: string;
  outcome: string;
  reason: string;
  points: Record<string, Verdict>;
  scan: Uploaded[];
};

const verdicts = ['done', 'partly', 'notDone', 'notYet'] as const;

/** 代录: a paper form of the proposer, entered by the congress or CPPCC office together with its scan. */
export const EnterRatingDialog = ({
  ratingId,
  onClose,
}: {
  readonly ratingId: number;
  readonly onClose: () => void;
}) => {
  const { matter, reference } = useMatter();
  const words = useWords();
  const [form] = Form.useForm<Values>();
  const { run, pending, problem } = useAct(enterRating, onClose);
  const rating = matter.ratings.find((one) => one.id === ratingId);
  const { satisfaction } = reference.ruleset;
  const opens = (code: string | undefined): boolean =>
    satisfaction.some((one) => one.code === code && one.opensRound);
  const attitude = Form.useWatch('attitude', form);
  const outcome = Form.useWatch('outcome', form);
  const reasonNeeded = opens(attitude) || opens(outcome);
  const chosen = [{ required: true, message: t('matter.form.choose') }];
  if (rating === undefined) return null;
  const levels = satisfaction.map((one) => ({ value: one.code, label: pick(one.name) }));
  const submit = ({ scan, points, ...rest }: Values) => {
    const [file] = scan;
    if (file === undefined) return null;
    return run({
      params: { ratingId },
      version: rating.version,
      body: {
        ...rest,
        scanId: file.id,
        points: matter.points.flatMap(({ no }) => {
          const verdict = points?.[String(no)];
          return verdict === undefined ? [] : [{ no, verdict }];
        }),
      },
    });
  };
  return (
    <FormDialog<Values>
      form={form}
      title={t('matter.enter.title', { name: rating.proposer.name })}
      what={t('matter.enter.what')}
      confirm={t('matter.do.enterForProposer')}
      width={720}
      initial={{ reason: '', scan: [] }}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="attitude" label={t('matter.rating.attitude')} rules={chosen}>
        <Radio.Group options={levels} />
      </Form.Item>
      <Form.Item name="outcome" label={t('matter.rating.outcome')} rules={chosen}>
        <Radio.Group options={levels} />
      </Form.Item>
      {matter.points.map((point) => (
        <Form.Item
          key={point.no}
          name={['points', String(point.no)]}
          label={t('matter.enter.point', { no: point.no, text: point.text })}
          rules={chosen}
        >
          <Radio.Group options={verdicts.map((value) => ({ value, label: words.verdict(value) }))} />
        </Form.Item>
      ))}
      <Form.Item
        name="reason"
        label={t('matter.rating.reason')}
        rules={
          reasonNeeded ? [{ required: true, whitespace: true, message: t('matter.enter.reason.needed') }] : []
        }
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5_000} />
      </Form.Item>
      <Form.Item
        name="scan"
        label={t('matter.enter.scan')}
        rules={[{ type: 'array', required: true, min: 1, message: t('matter.enter.scan.needed') }]}
      >
        <UploadField purpose="scan" max={1} accept=".pdf,.png,.jpg,.jpeg" />
      </Form.Item>
    </FormDialog>
  );
};
