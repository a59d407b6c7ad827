import { describe, expect, test } from 'vitest';
import { caseFile, cast, ruleset, units } from '#test/support/builders.ts';
import {
  attempt,
  happened,
  onMatter,
  play,
  refusalOf,
  signFor,
  assign,
  stored,
} from '#test/support/story.ts';
import { blankPast, type Past, type PastReply, problemsOfPast } from '../assignment/past.ts';
import type { CaseCommand, PastDuty } from './case-command.ts';
import { afterReplyTerms, askedAfterReply, owedByUnit, owedToProposer } from './due.ts';
import { noticesFor } from './notify.ts';

const today = '2026-03-20';
const office = cast.congressOffice;

const reply = (more: Partial<PastReply> = {}): PastReply => ({
  round: 1,
  on: '2024-05-20',
  documentNo: '云教函〔2024〕8号',
  resultClass: 'B',
  disclosure: 'proactive',
  adopted: null,
  attitude: null,
  outcome: 'satisfied',
  ratedOn: null,
  ...more,
});
const past = (more: Partial<Past> = {}): Past => ({ ...blankPast, replies: [reply()], ...more });

const record = (
  duties: readonly PastDuty[],
  more: Partial<Extract<CaseCommand, { on: 'history' }>['command']> = {},
): CaseCommand => ({
  on: 'history',
  command: { type: 'record', duties, assignedOn: '2024-03-01', closedOn: '2024-09-30', ...more },
});
const sole = (one: Past = past()): PastDuty => ({ unitId: units.education, role: 'sole', past: one });
const lead: PastDuty = { unitId: units.education, role: 'lead', past: past() };
const assist: PastDuty = { unitId: units.transport, role: 'assist', past: blankPast };

const filed = caseFile({ matter: { filedOn: '2024-02-20' } });

describe('what a list of an earlier year tells 历年办理情况', () => {
  const outcome = happened(attempt(filed, [office, today, record([lead, assist])]));
  const file = stored(outcome.file);

  test('closes the matter on the days of the list, with neither reply nor rating nor handler made up', () => {
    expect(file.matter).toMatchObject({
      stage: 'closed',
      assignedOn: '2024-03-01',
      closedOn: '2024-09-30',
      closedAt: null,
    });
    expect(file.duties).toMatchObject([
      { state: 'answered', answeredOn: '2024-05-20', signedOn: null, handlerId: null, past: lead.past },
      { state: 'assigned', past: blankPast },
    ]);
    expect([file.replies, file.ratings, file.contacts, file.opinions]).toEqual([[], [], [], []]);
    expect(outcome.events.map(({ event }) => event.type)).toEqual([
      'matterAssigned',
      'dutyAssigned',
      'dutyAssigned',
      'pastRecorded',
      'pastRecorded',
      'pastClosed',
    ]);
  });

  test('nothing is owed, nobody is told, nobody is asked', () => {
    expect(file.duties.map((duty) => owedByUnit(file, duty))).toEqual([null, null]);
    expect(file.duties.flatMap((duty) => askedAfterReply(file, duty))).toEqual([]);
    expect(owedToProposer(file)).toBeNull();
    expect(noticesFor(outcome.file, outcome.events)).toEqual([]);
  });

  test('what was promised and is not delivered may be reported on, without a date', () => {
    const promised = play(filed, [
      office,
      today,
      record([sole(past({ promise: { delivered: false, on: null } }))]),
    ]);
    const [duty] = promised.duties;
    if (duty === undefined) throw new Error('no duty');
    expect(afterReplyTerms(promised, duty)).toEqual({
      issuedOn: '2024-05-20',
      disclosure: false,
      followUp: true,
    });
    expect(askedAfterReply(promised, duty)).toEqual([]);
    const told = { type: 'recordFollowUp', on: today, text: '已建成投用', settled: true } as const;
    expect(
      refusalOf(promised, cast.educationOffice, today, { on: 'assignment', id: duty.id, command: told }),
    ).toBeNull();
  });

  test('the same once more changes nothing; a corrected list takes the place of the first', () => {
    const again = happened(attempt(file, [office, '2026-03-21', record([lead, assist])]));
    expect(again.events).toEqual([]);
    const better: PastDuty = { ...lead, past: past({ replies: [reply({ outcome: 'dissatisfied' })] }) };
    const corrected = happened(attempt(file, [office, '2026-03-21', record([better, assist])]));
    expect(corrected.events.map(({ event }) => event.type)).toEqual(['pastRecorded', 'pastClosed']);
    expect(corrected.file.duties[0]?.past).toEqual(better.past);
  });

  test('a matter may be opened again; its next round follows those of the list', () => {
    const opened = play(file, [office, today, onMatter({ type: 'reopen', reason: '承诺未兑现' })]);
    expect(opened.matter).toMatchObject({ stage: 'rehandling', closedOn: null });
    expect(opened.duties[0]).toMatchObject({ state: 'rehandling', round: 2 });
    expect(refusalOf(opened, office, today, record([lead, assist]))).toBe('wrong-state');
  });

  test.each([
    ['a unit', cast.educationOffice, [lead, assist], {}, 'not-yours'],
    [
      'an assisting unit that replies',
      office,
      [lead, { ...assist, past: past() }],
      {},
      'history-contradiction',
    ],
    [
      'a unit that replies without a reply',
      office,
      [{ ...lead, past: blankPast }, assist],
      {},
      'history-reply-missing',
    ],
    ['an unknown unit', office, [{ ...lead, unitId: units.nowhere, role: 'sole' }], {}, 'unit-unknown'],
    ['roles that do not fit', office, [assist], {}, 'plan-assist-only'],
    ['an assignment to come', office, [sole()], { assignedOn: '2026-04-01' }, 'field-invalid'],
    ['a closing before the reply', office, [sole()], { closedOn: '2024-05-01' }, 'history-contradiction'],
  ] as const)('refuses %s', (_, who, duties, more, code) => {
    expect(refusalOf(filed, who, today, record([...duties], more))).toBe(code);
  });

  test('never writes over what was done here, and moves no duty', () => {
    const given = play(filed, [office, today, assign([units.education, 'sole'])]);
    expect(refusalOf(given, office, today, record([sole()], { assignedOn: today }))).toBe(
      'history-contradiction',
    );
    expect(refusalOf(given, office, today, record([{ ...sole(), unitId: units.transport }]))).toBe(
      'history-other-units',
    );
    const signed = play(given, [cast.educationOffice, today, signFor(1)]);
    expect(refusalOf(signed, office, today, record([sole()]))).toBe('wrong-state');
    const touched = { ...given, contacts: [{ id: 1 } as never] };
    expect(refusalOf(touched, office, today, record([sole()]))).toBe('history-own-work');
  });
});

describe('contradictions in a record', () => {
  const terms = { assignedOn: '2024-03-01', closedOn: '2024-09-30', today, ruleset };
  test.each<[string, Past, string[]]>([
    ['none', past({ signedOn: '2024-03-04', contact: { on: '2024-04-01', channels: ['visit'] } }), []],
    ['a day to come', past({ replies: [reply({ ratedOn: '2026-03-21' })] }), ['future ratedOn 1']],
    ['signed before assigned', past({ signedOn: '2024-02-28' }), ['beforeAssigned signedOn 0']],
    [
      'replied before assigned',
      past({ replies: [reply({ on: '2024-02-01' })] }),
      ['beforeAssigned repliedOn 1'],
    ],
    ['replied before signed', past({ signedOn: '2024-06-01' }), ['beforeSigned repliedOn 1']],
    [
      'rated before the reply',
      past({ replies: [reply({ ratedOn: '2024-05-19' })] }),
      ['beforeReply ratedOn 1'],
    ],
    ['a second round alone', past({ replies: [reply({ round: 2 })] }), ['roundMissing round 2']],
    [
      'a second reply before the first',
      past({ replies: [reply(), reply({ round: 2, on: '2024-05-01' })] }),
      ['beforeFirst repliedOn 2'],
    ],
    ['an unknown class', past({ replies: [reply({ resultClass: 'E' })] }), ['classUnknown resultClass 1']],
    ['an unknown level', past({ replies: [reply({ outcome: '一般' })] }), ['levelUnknown outcome 1']],
    ['closed before the reply', past({ replies: [reply({ on: '2024-10-01' })] }), ['closedEarly closedOn 1']],
  ])('%s', (_, record_, said) => {
    expect(
      problemsOfPast(record_, terms).map(({ code, place, round }) => `${code} ${place} ${round}`),
    ).toEqual(said);
  });
});
