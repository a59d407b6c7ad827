import { splitSubmission } from '#contract/review.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { FormDialog } from '../matter/form-dialog.tsx';
import { checkedLine } from './check-list.tsx';
import { type DialogProps, required, useDone, words } from './dialog-parts.tsx';
import { partTitle } from './part-title.ts';
import { t } from './review-texts.ts';

type SplitValues = { parts: { title: string; asks: number[] }[]; text: string };

/** 分案: each part has a title that says what it is about, begun from its asks and the office's to change. */
export const SplitDialog = ({ submission, checks, onClose }: DialogProps) => {
  const { run, pending, problem } = useCommand(splitSubmission, { onDone: useDone(onClose) });
  const [form] = Form.useForm<SplitValues>();
  const [count, setCount] = useState(2);
  const { title, asks } = submission.text;
  /** A title that somebody wrote stays. */
  const [own, setOwn] = useState<ReadonlySet<number>>(new Set());
  const entitle = (at: number, places: readonly number[]): void => {
    if (own.has(at)) return;
    const named = partTitle(
      places.flatMap((place) => asks[place] ?? []),
      submission.kind,
    );
    form.setFieldValue(['parts', at, 'title'], named);
  };
  const template = t('review.split.template', { title, flowNo: submission.flowNo ?? '' });
  return (
    <FormDialog<SplitValues>
      title={t('review.do.split')}
      what={checkedLine(checks)}
      confirm={t('review.do.split')}
      width={720}
      form={form}
      initial={{ text: template }}
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
      {Array.from({ length: count }, (_, at) => (
        <div key={`part-${at + 1}`}>
          <Form.Item
            name={['parts', at, 'asks']}
            label={t('review.split.asks', { n: at + 1 })}
            rules={required}
          >
            <Checkbox.Group
              options={asks.map((ask, place) => ({ value: place, label: ask }))}
              onChange={(places) => entitle(at, places)}
            />
          </Form.Item>
          <Form.Item
            name={['parts', at, 'title']}
            label={t('review.split.title', { n: at + 1 })}
            dependencies={Array.from({ length: count }, (_other, other) => ['parts', other, 'title'])}
            rules={[
              { required: true, whitespace: true, message: t('review.needed') },
              {
                validator: (_rule, value: string) =>
                  form
                    .getFieldValue('parts')
                    ?.some(
                      (other: { title?: string }, place: number) =>
                        place !== at &&
                        value !== undefined &&
                        value.trim() !== '' &&
                        other?.title?.trim() === value.trim(),
                    )
                    ? Promise.reject(new Error(t('review.split.sameTitle')))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input maxLength={300} onChange={() => setOwn(new Set([...own, at]))} />
          </Form.Item>
        </div>
      ))}
      <Button onClick={() => setCount(count + 1)} disabled={count >= asks.length}>
        {t('review.split.add')}
      </Button>
      {words(t('review.text.sent'))}
    </FormDialog>
  );
};
