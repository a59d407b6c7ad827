import { refusalText } from '#web/shared/refusal-text.ts';
import { Form, Input, Radio } from 'antd';
import styles from './dialogs.module.css';
import type { Assignment, Reference } from './matter-types.ts';
import { fieldsOf, type PlanFields, planRefusal, planShapes, shapeOf } from './plan.ts';
import { UnitSelect } from './unit-select.tsx';
import { listNames, t } from './matter-texts.ts';

export type PlanValues = {
  shape: PlanFields['shape'];
  mainUnitId?: number | null;
  separateUnitIds?: number[];
  assistUnitIds?: number[];
  responsibleLeader: string;
};

type PlanFieldsProps = {
  readonly units: Reference['units'];
  /** Duties that the matter already has. */
  readonly live: readonly Assignment[];
  readonly roleName: (code: string) => string;
};

/** Who handles the matter and how; while it is being chosen it says what would still be refused. */
export const PlanFieldsEditor = ({ units, live, roleName }: PlanFieldsProps) => {
  const form = Form.useFormInstance<PlanValues>();
  const shape = Form.useWatch('shape', form) ?? shapeOf(live) ?? 'lead';
  const plan: PlanFields = {
    shape,
    mainUnitId: Form.useWatch('mainUnitId', form) ?? null,
    separateUnitIds: Form.useWatch('separateUnitIds', form) ?? [],
    assistUnitIds: Form.useWatch('assistUnitIds', form) ?? [],
  };
  const fields = fieldsOf(shape, live);
  const refusal = planRefusal(plan, live);
  const taken = live.map((duty) => duty.unit.id);
  const fixed = shapeOf(live) !== null;
  const chosenBoundary = units.filter(
    (unit) =>
      unit.boundary &&
      [plan.mainUnitId, ...(plan.separateUnitIds ?? []), ...(plan.assistUnitIds ?? [])].includes(unit.id),
  );
  return (
    <>
      <Form.Item name="shape" label={t('matter.plan.shape')}>
        <Radio.Group
          disabled={fixed}
          options={planShapes.map((value) => ({
            value,
            label: t(`matter.plan.shape.${value}`, {
              sole: roleName('sole'),
              lead: roleName('lead'),
              separate: roleName('separate'),
              assist: roleName('assist'),
            }),
          }))}
          orientation="vertical"
        />
      </Form.Item>
      {fields.main ? (
        <Form.Item name="mainUnitId" label={t('matter.plan.unit', { role: roleName(shape) })}>
          <UnitSelect units={units} except={taken} />
        </Form.Item>
      ) : null}
      {fields.separate ? (
        <Form.Item name="separateUnitIds" label={t('matter.plan.unit', { role: roleName('separate') })}>
          <UnitSelect multiple units={units} except={taken} />
        </Form.Item>
      ) : null}
      {fields.assist ? (
        <Form.Item name="assistUnitIds" label={t('matter.plan.unit.optional', { role: roleName('assist') })}>
          <UnitSelect multiple units={units} except={taken} />
        </Form.Item>
      ) : null}
      {chosenBoundary.length === 0 ? null : (
        <p className={styles.caution}>
          {t('matter.plan.boundary', { units: listNames(chosenBoundary.map((unit) => unit.name)) })}
        </p>
      )}
      <Form.Item
        name="responsibleLeader"
        label={t('matter.fact.responsibleLeader')}
        extra={t('matter.plan.leader.help')}
        rules={[{ required: true, whitespace: true, message: t('matter.form.needed') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <p className={refusal === null ? styles.fits : styles.hint} aria-live="polite">
        {refusal === null
          ? chosenBoundary.length === 0 && t('matter.plan.fits')
          : refusalText({ code: refusal, params: {} })}
      </p>
    </>
  );
};
