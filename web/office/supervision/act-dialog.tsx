import { recordSupervisionAct } from '#contract/supervision.ts';
import { ledger } from '#contract/see.ts';
import { ask } from '#web/shared/ask.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import dialogs from '../matter/dialogs.module.css';
import { FormDialog } from '../matter/form-dialog.tsx';
import type { Reference } from '../matter/matter-types.ts';
import { UnitSelect } from '../matter/unit-select.tsx';
import { UploadField, type Uploaded } from '../matter/upload-field.tsx';
import { c, t } from './supervision-texts.ts';
import type { Act } from './supervision-types.ts';
import { supervisionActKinds } from '#contract/supervision-rows.ts';

type Values = {
  kind: Act['kind'];
  amount: number;
  people: number;
  on: string;
  who: string;
  withWhom: string;
  place: string;
  matterIds: number[];
  unitIds: number[];
  result: string;
  files: Uploaded[];
};

type MatterSelectProps = {
  readonly id?: string;
  readonly value?: readonly number[];
  readonly onChange?: (ids: number[]) => void;
};

/** Matters found by number or title in what this person sees. */
const MatterSelect = ({ id, value, onChange }: MatterSelectProps) => {
  const [words, setWords] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<number, string>>(new Map());
  const found = useQuery({
    ...ask(ledger, { query: { q: words, limit: 20 } }),
    enabled: words !== '',
    placeholderData: (before) => before,
  });
  const options = (found.data?.items ?? []).map((row) => ({
    value: row.id,
    label: `${row.caseNo} ${row.title}`,
  }));
  const chosen = (value ?? []).flatMap((one) => {
    const label = known.get(one);
    return label === undefined || options.some((option) => option.value === one)
      ? []
      : [{ value: one, label }];
  });
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      virtual={false}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={found.isFetching}
      options={[...chosen, ...options]}
      {...(value === undefined ? {} : { value: [...value] })}
      onChange={(ids: number[]) => {
        setKnown(new Map([...known, ...options.map((option) => [option.value, option.label] as const)]));
        onChange?.(ids);
      }}
    />
  );
};

/** 登记督办活动: what was done, with whom, about what, and what came of it. */
export const ActDialog = ({
  reference,
  who,
  onClose,
}: {
  readonly reference: Reference;
  readonly who: string;
  readonly onClose: () => void;
}) => {
  const { message } = App.useApp();
  const { today } = reference.jurisdiction;
  const { run, pending, problem } = useCommand(recordSupervisionAct, {
    onDone: () => {
      void message.success(t('supervision.act.said'));
      onClose();
    },
  });
  const needed = [{ required: true, whitespace: true, message: c('reason.needed') }];
  return (
    <FormDialog<Values>
      title={t('supervision.act.new')}
      what={t('supervision.act.matterHelp')}
      confirm={t('supervision.act.save')}
      width={760}
      initial={{
        kind: 'call',
        amount: 1,
        people: 0,
        on: today,
        who,
        withWhom: '',
        place: '',
        matterIds: [],
        unitIds: [],
        result: '',
        files: [],
      }}
      pending={pending}
      problem={problem}
      onSubmit={({ files, ...rest }) => run({ body: { ...rest, fileIds: files.map(({ id }) => id) } })}
      onClose={onClose}
    >
      <div className={dialogs.pair}>
        <Form.Item name="kind" label={t('supervision.kind')}>
          <Select
            virtual={false}
            options={supervisionActKinds.map((value) => ({ value, label: t(`supervision.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="on" label={t('supervision.on')} rules={needed}>
          <Input type="date" max={today} />
        </Form.Item>
        <Form.Item name="amount" label={t('supervision.amount')}>
          <InputNumber min={1} max={10_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="people" label={t('supervision.people')}>
          <InputNumber min={0} max={10_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="who" label={t('supervision.who')} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="withWhom" label={t('supervision.withWhom')}>
          <Input maxLength={500} />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t('supervision.place')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="matterIds" label={t('supervision.matters')}>
        <MatterSelect />
      </Form.Item>
      <Form.Item name="unitIds" label={t('supervision.units')}>
        <UnitSelect multiple units={reference.units} />
      </Form.Item>
      <Form.Item name="result" label={t('supervision.result')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={10_000} />
      </Form.Item>
      <Form.Item name="files" label={t('supervision.files')}>
        <UploadField purpose="supervision" max={20} accept=".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx" />
      </Form.Item>
    </FormDialog>
  );
};
