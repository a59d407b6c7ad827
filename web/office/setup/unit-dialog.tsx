import { addUnit, changeUnit, listUnits } from '#contract/setup.ts';
import type { ProblemBody } from '#web/shared/api.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { FormDialog } from '../matter/form-dialog.tsx';
import { needed } from './form-rules.ts';
import styles from './setup.module.css';
import { c, nameText, t } from './setup-texts.ts';
import type { UnitRow } from './setup-types.ts';
import { StaleNote } from './stale-note.tsx';
import { useFreshRow } from './use-fresh-row.ts';

export const unitSystems = [
  'government',
  'party',
  'congress',
  'cppcc',
  'court',
  'procuratorate',
  'organization',
  'company',
  'district',
  'central',
  'other',
] as const satisfies readonly UnitRow['system'][];

type Values = Pick<
  UnitRow,
  'name' | 'nameEn' | 'shortName' | 'aliases' | 'system' | 'boundary' | 'duties' | 'documentPrefix'
>;

const valuesOf = (unit: UnitRow): Values => {
  const { name, nameEn, shortName, aliases, system, boundary, duties, documentPrefix } = unit;
  return { name, nameEn, shortName, aliases, system, boundary, duties, documentPrefix };
};

/** A section has no system, boundary or prefix of its own: those of its unit are stored with it. */
const emptyValues = (parent: UnitRow | null): Values => ({
  name: '',
  nameEn: '',
  shortName: '',
  aliases: [],
  system: parent?.system ?? 'government',
  boundary: parent?.boundary ?? false,
  duties: '',
  documentPrefix: '',
});

const trimmed = (values: Values): Values => ({
  ...values,
  name: values.name.trim(),
  nameEn: values.nameEn.trim(),
  shortName: values.shortName.trim(),
  aliases: values.aliases.map((alias) => alias.trim()).filter((alias) => alias !== ''),
  duties: values.duties.trim(),
  documentPrefix: values.documentPrefix.trim(),
});

const asTexts = (values: Values): Record<string, string> => ({
  [t('setup.unit.name')]: values.name,
  [t('setup.form.english')]: values.nameEn,
  [t('setup.unit.shortName')]: values.shortName,
  [t('setup.unit.aliases')]: values.aliases.join(c('say.separator')),
  [t('setup.unit.system')]: t(`setup.unit.system.${values.system}`),
  [t('setup.unit.boundary')]: values.boundary ? '✓' : '',
  [t('setup.unit.duties')]: values.duties,
  [t('setup.unit.prefix')]: values.documentPrefix,
});

const Names = ({ section }: { readonly section: boolean }) => (
  <>
    <div className={styles.pair}>
      <Form.Item
        name="name"
        label={t(section ? 'setup.unit.sectionName' : 'setup.unit.name')}
        rules={needed()}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="shortName" label={t('setup.unit.shortName')} extra={t('setup.unit.shortName.hint')}>
        <Input maxLength={60} />
      </Form.Item>
    </div>
    <Form.Item name="nameEn" label={t('setup.form.english')}>
      <Input maxLength={200} />
    </Form.Item>
  </>
);

const UnitFields = () => (
  <>
    <Form.Item name="aliases" label={t('setup.unit.aliases')} extra={t('setup.unit.aliases.hint')}>
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        maxCount={50}
        tokenSeparators={['、', ',', '，', ';', '；']}
      />
    </Form.Item>
    <div className={styles.pair}>
      <Form.Item name="system" label={t('setup.unit.system')}>
        <Select
          virtual={false}
          options={unitSystems.map((value) => ({ value, label: t(`setup.unit.system.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="documentPrefix" label={t('setup.unit.prefix')} extra={t('setup.unit.prefix.hint')}>
        <Input maxLength={40} />
      </Form.Item>
    </div>
    <Form.Item name="boundary" valuePropName="checked" extra={t('setup.unit.boundary.explain')}>
      <Checkbox>{t('setup.unit.boundary')}</Checkbox>
    </Form.Item>
  </>
);

const Duties = () => (
  <Form.Item name="duties" label={t('setup.unit.duties')} extra={t('setup.unit.duties.hint')}>
    <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={5_000} />
  </Form.Item>
);

type AddUnitProps = { readonly parent: UnitRow | null; readonly onClose: () => void };

/** A new unit, or a new section of `parent`. */
export const AddUnitDialog = ({ parent, onClose }: AddUnitProps) => {
  const { message } = App.useApp();
  const name = useRef('');
  const { run, pending, problem } = useCommand(addUnit, {
    onDone: () => {
      void message.success(t('setup.unit.added', { name: name.current }));
      onClose();
    },
  });
  const initial = emptyValues(parent);
  const submit = (given: Values) => {
    const values = trimmed({ ...initial, ...given });
    name.current = values.name;
    return run({ body: { parentId: parent?.id ?? null, ...values } });
  };
  return (
    <FormDialog<Values>
      title={parent === null ? t('setup.unit.add') : t('setup.unit.addSectionTo', { unit: nameText(parent) })}
      confirm={t('person.add')}
      width={720}
      initial={initial}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Names section={parent !== null} />
      {parent === null ? <UnitFields /> : null}
      <Duties />
    </FormDialog>
  );
};

/** The row as it stands now; when someone else changed it meanwhile, says so before it is written over. */
export const ChangeUnitDialog = ({
  unit,
  onClose,
}: {
  readonly unit: UnitRow;
  readonly onClose: () => void;
}) => {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [opened] = useState(() => valuesOf(unit));
  useFreshRow(form, unit.version, valuesOf(unit));
  const refused = (problem: ProblemBody): void => {
    if (problem.code === 'stale') void client.invalidateQueries({ queryKey: [listUnits.id] });
  };
  const saved = (): void => {
    void message.success(t('setup.unit.saved', { name: nameText(unit) }));
    onClose();
  };
  const { run, pending, problem } = useCommand(changeUnit, { onRefused: refused, onDone: saved });
  const submit = (given: Values) =>
    run({
      params: { unitId: unit.id },
      version: unit.version,
      body: trimmed({ ...valuesOf(unit), ...given }),
    });
  return (
    <FormDialog<Values>
      title={t('setup.unit.editOf', { name: nameText(unit) })}
      what={<StaleNote before={asTexts(opened)} now={asTexts(valuesOf(unit))} />}
      confirm={c('do.save')}
      width={720}
      form={form}
      initial={opened}
      pending={pending}
      problem={problem?.code === 'stale' ? null : problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Names section={unit.kind === 'section'} />
      {unit.kind === 'unit' ? <UnitFields /> : null}
      <Duties />
    </FormDialog>
  );
};
