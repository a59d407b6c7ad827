import { contactChannel, contactRank, contactStage } from '#contract/matter-page.ts';
import { recordContact } from '#contract/assignment.ts';
import { Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog.tsx';
import { useMatter } from './matter-context.ts';
import type { Assignment, Contact } from './matter-types.ts';
import { UploadField, type Uploaded } from './upload-field.tsx';
import { useAct } from './use-act.ts';
import { useWords } from './use-words.ts';
import { fromField, toField } from './zoned-time.ts';
import { t } from './matter-texts.ts';

type Values = {
  stage: Contact['stage'];
  channel: Contact['channel'];
  at: string;
  place: string;
  who: string;
  rank: Contact['rank'];
  proposerIds: number[];
  said: string;
  files: Uploaded[];
};

type DutyDialogProps = { readonly duty: Assignment; readonly onClose: () => void };

/** 沟通记录: how, when, who of what rank, which proposers were there, what was said. Kept as it is entered. */
export const ContactDialog = ({ duty, onClose }: DutyDialogProps) => {
  const { matter } = useMatter();
  const words = useWords();
  const { run, pending, problem } = useAct(recordContact, onClose);
  const [openedAt] = useState(() => toField(new Date().toISOString()));
  const needed = [{ required: true, whitespace: true, message: t('matter.form.needed') }];
  const submit = ({ files, at, proposerIds, ...rest }: Values) =>
    run({
      params: { assignmentId: duty.id },
      body: {
        ...rest,
        at: fromField(at),
        proposerIds,
        proposerPresent: proposerIds.length > 0,
        fileIds: files.map((file) => file.id),
      },
    });
  const choices = <T extends string>(values: readonly T[], say: (code: string) => string) =>
    values.map((value) => ({ value, label: say(value) }));
  return (
    <FormDialog<Values>
      title={t('matter.contact.title', { unit: duty.unit.name })}
      what={t('matter.contact.what')}
      confirm={t('matter.do.recordContact')}
      width={720}
      initial={{
        stage: duty.contactDue?.stage ?? (duty.state === 'answered' ? 'after' : 'during'),
        channel: contactChannel.options.find((one) => duty.contactDue?.channels.includes(one)) ?? 'visit',
        at: openedAt,
        place: '',
        who: '',
        rank: 'handler',
        proposerIds: [],
        said: '',
        files: [],
      }}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item name="stage" label={t('matter.contact.stage')}>
          <Select virtual={false} options={choices(contactStage.options, words.contactStage)} />
        </Form.Item>
        <Form.Item name="channel" label={t('matter.contact.channel')}>
          <Select virtual={false} options={choices(contactChannel.options, words.channel)} />
        </Form.Item>
        <Form.Item name="at" label={t('matter.contact.at')} rules={needed}>
          <Input type="datetime-local" max={openedAt} />
        </Form.Item>
        <Form.Item name="place" label={t('matter.contact.place')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="who" label={t('matter.contact.who')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="rank" label={t('matter.contact.rank')}>
          <Select virtual={false} options={choices(contactRank.options, words.rank)} />
        </Form.Item>
      </div>
      <Form.Item
        name="proposerIds"
        label={t('matter.contact.proposers')}
        extra={t('matter.contact.proposers.help')}
      >
        <Checkbox.Group
          options={matter.proposers.map((person) => ({ value: person.id, label: person.name }))}
        />
      </Form.Item>
      <Form.Item name="said" label={t('matter.contact.said')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={10_000} />
      </Form.Item>
      <Form.Item name="files" label={t('matter.contact.files')} extra={t('matter.contact.files.help')}>
        <UploadField purpose="contact" max={20} accept=".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx" />
      </Form.Item>
    </FormDialog>
  );
};
