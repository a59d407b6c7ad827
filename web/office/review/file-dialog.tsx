import { fileSubmission } from '#contract/review.ts';
import { ledger } from '#contract/see.ts';
import type { SimilarMatter } from '#contract/similar.ts';
import { ask } from '#web/shared/ask.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Form, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { FormDialog } from '../matter/form-dialog.tsx';
import { checkedLine } from './check-list.tsx';
import type { DialogProps } from './dialog-parts.tsx';
import { t } from './review-texts.ts';
import type { SubmissionOnPage } from './review-types.ts';
import { useSimilar } from './use-similar.ts';

/** Stages in which another matter can still be taken in. */
const open = ['filed', 'assigned', 'handling'];

/** Similar matters that can still be handled together with this one, then those found by number or words. */
const useCandidates = (submission: SubmissionOnPage, words: string) => {
  const similar = useSimilar(submission);
  const q = useDeferredValue(words.trim());
  const found = useQuery({
    ...ask(ledger, { query: { q, organId: submission.organ.id, stage: open.join(','), limit: 20 } }),
    enabled: q !== '',
  });
  const likely = (similar.data?.items ?? []).filter(
    ({ kind, stage, link }) => kind === submission.kind && open.includes(stage) && link !== null,
  );
  const options = new Map([
    ...likely.map(
      (one) => [one.id, `${t(`review.similar.${one.verdict}`)} · ${one.caseNo} ${one.title}`] as const,
    ),
    ...(q === '' ? [] : (found.data?.items ?? []))
      .filter(({ id }) => !likely.some((one) => one.id === id))
      .map(({ id, caseNo, title }) => [id, `${caseNo} ${title}`] as const),
  ]);
  return { options, likely };
};

type Values = {
  readonly category: string | null;
  readonly matterId: number | null;
  readonly reason: string;
  readonly oppositeReason?: string;
};

const oppositeOf = (likely: readonly SimilarMatter[], id: number | null | undefined) => {
  const one = likely.find((each) => each.id === id);
  return one?.verdict === 'opposite' ? one.reasons.opposite : null;
};

/** 立案, by itself or together with a matter that there is already. */
export const FileDialog = ({ submission, organ, checks, onClose }: DialogProps) => {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<{ readonly id: number; readonly label: string } | null>(null);
  const { options, likely } = useCandidates(submission, words);
  const { run, pending, problem } = useCommand(fileSubmission, {
    onDone: ({ caseNo }) => {
      void message.success(t(chosen === null ? 'review.file.said' : 'review.file.together.said', { caseNo }));
      onClose();
    },
  });
  const opposite = oppositeOf(likely, chosen?.id);
  const against = chosen !== null && (opposite !== null || problem?.code === 'merge-opposite');
  const shown = new Map([...(chosen === null ? [] : [[chosen.id, chosen.label] as const]), ...options]);
  const submit = ({ category, matterId, reason, oppositeReason = '' }: Values) =>
    run({
      params: { submissionId: submission.id },
      version: submission.version,
      body: {
        category: category ?? null,
        checks: [...checks],
        together:
          matterId == null
            ? null
            : { matterId, reason, oppositeReason: oppositeReason.trim() === '' ? null : oppositeReason },
      },
    });
  return (
    <FormDialog<Values>
      title={t('review.do.file')}
      what={
        <>
          {t('review.file.what')} {checkedLine(checks)}
        </>
      }
      confirm={t('review.do.file')}
      form={form}
      initial={{
        category: submission.form.category,
        matterId: null,
        reason: t('review.together.usual'),
      }}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="category" label={t('review.category')}>
        <Select
          virtual={false}
          allowClear
          showSearch
          options={[...new Set([...organ.categories, ...(submission.form.category ?? '').split('\n')])]
            .filter((name) => name !== '')
            .map((name) => ({ value: name, label: name }))}
        />
      </Form.Item>
      <Form.Item name="matterId" label={t('review.together')} extra={t('review.together.help')}>
        <Select
          virtual={false}
          allowClear
          showSearch={{ filterOption: false, onSearch: setWords }}
          notFoundContent={t('review.together.none')}
          options={[...shown].map(([value, label]) => ({ value, label }))}
          onChange={(id: number | undefined) =>
            setChosen(id === undefined ? null : { id, label: shown.get(id) ?? String(id) })
          }
        />
      </Form.Item>
      {chosen === null ? null : (
        <Form.Item
          name="reason"
          label={t('review.together.reason')}
          rules={[{ required: true, whitespace: true, message: t('review.needed') }]}
        >
          <Input maxLength={2_000} />
        </Form.Item>
      )}
      {against ? (
        <>
          {opposite === null ? null : (
            <Alert
              type="warning"
              showIcon
              title={t('review.together.opposite', { one: opposite[0] ?? '', other: opposite[1] ?? '' })}
            />
          )}
          <Form.Item
            name="oppositeReason"
            label={t('review.together.why')}
            rules={[{ required: true, whitespace: true, message: t('review.needed') }]}
          >
            <Input.TextArea rows={2} maxLength={2_000} />
          </Form.Item>
        </>
      ) : null}
    </FormDialog>
  );
};
