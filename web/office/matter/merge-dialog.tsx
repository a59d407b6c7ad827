import { mergeMatters, unmergeMatter } from '#contract/merge.ts';
import { ledger } from '#contract/see.ts';
import { ask } from '#web/shared/ask.ts';
import { ConfirmWithReason } from '#web/shared/ui/confirm-with-reason.tsx';
import { useQuery } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { FormDialog } from './form-dialog.tsx';
import { leaveByTab } from './leave-by-tab.ts';
import { useMatter } from './matter-context.ts';
import { t } from './matter-texts.ts';
import { useAct } from './use-act.ts';

type Values = {
  readonly matterIds: readonly number[];
  readonly reason: string;
  readonly oppositeReason?: string;
  readonly revokeDuties: boolean;
};

type Found = { readonly id: number; readonly caseNo: string; readonly title: string };

/** Matters of the same organ and kind that can still be merged, found by number or words. */
const useCandidates = (words: string) => {
  const { matter } = useMatter();
  const q = useDeferredValue(words.trim());
  const query = useQuery({
    ...ask(ledger, {
      query: { q, organId: matter.organ.id, kind: matter.kind, stage: 'filed,assigned,handling', limit: 20 },
    }),
    enabled: q !== '',
  });
  const rows: readonly Found[] = q === '' ? [] : (query.data?.items ?? []);
  return rows.filter(({ id }) => id !== matter.id);
};

type MatterSelectProps = {
  readonly id?: string;
  readonly value?: readonly number[];
  readonly onChange?: (ids: number[]) => void;
  readonly options: readonly { readonly value: number; readonly label: string }[];
  readonly searched: boolean;
  readonly onSearch: (words: string) => void;
  readonly onChosen: (ids: readonly number[]) => void;
};

const MatterSelect = ({
  id,
  value = [],
  onChange,
  options,
  searched,
  onSearch,
  onChosen,
}: MatterSelectProps) => (
  <div onKeyDownCapture={leaveByTab}>
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      virtual={false}
      style={{ width: '100%' }}
      placeholder={t('merge.which.help')}
      showSearch={{ filterOption: false, onSearch }}
      notFoundContent={searched ? t('merge.which.none') : null}
      options={[...options]}
      value={[...value]}
      onChange={(ids: number[]) => {
        onChosen(ids);
        onChange?.(ids);
      }}
    />
  </div>
);

/** 并案: chooses the matters that are handled together with the one of the page. */
export const MergeDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { matter } = useMatter();
  const { message } = App.useApp();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  const found = useCandidates(words);
  const { run, pending, problem } = useAct(mergeMatters, () => {
    void message.success(t('merge.said'));
    onClose();
  });
  const options = new Map([
    ...chosen,
    ...found.map(({ id, caseNo, title }) => [id, `${caseNo} ${title}`] as const),
  ]);
  const submit = ({ matterIds, reason, oppositeReason, revokeDuties }: Values) =>
    run({
      params: { matterId: matter.id },
      version: matter.version,
      body: {
        matterIds: [...matterIds],
        reason,
        oppositeReason: (oppositeReason ?? '').trim() === '' ? null : (oppositeReason ?? ''),
        revokeDuties,
      },
    });
  return (
    <FormDialog<Values>
      title={t('merge.dialog', { caseNo: matter.caseNo })}
      what={t('merge.dialog.what')}
      confirm={t('merge.confirm')}
      initial={{ matterIds: [], reason: t('merge.reason.usual'), revokeDuties: false }}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="matterIds"
        label={t('merge.which')}
        rules={[{ required: true, type: 'array', min: 1, message: t('merge.which.needed') }]}
      >
        <MatterSelect
          options={[...options].map(([value, label]) => ({ value, label }))}
          searched={words.trim() !== ''}
          onSearch={setWords}
          onChosen={(ids) => setChosen(new Map(ids.map((id) => [id, options.get(id) ?? String(id)])))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('merge.reason')}
        rules={[{ required: true, whitespace: true, message: t('matter.form.needed') }]}
      >
        <Input.TextArea rows={2} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="revokeDuties" valuePropName="checked">
        <Checkbox>{t('merge.revoke')}</Checkbox>
      </Form.Item>
      {problem?.code === 'merge-opposite' ? (
        <Form.Item name="oppositeReason" label={t('merge.opposite')}>
          <Input.TextArea rows={2} maxLength={2_000} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
};

/** 撤销并案. */
export const UnmergeDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { matter } = useMatter();
  const { message } = App.useApp();
  const { run, pending, problem } = useAct(unmergeMatter, () => {
    void message.success(t('merge.said.undone'));
    onClose();
  });
  return (
    <ConfirmWithReason
      open
      title={t('merge.undo.title', { caseNo: matter.caseNo })}
      what={t('merge.undo.what')}
      confirm={t('merge.undo')}
      pending={pending}
      problem={problem}
      onConfirm={(reason) =>
        void run({ params: { matterId: matter.id }, version: matter.version, body: { reason } })
      }
      onCancel={onClose}
    />
  );
};
