import { freezeFigures } from '#contract/figures.ts';
import { pick } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useReference, useToday } from '#web/shared/use-reference.ts';
import { Form, Input, Select } from 'antd';
import { FormDialog } from '../matter/form-dialog.tsx';
import { type Catalogue, groups, t } from './figure-texts.ts';

type Values = {
  readonly name: string;
  readonly asOf: string;
  readonly year: string | undefined;
  readonly organ: string | undefined;
  /** `id.variant`; none: every figure in its usual variant. */
  readonly figures: readonly string[];
};

type FreezeDialogProps = {
  readonly catalogue: Catalogue;
  readonly onDone: (id: number) => void;
  readonly onClose: () => void;
};

const everyVariant = ({ figures }: Catalogue) =>
  groups.map((group) => ({
    label: t(`figures.group.${group}`),
    options: figures
      .filter((one) => one.group === group)
      .flatMap((figure) =>
        figure.variants.map((variant) => ({
          value: `${figure.id}.${variant.id}`,
          label:
            figure.variants.length < 2 ? pick(figure.name) : `${pick(figure.name)} · ${pick(variant.name)}`,
        })),
      ),
  }));

const usual = ({ figures }: Catalogue): string[] =>
  figures.flatMap(({ id, variants: [first] }) => (first === undefined ? [] : [`${id}.${first.id}`]));

/** Keeps the figures of a day as they are: a name, the day, and which. */
export const FreezeDialog = ({ catalogue, onDone, onClose }: FreezeDialogProps) => {
  const command = useCommand(freezeFigures, { onDone: ({ id }) => onDone(id) });
  const { sessions = [], organs = [] } = useReference().data ?? {};
  const today = useToday();
  const years = [...new Set(sessions.map(({ year }) => String(year)))].toSorted().toReversed();
  const submit = ({ name, asOf, year, organ, figures }: Values) =>
    command.run({
      body: {
        name,
        ...(asOf === '' ? {} : { asOf }),
        filters: { ...(year === undefined ? {} : { year }), ...(organ === undefined ? {} : { organ }) },
        figures: figures.length === 0 ? usual(catalogue) : [...figures],
      },
    });
  return (
    <FormDialog<Values>
      title={t('figures.frozen.do')}
      what={t('figures.frozen.note')}
      confirm={t('figures.frozen.do')}
      initial={{ name: '', asOf: '', figures: [] }}
      pending={command.pending}
      problem={command.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('figures.frozen.name')}
        rules={[{ required: true, whitespace: true, message: t('figures.frozen.name.empty') }]}
      >
        <Input maxLength={120} placeholder={t('figures.frozen.name.hint')} />
      </Form.Item>
      <Form.Item name="asOf" label={t('figures.asOf.day')}>
        <Input type="date" {...(today === undefined ? {} : { max: today })} />
      </Form.Item>
      <Form.Item name="year" label={t('figures.frozen.year')}>
        <Select
          allowClear
          placeholder={t('figures.filter.any')}
          options={years.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Form.Item name="organ" label={t('figures.frozen.organ')}>
        <Select
          allowClear
          placeholder={t('figures.filter.any')}
          options={organs.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </Form.Item>
      <Form.Item name="figures" label={t('figures.frozen.figures')}>
        <Select
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('figures.frozen.figures.all')}
          options={everyVariant(catalogue)}
        />
      </Form.Item>
    </FormDialog>
  );
};
