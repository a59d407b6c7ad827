import { describe, expect, test } from 'vitest';
import { caseFile, cast, units } from '#test/support/builders.ts';
import {
  approve,
  assign,
  assigned,
  attempt,
  cleared,
  closed,
  contact,
  draft,
  drafted,
  handBack,
  happened,
  inReview,
  issue,
  issued,
  onDuty,
  onMatter,
  onReply,
  opinion,
  play,
  rate,
  refusalOf,
  rehandling,
  save,
  signed,
  signFor,
  strike,
  verdict,
} from '#test/support/story.ts';

const withdraw = onMatter({ type: 'withdraw', reason: '全体联名代表书面同意撤回' });
const reopen = onMatter({ type: 'reopen', reason: '承诺事项未落实' });
const close = (reason: string | null = null) => onMatter({ type: 'close', reason });

describe('correcting the text 更正', () => {
  const title = onMatter({ type: 'amend', text: { title: '关于改善学校周边交通安全的建议' } });

  test('keeps what stood there before', () => {
    const outcome = happened(attempt(assigned(), [cast.congressOffice, '2026-03-05', title]));
    expect(outcome.events).toEqual([
      {
        on: 'matter',
        event: {
          type: 'matterAmended',
          before: { title: '关于改善学校周边交通的建议' },
          after: { title: '关于改善学校周边交通安全的建议' },
        },
      },
    ]);
    expect(outcome.file.matter.title).toBe('关于改善学校周边交通安全的建议');
  });

  test('the same text again changes nothing and records nothing', () => {
    const file = play(caseFile(), [cast.supervisor, '2026-03-05', title]);
    expect(happened(attempt(file, [cast.supervisor, '2026-03-06', title])).events).toEqual([]);
  });

  test('a title is there and at most 200 characters, a body at most 50,000', () => {
    const amend = (text: object) =>
      refusalOf(caseFile(), cast.supervisor, '2026-03-05', onMatter({ type: 'amend', text }));
    expect(amend({ title: ' ' })).toBe('field-empty');
    expect(amend({ title: '长'.repeat(201) })).toBe('field-too-long');
    expect(amend({ body: '长'.repeat(50_001) })).toBe('field-too-long');
    expect(amend({ body: '', category: '交通', publicConsent: 'titleOnly' })).toBeNull();
  });

  test('not under an answer that is being cleared: what was approved is what leaves', () => {
    expect(refusalOf(drafted(), cast.supervisor, '2026-03-20', title)).toBeNull();
    for (const file of [inReview(), cleared()])
      expect(refusalOf(file, cast.congressOffice, '2026-04-04', title)).toBe('points-locked');
  });

  test('not under an answer, not by units or proposers, not after the end', () => {
    expect(refusalOf(issued(), cast.supervisor, '2026-04-10', title)).toBe('points-locked');
    for (const actor of [cast.educationOffice, cast.educationHandler, cast.leadProposer, cast.cppccOffice])
      expect(refusalOf(signed(), actor, '2026-03-05', title)).toBe('not-yours');
    expect(refusalOf(closed(), cast.supervisor, '2026-05-10', title)).toBe('wrong-state');
  });
});

describe('splitting into points (law 5)', () => {
  const split = (...points: readonly string[]) => onMatter({ type: 'splitPoints', points });

  test('numbers them from 1', () => {
    const file = play(caseFile({ matter: { points: [] } }), [
      cast.supervisor,
      '2026-03-01',
      split(' 增设护学岗 ', '错峰', '施划标线'),
    ]);
    expect(file.matter.points).toEqual([
      { no: 1, text: '增设护学岗' },
      { no: 2, text: '错峰' },
      { no: 3, text: '施划标线' },
    ]);
  });

  test('at least one, at most fifty, each with words', () => {
    const of = (...points: readonly string[]) =>
      refusalOf(caseFile(), cast.supervisor, '2026-03-01', split(...points));
    expect(of()).toBe('points-missing');
    expect(of('一', ' ')).toBe('field-empty');
    expect(of('长'.repeat(2_001))).toBe('field-too-long');
    expect(of(...Array.from({ length: 51 }, () => '一'))).toBe('field-too-long');
    expect(of(...Array.from({ length: 50 }, () => '一'))).toBeNull();
  });

  test('by the offices, and by the unit’s office and handler; not by another unit', () => {
    for (const actor of [cast.supervisor, cast.congressOffice, cast.educationOffice, cast.educationHandler])
      expect(refusalOf(signed(), actor, '2026-03-05', split('一'))).toBeNull();
    for (const actor of [
      cast.transportOffice,
      cast.educationLeader,
      cast.educationSecondHandler,
      cast.leadProposer,
    ])
      expect(refusalOf(signed(), actor, '2026-03-05', split('一'))).toBe('not-yours');
  });

  test('not by an assisting unit: it has a say on its own opinion only', () => {
    const file = assigned([
      [units.education, 'lead'],
      [units.transport, 'assist'],
    ]);
    expect(refusalOf(file, cast.educationOffice, '2026-03-05', split('一'))).toBeNull();
    expect(refusalOf(file, cast.transportOffice, '2026-03-05', split('一'))).toBe('not-yours');
  });

  test('the asks hold still while a reply to them is under review, and for good once one is issued', () => {
    expect(refusalOf(drafted(), cast.supervisor, '2026-03-20', split('一'))).toBeNull();
    for (const file of [inReview(), cleared(), rehandling()])
      expect(refusalOf(file, cast.supervisor, '2026-04-04', split('一'))).toBe('points-locked');
    expect(refusalOf(issued(), cast.supervisor, '2026-04-10', split('一'))).toBe('wrong-state');
  });

  test('a draft that lacks a new point is not submitted', () => {
    const file = play(drafted(), [cast.supervisor, '2026-03-20', split('一', '二', '三')]);
    expect(refusalOf(file, cast.educationHandler, '2026-03-21', onReply(1, { type: 'submit' }))).toBe(
      'reply-point-unanswered',
    );
  });
});

describe('closing 办结', () => {
  test('a rated matter closes without more', () => {
    expect(closed().matter).toMatchObject({ stage: 'closed', closedAt: '2026-05-08T01:00:00.000Z' });
  });

  test('an unrated one needs a reason, and the reason is kept', () => {
    expect(refusalOf(issued(), cast.congressOffice, '2026-07-01', close())).toBe('close-unrated-reason');
    expect(refusalOf(issued(), cast.congressOffice, '2026-07-01', close('  '))).toBe('close-unrated-reason');
    expect(refusalOf(issued(), cast.congressOffice, '2026-07-01', close('长'.repeat(2_001)))).toBe(
      'field-too-long',
    );
    expect(attempt(issued(), [cast.supervisor, '2026-07-01', close(' 代表出国 ')])).toMatchObject({
      events: [{ event: { type: 'matterClosed', reason: '代表出国' } }],
      file: { ratings: [{ state: 'open' }, { state: 'open' }] },
    });
  });

  test('not before every unit has replied, not in a second round, not twice', () => {
    const half = issued([
      [units.education, 'separate'],
      [units.transport, 'separate'],
    ]);
    for (const file of [caseFile(), assigned(), signed(), cleared(), half, rehandling(), closed()])
      expect(refusalOf(file, cast.congressOffice, '2026-06-01', close('就此办结'))).toBe('wrong-state');
  });

  test('not by the unit that was handled, not by the proposer', () => {
    for (const actor of [
      cast.educationOffice,
      cast.educationLeader,
      cast.leadProposer,
      cast.cityLeader,
      cast.cppccOffice,
    ])
      expect(refusalOf(issued(), actor, '2026-06-01', close('就此办结'))).toBe('not-yours');
  });
});

describe('reopening', () => {
  test('opens the next round on every unit that replied, with the reason; the assisting unit is not called again', () => {
    const plan = [
      [units.education, 'lead'],
      [units.transport, 'assist'],
    ] as const;
    const heard = play(
      cleared(plan),
      [cast.transportOffice, '2026-04-04', signFor(2)],
      [cast.transportOffice, '2026-04-05', opinion(2)],
    );
    const file = play(
      heard,
      [cast.educationOffice, '2026-04-07', issue(1)],
      [cast.leadProposer, '2026-04-20', rate(1, verdict('satisfied'))],
      [cast.congressOffice, '2026-05-08', close()],
      [cast.congressOffice, '2026-09-01', reopen],
    );
    expect(file.matter).toMatchObject({ stage: 'rehandling', closedAt: null });
    expect(file.duties).toMatchObject([
      { state: 'rehandling', round: 2, roundOpenedOn: '2026-09-01' },
      { state: 'answered', round: 1 },
    ]);
  });

  test('only a closed matter, with a reason, by the offices', () => {
    for (const file of [
      assigned(),
      issued(),
      rehandling(),
      play(assigned(), [cast.congressOffice, '2026-03-05', withdraw]),
    ])
      expect(refusalOf(file, cast.congressOffice, '2026-09-01', reopen)).toBe('wrong-state');
    expect(
      refusalOf(closed(), cast.congressOffice, '2026-09-01', onMatter({ type: 'reopen', reason: '' })),
    ).toBe('field-empty');
    for (const actor of [cast.educationOffice, cast.leadProposer, cast.cppccOffice])
      expect(refusalOf(closed(), actor, '2026-09-01', reopen)).toBe('not-yours');
  });

  test('a matter without a unit that replies cannot be handled again', () => {
    const file = { ...closed(), duties: [] };
    expect(refusalOf(file, cast.congressOffice, '2026-09-01', reopen)).toBe('reopen-no-duty');
  });
});

describe('withdrawing 撤案', () => {
  test('ends the matter from any stage and keeps everything (law 9)', () => {
    for (const before of [caseFile(), assigned(), inReview(), issued(), rehandling()]) {
      const after = play(before, [cast.congressOffice, '2026-06-01', withdraw]);
      expect(after).toEqual({
        ...before,
        matter: { ...before.matter, stage: 'withdrawn', closedAt: '2026-06-01T01:00:00.000Z' },
      });
    }
  });

  test('by the office of the organ only, with a reason, and not after the end', () => {
    for (const actor of [cast.supervisor, cast.leadProposer, cast.educationOffice, cast.cppccOffice])
      expect(refusalOf(assigned(), actor, '2026-03-05', withdraw)).toBe('not-yours');
    expect(
      refusalOf(assigned(), cast.congressOffice, '2026-03-05', onMatter({ type: 'withdraw', reason: ' ' })),
    ).toBe('field-empty');
    expect(refusalOf(closed(), cast.congressOffice, '2026-06-01', withdraw)).toBe('wrong-state');
  });
});

describe('after the end', () => {
  const lead = cast.educationHandler.personId;
  const commands = [
    signFor(1),
    handBack(1, units.transport),
    onDuty(1, { type: 'revoke', reason: '改办' }),
    onDuty(1, { type: 'handOver', toId: lead, reason: '调整' }),
    contact(1, '2026-06-01'),
    strike(1),
    opinion(1),
    draft(1),
    save(1),
    onReply(1, { type: 'submit' }),
    approve(1),
    issue(1, '理由'),
    close('理由'),
    assign([units.health, 'assist']),
    onMatter({ type: 'splitPoints', points: ['一'] }),
    onMatter({ type: 'amend', text: { title: '新' } }),
    rate(1, verdict('satisfied')),
    rate(2, verdict('satisfied')),
  ];
  const ends = [
    ['closed', closed()],
    ['withdrawn while under review', play(inReview(), [cast.congressOffice, '2026-05-08', withdraw])],
    ['withdrawn while without a signature', play(assigned(), [cast.congressOffice, '2026-05-08', withdraw])],
  ] as const;

  test.each(ends)('%s: no command of anyone changes anything but a reopening', (_, file) => {
    for (const actor of Object.values(cast))
      for (const command of commands) expect(attempt(file, [actor, '2026-06-01', command]).ok).toBe(false);
  });
});
