import { describe, expect, test } from 'vitest';
import { caseFile, cast, ruleset, units } from '#test/support/builders.ts';
import {
  assign,
  assigned,
  closed,
  handBack,
  issued,
  onDuty,
  onMatter,
  opinion,
  play,
  rehandling,
  signed,
  signFor,
} from '#test/support/story.ts';
import type { ReplyContent } from '../reply/reply.ts';
import type { CaseFile } from './case-file.ts';
import { askedAfterReply, handBackDue, owedByUnit, owedToProposer, ratingDue } from './due.ts';

const { education, transport } = units;
const reassign = {
  on: 'assignment',
  id: 1,
  command: { type: 'upholdAndReassign', note: '属交通', toUnitId: transport },
} as const;

/** Handed back on 03-04, reassigned to transport on 03-06 as duty 2. */
const reassigned = (file: CaseFile = caseFile()) =>
  play(
    assigned(undefined, file),
    [cast.educationOffice, '2026-03-04', handBack(1, transport)],
    [cast.supervisor, '2026-03-06', reassign],
  );

const unitOwes = (file: CaseFile, index = 0) => {
  const duty = file.duties[index];
  const owed = duty === undefined ? null : owedByUnit(file, duty);
  return owed === null ? null : [owed.duty, owed.date.date];
};
const proposerWaits = (file: CaseFile) => {
  const owed = owedToProposer(file);
  return owed === null ? null : [owed.duty, owed.date.date];
};

describe('what a unit owes next', () => {
  test('to sign for, then its reply or its opinion, then nothing', () => {
    const plan = [
      [education, 'lead'],
      [transport, 'assist'],
    ] as const;
    expect(unitOwes(assigned(plan))).toEqual(['signFor', '2026-03-09']);
    expect(unitOwes(signed(plan))).toEqual(['reply', '2026-06-02']);
    const assist = play(signed(plan), [cast.transportOffice, '2026-03-05', signFor(2)]);
    expect(unitOwes(assist, 1)).toEqual(['opinion', '2026-04-02']);
    expect(unitOwes(play(assist, [cast.transportOffice, '2026-03-06', opinion(2)]), 1)).toBeNull();
    expect(unitOwes(issued())).toBeNull();
  });

  test('a second round has its own clock, from the day it was opened', () => {
    expect(unitOwes(rehandling())).toEqual(['rehandle', '2026-05-20']);
  });

  test('while a hand-back waits, the assigning office owes its decision', () => {
    const file = play(assigned(), [cast.educationOffice, '2026-03-04', handBack(1, transport)]);
    expect(unitOwes(file)).toEqual(['decideHandBack', '2026-03-11']);
  });

  test('a duty that was handed back or revoked owes nothing', () => {
    expect(unitOwes(reassigned())).toBeNull();
    const revoked = play(assigned(), [
      cast.supervisor,
      '2026-03-05',
      onDuty(1, { type: 'revoke', reason: '误交' }),
    ]);
    expect(unitOwes(revoked)).toBeNull();
  });

  test('a ruleset without a date for the duty owes none', () => {
    const deadlines = ruleset.deadlines.filter((rule) => rule.duty !== 'signFor');
    expect(unitOwes(assigned(undefined, caseFile({ ruleset: { ...ruleset, deadlines } })))).toBeNull();
  });

  test('withdrawal and closing stop every clock (law 9)', () => {
    const withdraw = onMatter({ type: 'withdraw', reason: '撤回' });
    for (const file of [assigned(), signed(), rehandling()]) {
      const ended = play(file, [cast.congressOffice, '2026-06-01', withdraw]);
      expect(unitOwes(ended)).toBeNull();
      expect(proposerWaits(ended)).toBeNull();
    }
    const closedEarly = play(
      issued([
        [education, 'lead'],
        [transport, 'assist'],
      ]),
      [cast.congressOffice, '2026-05-01', onMatter({ type: 'close', reason: '代表出国' })],
    );
    expect(unitOwes(closedEarly, 1)).toBeNull();
    expect(proposerWaits(closed())).toBeNull();
  });
});

describe('reassigning and the clocks', () => {
  test('the proposer’s date does not move: it counts from the first assignment', () => {
    const before = owedToProposer(assigned());
    expect(owedToProposer(reassigned())).toEqual(before);
    expect(proposerWaits(reassigned())).toEqual(['reply', '2026-06-02']);
    const signedAgain = play(reassigned(), [cast.transportOffice, '2026-03-20', signFor(2)]);
    expect(owedToProposer(signedAgain)).toEqual(before);
  });

  test('nor does it vanish while the matter is without a unit', () => {
    const file = play(
      assigned(),
      [cast.educationOffice, '2026-03-04', handBack(1, transport)],
      [cast.supervisor, '2026-03-06', onDuty(1, { type: 'upholdHandBack', note: '同意' })],
    );
    expect(file.matter.stage).toBe('filed');
    expect(proposerWaits(file)).toEqual(['reply', '2026-06-02']);
    const later = play(file, [cast.supervisor, '2026-04-20', assign([transport, 'sole'])]);
    expect(proposerWaits(later)).toEqual(['reply', '2026-06-02']);
  });

  test('the new unit has the same reply date, or a new one where the ruleset restarts the clock', () => {
    const sign = [cast.transportOffice, '2026-03-07', signFor(2)] as const;
    expect(unitOwes(play(reassigned(), sign), 1)).toEqual(['reply', '2026-06-02']);
    const restarts = caseFile({ ruleset: { ...ruleset, reassignRestartsClock: true } });
    const file = play(reassigned(restarts), sign);
    expect(unitOwes(file, 1)).toEqual(['reply', '2026-06-06']);
    expect(proposerWaits(file)).toEqual(['reply', '2026-06-02']);
  });

  test('the new unit has its own days to sign for and to hand back', () => {
    const file = reassigned();
    const duty = file.duties[1];
    if (duty === undefined) throw new Error('no second duty');
    expect(unitOwes(file, 1)).toEqual(['signFor', '2026-03-13']);
    expect(handBackDue(file, duty)?.date).toBe('2026-03-17');
  });
});

describe('what the proposer waits for', () => {
  test('the assignment, the reply, the second reply, then nothing', () => {
    expect(proposerWaits(caseFile())).toEqual(['assign', '2026-03-12']);
    expect(proposerWaits(assigned())).toEqual(['reply', '2026-06-02']);
    expect(proposerWaits(signed())).toEqual(['reply', '2026-06-02']);
    expect(proposerWaits(issued())).toBeNull();
    expect(proposerWaits(rehandling())).toEqual(['rehandle', '2026-05-20']);
  });

  test('of several second rounds, the earliest', () => {
    const twice = closed();
    const duties = twice.duties.flatMap((duty) => [
      { ...duty, state: 'rehandling', roundOpenedOn: '2026-06-10' } as const,
      { ...duty, id: 2, unitId: transport, state: 'rehandling', roundOpenedOn: '2026-06-01' } as const,
    ]);
    const file: CaseFile = { ...twice, duties, matter: { ...twice.matter, stage: 'rehandling' } };
    expect(proposerWaits(file)).toEqual(['rehandle', '2026-07-01']);
  });
});

describe('what the rules ask after the reply', () => {
  const asked = (change: Partial<ReplyContent>) => {
    const file = issued();
    const replies = file.replies.map((reply) => ({ ...reply, content: { ...reply.content, ...change } }));
    const [duty] = file.duties;
    return duty === undefined
      ? null
      : askedAfterReply({ ...file, replies }, duty).map(({ duty: what, date }) => [what, date.date]);
  };

  test('to publish it within twenty working days, and to report on a B within six months', () => {
    expect(asked({})).toEqual([['disclose', '2026-05-08']]);
    expect(asked({ resultClass: 'B' })).toEqual([
      ['disclose', '2026-05-08'],
      ['followUp', '2026-10-07'],
    ]);
  });

  test('nothing of what is not published by itself, nor before the reply; and it is no duty that can be late', () => {
    expect(asked({ disclosure: 'notPublic', disclosureReason: '涉及商业秘密' })).toEqual([]);
    expect(asked({ disclosure: 'onRequest', disclosureReason: '依申请' })).toEqual([]);
    const [held] = signed().duties;
    expect(held === undefined ? null : askedAfterReply(signed(), held)).toEqual([]);
    expect(unitOwes(issued())).toBeNull();
  });
});

describe('what the proposer owes', () => {
  const rule = { duty: 'rate', base: 'issued', amount: { unit: 'month', count: 1 } } as const;
  const dated = caseFile({
    ruleset: {
      ...ruleset,
      undatedDuties: ruleset.undatedDuties.filter(({ duty }) => duty !== 'rate'),
      deadlines: [...ruleset.deadlines, { ...rule, source: ruleset.rating.source }],
    },
  });
  const datesOf = (file: CaseFile) =>
    file.ratings.map((one) => [one.round, one.state, ratingDue(file, one)?.date ?? null]);

  test('a rating by a month after the reply was issued, where a ruleset says so, and none once it is given', () => {
    expect(new Set(datesOf(issued(undefined, dated)).map(String))).toEqual(new Set(['1,open,2026-05-07']));
    const rated = datesOf(rehandling(undefined, dated));
    expect(rated).toContainEqual([1, 'sealed', null]);
  });

  test('no date where the ruleset sets none', () => {
    for (const [, , date] of datesOf(issued())) expect(date).toBeNull();
  });
});
