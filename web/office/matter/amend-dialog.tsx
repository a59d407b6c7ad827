import { amendMatter } from '#contract/matter.ts';
import { Form, Input, Select } from 'antd';
import { ClassingFields } from './classing-fields.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useMatter } from './matter-context.ts';
import type { Matter } from './matter-types.ts';
import { useAct } from './use-act.ts';
import { t } from './matter-texts.ts';

type Values = Pick<Matter, 'title' | 'body' | 'publicConsent' | 'level' | 'proposerType' | 'priority'> & {
  category: string;
};

const consents = ['full', 'titleOnly', 'no', 'unasked'] as const;

/** 更正: the record of the matter as it was handed in, until the first reply has left. */
export const AmendDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { matter } = useMatter();
  const { run, pending, problem } = useAct(amendMatter, onClose);
  const submit = ({ category, ...rest }: Values) =>
    run({
      params: { matterId: matter.id },
      version: matter.version,
      body: { ...rest, category: category.trim() === '' ? null : category.trim() },
    });
  return (
    <FormDialog<Values>
      title={t('matter.amend.title')}
      what={t('matter.amend.what')}
      confirm={t('matter.do.amend')}
      width={760}
      initial={{
        title: matter.title,
        body: matter.body,
        category: matter.category ?? '',
        publicConsent: matter.publicConsent,
        level: matter.level,
        proposerType: matter.proposerType,
        priority: matter.priority,
      }}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={t('matter.fact.title')}
        rules={[{ required: true, whitespace: true, message: t('matter.form.needed') }]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={200} showCount />
      </Form.Item>
      <Form.Item name="category" label={t('matter.fact.category')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="publicConsent" label={t('matter.fact.consent')}>
        <Select
          virtual={false}
          options={consents.map((value) => ({ value, label: t(`matter.consent.${value}`) }))}
        />
      </Form.Item>
      <ClassingFields />
      <Form.Item name="body" label={t('matter.fact.body')}>
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 20 }} maxLength={50_000} />
      </Form.Item>
    </FormDialog>
  );
};
