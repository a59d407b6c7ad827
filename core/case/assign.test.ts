import { describe, expect, test } from 'vitest';
import { caseFile, cast, units } from '#test/support/builders.ts';
import {
  assign,
  assigned,
  attempt,
  handBack,
  happened,
  issued,
  onDuty,
  onMatter,
  type Planned,
  play,
  refusalOf,
  rehandling,
  signed,
  signFor,
} from '#test/support/story.ts';

const { education, transport, health, park, dissolved, nowhere } = units;

describe('assigning 交办', () => {
  test('gives each unit its duty and moves the matter on, on the day it happens', () => {
    const outcome = happened(
      attempt(caseFile(), [
        cast.supervisor,
        '2026-03-02',
        assign([education, 'lead'], [transport, 'assist']),
      ]),
    );
    expect(outcome.file.matter).toMatchObject({ stage: 'assigned', assignedOn: '2026-03-02' });
    expect(outcome.file.duties).toMatchObject([
      {
        unitId: education,
        role: 'lead',
        state: 'assigned',
        round: 1,
        assignedOn: '2026-03-02',
        signedOn: null,
      },
      { unitId: transport, role: 'assist', state: 'assigned', round: 1, assignedOn: '2026-03-02' },
    ]);
    expect(outcome.events.map((item) => item.event.type)).toEqual([
      'matterAssigned',
      'dutyAssigned',
      'dutyAssigned',
      'stageMoved',
    ]);
  });

  test('new rows get ids of their own, so that two of them are never taken for one', () => {
    const { duties } = happened(
      attempt(caseFile(), [
        cast.supervisor,
        '2026-03-02',
        assign([education, 'separate'], [health, 'separate']),
      ]),
    ).file;
    expect(new Set(duties.map((duty) => duty.id)).size).toBe(2);
  });

  test('a unit can be added later; the day of the first assignment stays', () => {
    const file = play(assigned([[education, 'lead']]), [
      cast.congressOffice,
      '2026-03-09',
      assign([transport, 'assist']),
    ]);
    expect(file.matter.assignedOn).toBe('2026-03-02');
    expect(file.duties.map((duty) => duty.assignedOn)).toEqual(['2026-03-02', '2026-03-09']);
  });

  test('a unit whose duty was taken back can be given one again', () => {
    const file = play(
      assigned(),
      [cast.supervisor, '2026-03-03', onDuty(1, { type: 'revoke', reason: '误交' })],
      [cast.supervisor, '2026-03-04', assign([education, 'sole'])],
    );
    expect(file.duties.map((duty) => duty.state)).toEqual(['revoked', 'assigned']);
  });

  const plans: readonly (readonly [string, readonly Planned[]])[] = [
    ['plan-empty', []],
    [
      'plan-unit-twice',
      [
        [education, 'lead'],
        [education, 'assist'],
      ],
    ],
    [
      'plan-several-leads',
      [
        [education, 'lead'],
        [transport, 'lead'],
      ],
    ],
    [
      'plan-several-leads',
      [
        [education, 'lead'],
        [transport, 'sole'],
      ],
    ],
    [
      'plan-several-leads',
      [
        [education, 'sole'],
        [transport, 'sole'],
      ],
    ],
    [
      'plan-mixed-roles',
      [
        [education, 'lead'],
        [transport, 'separate'],
        [health, 'separate'],
      ],
    ],
    [
      'plan-mixed-roles',
      [
        [education, 'sole'],
        [transport, 'assist'],
      ],
    ],
    ['plan-assist-only', [[education, 'assist']]],
    [
      'plan-one-separate',
      [
        [education, 'separate'],
        [transport, 'assist'],
      ],
    ],
    ['unit-unknown', [[nowhere, 'sole']]],
    ['unit-closed', [[dissolved, 'sole']]],
    [
      'unit-outside-power',
      [
        [education, 'lead'],
        [park, 'assist'],
      ],
    ],
  ];
  test.each(plans)('%s: %j is refused', (code, plan) => {
    expect(refusalOf(caseFile(), cast.supervisor, '2026-03-02', assign(...plan))).toBe(code);
  });

  test.each<readonly (readonly Planned[])[]>([
    [[[education, 'sole']]],
    [[[education, 'lead']]],
    [
      [
        [education, 'lead'],
        [transport, 'assist'],
        [health, 'assist'],
      ],
    ],
    [
      [
        [education, 'separate'],
        [transport, 'separate'],
      ],
    ],
    [
      [
        [education, 'separate'],
        [transport, 'separate'],
        [health, 'assist'],
      ],
    ],
  ])('%j fits together', (plan) => {
    expect(refusalOf(caseFile(), cast.supervisor, '2026-03-02', assign(...plan))).toBeNull();
  });

  test('the units that already have the matter count: a second lead and a doubled unit are refused', () => {
    const file = assigned([
      [education, 'lead'],
      [transport, 'assist'],
    ]);
    const later = (...plan: readonly Planned[]) =>
      refusalOf(file, cast.supervisor, '2026-03-03', assign(...plan));
    expect(later([health, 'lead'])).toBe('plan-several-leads');
    expect(later([transport, 'assist'])).toBe('unit-already-has-duty');
    expect(later([health, 'assist'])).toBeNull();
  });

  test('a boundary unit is given matters by the office of the organ only', () => {
    const plan = assign([park, 'sole']);
    expect(refusalOf(caseFile(), cast.supervisor, '2026-03-02', plan)).toBe('unit-outside-power');
    expect(refusalOf(caseFile(), cast.congressOffice, '2026-03-02', plan)).toBeNull();
  });

  test('a matter without points is not assigned: nobody could answer it point by point (law 5)', () => {
    const file = caseFile({ matter: { points: [] } });
    expect(refusalOf(file, cast.supervisor, '2026-03-02', assign([education, 'sole']))).toBe(
      'points-missing',
    );
  });

  test('the responsible leader is named', () => {
    const plan = {
      on: 'plan',
      command: { type: 'assign', duties: [{ unitId: education, role: 'sole' }], responsibleLeader: ' ' },
    } as const;
    expect(refusalOf(caseFile(), cast.supervisor, '2026-03-02', plan)).toBe('leader-missing');
  });

  test.each([
    cast.cityLeader,
    cast.systemAdmin,
    cast.auditAdmin,
    cast.nobody,
    cast.leadProposer,
    cast.coProposer,
    cast.educationOffice,
    cast.educationLeader,
    cast.educationHandler,
    cast.cppccOffice,
  ])('$name does not assign this suggestion', (actor) => {
    expect(refusalOf(caseFile(), actor, '2026-03-02', assign([education, 'sole']))).toBe('not-yours');
  });

  test('a CPPCC proposal is the CPPCC office’s to assign, not the congress’s', () => {
    const proposal = caseFile({ matter: { kind: 'proposal', organId: 2 } });
    const plan = assign([education, 'sole']);
    expect(refusalOf(proposal, cast.cppccOffice, '2026-03-02', plan)).toBeNull();
    expect(refusalOf(proposal, cast.congressOffice, '2026-03-02', plan)).toBe('not-yours');
  });

  test('a matter that is answered or ended takes no further unit', () => {
    const answered = issued();
    const withdrawn = play(assigned(), [
      cast.congressOffice,
      '2026-03-03',
      onMatter({ type: 'withdraw', reason: '撤回' }),
    ]);
    for (const file of [answered, withdrawn])
      expect(refusalOf(file, cast.supervisor, '2026-05-01', assign([health, 'assist']))).toBe('wrong-state');
  });
});

describe('reassigning 改办', () => {
  const asked = () =>
    play(
      assigned([
        [education, 'lead'],
        [health, 'assist'],
      ]),
      [cast.educationOffice, '2026-03-04', handBack(1, transport)],
    );
  const reassign = (toUnitId: number, note = '属交通部门职责') =>
    ({ on: 'assignment', id: 1, command: { type: 'upholdAndReassign', note, toUnitId } }) as const;

  test('ends the one duty and gives the same role to the right unit, in one step', () => {
    const file = play(asked(), [cast.supervisor, '2026-03-06', reassign(transport)]);
    expect(file.duties).toMatchObject([
      {
        unitId: education,
        state: 'handedBack',
        endedOn: '2026-03-06',
        handBack: { decidedOn: '2026-03-06' },
      },
      { unitId: health, state: 'assigned' },
      { unitId: transport, role: 'lead', state: 'assigned', assignedOn: '2026-03-06', handBack: null },
    ]);
    expect(file.matter).toMatchObject({ stage: 'assigned', assignedOn: '2026-03-02' });
  });

  test('a separate unit that is left over may be given an assistant; another separate one joins it', () => {
    const left = play(
      assigned([
        [education, 'separate'],
        [health, 'separate'],
      ]),
      [cast.educationOffice, '2026-03-04', handBack(1, transport)],
      [cast.supervisor, '2026-03-06', onDuty(1, { type: 'upholdHandBack', note: '同意' })],
    );
    for (const role of ['assist', 'separate'] as const)
      expect(refusalOf(left, cast.supervisor, '2026-03-07', assign([transport, role]))).toBeNull();
    expect(refusalOf(left, cast.supervisor, '2026-03-07', assign([transport, 'lead']))).toBe(
      'plan-mixed-roles',
    );
  });

  test('not to a unit that has the matter already, is unknown, is closed or is outside the power', () => {
    const to = (unitId: number) => refusalOf(asked(), cast.supervisor, '2026-03-06', reassign(unitId));
    expect(to(education)).toBe('unit-already-has-duty');
    expect(to(health)).toBe('unit-already-has-duty');
    expect(to(nowhere)).toBe('unit-unknown');
    expect(to(dissolved)).toBe('unit-closed');
    expect(to(park)).toBe('unit-outside-power');
    expect(refusalOf(asked(), cast.congressOffice, '2026-03-06', reassign(park))).toBeNull();
  });

  test('needs a request, a reason, and who may decide', () => {
    expect(refusalOf(assigned(), cast.supervisor, '2026-03-06', reassign(transport))).toBe('wrong-state');
    expect(refusalOf(asked(), cast.supervisor, '2026-03-06', reassign(transport, ' '))).toBe('field-empty');
    expect(refusalOf(asked(), cast.educationOffice, '2026-03-06', reassign(transport))).toBe('not-yours');
    expect(refusalOf(asked(), cast.transportOffice, '2026-03-06', reassign(transport))).toBe('not-yours');
  });

  test('the unit that handed back has no standing left, the new one signs for', () => {
    const file = play(asked(), [cast.supervisor, '2026-03-06', reassign(transport)]);
    expect(refusalOf(file, cast.educationOffice, '2026-03-07', signFor(1))).toBe('not-yours');
    expect(refusalOf(file, cast.educationOffice, '2026-03-07', signFor(3))).toBe('not-yours');
    expect(refusalOf(file, cast.transportOffice, '2026-03-07', signFor(3))).toBeNull();
  });
});

describe('revoking 改办撤回', () => {
  const revoke = (reason = '另行安排') => onDuty(1, { type: 'revoke', reason });

  test('takes the duty back; the row stays and the matter is without a unit again', () => {
    const file = play(signed(), [cast.supervisor, '2026-03-05', revoke()]);
    expect(file.duties).toMatchObject([{ state: 'revoked', endedOn: '2026-03-05', signedOn: '2026-03-03' }]);
    expect(file.matter.stage).toBe('filed');
  });

  test('not by the unit, not without a reason, not after it has answered, not twice', () => {
    expect(refusalOf(assigned(), cast.educationOffice, '2026-03-05', revoke())).toBe('not-yours');
    expect(refusalOf(assigned(), cast.supervisor, '2026-03-05', revoke(''))).toBe('field-empty');
    for (const file of [issued(), rehandling()])
      expect(refusalOf(file, cast.supervisor, '2026-05-05', revoke())).toBe('wrong-state');
    const gone = play(assigned(), [cast.supervisor, '2026-03-05', revoke()]);
    expect(refusalOf(gone, cast.supervisor, '2026-03-06', revoke())).toBe('wrong-state');
  });
});
