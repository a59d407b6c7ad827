import type { Actor } from '#core/access.ts';
import type { DecidingBody, ExtensionRule } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { describe, expect, test } from 'vitest';
import { caseFile, cast, ruleset, units } from '#test/support/builders.ts';
import {
  ask,
  asked,
  dutyOf,
  grant,
  granted,
  pause,
  proposerWaits,
  refused,
  refuseExtension,
  replyRule,
  takeBack,
  under,
  unitOwes,
} from '#test/support/clock-story.ts';
import {
  assign,
  assigned,
  cleared,
  handBack,
  issue,
  onDuty,
  onMatter,
  play,
  refusalOf,
  rehandling,
  signed,
  signFor,
} from '#test/support/story.ts';
import { extensionDecisionDue, owedByUnit } from './due.ts';
import type { CaseFile } from './case-file.ts';
import { extensionDecidedBy, extensionTerms } from './extend.ts';

const { education, transport, park } = units;
const { congressOffice, cppccOffice, educationHandler, educationOffice, supervisor, parkOffice } = cast;

describe('asking for an extension 申请延期', () => {
  test('by whoever handles, his section head or the office, with the date that stood, the reason and the papers', () => {
    for (const who of [educationHandler, cast.schoolsHead, educationOffice]) {
      const file = play(signed(), [who, '2026-05-20', ask('2026-07-15', [7])]);
      expect(dutyOf(file).extensions).toEqual([
        {
          n: 1,
          round: 1,
          duty: 'reply',
          state: 'asked',
          askedOn: '2026-05-20',
          dueOn: '2026-06-02',
          until: '2026-07-15',
          reason: '涉及三个部门，方案需论证',
          fileIds: [7],
          decidedOn: null,
          note: '',
        },
      ]);
    }
  });

  test('asking moves nothing: until it is granted the date stands (a time-out decides nothing)', () => {
    expect(unitOwes(asked())).toEqual(['reply', '2026-06-02']);
    expect(proposerWaits(asked())).toBe('2026-06-02');
  });

  test.each([
    supervisor,
    congressOffice,
    cast.educationLeader,
    cast.transportOffice,
    cast.leadProposer,
    cast.educationSecondHandler,
  ])('$name asks for no extension of education’s duty', (who) => {
    expect(refusalOf(signed(), who, '2026-05-20', ask('2026-07-15'))).toBe('not-yours');
  });

  test('on the last day still, a day late no more', () => {
    expect(refusalOf(signed(), educationHandler, '2026-06-02', ask('2026-07-15'))).toBeNull();
    expect(refused(signed(), educationHandler, '2026-06-03', ask('2026-07-15'))).toMatchObject({
      code: 'extension-too-late',
      params: { due: '2026-06-02' },
    });
  });

  test('not before the unit has signed for it, nor for what the rules do not extend', () => {
    expect(refusalOf(assigned(), educationOffice, '2026-03-03', ask('2026-07-15'))).toBe('wrong-state');
    const assist = play(
      assigned([
        [education, 'lead'],
        [transport, 'assist'],
      ]),
      [cast.transportOffice, '2026-03-03', signFor(2)],
    );
    expect(refusalOf(assist, cast.transportOffice, '2026-03-10', ask('2026-05-02', [], 2))).toBe(
      'extension-none',
    );
    expect(refusalOf(rehandling(), educationHandler, '2026-05-01', ask('2026-06-20'))).toBe('extension-none');
  });

  test('only to a later day, and not beyond the reach of one extension', () => {
    const one = signed(undefined, under({ most: { unit: 'month', count: 1 }, inAll: null }));
    const until = (date: LocalDate) => refused(one, educationHandler, '2026-05-20', ask(date));
    expect(until('2026-06-02')).toMatchObject({ code: 'extension-not-later', at: 'until' });
    expect(until('2026-06-03')).toBeNull();
    expect(until('2026-07-02')).toBeNull();
    expect(until('2026-07-03')).toMatchObject({
      code: 'extension-too-far',
      params: { limit: '2026-07-02' },
      at: 'until',
    });
  });

  test('nor beyond that of all together: six months of assignment (代表法 art. 51)', () => {
    expect(refusalOf(signed(), educationHandler, '2026-05-20', ask('2026-09-02'))).toBeNull();
    expect(refusalOf(signed(), educationHandler, '2026-05-20', ask('2026-09-03'))).toBe('extension-too-far');
    const twice = under({ times: 2, inAll: { base: 'assigned', amount: { unit: 'month', count: 4 } } });
    const file = granted('2026-07-02', signed(undefined, twice));
    expect(refused(file, educationHandler, '2026-06-20', ask('2026-08-01'))).toMatchObject({
      code: 'extension-too-far',
      params: { limit: '2026-07-02' },
    });
  });

  test('the reach of an extension clamps to the end of a month, and counts working days where the rule does', () => {
    const terms = (most: ExtensionRule['most'], on: LocalDate) => {
      const file = play(
        under({ most, inAll: null }),
        [supervisor, on, assign([education, 'sole'])],
        [educationOffice, on, signFor(1)],
      );
      return extensionTerms(file, dutyOf(file));
    };
    expect(terms({ unit: 'month', count: 3 }, '2026-08-31')).toMatchObject({
      due: '2026-11-30',
      limit: '2027-02-28',
    });
    expect(terms({ unit: 'workday', count: 5 }, '2026-06-25')).toMatchObject({
      due: '2026-09-25',
      limit: '2026-10-09',
    });
  });

  test('as often as the rule allows, and not once more', () => {
    expect(refused(granted(), educationHandler, '2026-06-01', ask('2026-08-20'))).toMatchObject({
      code: 'extension-used-up',
      params: { times: 1 },
    });
    const twice = signed(undefined, under({ times: 2 }));
    const once = granted('2026-07-02', twice);
    expect(extensionTerms(once, dutyOf(once))).toMatchObject({ due: '2026-07-02', left: 1 });
    const again = play(
      once,
      [educationHandler, '2026-07-01', ask('2026-08-02')],
      [supervisor, '2026-07-02', grant('2026-08-02')],
    );
    expect(unitOwes(again)).toEqual(['reply', '2026-08-02']);
    expect(refusalOf(again, educationHandler, '2026-07-20', ask('2026-08-30'))).toBe('extension-used-up');
  });

  test('one request at a time; taken back or refused it costs none', () => {
    expect(refused(asked(), educationOffice, '2026-05-21', ask('2026-08-02'))).toMatchObject({
      code: 'extension-asked-already',
      params: { on: '2026-05-20' },
    });
    const back = play(asked(), [educationOffice, '2026-05-21', takeBack]);
    expect(dutyOf(back).extensions[0]).toMatchObject({ state: 'withdrawn', decidedOn: '2026-05-21' });
    const no = play(asked(), [supervisor, '2026-05-21', refuseExtension()]);
    expect(dutyOf(no).extensions[0]).toMatchObject({ state: 'refused', note: '理由不足' });
    for (const file of [back, no]) {
      expect(unitOwes(file)).toEqual(['reply', '2026-06-02']);
      const second = play(
        file,
        [educationHandler, '2026-05-22', ask('2026-07-02')],
        [supervisor, '2026-05-23', grant('2026-07-02')],
      );
      expect(dutyOf(second).extensions.map(({ n, state }) => [n, state])).toEqual([
        [1, dutyOf(file).extensions[0]?.state],
        [2, 'granted'],
      ]);
    }
  });

  test('with a reason, and with a paper where the rules want one (上海 2015 art. 19)', () => {
    const blank = onDuty(1, { type: 'askExtension', until: '2026-07-02', reason: ' ', fileIds: [] });
    expect(refused(signed(), educationHandler, '2026-05-20', blank)).toMatchObject({ at: 'reason' });
    const strict = signed(undefined, under({ evidence: true }));
    expect(refused(strict, educationHandler, '2026-05-20', ask('2026-07-02'))).toMatchObject({
      code: 'extension-evidence-missing',
      at: 'fileIds',
    });
    expect(refusalOf(strict, educationHandler, '2026-05-20', ask('2026-07-02', [7]))).toBeNull();
  });

  test('the narrowest rule that fits the matter counts', () => {
    const priority: ExtensionRule = {
      ...replyRule,
      when: { priority: true },
      most: { unit: 'day', count: 10 },
    };
    const rules = { ...ruleset, extensions: [replyRule, priority] };
    const limit = (isPriority: boolean) => {
      const file = signed(undefined, caseFile({ ruleset: rules, matter: { priority: isPriority } }));
      return extensionTerms(file, dutyOf(file))?.limit;
    };
    expect([limit(true), limit(false)]).toEqual(['2026-06-12', '2026-09-02']);
  });
});

describe('deciding on it', () => {
  const may = (file: CaseFile, who: Actor, id = 1) =>
    refusalOf(file, who, '2026-05-25', grant('2026-08-02', '', id));

  test.each<[DecidingBody, string | null, string | null]>([
    ['supervisor', null, 'extension-not-yours'],
    ['organ-office', 'extension-not-yours', null],
    ['either', null, null],
  ])('the ruleset says who: %s', (decidedBy, bySupervisor, byOrgan) => {
    const file = asked(signed(undefined, under({ decidedBy })));
    expect(may(file, supervisor)).toBe(bySupervisor);
    expect(may(file, congressOffice)).toBe(byOrgan);
    expect(refusalOf(file, supervisor, '2026-05-25', refuseExtension())).toBe(bySupervisor);
    expect(extensionDecidedBy(file, dutyOf(file))).toBe(decidedBy);
  });

  test('the office of another organ, the unit itself and the proposer never', () => {
    for (const who of [cppccOffice, educationOffice, educationHandler, cast.leadProposer])
      expect(may(asked(), who)).toBe('not-yours');
  });

  test.each<DecidingBody>(['supervisor', 'organ-office', 'either'])(
    'on a boundary unit only the organ’s office, even where the rules say %s',
    (decidedBy) => {
      const file = play(
        under({ decidedBy }),
        [congressOffice, '2026-03-02', assign([park, 'sole'])],
        [parkOffice, '2026-03-03', signFor(1)],
        [parkOffice, '2026-05-20', ask('2026-08-02')],
      );
      expect(may(file, supervisor)).toBe('extension-not-yours');
      expect(may(file, congressOffice)).toBeNull();
      expect(refusalOf(file, supervisor, '2026-05-25', pause)).toBe('duty-outside-power');
      expect(refusalOf(file, congressOffice, '2026-05-25', pause)).toBeNull();
    },
  );

  test('granted: the date moves for the unit and for the proposer', () => {
    const file = granted();
    expect(unitOwes(file)).toEqual(['reply', '2026-08-02']);
    expect(proposerWaits(file)).toBe('2026-08-02');
    expect(owedByUnit(file, dutyOf(file))?.date.why.steps).toEqual([
      { kind: 'extended', on: '2026-05-25', date: '2026-08-02' },
    ]);
  });

  test('for a shorter time than was asked, never for a longer one than the rules allow', () => {
    const file = play(asked(), [supervisor, '2026-05-25', grant('2026-06-20', '先延至六月')]);
    expect(unitOwes(file)).toEqual(['reply', '2026-06-20']);
    expect(dutyOf(file).extensions[0]).toMatchObject({
      state: 'granted',
      until: '2026-06-20',
      note: '先延至六月',
    });
    expect(refusalOf(asked(), supervisor, '2026-05-25', grant('2026-06-02'))).toBe('extension-not-later');
    expect(refusalOf(asked(), supervisor, '2026-05-25', grant('2026-09-03'))).toBe('extension-too-far');
  });

  test('decided after the date it still counts: it was asked in time', () => {
    const late = asked(signed(), '2026-07-15', '2026-06-02');
    expect(unitOwes(play(late, [supervisor, '2026-06-30', grant('2026-07-15')]))).toEqual([
      'reply',
      '2026-07-15',
    ]);
    expect(unitOwes(play(late, [supervisor, '2026-07-20', grant('2026-07-15')]))).toEqual([
      'reply',
      '2026-07-15',
    ]);
    expect(unitOwes(play(late, [supervisor, '2026-06-30', refuseExtension()]))).toEqual([
      'reply',
      '2026-06-02',
    ]);
  });

  test('a refusal says why; a decision comes once', () => {
    expect(refused(asked(), supervisor, '2026-05-25', refuseExtension('  '))).toMatchObject({ at: 'note' });
    expect(refusalOf(granted(), supervisor, '2026-05-26', refuseExtension())).toBe('extension-not-asked');
    expect(refusalOf(signed(), supervisor, '2026-05-26', grant('2026-07-02'))).toBe('extension-not-asked');
    expect(refusalOf(granted(), educationHandler, '2026-05-26', takeBack)).toBe('extension-not-asked');
  });

  test('is owed in the days of the ruleset from the request on, and no more once the matter is over', () => {
    const file = asked();
    expect(extensionDecisionDue(file, dutyOf(file))?.date).toBe('2026-05-27');
    expect(extensionDecisionDue(granted(), dutyOf(granted()))).toBeNull();
    const over = play(file, [congressOffice, '2026-05-21', onMatter({ type: 'withdraw', reason: '撤回' })]);
    expect(extensionDecisionDue(over, dutyOf(over))).toBeNull();
    expect(may(over, supervisor)).toBe('wrong-state');
  });

  test('a request that nobody decided falls with the reply, the hand-back or the revocation', () => {
    const reply = play(asked(cleared(), '2026-07-02', '2026-04-06'), [
      educationOffice,
      '2026-04-07',
      issue(1),
    ]);
    const back = play(
      signed(),
      [educationHandler, '2026-03-04', ask('2026-07-02')],
      [educationOffice, '2026-03-05', handBack(1, transport)],
      [supervisor, '2026-03-06', onDuty(1, { type: 'upholdHandBack', note: '同意' })],
    );
    const revoked = play(asked(), [supervisor, '2026-05-21', onDuty(1, { type: 'revoke', reason: '误交' })]);
    for (const file of [reply, back, revoked]) expect(dutyOf(file).extensions[0]?.state).toBe('withdrawn');
  });

  test('while a hand-back waits it cannot be decided; refused, the request waits on', () => {
    const back = play(
      signed(),
      [educationHandler, '2026-03-04', ask('2026-07-02')],
      [educationOffice, '2026-03-05', handBack(1, transport)],
    );
    expect(refusalOf(back, supervisor, '2026-03-06', grant('2026-07-02'))).toBe('wrong-state');
    const kept = play(back, [
      supervisor,
      '2026-03-06',
      onDuty(1, { type: 'rejectHandBack', note: '仍由你局' }),
    ]);
    expect(unitOwes(play(kept, [supervisor, '2026-03-09', grant('2026-07-02')]))).toEqual([
      'reply',
      '2026-07-02',
    ]);
  });
});

describe('a unit that takes a matter over', () => {
  const revoke = onDuty(1, { type: 'revoke', reason: '职责调整' });
  const takenOver = (file: CaseFile): CaseFile =>
    play(
      file,
      [supervisor, '2026-06-10', revoke],
      [supervisor, '2026-06-10', assign([transport, 'sole'])],
      [cast.transportOffice, '2026-06-11', signFor(2)],
    );

  test('goes on with the date that its predecessor was granted, as the proposer was told', () => {
    const file = takenOver(granted('2026-09-02'));
    expect(unitOwes(file, 2)).toEqual(['reply', '2026-09-02']);
    expect(proposerWaits(file)).toBe('2026-09-02');
  });

  test('may ask for an extension though the date was over before it had the matter', () => {
    const late = takenOver(signed());
    expect(unitOwes(late, 2)).toEqual(['reply', '2026-06-02']);
    expect(refusalOf(late, cast.transportOffice, '2026-06-11', ask('2026-07-15', [], 2))).toBeNull();
  });
});
