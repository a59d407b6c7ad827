import {
  addCategory,
  addPanel,
  changeCategory,
  changePanel,
  setLookers,
  startCaseNo,
} from '#contract/intake-setup.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { FormDialog } from '../matter/form-dialog.tsx';
import { needed, needsChoice } from './form-rules.ts';
import { PeoplePicker } from './people-picker.tsx';
import { c, t } from './setup-texts.ts';
import type { IntakeOrgan } from './setup-types.ts';

type Panel = IntakeOrgan['panels'][number];
type Category = IntakeOrgan['categories'][number];
type Closing = { readonly onClose: () => void };

type PanelValues = { name: string; categories: string[]; memberIds: number[]; closed: boolean };

export const PanelDialog = ({
  organ,
  panel,
  onClose,
}: Closing & { readonly organ: IntakeOrgan; readonly panel: Panel | null }) => {
  const add = useCommand(addPanel, { onDone: onClose });
  const change = useCommand(changePanel, { onDone: onClose });
  const { pending, problem } = panel === null ? add : change;
  const submit = ({ closed, ...body }: PanelValues) =>
    panel === null
      ? add.run({ params: { organId: organ.id }, body })
      : change.run({
          params: { panelId: panel.id },
          version: panel.version,
          body: { ...body, state: closed ? 'closed' : 'active' },
        });
  return (
    <FormDialog<PanelValues>
      title={
        panel === null
          ? t('intakeSetup.panel.addTo', { organ: organ.name })
          : t('intakeSetup.panel.change', { name: panel.name })
      }
      confirm={t('intakeSetup.save')}
      initial={{
        name: panel?.name ?? '',
        categories: [...(panel?.categories ?? [])],
        memberIds: (panel?.members ?? []).map(({ id }) => id),
        closed: panel?.state === 'closed',
      }}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('intakeSetup.panel.name')} rules={needed()}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="categories" label={t('intakeSetup.panel.categories')}>
        <Select
          mode="tags"
          virtual={false}
          options={organ.categories
            .filter(({ state }) => state === 'active')
            .map(({ nameZh }) => ({ value: nameZh, label: nameZh }))}
        />
      </Form.Item>
      <Form.Item name="memberIds" label={t('intakeSetup.panel.members')}>
        <PeoplePicker known={panel?.members ?? []} />
      </Form.Item>
      {panel === null ? null : (
        <Form.Item name="closed" valuePropName="checked">
          <Checkbox>{t('intakeSetup.close')}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
};

type CategoryValues = {
  code: string;
  nameZh: string;
  nameEn: string;
  parentId: number | null;
  closed: boolean;
};

export const CategoryDialog = ({
  organ,
  category,
  name = '',
  onClose,
}: Closing & {
  readonly organ: IntakeOrgan;
  readonly category: Category | null;
  /** A word that is in use already and becomes a category. */
  readonly name?: string;
}) => {
  const add = useCommand(addCategory, { onDone: onClose });
  const change = useCommand(changeCategory, { onDone: onClose });
  const { pending, problem } = category === null ? add : change;
  const submit = ({ closed, ...values }: CategoryValues) => {
    const body = { ...values, parentId: values.parentId ?? null };
    return category === null
      ? add.run({ params: { organId: organ.id }, body })
      : change.run({
          params: { categoryId: category.id },
          version: category.version,
          body: { ...body, state: closed ? 'closed' : 'active' },
        });
  };
  return (
    <FormDialog<CategoryValues>
      title={
        category === null
          ? t('intakeSetup.category.addTo', { organ: organ.name })
          : t('intakeSetup.category.change', { name: category.nameZh })
      }
      confirm={t('intakeSetup.save')}
      initial={{
        code: category?.code ?? String(organ.categories.length + 1).padStart(2, '0'),
        nameZh: category?.nameZh ?? name,
        nameEn: category?.nameEn ?? '',
        parentId: category?.parentId ?? null,
        closed: category?.state === 'closed',
      }}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="code" label={t('intakeSetup.category.code')} rules={needed()}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="nameZh" label={t('intakeSetup.category.nameZh')} rules={needed()}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('intakeSetup.category.nameEn')} extra={t('setup.form.optional')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="parentId" label={t('intakeSetup.category.parent')} extra={t('setup.form.optional')}>
        <Select
          virtual={false}
          allowClear
          options={organ.categories
            .filter(({ id, state }) => id !== category?.id && state === 'active')
            .map(({ id, code, nameZh }) => ({ value: id, label: `${code} ${nameZh}` }))}
        />
      </Form.Item>
      {category === null ? null : (
        <Form.Item name="closed" valuePropName="checked">
          <Checkbox>{t('intakeSetup.close')}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
};

export const LookersDialog = ({
  organ,
  group,
  onClose,
}: Closing & { readonly organ: IntakeOrgan; readonly group: IntakeOrgan['groups'][number] }) => {
  const { run, pending, problem } = useCommand(setLookers, { onDone: onClose });
  return (
    <FormDialog<{ personIds: number[] }>
      title={t('intakeSetup.lookers.of', { group: group.name })}
      confirm={t('intakeSetup.save')}
      initial={{ personIds: group.people.map(({ id }) => id) }}
      pending={pending}
      problem={problem}
      onSubmit={({ personIds }) =>
        run({ params: { organId: organ.id }, body: { group: group.name, personIds } })
      }
      onClose={onClose}
    >
      <Form.Item name="personIds" label={t('intakeSetup.lookers.people')}>
        <PeoplePicker known={group.people} />
      </Form.Item>
    </FormDialog>
  );
};

export const StartNumberDialog = ({
  number,
  onClose,
}: Closing & { readonly number: IntakeOrgan['numbers'][number] }) => {
  const { run, pending, problem } = useCommand(startCaseNo, { onDone: onClose });
  return (
    <FormDialog<{ next: number }>
      title={t('intakeSetup.numbers.startOf', { session: number.session })}
      confirm={t('intakeSetup.save')}
      initial={{}}
      pending={pending}
      problem={problem}
      onSubmit={({ next }) => run({ params: { sessionId: number.sessionId }, body: { next } })}
      onClose={onClose}
    >
      <Form.Item name="next" label={t('intakeSetup.numbers.serial')} rules={needsChoice(c('say.required'))}>
        <InputNumber min={1} max={999_999} precision={0} />
      </Form.Item>
    </FormDialog>
  );
};
