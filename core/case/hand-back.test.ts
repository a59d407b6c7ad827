import { describe, expect, test } from 'vitest';
import { caseFile, cast, ruleset, units } from '#test/support/builders.ts';
import {
  assign,
  assigned,
  attempt,
  contact,
  draft,
  handBack,
  issue,
  issued,
  cleared,
  onDuty,
  onMatter,
  play,
  refusalOf,
  rehandling,
  signed,
  signFor,
} from '#test/support/story.ts';

const { education, transport } = units;
const uphold = onDuty(1, { type: 'upholdHandBack', note: '同意' });
const reject = onDuty(1, { type: 'rejectHandBack', note: '仍由你单位承办' });
const asked = () => play(assigned(), [cast.educationOffice, '2026-03-04', handBack(1, transport)]);

describe('signing for 签收', () => {
  test('by the unit’s office, once', () => {
    const file = play(assigned(), [cast.educationOffice, '2026-03-03', signFor(1)]);
    expect(file.duties[0]).toMatchObject({ state: 'signed', signedOn: '2026-03-03' });
    expect(file.matter.stage).toBe('handling');
    expect(refusalOf(file, cast.educationOffice, '2026-03-04', signFor(1))).toBe('wrong-state');
  });

  test.each([
    cast.supervisor,
    cast.congressOffice,
    cast.educationLeader,
    cast.educationHandler,
    cast.transportOffice,
    cast.leadProposer,
  ])('$name does not sign for education', (actor) => {
    const file = assigned([
      [education, 'lead'],
      [transport, 'assist'],
    ]);
    expect(refusalOf(file, actor, '2026-03-03', signFor(1))).toBe('not-yours');
  });

  test('a duty that does not exist is not found', () => {
    expect(refusalOf(assigned(), cast.educationOffice, '2026-03-03', signFor(7))).toBe('not-found');
  });
});

describe('handing back 退办', () => {
  test('names the right unit and the duty behind it, before or after signing for', () => {
    for (const file of [assigned(), signed()]) {
      const next = play(file, [cast.educationOffice, '2026-03-04', handBack(1, transport)]);
      expect(next.duties[0]).toMatchObject({
        state: 'handBackRequested',
        handBack: {
          rightUnitId: transport,
          basis: '三定方案第五条',
          requestedOn: '2026-03-04',
          decidedOn: null,
        },
      });
    }
  });

  test('is refused without reason, without the rule behind it, and when it names the unit itself', () => {
    const ask = (part: object) =>
      refusalOf(
        assigned(),
        cast.educationOffice,
        '2026-03-04',
        onDuty(1, {
          type: 'requestHandBack',
          reason: '不属职责',
          rightUnitId: transport,
          basis: '三定方案',
          ...part,
        }),
      );
    expect(ask({})).toBeNull();
    expect(ask({ reason: '  ' })).toBe('field-empty');
    expect(ask({ basis: '' })).toBe('field-empty');
    expect(ask({ reason: '长'.repeat(2_001) })).toBe('field-too-long');
    expect(ask({ rightUnitId: education })).toBe('hand-back-to-self');
  });

  test('the seventh working day is the last: 2026-03-11 for a matter assigned on Monday 2026-03-02', () => {
    const on = (date: string) => attempt(assigned(), [cast.educationOffice, date, handBack(1, transport)]);
    expect(on('2026-03-02').ok).toBe(true);
    expect(on('2026-03-11').ok).toBe(true);
    expect(on('2026-03-12')).toMatchObject({
      ok: false,
      refusal: { code: 'hand-back-window-over', params: { until: '2026-03-11' } },
    });
  });

  test('public holidays do not count, make-up working days do: assigned 2026-04-29, heard until 2026-05-12', () => {
    const file = play(caseFile(), [cast.supervisor, '2026-04-29', assign([education, 'sole'])]);
    expect(refusalOf(file, cast.educationOffice, '2026-05-12', handBack(1, transport))).toBeNull();
    expect(refusalOf(file, cast.educationOffice, '2026-05-13', handBack(1, transport))).toBe(
      'hand-back-window-over',
    );
  });

  test('a ruleset without a window hears it on any day', () => {
    const deadlines = ruleset.deadlines.filter((rule) => rule.duty !== 'handBack');
    const file = assigned(undefined, caseFile({ ruleset: { ...ruleset, deadlines } }));
    expect(refusalOf(file, cast.educationOffice, '2027-03-02', handBack(1, transport))).toBeNull();
  });

  test('each unit’s window runs from its own assignment', () => {
    const file = play(assigned([[education, 'lead']]), [
      cast.supervisor,
      '2026-03-23',
      assign([transport, 'assist']),
    ]);
    expect(refusalOf(file, cast.transportOffice, '2026-03-25', handBack(2, education))).toBeNull();
    expect(refusalOf(file, cast.educationOffice, '2026-03-25', handBack(1, transport))).toBe(
      'hand-back-window-over',
    );
  });

  test('only by the unit’s office, and not once the unit has answered', () => {
    for (const actor of [cast.educationLeader, cast.educationHandler, cast.supervisor, cast.transportOffice])
      expect(refusalOf(signed(), actor, '2026-03-04', handBack(1, transport))).toBe('not-yours');
    for (const file of [issued(), rehandling()])
      expect(refusalOf(file, cast.educationOffice, '2026-03-04', handBack(1, transport))).toBe('wrong-state');
  });
});

describe('while the hand-back is undecided', () => {
  test('the unit neither drafts nor contacts nor issues', () => {
    expect(refusalOf(asked(), cast.educationOffice, '2026-03-05', draft(1))).toBe('wrong-state');
    expect(refusalOf(asked(), cast.educationOffice, '2026-03-05', contact(1, '2026-03-05'))).toBe(
      'wrong-state',
    );
    const cannotMind = caseFile({
      ruleset: { ...ruleset, deadlines: ruleset.deadlines.filter((rule) => rule.duty !== 'handBack') },
    });
    const late = play(cleared(undefined, cannotMind), [
      cast.educationOffice,
      '2026-04-04',
      handBack(1, transport),
    ]);
    expect(refusalOf(late, cast.educationOffice, '2026-04-05', issue(1))).toBe('wrong-state');
    const kept = play(late, [cast.supervisor, '2026-04-06', reject]);
    expect(refusalOf(kept, cast.educationOffice, '2026-04-07', issue(1))).toBeNull();
  });
});

describe('deciding on a hand-back', () => {
  test('upheld: the duty ends, the matter waits for a unit, the request stays on record', () => {
    const file = play(asked(), [cast.supervisor, '2026-03-06', uphold]);
    expect(file.duties[0]).toMatchObject({
      state: 'handedBack',
      endedOn: '2026-03-06',
      handBack: { requestedOn: '2026-03-04', decidedOn: '2026-03-06', rightUnitId: transport },
    });
    expect(file.matter.stage).toBe('filed');
  });

  test('refused: the unit keeps the matter as signed for, and the request stays on record', () => {
    const file = play(asked(), [cast.congressOffice, '2026-03-06', reject]);
    expect(file.duties[0]).toMatchObject({
      state: 'signed',
      signedOn: '2026-03-06',
      endedOn: null,
      handBack: { reason: '不属本单位职责', requestedOn: '2026-03-04', decidedOn: '2026-03-06' },
    });
  });

  test('a unit that had signed before keeps its day of signing', () => {
    const file = play(
      signed(),
      [cast.educationOffice, '2026-03-04', handBack(1, transport)],
      [cast.supervisor, '2026-03-06', reject],
    );
    expect(file.duties[0]?.signedOn).toBe('2026-03-03');
  });

  test('the decision binds: the unit does not ask again within the same window', () => {
    const file = play(asked(), [cast.supervisor, '2026-03-05', reject]);
    expect(attempt(file, [cast.educationOffice, '2026-03-06', handBack(1, transport)])).toMatchObject({
      ok: false,
      refusal: { code: 'hand-back-decided', params: { on: '2026-03-05' } },
    });
  });

  test('not without a request, not without a note, not by the unit or another organ', () => {
    for (const decide of [uphold, reject]) {
      expect(refusalOf(assigned(), cast.supervisor, '2026-03-06', decide)).toBe('wrong-state');
      expect(refusalOf(asked(), cast.educationOffice, '2026-03-06', decide)).toBe('not-yours');
      expect(refusalOf(asked(), cast.cppccOffice, '2026-03-06', decide)).toBe('not-yours');
    }
    expect(
      refusalOf(asked(), cast.supervisor, '2026-03-06', onDuty(1, { type: 'upholdHandBack', note: '' })),
    ).toBe('field-empty');
    expect(
      refusalOf(asked(), cast.supervisor, '2026-03-06', onDuty(1, { type: 'rejectHandBack', note: '' })),
    ).toBe('field-empty');
  });

  test('a withdrawn matter leaves nothing to decide', () => {
    const file = play(asked(), [
      cast.congressOffice,
      '2026-03-05',
      onMatter({ type: 'withdraw', reason: '撤回' }),
    ]);
    expect(refusalOf(file, cast.supervisor, '2026-03-06', uphold)).toBe('wrong-state');
    expect(refusalOf(file, cast.supervisor, '2026-03-06', reject)).toBe('wrong-state');
  });
});
