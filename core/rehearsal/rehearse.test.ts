import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presets } from '#rulesets/preset.ts';
import { caseFile, units } from '#test/support/builders.ts';
import type { Assignment } from '../assignment/assignment.ts';
import type { CaseFile } from '../case/case-file.ts';
import { dueOf } from '../case/due.ts';
import { addDays } from '../clock/calendar.ts';
import { changeRules } from './change-rules.ts';
import { compareRules, type Deeds, rehearse, verdictOf } from './rehearse.ts';

const nothing: Deeds = { submitted: [], opinions: [], rounds: [], endedOn: null };

const duty = (part: Partial<Assignment> = {}): Assignment => ({
  id: 11,
  version: 1,
  matterId: 1,
  unitId: Object.values(units)[0] ?? 0,
  boundary: false,
  role: 'sole',
  state: 'signed',
  round: 1,
  assignedOn: '2026-03-02',
  signedOn: '2026-03-04',
  roundOpenedOn: null,
  answeredOn: null,
  sectionId: null,
  handlerId: null,
  leaderId: null,
  handBack: null,
  extensions: [],
  pauses: [],
  afterReply: [],
  endedOn: null,
  ...part,
});

const reply = (issuedOn: string, round = 1) =>
  ({
    id: 20 + round,
    version: 1,
    assignmentId: 11,
    matterId: 1,
    round,
    state: 'issued',
    level: 0,
    content: {} as never,
    submittedBy: 1,
    authors: [],
    documentNo: '云建〔2026〕1号',
    issuedOn,
  }) as const;

const assigned = (part: Partial<CaseFile> = {}, own: Partial<Assignment> = {}): CaseFile =>
  caseFile({ matter: { stage: 'handling', assignedOn: '2026-03-02' }, duties: [duty(own)], ...part });

const dateOf = (file: CaseFile, kind: 'reply' | 'signFor') => {
  const [one] = file.duties;
  const due = one === undefined ? null : dueOf(file, one, kind);
  if (due === null) throw new Error('no date');
  return due;
};

const of = (file: CaseFile, kind: string, today: string, deeds = nothing) =>
  rehearse(file, deeds, file, today).filter((one) => one.duty === kind && one.assignmentId !== null);

describe('a duty is in time when it is done on or before its date', () => {
  const due = dateOf(assigned(), 'reply');

  it.each([
    [due.date, 'onTime'],
    [addDays(due.date, -1), 'onTime'],
    [addDays(due.date, 1), 'late'],
  ])('issued on %s: %s', (on, verdict) => {
    const [one] = of(assigned({ replies: [reply(on)] }), 'reply', '2027-12-31');
    expect(one).toMatchObject({ verdict, doneOn: on, due: { date: due.date } });
  });

  it('not done: late once the date is over, not before', () => {
    expect(of(assigned(), 'reply', due.date)[0]?.verdict).toBe('running');
    expect(of(assigned(), 'reply', addDays(due.date, 1))[0]?.verdict).toBe('late');
  });

  it('taken away in time it is released, taken away afterwards it was late', () => {
    const ended = (on: string) =>
      of(assigned({}, { state: 'revoked', endedOn: on }), 'reply', '2027-12-31')[0];
    expect(ended(due.date)).toMatchObject({ verdict: 'released', doneOn: null, releasedOn: due.date });
    expect(ended(addDays(due.date, 1))?.verdict).toBe('late');
  });

  it('a clock that stands still is not late, however much time goes by', () => {
    const pauses = [{ from: '2026-04-01', to: null, reason: '等待' }];
    expect(of(assigned({}, { pauses }), 'reply', '2030-01-01')[0]?.verdict).toBe('paused');
  });

  it('a pause after the reply moves no date that was met or missed', () => {
    const late = addDays(due.date, 5);
    const pauses = [{ from: addDays(late, 1), to: addDays(late, 30), reason: '再办' }];
    const [one] = of(assigned({ replies: [reply(late)] }, { pauses }), 'reply', '2027-12-31');
    expect(one).toMatchObject({ verdict: 'late', due: { date: due.date } });
  });

  it('rules without a date make nothing late', () => {
    expect(verdictOf({ due: null, doneOn: null, releasedOn: null }, '2030-01-01')).toBe('undated');
  });
});

describe('what happened', () => {
  it('keeps the first reply and each round after it apart', () => {
    const file = assigned(
      { replies: [reply('2026-05-06'), reply('2026-06-20', 2)] },
      { state: 'answered', round: 3, roundOpenedOn: '2026-07-01' },
    );
    const deeds = { ...nothing, rounds: [{ assignmentId: 11, round: 2, on: '2026-06-01' }] };
    expect(of(file, 'reply', '2026-07-02', deeds).map(({ doneOn }) => doneOn)).toEqual(['2026-05-06']);
    expect(of(file, 'rehandle', '2026-07-02', deeds)).toMatchObject([
      { round: 2, doneOn: '2026-06-20', due: { why: { start: { date: '2026-06-01' } } } },
      { round: 3, doneOn: null, verdict: 'running', due: { why: { start: { date: '2026-07-01' } } } },
    ]);
  });

  it('an assisting unit owes its opinion and no reply', () => {
    const file = assigned({}, { role: 'assist' });
    const deeds = { ...nothing, opinions: [{ assignmentId: 11, on: '2026-03-09' }] };
    expect(of(file, 'opinion', '2026-12-01', deeds)).toMatchObject([
      { doneOn: '2026-03-09', verdict: 'onTime' },
    ]);
    expect(of(file, 'reply', '2026-12-01', deeds)).toEqual([]);
  });

  it('a hand-back asks a decision of the office, not of the unit', () => {
    const handBack = {
      reason: '不属本单位职责',
      rightUnitId: 2,
      basis: '三定方案',
      requestedOn: '2026-03-04',
      decidedOn: '2026-03-05',
    };
    const file = assigned({}, { state: 'handedBack', handBack, signedOn: null, endedOn: '2026-03-05' });
    expect(of(file, 'signFor', '2027-01-01')[0]).toMatchObject({ doneOn: null, releasedOn: '2026-03-04' });
    for (const one of of(file, 'decideHandBack', '2027-01-01'))
      expect(one).toMatchObject({ unitId: null, doneOn: '2026-03-05' });
  });

  it('the proposer waits for the last of the units, on a date of his own', () => {
    const file = assigned({
      duties: [duty({ role: 'separate' }), duty({ id: 12, role: 'separate' })],
      replies: [reply('2026-05-06')],
    });
    const [own] = rehearse(file, nothing, file, '2027-01-01').filter(
      (one) => one.assignmentId === null && one.duty === 'reply',
    );
    expect(own).toMatchObject({ doneOn: null, verdict: 'late', unitId: null });
  });
});

const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2026-02-13', n));
const anyFile = fc
  .record({
    role: fc.constantFrom('sole', 'lead', 'separate', 'assist') as fc.Arbitrary<Assignment['role']>,
    signedOn: fc.option(day),
    endedOn: fc.option(day),
    issued: fc.option(day),
    pause: fc.option(day),
    kind: fc.constantFrom('suggestion', 'proposal') as fc.Arbitrary<'suggestion' | 'proposal'>,
    ruleset: fc.constantFrom(...Object.values(presets)),
  })
  .map(({ role, signedOn, endedOn, issued, pause, kind, ruleset }) => ({
    ...caseFile({
      matter: { stage: 'handling', assignedOn: '2026-03-02', kind },
      duties: [
        duty({
          role,
          signedOn,
          endedOn,
          pauses: pause === null ? [] : [{ from: pause, to: addDays(pause, 9), reason: '等待' }],
        }),
      ],
      replies: issued === null ? [] : [reply(issued)],
    }),
    ruleset,
  }));

describe('two sets of rules side by side', () => {
  it('the same rules and calendar change nothing', () => {
    fc.assert(
      fc.property(anyFile, day, (file, today) => {
        for (const one of compareRules(file, nothing, file, today)) {
          expect(one.dueThen).toEqual(one.dueNow);
          expect(one.verdictThen).toBe(one.verdictNow);
        }
      }),
    );
  });

  it('other rules never change what was done, nor which duties there are', () => {
    fc.assert(
      fc.property(anyFile, fc.constantFrom(...Object.values(presets)), day, (file, ruleset, today) => {
        const facts = (rules: CaseFile['ruleset']) =>
          rehearse(file, nothing, { ruleset: rules, calendar: file.calendar }, today).map(
            ({ assignmentId, duty: kind, round, doneOn, releasedOn }) => [
              assignmentId,
              kind,
              round,
              doneOn,
              releasedOn,
            ],
          );
        expect(facts(ruleset)).toEqual(facts(file.ruleset));
      }),
    );
  });

  it('a shorter reply clock makes newly late what lay between the two dates', () => {
    const file = assigned({ replies: [reply('2026-05-06')] });
    const rule = file.ruleset.deadlines.findIndex((one) => one === dateOf(file, 'reply').why.rule);
    const tried = changeRules(file.ruleset, { amounts: [{ rule, amount: { unit: 'day', count: 30 } }] });
    if (!tried.ok) throw new Error('refused');
    const rows = compareRules(file, nothing, { ...file, ruleset: tried.ruleset }, '2027-01-01');
    expect(rows.find((one) => one.duty === 'reply' && one.assignmentId === 11)).toMatchObject({
      verdictNow: 'onTime',
      verdictThen: 'late',
      dueThen: { date: '2026-04-01' },
    });
  });
});

describe('values tried otherwise', () => {
  it('are checked as a ruleset, with the place of what is wrong', () => {
    const { ruleset } = caseFile();
    const amounts = [{ rule: 0, amount: { unit: 'workday', count: 0 } as const }];
    expect(changeRules(ruleset, { amounts })).toMatchObject({
      ok: false,
      problems: [{ code: 'count-invalid', at: 'deadlines[0].amount' }],
    });
    const beyond = [{ rule: 999, amount: { unit: 'day', count: 1 } as const }];
    expect(changeRules(ruleset, { amounts: beyond })).toMatchObject({
      ok: false,
      problems: [{ at: 'deadlines[999].amount' }],
    });
  });

  it('leave everything else as it is', () => {
    const { ruleset } = caseFile();
    expect(changeRules(ruleset, { amounts: [] })).toEqual({ ok: true, ruleset });
    const restarts = !ruleset.reassignRestartsClock;
    expect(changeRules(ruleset, { amounts: [], reassignRestartsClock: restarts })).toMatchObject({
      ruleset: { reassignRestartsClock: restarts },
    });
  });
});
