import { renameUnit } from '#contract/succession.ts';
import { successionMessages } from '#contract/messages/succession.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { App, Form, Input } from 'antd';
import { FormDialog } from '../matter/form-dialog.tsx';
import type { UnitRow } from './setup-types.ts';

const t = texts(successionMessages);
type Values = { name: string; nameEn: string; shortName: string; effectiveOn: string; reason: string };

/** 更名: the new name from a day on; the old one stays where it was used. */
export const RenameUnitDialog = ({
  unit,
  onClose,
}: {
  readonly unit: UnitRow;
  readonly onClose: () => void;
}) => {
  const { message } = App.useApp();
  const today = useReference().data?.jurisdiction.today ?? '';
  const { run, pending, problem } = useCommand(renameUnit, { onDone: onClose });
  return (
    <FormDialog<Values>
      title={t('succession.rename.title', { name: unit.name })}
      what={t('succession.rename.what')}
      confirm={t('succession.rename')}
      initial={{ name: '', nameEn: '', shortName: '', effectiveOn: today, reason: '' }}
      pending={pending}
      problem={problem}
      onSubmit={async (values) => {
        const sent = await run({ params: { unitId: unit.id }, version: unit.version, body: values });
        if (sent.ok) void message.success(t('succession.renamed', { name: values.name }));
        return sent;
      }}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('succession.name')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="shortName" label={t('succession.shortName')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('succession.nameEn')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="effectiveOn" label={t('succession.effectiveOn')} rules={[{ required: true }]}>
        <Input type="date" {...(today === '' ? {} : { max: today })} />
      </Form.Item>
      <Form.Item name="reason" label={t('succession.reason')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={500} placeholder={t('succession.reason.example')} />
      </Form.Item>
    </FormDialog>
  );
};
