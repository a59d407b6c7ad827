import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { cnCalendar } from '#rulesets/calendar/cn.ts';
import { national } from '#rulesets/national.ts';
import { moment } from '#test/support/builders.ts';
import type { Standing } from '../access.ts';
import type { UrgeLevel } from '../ruleset.ts';
import { decideUrge, type UrgeCommand, type UrgeContext } from './decide.ts';
import { decideNotice, type SupervisionNoticeContext } from './decide-notice.ts';
import { evolveNotice, evolveUrge } from './evolve.ts';
import type { SupervisionNotice } from './notice.ts';
import { recordAct, strikeAct, type SupervisionAct } from './supervision-act.ts';
import { fillSlip, proposeLevel, sharpness, slipText, type Urge, urgeLevels } from './urge.ts';

const { urging } = national;

const context = (part: Partial<UrgeContext> = {}): UrgeContext => ({
  at: moment('2026-06-23'),
  actorId: 1,
  standings: new Set<Standing>(['supervisor']),
  endedAs: null,
  duty: { state: 'signed', round: 1, unitId: 101 },
  boundary: false,
  unitName: '市教育局',
  daysLate: 0,
  slips: [],
  urging,
  calendar: cnCalendar,
  ...part,
});

const blank: Urge = {
  id: 1,
  version: 1,
  matterId: 1,
  assignmentId: 1,
  unitId: 101,
  round: 1,
  level: 'blue',
  state: 'sent',
  slipNo: '催办〔2026〕1号',
  text: '请办理。',
  issuedOn: '2026-06-01',
  acknowledgeBy: '2026-06-03',
  wanted: ['unitOffice'],
  acknowledgements: [],
  takenBackReason: null,
};

const urge = (part: Partial<Extract<UrgeCommand, { type: 'urge' }>> = {}): UrgeCommand => ({
  type: 'urge',
  level: null,
  reason: '',
  text: '请抓紧办理。',
  serial: 7,
  ...part,
});

const refusal = (command: UrgeCommand, part: Partial<UrgeContext> = {}, slip: Urge | null = null) => {
  const decision = decideUrge(command, slip, context(part));
  return decision.ok ? null : decision.refusal.code;
};
const events = (command: UrgeCommand, part: Partial<UrgeContext> = {}, slip: Urge | null = null) => {
  const decision = decideUrge(command, slip, context(part));
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events;
};

describe('the ladder', () => {
  test.each([
    [0, 0, 'blue'],
    [0, 5, 'blue'],
    [0, 6, 'orange'],
    [1, 0, 'orange'],
    [0, 16, 'red'],
    [2, 0, 'red'],
    [5, 40, 'red'],
  ] as const)('%s slips, %s working days late: %s', (count, daysLate, level) => {
    const slips = Array.from({ length: count }, () => blank);
    expect(proposeLevel(urging.ladder, slips, daysLate)).toBe(level);
  });

  test('never proposes a milder level than was sent, and more never makes it milder', () => {
    const level = fc.constantFrom<UrgeLevel>(...urgeLevels);
    fc.assert(
      fc.property(fc.array(level, { maxLength: 4 }), level, fc.nat(40), (had, next, late) => {
        const slips = had.map((one) => ({ ...blank, level: one }));
        const proposed = sharpness(proposeLevel(urging.ladder, slips, late));
        for (const one of had) expect(proposed).toBeGreaterThanOrEqual(sharpness(one));
        const more = [...slips, { ...blank, level: next }];
        expect(sharpness(proposeLevel(urging.ladder, more, late))).toBeGreaterThanOrEqual(proposed);
      }),
    );
  });
});

describe('urging', () => {
  test('takes the proposed level, the number of the series and the day for the acknowledgement', () => {
    expect(events(urge(), { daysLate: 20 })).toEqual([
      expect.objectContaining({
        type: 'urged',
        level: 'red',
        proposed: 'red',
        reason: null,
        slipNo: '催办〔2026〕7号',
        acknowledgeBy: '2026-06-24',
        wanted: ['unitOffice', 'unitLeader'],
      }),
    ]);
  });

  test('skips holidays on the way to the acknowledgement', () => {
    // 2026-09-30 is the last working day before the holidays of National Day.
    const [event] = events(urge(), { at: moment('2026-09-30') });
    expect(event).toMatchObject({ acknowledgeBy: '2026-10-09' });
  });

  test.each([
    ['wrong-state', urge(), { endedAs: 'closed' }],
    ['not-yours', urge(), { standings: new Set<Standing>(['unit-office']) }],
    ['unit-outside-power', urge(), { boundary: true }],
    ['urge-nothing-owed', urge(), { duty: { state: 'answered', round: 1, unitId: 101 } }],
    ['urge-nothing-owed', urge(), { duty: { state: 'handBackRequested', round: 1, unitId: 101 } }],
    ['urge-today', urge(), { slips: [{ ...blank, issuedOn: '2026-06-23' }] }],
    ['field-empty', urge({ text: ' ' }), {}],
    ['field-empty', urge({ level: 'red' }), {}],
    ['urge-level-down', urge({ level: 'blue', reason: '从轻' }), { slips: [{ ...blank, level: 'orange' }] }],
  ] as const)('%s', (code, command, part) => {
    expect(refusal(command, part)).toBe(code);
  });

  test('a unit outside the supervisor’s power is urged by the organ’s office', () => {
    expect(refusal(urge(), { boundary: true, standings: new Set<Standing>(['organ-office']) })).toBeNull();
  });

  test('a slip taken back does not count, nor one of an earlier round', () => {
    const today = '2026-06-23';
    const slips: Urge[] = [
      { ...blank, level: 'red', issuedOn: today, state: 'takenBack' },
      { ...blank, level: 'red', issuedOn: '2026-03-01', round: 1 },
    ];
    const duty = { state: 'rehandling', round: 2, unitId: 101 } as const;
    expect(events(urge(), { slips, duty })[0]).toMatchObject({ level: 'blue', round: 2 });
  });

  test('another level than proposed carries its reason', () => {
    const [event] = events(urge({ level: 'orange', reason: '市领导关注' }));
    expect(event).toMatchObject({ level: 'orange', proposed: 'blue', reason: '市领导关注' });
  });
});

describe('acknowledging', () => {
  const red: Urge = { ...blank, level: 'red', wanted: ['unitOffice', 'unitLeader'] };
  const say: UrgeCommand = { type: 'acknowledgeUrge', note: '本周内完成', doneBy: '2026-06-26' };
  const as = (...who: Standing[]) => ({ standings: new Set<Standing>(who) });

  test('a red slip counts as acknowledged when the office and the leader both have', () => {
    const office = events(say, as('unit-office'), red).reduce(evolveUrge, red);
    expect(office.state).toBe('sent');
    expect(refusal(say, as('unit-office'), office)).toBe('urge-part-given');
    const both = events(say, as('unit-leader'), office).reduce(evolveUrge, office);
    expect(both.state).toBe('acknowledged');
    expect(both.acknowledgements.map(({ as: part }) => part)).toEqual(['unitOffice', 'unitLeader']);
  });

  test('whoever is both gives both parts at once', () => {
    expect(events(say, as('unit-office', 'unit-leader'), red).reduce(evolveUrge, red).state).toBe(
      'acknowledged',
    );
  });

  test('a leader has nothing to acknowledge on a blue slip; a past day and an empty note are refused', () => {
    expect(refusal(say, as('unit-leader'), blank)).toBe('urge-part-given');
    expect(refusal({ ...say, doneBy: '2026-06-22' }, as('unit-office'), blank)).toBe('date-past');
    expect(refusal({ ...say, note: ' ' }, as('unit-office'), blank)).toBe('field-empty');
  });

  test('what was acknowledged is not taken back; what was taken back is not acknowledged', () => {
    const done = { ...blank, state: 'acknowledged' } as const;
    expect(refusal({ type: 'takeBackUrge', reason: '误发' }, {}, done)).toBe('wrong-state');
    const back = events({ type: 'takeBackUrge', reason: '误发' }, {}, blank).reduce(evolveUrge, blank);
    expect(back).toMatchObject({ state: 'takenBack', takenBackReason: '误发', slipNo: blank.slipNo });
    expect(refusal(say, as('unit-office'), back)).toBe('wrong-state');
    expect(refusal({ type: 'takeBackUrge', reason: '' }, {}, blank)).toBe('field-empty');
    expect(refusal({ type: 'takeBackUrge', reason: '误发' }, { boundary: true }, blank)).toBe(
      'unit-outside-power',
    );
  });
});

describe('the text of a slip', () => {
  const facts = {
    unit: '市教育局',
    roleName: '主办',
    kindName: '建议',
    caseNo: '20260001',
    title: '关于校门口交通的建议',
    duty: '答复',
    due: '2026-06-20',
    daysLate: 2,
  };
  test('says until when it was due and how late it is', () => {
    expect(fillSlip(slipText(urging, facts), facts)).toMatch(/第20260001号.*2026-06-20.*超期2个工作日/);
    expect(fillSlip(slipText(urging, { ...facts, daysLate: 0 }), facts)).not.toContain('超期');
    expect(slipText(urging, { due: null, daysLate: 0 })).toBe(urging.texts.undated);
  });
  test('what nobody knows stays visible, and a title is never read as a placeholder', () => {
    expect(fillSlip('{who}：{title}', { ...facts, title: '{due}' })).toBe('{who}：{due}');
  });
});

describe('a supervision notice', () => {
  const matter = { id: 5, caseNo: '20260005', organId: 1, ofUnit: true };
  const scene = (part: Partial<SupervisionNoticeContext> = {}): SupervisionNoticeContext => ({
    at: moment('2026-06-23'),
    standings: new Set<Standing>(['supervisor']),
    unitId: 101,
    boundary: false,
    unitName: '市教育局',
    matters: [matter],
    organIds: [],
    urging,
    ...part,
  });
  const serve = {
    type: 'serveNotice',
    requirement: '限期办结。',
    reportBy: '2026-07-07',
    serial: 3,
  } as const;
  const notice: SupervisionNotice = {
    id: 1,
    version: 1,
    unitId: 101,
    organId: 1,
    state: 'served',
    documentNo: '督办〔2026〕3号',
    requirement: '限期办结。',
    matterIds: [5],
    issuedOn: '2026-06-23',
    reportBy: '2026-07-07',
    report: null,
  };

  test.each([
    ['notice-matters-missing', { matters: [] }],
    ['notice-not-of-unit', { matters: [{ ...matter, ofUnit: false }] }],
    ['unit-outside-power', { boundary: true }],
    ['notice-other-organ', { standings: new Set<Standing>(['organ-office']), organIds: [2] }],
    // Who is both supervises a unit outside his power as the organ's office only.
    [
      'notice-other-organ',
      { boundary: true, standings: new Set<Standing>(['supervisor', 'organ-office']), organIds: [2] },
    ],
  ] as const)('is refused: %s', (code, part) => {
    expect(decideNotice(serve, null, scene(part))).toMatchObject({ ok: false, refusal: { code } });
  });

  test('is refused without a requirement, and for a day that has passed', () => {
    const bad = (part: object) => decideNotice({ ...serve, ...part }, null, scene());
    expect(bad({ requirement: '' })).toMatchObject({ refusal: { code: 'field-empty' } });
    expect(bad({ reportBy: '2026-06-22' })).toMatchObject({ refusal: { code: 'date-past' } });
  });

  test('goes from service to settlement, and back to the unit when its report is not enough', () => {
    const unit = scene({ standings: new Set<Standing>(['unit-office']) });
    const step = (before: SupervisionNotice, command: Parameters<typeof decideNotice>[0], by = scene()) => {
      const decision = decideNotice(command, before, by);
      if (!decision.ok) throw new Error(decision.refusal.code);
      return decision.events.reduce(evolveNotice, before);
    };
    const inHand = step(notice, { type: 'acknowledgeNotice', note: '' }, unit);
    const reported = step(inHand, { type: 'reportBack', report: '已开工。' }, unit);
    expect(reported).toMatchObject({ state: 'reportedBack', report: '已开工。' });
    const back = step(reported, { type: 'returnReport', reason: '缺完成时间', reportBy: '2026-07-20' });
    expect(back).toMatchObject({ state: 'inHand', reportBy: '2026-07-20' });
    const again = step(back, { type: 'reportBack', report: '已完工。' }, unit);
    expect(step(again, { type: 'settleNotice', note: '属实' }).state).toBe('settled');
    // The unit does not settle its own.
    expect(decideNotice({ type: 'settleNotice', note: '属实' }, again, unit)).toMatchObject({
      refusal: { code: 'not-yours' },
    });
  });
});

describe('a supervision act', () => {
  const act: SupervisionAct = {
    kind: 'siteVisit',
    amount: 1,
    people: 0,
    on: '2026-06-20',
    who: '督查室甲',
    withWhom: '',
    place: '',
    matterIds: [5],
    unitIds: [],
    result: '现场核实，已开工。',
    fileIds: [],
  };
  const record = (part: Partial<SupervisionAct>) => recordAct({ ...act, ...part }, moment('2026-06-23'));
  test('has happened, is about something, and says what came of it', () => {
    expect(record({}).ok).toBe(true);
    expect(record({ on: '2026-06-24' })).toMatchObject({ refusal: { code: 'supervision-in-future' } });
    expect(record({ matterIds: [] })).toMatchObject({ refusal: { code: 'supervision-about-nothing' } });
    expect(record({ kind: 'message', amount: 30_000, matterIds: [] }).ok).toBe(true);
    expect(record({ result: '' })).toMatchObject({ refusal: { code: 'field-empty' } });
  });
  test('is struck out once, with a reason', () => {
    expect(strikeAct('重复登记', false).ok).toBe(true);
    expect(strikeAct('重复登记', true)).toMatchObject({ refusal: { code: 'wrong-state' } });
    expect(strikeAct(' ', false)).toMatchObject({ refusal: { code: 'field-empty' } });
  });
});
