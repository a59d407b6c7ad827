import { previewSuccession, succeedUnits } from '#contract/succession.ts';
import type { BodyGiven, ResponseOf } from '#contract/endpoint.ts';
import { successionMessages } from '#contract/messages/succession.ts';
import { ApiProblem, call, type ProblemBody } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { App, Button, Form, Input, Radio, Select, type SelectProps } from 'antd';
import { useState } from 'react';
import { c } from './setup-texts.ts';
import styles from './setup.module.css';
import type { UnitRow } from './setup-types.ts';

const t = texts(successionMessages);

type Values = {
  fromIds?: number[];
  toIds?: number[];
  grants: 'move' | 'end';
  effectiveOn: string;
  reason: string;
};
type Preview = ResponseOf<typeof previewSuccession>;
type Choice = BodyGiven<typeof previewSuccession>;

/** Where sections and duties go, where somebody chose otherwise than proposed. */
type Overrides = {
  readonly sections: ReadonlyMap<number, number>;
  readonly duties: ReadonlyMap<number, number>;
};
const none: Overrides = { sections: new Map(), duties: new Map() };

const choiceOf = ({ fromIds = [], toIds = [], grants }: Values, { sections, duties }: Overrides): Choice => ({
  fromIds,
  toIds,
  grants,
  sections: [...sections].map(([sectionId, toId]) => ({ sectionId, toId })),
  duties: [...duties].map(([assignmentId, toId]) => ({ assignmentId, toId })),
});

type ResultProps = {
  readonly seen: Preview;
  readonly successors: readonly { readonly value: number; readonly label: string }[];
  readonly onSection: (id: number, toId: number) => void;
  readonly onDuty: (id: number, toId: number) => void;
};

/** What would move, with another successor for single sections and duties of a split. */
const Result = ({ seen, successors, onSection, onDuty }: ResultProps) => {
  const meeting = seen.moves.filter(({ problem }) => problem !== null).length;
  const split = successors.length > 1;
  return (
    <section className={styles.stack} aria-label={t('succession.preview')}>
      <p role="status">
        <strong>{t('succession.moves', { count: seen.moves.length - meeting })}</strong> ·{' '}
        {t('succession.staying', { count: seen.staying })} ·{' '}
        {t('succession.people', { count: seen.people.length })}
      </p>
      {meeting === 0 ? null : (
        <p className={styles.caution}>{t('succession.meets.count', { count: meeting })}</p>
      )}
      {split && seen.sections.length > 0 ? (
        <ul className={styles.stack}>
          {seen.sections.map((section) => (
            <li key={section.id}>
              {section.name} · {t('succession.sections')}{' '}
              <Select
                size="small"
                virtual={false}
                aria-label={`${section.name} ${t('succession.sections')}`}
                value={section.to.id}
                options={[...successors]}
                onChange={(toId: number) => onSection(section.id, toId)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <ul className={styles.stack}>
        {seen.moves.slice(0, 200).map((move) => (
          <li key={move.assignmentId}>
            {move.caseNo} {move.section ?? ''}：{move.from.name} →{' '}
            {split ? (
              <Select
                size="small"
                virtual={false}
                aria-label={t('succession.duty.to', { caseNo: move.caseNo })}
                value={move.to.id}
                options={[...successors]}
                onChange={(toId: number) => onDuty(move.assignmentId, toId)}
              />
            ) : (
              move.to.name
            )}
            {move.problem === null ? null : <div className={styles.caution}>{t('succession.meets')}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
};

type UnitsFieldProps = Pick<SelectProps<number[]>, 'id' | 'value' | 'onChange'> & {
  readonly options: { value: number; label: string }[];
};

/** One or several units. The list closes after each choice: it would lie over the next field. */
const UnitsField = (given: UnitsFieldProps) => {
  const [open, setOpen] = useState(false);
  return (
    <Select
      {...given}
      mode="multiple"
      virtual={false}
      showSearch={{ optionFilterProp: 'label' }}
      open={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
    />
  );
};

const Fields = ({
  options,
  today,
}: {
  readonly options: { value: number; label: string }[];
  readonly today: string;
}) => {
  return (
    <>
      <Form.Item name="fromIds" label={t('succession.from')} rules={[{ required: true }]}>
        <UnitsField options={options} />
      </Form.Item>
      <Form.Item name="toIds" label={t('succession.to')} rules={[{ required: true }]}>
        <UnitsField options={options} />
      </Form.Item>
      <Form.Item name="grants" label={t('succession.grants')}>
        <Radio.Group
          options={(['move', 'end'] as const).map((value) => ({
            value,
            label: t(`succession.grants.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="effectiveOn" label={t('succession.effectiveOn')} rules={[{ required: true }]}>
        <Input type="date" {...(today === '' ? {} : { max: today })} />
      </Form.Item>
      <Form.Item name="reason" label={t('succession.reason')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={500} placeholder={t('succession.reason.example')} />
      </Form.Item>
    </>
  );
};

/** 合并、拆分: tried first, then carried out; the same choice pressed again goes on where it stopped. */
export const SuccessionDialog = ({
  units,
  onClose,
}: {
  readonly units: readonly UnitRow[];
  readonly onClose: () => void;
}) => {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const today = useReference().data?.jurisdiction.today ?? '';
  const [overrides, setOverrides] = useState(none);
  const [seen, setSeen] = useState<Preview | null>(null);
  const [refused, setRefused] = useState<ProblemBody | null>(null);
  const { run, pending, problem } = useCommand(succeedUnits, {
    onDone: (done) => {
      void message.success(
        t(done.closed ? 'succession.done' : 'succession.done.left', { moved: done.moved, left: done.left }),
      );
      onClose();
    },
  });
  const options = units
    .filter(({ kind, state }) => kind === 'unit' && state === 'active')
    .map(({ id, name }) => ({ value: id, label: name }));
  const preview = async (with_: Overrides): Promise<void> => {
    setOverrides(with_);
    try {
      const body = choiceOf(await form.validateFields(), with_);
      setSeen(await call(previewSuccession, { body }));
      setRefused(null);
    } catch (fault) {
      setSeen(null);
      if (fault instanceof ApiProblem) setRefused(fault.problem);
    }
  };
  const toIds = Form.useWatch('toIds', form) ?? [];
  const change = (): void => {
    setSeen(null);
    setOverrides(none);
  };
  return (
    <Dialog
      width={760}
      title={t('succession.open')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{c('do.cancel')}</Button>
          <Button onClick={() => void preview(overrides)}>{t('succession.preview')}</Button>
          <Button
            type="primary"
            danger
            disabled={seen === null}
            loading={pending}
            onClick={() => {
              const values: Values = form.getFieldsValue();
              const { effectiveOn, reason } = values;
              void run({ body: { ...choiceOf(values, overrides), effectiveOn, reason } });
            }}
          >
            {t('succession.do')}
          </Button>
        </div>
      }
    >
      <div className={styles.stack}>
        <p>{t('succession.what')}</p>
        <ProblemAlert problem={problem ?? refused} />
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={{ grants: 'move', effectiveOn: today, reason: '' }}
          onValuesChange={change}
        >
          <Fields options={options} today={today} />
        </Form>
        {seen === null ? null : (
          <Result
            seen={seen}
            successors={options.filter(({ value }) => toIds.includes(value))}
            onSection={(id, toId) =>
              void preview({ ...overrides, sections: new Map(overrides.sections).set(id, toId) })
            }
            onDuty={(id, toId) =>
              void preview({ ...overrides, duties: new Map(overrides.duties).set(id, toId) })
            }
          />
        )}
      </div>
    </Dialog>
  );
};
