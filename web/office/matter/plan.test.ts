import { checkPlan } from '#core/assignment/plan.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutiesOf, fieldsOf, type PlanFields, planRefusal, planShapes, shapeOf, withChosen } from './plan.ts';

describe('a plan of units', () => {
  test('one unit alone', () => {
    expect(dutiesOf({ shape: 'sole', mainUnitId: 4, assistUnitIds: [5] })).toEqual([
      { unitId: 4, role: 'sole' },
    ]);
  });

  test('a lead with assistants, the lead first', () => {
    expect(dutiesOf({ shape: 'lead', mainUnitId: 4, assistUnitIds: [5, 6] })).toEqual([
      { unitId: 4, role: 'lead' },
      { unitId: 5, role: 'assist' },
      { unitId: 6, role: 'assist' },
    ]);
  });

  test.each([
    [{ shape: 'sole' }, 'plan-empty'],
    [{ shape: 'lead', assistUnitIds: [5] }, 'plan-assist-only'],
    [{ shape: 'lead', mainUnitId: 4, assistUnitIds: [4] }, 'plan-unit-twice'],
    [{ shape: 'separate', separateUnitIds: [4] }, 'plan-one-separate'],
    [{ shape: 'separate', separateUnitIds: [4, 5], assistUnitIds: [6] }, null],
    [{ shape: 'lead', mainUnitId: 4 }, null],
  ] as const satisfies readonly (readonly [PlanFields, string | null])[])('%j: %s', (fields, code) => {
    expect(planRefusal(fields, [])).toBe(code);
  });

  test('a matter that has a lead takes assistants and no second lead', () => {
    const live = [{ role: 'lead' as const }];
    expect(shapeOf(live)).toBe('lead');
    expect(fieldsOf('lead', live)).toEqual({ main: false, separate: false, assist: true });
    expect(planRefusal({ shape: 'lead', assistUnitIds: [5] }, live)).toBeNull();
  });

  test('to one separate unit that is left another one may be added', () => {
    expect(planRefusal({ shape: 'separate', separateUnitIds: [5] }, [{ role: 'separate' }])).toBeNull();
  });

  test('says no exactly where the server says no', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 });
    const plan = fc.record({
      shape: fc.constantFrom(...planShapes),
      mainUnitId: fc.option(fc.integer({ min: 1, max: 6 })),
      separateUnitIds: ids,
      assistUnitIds: ids,
    });
    fc.assert(
      fc.property(plan, (fields) => {
        expect(planRefusal(fields, [])).toBe(checkPlan(dutiesOf(fields))?.code ?? null);
      }),
    );
  });

  test('a unit chosen by one press gets the part nearest to it that there is room for', () => {
    const main = (unitId: number) => ({ unitId, role: 'main' }) as const;
    const lead = withChosen({ shape: 'lead', mainUnitId: 4, assistUnitIds: [5] }, [], main(5));
    expect(dutiesOf(lead)).toEqual([{ unitId: 5, role: 'lead' }]);
    expect(dutiesOf(withChosen({ shape: 'separate', separateUnitIds: [4] }, [], main(5)))).toHaveLength(2);
    const assisted = withChosen({ shape: 'sole', mainUnitId: 4 }, [], { unitId: 5, role: 'assist' });
    expect(dutiesOf(assisted)).toEqual([
      { unitId: 4, role: 'lead' },
      { unitId: 5, role: 'assist' },
    ]);
    expect(dutiesOf(withChosen({ shape: 'lead' }, [{ role: 'lead' }], main(5)))).toEqual([
      { unitId: 5, role: 'assist' },
    ]);
    expect(dutiesOf(withChosen({ shape: 'sole' }, [{ role: 'sole' }], main(5)))).toEqual([]);
  });
});
