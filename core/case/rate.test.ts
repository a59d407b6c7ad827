import { describe, expect, test } from 'vitest';
import { everyone, caseFile, cast, ruleset, units } from '#test/support/builders.ts';
import {
  assigned,
  attempt,
  approve,
  closed,
  contact,
  draft,
  enterForProposer,
  issue,
  issued,
  onDuty,
  onMatter,
  onReply,
  play,
  rate,
  refusalOf,
  rehandling,
  save,
  signFor,
  verdict,
} from '#test/support/story.ts';
import { caseIsRated } from './case-file.ts';

/** The second round's reply 2 is issued; ratings 3 and 4 are the lead's and the co-proposer's. */
const issuedAgain = () =>
  play(
    rehandling(),
    [cast.educationHandler, '2026-04-21', draft(1)],
    [cast.educationHandler, '2026-04-22', contact(1, '2026-04-22')],
    [cast.educationHandler, '2026-04-23', onReply(2, { type: 'submit' })],
    [cast.schoolsHead, '2026-04-24', approve(2)],
    [cast.educationOffice, '2026-04-24', approve(2)],
    [cast.educationLeader, '2026-04-24', approve(2)],
    [cast.educationOffice, '2026-04-25', issue(2)],
  );

describe('only the proposer rates (law 3)', () => {
  test('each proposer seals his own', () => {
    const file = play(
      issued(),
      [cast.coProposer, '2026-04-19', rate(2, verdict('basicallySatisfied'))],
      [cast.leadProposer, '2026-04-20', rate(1, verdict('satisfied'))],
    );
    expect(file.ratings).toMatchObject([
      { id: 1, state: 'sealed', verdict: { attitude: 'satisfied' }, enteredBy: null, scanId: null },
      {
        id: 2,
        state: 'sealed',
        verdict: { attitude: 'basicallySatisfied' },
        sealedAt: '2026-04-19T01:00:00.000Z',
      },
    ]);
    expect(file.matter.stage).toBe('rated');
  });

  test('nobody else, whatever his office: no unit, no supervisor, no leader, no administrator', () => {
    const refused = everyone.filter(
      (actor) => refusalOf(issued(), actor, '2026-04-20', rate(1, verdict('satisfied'))) === null,
    );
    expect(refused).toEqual([cast.leadProposer]);
    expect(refusalOf(issued(), cast.coProposer, '2026-04-20', rate(1, verdict('satisfied')))).toBe(
      'not-yours',
    );
    expect(refusalOf(issued(), cast.leadProposer, '2026-04-20', rate(2, verdict('satisfied')))).toBe(
      'not-yours',
    );
  });

  test('a person who rates by himself does not mark it as entered for somebody', () => {
    const command = {
      on: 'rating',
      id: 1,
      command: { type: 'rate', verdict: verdict('satisfied'), scanId: 77 },
    } as const;
    expect(play(issued(), [cast.leadProposer, '2026-04-20', command]).ratings[0]).toMatchObject({
      enteredBy: null,
      scanId: null,
    });
  });

  test('a sealed rating never changes, not even by him who gave it', () => {
    const file = play(issued(), [cast.leadProposer, '2026-04-20', rate(1, verdict('satisfied'))]);
    expect(refusalOf(file, cast.leadProposer, '2026-04-21', rate(1, verdict('dissatisfied')))).toBe(
      'rating-given',
    );
    expect(
      refusalOf(file, cast.congressOffice, '2026-04-21', enterForProposer(1, verdict('dissatisfied'), 77)),
    ).toBe('rating-given');
    expect(refusalOf(file, cast.leadProposer, '2026-04-21', rate(9, verdict('satisfied')))).toBe('not-found');
  });
});

describe('a paper form 代录', () => {
  test('is entered by the office of the organ with the scan, and is marked with both', () => {
    const file = play(issued(), [
      cast.congressOffice,
      '2026-04-20',
      enterForProposer(1, verdict('satisfied'), 77),
    ]);
    expect(file.ratings[0]).toMatchObject({
      proposerId: 11,
      state: 'sealed',
      enteredBy: cast.congressOffice.personId,
      scanId: 77,
    });
  });

  test('not without the scan', () => {
    expect(
      refusalOf(issued(), cast.congressOffice, '2026-04-20', enterForProposer(1, verdict('satisfied'), null)),
    ).toBe('rating-scan-missing');
  });

  test('by nobody else', () => {
    const allowed = everyone.filter(
      (actor) =>
        refusalOf(issued(), actor, '2026-04-20', enterForProposer(1, verdict('satisfied'), 77)) === null,
    );
    expect(allowed).toEqual([cast.congressOffice]);
  });

  test('不满意 on paper opens a round just the same', () => {
    const file = play(issued(), [
      cast.congressOffice,
      '2026-04-20',
      enterForProposer(1, verdict('dissatisfied'), 77),
    ]);
    expect(file.duties[0]).toMatchObject({ state: 'rehandling', round: 2 });
  });
});

describe('what a verdict must say', () => {
  const give = (part: object) =>
    refusalOf(issued(), cast.leadProposer, '2026-04-20', rate(1, { ...verdict('satisfied'), ...part }));

  test('levels of the ruleset for attitude and outcome, apart', () => {
    expect(give({ attitude: 'excellent' })).toBe('rating-level-unknown');
    expect(give({ outcome: '' })).toBe('rating-level-unknown');
    expect(give({ attitude: 'basicallySatisfied' })).toBeNull();
  });

  test('不满意 has a reason, whether on attitude or on outcome', () => {
    expect(give({ attitude: 'dissatisfied' })).toBe('rating-reason-missing');
    expect(give({ outcome: 'dissatisfied', reason: ' ' })).toBe('rating-reason-missing');
    expect(give({ outcome: 'dissatisfied', reason: '未办' })).toBeNull();
    expect(give({ reason: '长'.repeat(5_001) })).toBe('field-too-long');
  });

  test('every point once, and no other', () => {
    const [first, second] = verdict('satisfied').points;
    expect(give({ points: [first] })).toBe('rating-point-missing');
    expect(give({ points: [first, second, { no: 3, verdict: 'done' }] })).toBe('field-invalid');
    expect(give({ points: [first, second, { no: 2, verdict: 'notDone' }] })).toBe('field-invalid');
    expect(
      give({
        points: [
          { no: 1, verdict: 'partly' },
          { no: 2, verdict: 'notYet' },
        ],
      }),
    ).toBeNull();
  });
});

describe('silence', () => {
  test('is unrated: the matter stays replied however long nobody says anything', () => {
    expect(caseIsRated(issued())).toBe(false);
    expect(issued().matter.stage).toBe('replied');
  });

  test('of a co-proposer does not hold up the round where the lead’s verdict counts', () => {
    const file = play(issued(), [cast.leadProposer, '2026-04-20', rate(1, verdict('satisfied'))]);
    expect(file.matter.stage).toBe('rated');
    const silentLead = play(issued(), [cast.coProposer, '2026-04-20', rate(2, verdict('satisfied'))]);
    expect(silentLead.matter.stage).toBe('replied');
  });

  test('of a co-proposer does hold it up where everyone must rate', () => {
    const strict = caseFile({ ruleset: { ...ruleset, rating: { ...ruleset.rating, who: 'everyProposer' } } });
    const one = play(issued(undefined, strict), [
      cast.leadProposer,
      '2026-04-20',
      rate(1, verdict('satisfied')),
    ]);
    expect(one.matter.stage).toBe('replied');
    expect(play(one, [cast.coProposer, '2026-04-21', rate(2, verdict('satisfied'))]).matter.stage).toBe(
      'rated',
    );
  });

  test('a matter without proposers on the register is never taken as rated', () => {
    expect(caseIsRated({ ...issued(), proposerIds: [] })).toBe(false);
  });
});

describe('不满意 opens the next round (law 8)', () => {
  test.each([
    ['attitude', verdict('dissatisfied', 'satisfied')],
    ['outcome', verdict('satisfied', 'dissatisfied')],
  ])('on %s alone', (_, given) => {
    const outcome = attempt(issued(), [cast.leadProposer, '2026-04-20', rate(1, given)]);
    expect(outcome).toMatchObject({
      file: {
        duties: [{ state: 'rehandling', round: 2, roundOpenedOn: '2026-04-20' }],
        matter: { stage: 'rehandling' },
      },
      events: [
        { event: { type: 'ratingSealed' } },
        { event: { type: 'roundOpened', round: 2, reason: '未见护学岗' } },
        { event: { type: 'stageMoved' } },
      ],
    });
  });

  test('the first round stays as it was: reply, letter number and verdict', () => {
    const [before, after] = [issued(), issuedAgain()];
    expect(after.replies[0]).toEqual(before.replies[0]);
    expect(after.ratings[0]).toMatchObject({
      round: 1,
      state: 'sealed',
      verdict: { outcome: 'dissatisfied' },
    });
  });

  test('基本满意 opens none, unless the ruleset says so', () => {
    const given = rate(1, { ...verdict('basicallySatisfied'), reason: '还可更好' });
    expect(play(issued(), [cast.leadProposer, '2026-04-20', given]).matter.stage).toBe('rated');
    const satisfaction = ruleset.satisfaction.map((level) => ({
      ...level,
      opensRound: level.code !== 'satisfied',
    }));
    const strict = issued(undefined, caseFile({ ruleset: { ...ruleset, satisfaction } }));
    expect(play(strict, [cast.leadProposer, '2026-04-20', given]).matter.stage).toBe('rehandling');
  });

  test('a co-proposer’s 不满意 in the same round finds the round open, and is kept', () => {
    const file = play(rehandling(), [cast.coProposer, '2026-04-22', rate(2, verdict('dissatisfied'))]);
    expect(file.duties[0]).toMatchObject({ state: 'rehandling', round: 2, roundOpenedOn: '2026-04-20' });
    expect(file.ratings[1]).toMatchObject({
      round: 1,
      state: 'sealed',
      verdict: { attitude: 'dissatisfied' },
    });
  });

  test('a co-proposer’s 不满意 after the lead was satisfied opens it too', () => {
    const file = play(
      issued(),
      [cast.leadProposer, '2026-04-20', rate(1, verdict('satisfied'))],
      [cast.coProposer, '2026-04-21', rate(2, verdict('dissatisfied'))],
    );
    expect(file.matter.stage).toBe('rehandling');
  });

  test('once the second letter is out, the first is no longer rated', () => {
    expect(refusalOf(issuedAgain(), cast.coProposer, '2026-04-26', rate(2, verdict('satisfied')))).toBe(
      'rating-not-open',
    );
    expect(refusalOf(issuedAgain(), cast.coProposer, '2026-04-26', rate(4, verdict('satisfied')))).toBeNull();
  });

  test('不满意 again opens a third', () => {
    const file = play(issuedAgain(), [cast.leadProposer, '2026-04-27', rate(3, verdict('dissatisfied'))]);
    expect(file.duties[0]).toMatchObject({ state: 'rehandling', round: 3 });
  });

  test('分办: only the unit whose reply was bad handles again', () => {
    const both = play(
      issued([
        [units.education, 'separate'],
        [units.transport, 'separate'],
      ]),
      [cast.transportOffice, '2026-04-08', signFor(2)],
      [
        cast.transportOffice,
        '2026-04-08',
        onDuty(2, {
          type: 'subAssign',
          sectionId: null,
          handlerId: cast.transportHandler.personId,
          leaderId: cast.transportLeader.personId,
        }),
      ],
      [cast.transportHandler, '2026-04-09', contact(2, '2026-04-09')],
      [cast.transportHandler, '2026-04-09', draft(2)],
      [cast.transportHandler, '2026-04-09', save(2)],
      [cast.transportHandler, '2026-04-09', onReply(2, { type: 'submit' })],
      [cast.transportOffice, '2026-04-10', approve(2)],
      [cast.transportOffice, '2026-04-10', approve(2)],
      [cast.transportLeader, '2026-04-10', approve(2)],
      [cast.transportLeader, '2026-04-10', issue(2)],
    );
    expect(both.matter.stage).toBe('replied');
    const file = play(both, [cast.leadProposer, '2026-04-20', rate(3, verdict('dissatisfied'))]);
    expect(file.duties.map((duty) => duty.state)).toEqual(['answered', 'rehandling']);
    expect(file.matter.stage).toBe('rehandling');
    expect(refusalOf(file, cast.leadProposer, '2026-04-21', rate(1, verdict('satisfied')))).toBeNull();
  });
});

describe('a matter that has ended', () => {
  test('takes no rating; the office reopens it first', () => {
    expect(refusalOf(closed(), cast.coProposer, '2026-05-09', rate(2, verdict('dissatisfied')))).toBe(
      'rating-not-open',
    );
    expect(
      refusalOf(
        closed(),
        cast.congressOffice,
        '2026-05-09',
        enterForProposer(2, verdict('dissatisfied'), 77),
      ),
    ).toBe('rating-not-open');
    const again = play(closed(), [
      cast.congressOffice,
      '2026-05-10',
      onMatter({ type: 'reopen', reason: '联名代表来函' }),
    ]);
    expect(refusalOf(again, cast.coProposer, '2026-05-11', rate(2, verdict('dissatisfied')))).toBeNull();
  });

  test('nor does a withdrawn one', () => {
    const file = play(issued(), [
      cast.congressOffice,
      '2026-04-10',
      onMatter({ type: 'withdraw', reason: '撤回' }),
    ]);
    expect(refusalOf(file, cast.leadProposer, '2026-04-11', rate(1, verdict('satisfied')))).toBe(
      'rating-not-open',
    );
  });

  test('an unassigned matter has nothing to rate', () => {
    expect(assigned().ratings).toEqual([]);
  });
});
