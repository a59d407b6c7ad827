import type { HandlingRole } from './matter-types.ts';

/** How a matter is handled; each shape asks for other units, so that a plan that cannot stand is hard to write. */
export type PlanShape = 'sole' | 'lead' | 'separate';
export const planShapes = ['sole', 'lead', 'separate'] as const satisfies readonly PlanShape[];

export type PlanFields = {
  readonly shape: PlanShape;
  readonly mainUnitId?: number | null;
  readonly separateUnitIds?: readonly number[];
  readonly assistUnitIds?: readonly number[];
};

export type PlannedDuty = { readonly unitId: number; readonly role: HandlingRole };

type LiveDuty = { readonly role: HandlingRole };

const has = (live: readonly LiveDuty[], role: HandlingRole): boolean =>
  live.some((duty) => duty.role === role);

/** The shape that the duties already given impose; null: the matter is free. */
export const shapeOf = (live: readonly LiveDuty[]): PlanShape | null => {
  if (has(live, 'lead')) return 'lead';
  if (has(live, 'separate')) return 'separate';
  if (has(live, 'sole')) return 'sole';
  return null;
};

/** Which fields a shape has, given what is already assigned: a matter with a lead takes only assistants. */
export const fieldsOf = (
  shape: PlanShape,
  live: readonly LiveDuty[],
): { readonly main: boolean; readonly separate: boolean; readonly assist: boolean } => ({
  main: shape !== 'separate' && !has(live, 'lead') && !has(live, 'sole'),
  separate: shape === 'separate',
  assist: shape !== 'sole',
});

/** The duties of the form, main units first, in the order in which they were chosen. */
export const dutiesOf = (fields: PlanFields): readonly PlannedDuty[] => {
  const { shape, mainUnitId, separateUnitIds = [], assistUnitIds = [] } = fields;
  const duties: PlannedDuty[] = [];
  if (shape !== 'separate' && mainUnitId !== undefined && mainUnitId !== null)
    duties.push({ unitId: mainUnitId, role: shape });
  if (shape === 'separate')
    duties.push(...separateUnitIds.map((unitId) => ({ unitId, role: 'separate' }) as const));
  if (shape !== 'sole') duties.push(...assistUnitIds.map((unitId) => ({ unitId, role: 'assist' }) as const));
  return duties;
};

/**
 * The plan with one more unit, chosen by one press, in the part nearest to the wanted one that the form has room for.
 * What stands in the form gives way only where the parts cannot stand together.
 */
export const withChosen = (
  fields: PlanFields,
  live: readonly LiveDuty[],
  { unitId, role }: { readonly unitId: number; readonly role: 'main' | 'assist' },
): PlanFields => {
  const { shape } = fields;
  const room = fieldsOf(shape, live);
  const assists = (fields.assistUnitIds ?? []).filter((id) => id !== unitId);
  const separates = (fields.separateUnitIds ?? []).filter((id) => id !== unitId);
  const main = fields.mainUnitId === unitId ? null : (fields.mainUnitId ?? null);
  if (role === 'main' && room.separate)
    return { ...fields, separateUnitIds: [...separates, unitId], assistUnitIds: assists };
  if (role === 'main' && room.main) return { ...fields, mainUnitId: unitId, assistUnitIds: assists };
  if (has(live, 'sole')) return fields;
  return {
    shape: shape === 'sole' ? 'lead' : shape,
    mainUnitId: main,
    separateUnitIds: separates,
    assistUnitIds: [...assists, unitId],
  };
};

/**
 * The refusal that the server would give for the shape of the plan, told while it is being written; null: it may
 * stand. The server's word counts: power over a unit and units that have closed are its to judge.
 */
export const planRefusal = (fields: PlanFields, live: readonly LiveDuty[]): string | null => {
  const duties = dutiesOf(fields);
  if (duties.length === 0) return 'plan-empty';
  if (new Set(duties.map((duty) => duty.unitId)).size < duties.length) return 'plan-unit-twice';
  const all = [...live, ...duties];
  const count = (role: HandlingRole): number => all.filter((duty) => duty.role === role).length;
  if (count('lead') + count('sole') + count('separate') === 0) return 'plan-assist-only';
  if (count('lead') + count('sole') > 1) return 'plan-several-leads';
  if (count('sole') > 0 && all.length > 1) return 'plan-mixed-roles';
  return count('separate') === 1 ? 'plan-one-separate' : null;
};
