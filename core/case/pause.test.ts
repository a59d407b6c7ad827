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
  replyRule,
  resume,
  under,
  unitOwes,
} from '#test/support/clock-story.ts';
import {
  approve,
  assign,
  assigned,
  cleared,
  drafted,
  handBack,
  inReview,
  issue,
  onDuty,
  onReply,
  play,
  rate,
  refusalOf,
  rehandling,
  signed,
  signFor,
  verdict,
} from '#test/support/story.ts';
import { owedByUnit, owedToProposer } from './due.ts';
import { extensionTerms } from './extend.ts';
import type { CaseFile } from './case-file.ts';

const { education, transport } = units;
const { congressOffice, cppccOffice, educationHandler, educationOffice, supervisor } = cast;

const standsStill = (file: CaseFile) => owedByUnit(file, dutyOf(file))?.date.why.paused ?? null;

describe('rounds and other units', () => {
  test('the second round has its own extensions, and the first round’s do not lengthen it', () => {
    const extensions = [
      replyRule,
      { ...replyRule, duty: 'rehandle', inAll: null, most: { unit: 'day', count: 15 } },
    ] as const;
    const first = play(
      drafted(undefined, caseFile({ ruleset: { ...ruleset, extensions } })),
      [educationHandler, '2026-03-20', ask('2026-08-02')],
      [supervisor, '2026-03-21', grant('2026-08-02')],
    );
    const second = play(
      first,
      [educationHandler, '2026-04-01', onReply(1, { type: 'submit' })],
      [cast.schoolsHead, '2026-04-01', approve(1)],
      [educationOffice, '2026-04-02', approve(1)],
      [cast.educationLeader, '2026-04-03', approve(1)],
      [educationOffice, '2026-04-07', issue(1)],
      [cast.leadProposer, '2026-04-20', rate(1, verdict('satisfied', 'dissatisfied'))],
    );
    expect(unitOwes(second)).toEqual(['rehandle', '2026-05-20']);
    expect(extensionTerms(second, dutyOf(second))).toMatchObject({ left: 1, limit: '2026-06-04' });
    const longer = play(
      second,
      [educationHandler, '2026-05-10', ask('2026-06-01')],
      [supervisor, '2026-05-11', grant('2026-06-01')],
    );
    expect(unitOwes(longer)).toEqual(['rehandle', '2026-06-01']);
    expect(proposerWaits(longer)).toBe('2026-06-01');
    expect(dutyOf(longer).extensions.map(({ n, round }) => [n, round])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  test('the new unit goes on with the clock of the unit before it, extension and all', () => {
    const file = play(
      granted(),
      [supervisor, '2026-05-26', onDuty(1, { type: 'revoke', reason: '改由交通办理' })],
      [supervisor, '2026-05-26', assign([transport, 'sole'])],
      [cast.transportOffice, '2026-05-27', signFor(2)],
    );
    expect(unitOwes(file, 2)).toEqual(['reply', '2026-08-02']);
    expect(proposerWaits(file)).toBe('2026-08-02');
    expect(extensionTerms(file, dutyOf(file, 2))).toMatchObject({ left: 1, limit: '2026-09-02' });
  });

  test('what the proposer was told does not move when the unit that had it extended loses the matter', () => {
    const file = play(granted(), [
      supervisor,
      '2026-05-26',
      onDuty(1, { type: 'revoke', reason: '改由交通办理' }),
    ]);
    expect(proposerWaits(file)).toBe('2026-08-02');
  });

  test('where the clock restarts with a new unit, so does the limit of all extensions', () => {
    const restarts = under({}, { reassignRestartsClock: true });
    const file = play(
      assigned(undefined, restarts),
      [educationOffice, '2026-03-04', handBack(1, transport)],
      [
        supervisor,
        '2026-03-10',
        {
          on: 'assignment',
          id: 1,
          command: { type: 'upholdAndReassign', note: '属交通', toUnitId: transport },
        },
      ],
      [cast.transportOffice, '2026-03-11', signFor(2)],
    );
    expect(extensionTerms(file, dutyOf(file, 2))).toMatchObject({ due: '2026-06-10', limit: '2026-09-10' });
    expect(proposerWaits(file)).toBe('2026-06-02');
  });

  test('of several units the latest date is the proposer’s; a clock that stands still is the latest of all', () => {
    const separate = (): CaseFile =>
      play(
        assigned([
          [education, 'separate'],
          [transport, 'separate'],
        ]),
        [educationOffice, '2026-03-03', signFor(1)],
        [cast.transportOffice, '2026-03-03', signFor(2)],
      );
    const one = play(
      separate(),
      [educationOffice, '2026-05-20', ask('2026-07-02')],
      [supervisor, '2026-05-21', grant('2026-07-02')],
    );
    expect(proposerWaits(one)).toBe('2026-07-02');
    expect(unitOwes(one, 2)).toEqual(['reply', '2026-06-02']);
    for (const file of [separate(), one]) {
      const still = play(file, [
        supervisor,
        '2026-05-22',
        onDuty(2, { type: 'pauseClock', reason: '等待批复' }),
      ]);
      expect(owedToProposer(still)?.date.why.paused).toMatchObject({ since: '2026-05-22' });
    }
  });
});

describe('stopping and starting the clock 暂停计时', () => {
  test('the remainder is kept: days that passed before the stop count, those of the stop do not', () => {
    const file = play(signed(), [supervisor, '2026-05-03', pause]);
    expect(standsStill(file)).toEqual({ since: '2026-05-03', left: { unit: 'day', count: 30 } });
    expect(owedToProposer(file)?.date.why.paused).not.toBeNull();
    const on = play(file, [congressOffice, '2026-05-23', resume]);
    expect(unitOwes(on)).toEqual(['reply', '2026-06-22']);
    expect(proposerWaits(on)).toBe('2026-06-22');
    expect(dutyOf(on).pauses).toEqual([
      { from: '2026-05-03', to: '2026-05-23', reason: '代表出国，无法联系' },
    ]);
  });

  test('by the supervisor or the organ’s office alone, with a reason, and only what runs or stands still', () => {
    for (const who of [educationOffice, educationHandler, cast.leadProposer, cppccOffice])
      expect(refusalOf(signed(), who, '2026-05-03', pause)).toBe('not-yours');
    const blank = onDuty(1, { type: 'pauseClock', reason: '' });
    expect(refused(signed(), supervisor, '2026-05-03', blank)).toMatchObject({ at: 'reason' });
    expect(refusalOf(signed(), supervisor, '2026-05-03', resume)).toBe('clock-runs');
    const file = play(signed(), [supervisor, '2026-05-03', pause]);
    expect(refusalOf(file, supervisor, '2026-05-04', pause)).toBe('clock-paused');
    expect(refusalOf(assigned(), supervisor, '2026-03-03', pause)).toBe('wrong-state');
  });

  test('while a request is open: it can be decided all the same, and both count', () => {
    const file = play(asked(), [supervisor, '2026-05-23', pause]);
    expect(standsStill(file)).toMatchObject({ left: { count: 10 } });
    const both = play(
      file,
      [supervisor, '2026-05-25', grant('2026-08-02')],
      [supervisor, '2026-06-22', resume],
    );
    // Thirty days of standing still come on top of what was granted meanwhile.
    expect(unitOwes(both)).toEqual(['reply', '2026-09-01']);
    expect(proposerWaits(both)).toBe('2026-09-01');
  });

  test('granted on the day of the stop or of the start: before the stop, after the start', () => {
    const stop = play(
      asked(),
      [supervisor, '2026-05-23', grant('2026-08-02')],
      [supervisor, '2026-05-23', pause],
    );
    const other = play(
      asked(),
      [supervisor, '2026-05-23', pause],
      [supervisor, '2026-05-23', grant('2026-08-02')],
    );
    for (const file of [stop, other]) {
      expect(standsStill(file)).toEqual({ since: '2026-05-23', left: { unit: 'day', count: 71 } });
      expect(unitOwes(play(file, [supervisor, '2026-06-22', resume]))).toEqual(['reply', '2026-09-01']);
    }
    const start = play(
      asked(),
      [supervisor, '2026-05-23', pause],
      [supervisor, '2026-06-22', resume],
      [supervisor, '2026-06-22', grant('2026-08-02')],
    );
    expect(unitOwes(start)).toEqual(['reply', '2026-08-02']);
  });

  test('not once the date is over, for nothing remains that could be kept; on the last day still', () => {
    expect(refusalOf(signed(), supervisor, '2026-06-02', pause)).toBeNull();
    expect(refused(signed(), supervisor, '2026-06-03', pause)).toMatchObject({
      code: 'clock-date-over',
      params: { due: '2026-06-02' },
    });
    expect(refusalOf(granted(), supervisor, '2026-06-03', pause)).toBeNull();
  });

  test('a clock that stands still misses no date: an extension may be asked for after the day that stood', () => {
    const file = play(signed(), [supervisor, '2026-05-23', pause]);
    expect(refusalOf(file, educationHandler, '2026-06-20', ask('2026-08-02'))).toBeNull();
  });

  test('a grant leads beyond the date as it stands after the pause, not as it stood when it was asked', () => {
    const file = play(
      asked(signed(), '2026-06-10'),
      [supervisor, '2026-05-23', pause],
      [supervisor, '2026-06-22', resume],
    );
    expect(unitOwes(file)).toEqual(['reply', '2026-07-02']);
    expect(refused(file, supervisor, '2026-06-23', grant('2026-06-10'))).toMatchObject({
      code: 'extension-not-later',
      params: { due: '2026-07-02' },
    });
  });

  test('it starts again by itself with the reply, the hand-back and the revocation', () => {
    const reply = play(
      cleared(),
      [supervisor, '2026-04-04', pause],
      [educationOffice, '2026-04-07', issue(1)],
    );
    const back = play(
      signed(),
      [supervisor, '2026-03-04', pause],
      [educationOffice, '2026-03-05', handBack(1, transport)],
      [supervisor, '2026-04-07', onDuty(1, { type: 'upholdHandBack', note: '同意' })],
    );
    const revoked = play(
      signed(),
      [supervisor, '2026-04-04', pause],
      [supervisor, '2026-04-07', onDuty(1, { type: 'revoke', reason: '误交' })],
    );
    for (const file of [reply, back, revoked]) {
      expect(dutyOf(file).pauses.map(({ to }) => to)).toEqual(['2026-04-07']);
      expect(unitOwes(file)).toBeNull();
    }
  });

  test('a pause of the first round does not lengthen the second', () => {
    const paused = play(inReview(), [supervisor, '2026-04-01', pause], [supervisor, '2026-04-02', resume]);
    expect(dutyOf(paused).pauses).toHaveLength(1);
    const again = { ...dutyOf(rehandling()), pauses: dutyOf(paused).pauses };
    const file = { ...rehandling(), duties: [again] };
    expect(unitOwes(file)).toEqual(unitOwes(rehandling()));
  });
});
