import { describe, expect, test } from 'vitest';
import { caseFile, cast, ruleset, units } from '#test/support/builders.ts';
import {
  assigned,
  attempt,
  type ContactPart,
  cleared,
  contact,
  drafted,
  happened,
  inReview,
  issue,
  issued,
  onReply,
  opinion,
  play,
  type Planned,
  refusalOf,
  rehandling,
  signed,
  signFor,
  strike,
} from '#test/support/story.ts';

const withAssist: readonly Planned[] = [
  [units.education, 'lead'],
  [units.transport, 'assist'],
];

describe('recording a contact 沟通', () => {
  test('keeps who met whom, when, where and what was said, in the round in which it was', () => {
    const file = play(signed(), [
      cast.educationHandler,
      '2026-03-10',
      contact(1, '2026-03-09', { channel: 'phone' }),
    ]);
    expect(file.contacts).toMatchObject([
      {
        id: 1,
        assignmentId: 1,
        round: 1,
        channel: 'phone',
        on: '2026-03-09',
        said: '听取代表意见。',
        struck: false,
      },
    ]);
  });

  test('the unit’s own people enter it, nobody else', () => {
    for (const actor of [cast.educationOffice, cast.educationLeader, cast.schoolsHead, cast.educationHandler])
      expect(refusalOf(signed(), actor, '2026-03-10', contact(1, '2026-03-10'))).toBeNull();
    for (const actor of [
      cast.supervisor,
      cast.congressOffice,
      cast.leadProposer,
      cast.examsHead,
      cast.educationSecondHandler,
    ])
      expect(refusalOf(signed(), actor, '2026-03-10', contact(1, '2026-03-10'))).toBe('not-yours');
  });

  test('after signing for, and still after the reply 办后沟通', () => {
    expect(refusalOf(assigned(), cast.educationOffice, '2026-03-10', contact(1, '2026-03-10'))).toBe(
      'wrong-state',
    );
    expect(
      refusalOf(issued(), cast.educationOffice, '2026-04-10', contact(1, '2026-04-10', { stage: 'after' })),
    ).toBeNull();
  });

  const bad: readonly (readonly [string, string, ContactPart])[] = [
    ['an empty record', 'field-empty', { said: ' ' }],
    ['nobody', 'field-empty', { who: '' }],
    ['too long a record', 'field-too-long', { said: '说'.repeat(10_001) }],
    ['too long a place', 'field-too-long', { place: '地'.repeat(201) }],
    ['a time still to come', 'contact-in-future', { at: '2026-03-10T01:00:00.001Z' }],
    ['a day still to come', 'contact-in-future', { on: '2026-03-11' }],
    [
      'a day before the assignment',
      'contact-before-assignment',
      { at: '2026-03-01T01:00:00.000Z', on: '2026-03-01' },
    ],
    ['someone who did not propose it', 'field-invalid', { proposerIds: [cast.otherProposer.personId] }],
  ];
  test.each(bad)('%s is refused: %s', (_, code, part) => {
    expect(refusalOf(signed(), cast.educationHandler, '2026-03-10', contact(1, '2026-03-10', part))).toBe(
      code,
    );
  });

  test('a wrong entry is struck out with a reason and stays; striking it again changes nothing', () => {
    const file = play(
      signed(),
      [cast.educationHandler, '2026-03-10', contact(1, '2026-03-10')],
      [cast.schoolsHead, '2026-03-11', strike(1)],
    );
    expect(file.contacts).toMatchObject([{ struck: true, said: '听取代表意见。' }]);
    expect(happened(attempt(file, [cast.schoolsHead, '2026-03-12', strike(1)])).events).toEqual([]);
    expect(refusalOf(file, cast.schoolsHead, '2026-03-12', strike(1, ' '))).toBe('field-empty');
    expect(refusalOf(file, cast.schoolsHead, '2026-03-12', strike(2))).toBe('not-found');
    expect(refusalOf(file, cast.transportOffice, '2026-03-12', strike(1))).toBe('not-yours');
  });
});

describe('no reply before the contact that the ruleset demands (law 4)', () => {
  const submit = onReply(1, { type: 'submit' });

  test('a reply without contact is neither submitted nor, if its contact is struck out later, issued', () => {
    const file = play(drafted(), [cast.educationHandler, '2026-03-13', strike(1)]);
    expect(refusalOf(file, cast.educationHandler, '2026-03-13', submit)).toBe('contact-required');
    const late = play(cleared(), [cast.educationHandler, '2026-04-04', strike(1)]);
    expect(refusalOf(late, cast.educationOffice, '2026-04-05', issue(1))).toBe('contact-required');
  });

  test('each round needs its own', () => {
    const file = play(rehandling(), [
      cast.educationHandler,
      '2026-04-21',
      { on: 'newReply', id: 1, command: { type: 'start' } },
    ]);
    expect(refusalOf(file, cast.educationHandler, '2026-04-22', onReply(2, { type: 'submit' }))).toBe(
      'contact-required',
    );
    const heard = play(file, [cast.educationHandler, '2026-04-22', contact(1, '2026-04-22')]);
    expect(refusalOf(heard, cast.educationHandler, '2026-04-23', onReply(2, { type: 'submit' }))).toBeNull();
  });

  test('a contact of the assisting unit does not count for the lead', () => {
    const file = play(
      drafted(withAssist),
      [cast.educationHandler, '2026-03-13', strike(1)],
      [cast.transportOffice, '2026-03-13', signFor(2)],
      [cast.transportOffice, '2026-03-14', contact(2, '2026-03-14')],
    );
    expect(refusalOf(file, cast.educationHandler, '2026-03-15', submit)).toBe('contact-required');
  });

  test('the stage, the channel and the proposer’s presence are as the ruleset says', () => {
    const duty = {
      stage: 'during',
      channels: ['visit', 'meeting'],
      proposerPresent: true,
      source: ruleset.reviewSource,
    } as const;
    const file = drafted(undefined, caseFile({ ruleset: { ...ruleset, contactDuties: [duty] } }));
    const after = (part: ContactPart) =>
      refusalOf(
        play(file, [cast.educationHandler, '2026-03-20', contact(1, '2026-03-20', part)]),
        cast.educationHandler,
        '2026-03-20',
        submit,
      );
    expect(after({ stage: 'during' })).toBeNull();
    expect(after({ stage: 'during', channel: 'meeting' })).toBeNull();
    expect(after({ stage: 'before' })).toBe('contact-required');
    expect(after({ stage: 'during', channel: 'phone' })).toBe('contact-required');
    expect(after({ stage: 'during', proposerPresent: false })).toBe('contact-required');
  });

  test('what is owed after the reply does not hold it back, and a ruleset may demand nothing', () => {
    const after = {
      stage: 'after',
      channels: [],
      proposerPresent: false,
      source: ruleset.reviewSource,
    } as const;
    for (const contactDuties of [[], [after]]) {
      const file = play(drafted(undefined, caseFile({ ruleset: { ...ruleset, contactDuties } })), [
        cast.educationHandler,
        '2026-03-13',
        strike(1),
      ]);
      expect(refusalOf(file, cast.educationHandler, '2026-03-13', submit)).toBeNull();
    }
  });
});

describe('the assisting opinion 会办意见', () => {
  const ready = () => play(inReview(withAssist), [cast.transportOffice, '2026-03-04', signFor(2)]);

  test('answers the assisting duty; dissent is recorded word for word', () => {
    const file = play(ready(), [
      cast.transportOffice,
      '2026-03-20',
      opinion(2, '不同意封闭路段。', '封路影响公交'),
    ]);
    expect(file.opinions).toMatchObject([
      { assignmentId: 2, n: 1, text: '不同意封闭路段。', dissent: '封路影响公交' },
    ]);
    expect(file.duties[1]).toMatchObject({ state: 'answered', answeredOn: '2026-03-20' });
    expect(file.matter.stage).toBe('handling');
  });

  test('a later one stands beside the earlier', () => {
    const file = play(
      ready(),
      [cast.transportOffice, '2026-03-20', opinion(2, '初步意见')],
      [cast.transportLeader, '2026-03-25', opinion(2, '补充意见')],
    );
    expect(file.opinions.map(({ n, text }) => [n, text])).toEqual([
      [1, '初步意见'],
      [2, '补充意见'],
    ]);
    expect(file.duties[1]?.answeredOn).toBe('2026-03-20');
  });

  test('says something, names a contact person, and an empty dissent is none', () => {
    const give = (text: string, dissent: string | null, contactPerson: string) =>
      refusalOf(ready(), cast.transportOffice, '2026-03-20', {
        on: 'opinion',
        id: 2,
        command: { type: 'give', text, dissent, contactPerson },
      });
    expect(give('', null, '交通经办')).toBe('field-empty');
    expect(give('同意', '', '交通经办')).toBe('field-empty');
    expect(give('同意', null, ' ')).toBe('field-empty');
    expect(give('同'.repeat(20_001), null, '交通经办')).toBe('field-too-long');
  });

  test('only an assisting unit gives one, after signing for, by its own people', () => {
    expect(refusalOf(ready(), cast.educationOffice, '2026-03-20', opinion(1))).toBe('opinion-only-assist');
    expect(refusalOf(assigned(withAssist), cast.transportOffice, '2026-03-03', opinion(2))).toBe(
      'wrong-state',
    );
    expect(refusalOf(ready(), cast.educationOffice, '2026-03-20', opinion(2))).toBe('not-yours');
    expect(refusalOf(ready(), cast.supervisor, '2026-03-20', opinion(2))).toBe('not-yours');
    expect(refusalOf(ready(), cast.transportOffice, '2026-03-20', opinion(9))).toBe('not-found');
  });

  test('after the lead has replied it is too late; in a second round it is heard again', () => {
    const late = play(issued(withAssist), [cast.transportOffice, '2026-04-08', signFor(2)]);
    expect(refusalOf(late, cast.transportOffice, '2026-04-09', opinion(2))).toBe('opinion-closed');
    const again = play(rehandling(withAssist), [cast.transportOffice, '2026-04-21', signFor(2)]);
    expect(refusalOf(again, cast.transportOffice, '2026-04-22', opinion(2))).toBeNull();
  });
});

describe('the lead waits for the opinions, or says why not', () => {
  test('a missing opinion holds back the issue and is named; a stated reason lets it go and is kept', () => {
    const file = play(cleared(withAssist), [cast.transportOffice, '2026-03-04', signFor(2)]);
    expect(attempt(file, [cast.educationOffice, '2026-04-07', issue(1)])).toMatchObject({
      refusal: { code: 'opinion-missing', params: { units: ['云川市交通局'] } },
    });
    expect(refusalOf(file, cast.educationOffice, '2026-04-07', issue(1, '  '))).toBe('opinion-missing');
    expect(attempt(file, [cast.educationOffice, '2026-04-07', issue(1, '逾期未复')])).toMatchObject({
      events: [{ event: { type: 'replyIssued', opinionsMissingReason: '逾期未复' } }, {}, {}],
    });
  });

  test('with the opinion in, no reason is needed and none is kept', () => {
    const file = play(
      cleared(withAssist),
      [cast.transportOffice, '2026-04-04', signFor(2)],
      [cast.transportOffice, '2026-04-05', opinion(2)],
    );
    expect(attempt(file, [cast.educationOffice, '2026-04-07', issue(1, '多余')])).toMatchObject({
      events: [{ event: { type: 'replyIssued', opinionsMissingReason: null } }, {}, {}],
    });
  });

  test('nobody waits where the ruleset does not ask for it, nor does a separate unit', () => {
    const lenient = caseFile({ ruleset: { ...ruleset, opinionsRequired: false } });
    expect(refusalOf(cleared(withAssist, lenient), cast.educationOffice, '2026-04-07', issue(1))).toBeNull();
    const separate = cleared([
      [units.education, 'separate'],
      [units.health, 'separate'],
      [units.transport, 'assist'],
    ]);
    expect(refusalOf(separate, cast.educationOffice, '2026-04-07', issue(1))).toBeNull();
  });
});
