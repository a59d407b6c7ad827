import type { ReplyContent } from '#core/reply/reply.ts';
import type { LocalDate } from '#core/words.ts';
import { describe, expect, test } from 'vitest';
import { cast, units } from '#test/support/builders.ts';
import { dutyOf, refused, unitOwes } from '#test/support/clock-story.ts';
import {
  attempt,
  closed,
  issued,
  onDuty,
  onMatter,
  play,
  refusalOf,
  rehandling,
  signed,
} from '#test/support/story.ts';
import { allowedOnAssignment } from './allowed.ts';
import type { CaseFile } from './case-file.ts';
import { askedAfterReply } from './due.ts';

const { congressOffice, educationHandler, educationOffice, supervisor, transportOffice } = cast;

const publish = (on: LocalDate, place: string | null = 'https://www.example.cn/1', reason = '') =>
  onDuty(1, { type: 'recordDisclosure', on, place, reason });
const report = (on: LocalDate, settled = false, text = '已完成设计招标') =>
  onDuty(1, { type: 'recordFollowUp', on, text, settled });

/** Issued on 2026-04-07 as a B that is published by itself. */
const promised = (change: Partial<ReplyContent> = {}, file = issued()): CaseFile => ({
  ...file,
  replies: file.replies.map((reply) => ({
    ...reply,
    content: { ...reply.content, resultClass: 'B', ...change },
  })),
});

const stillAsked = (file: CaseFile) =>
  askedAfterReply(file, dutyOf(file)).map(({ duty, date }) => [duty, date.date]);

describe('what a unit records after its reply', () => {
  test('where it was published settles that, and what was promised stays asked for', () => {
    const file = promised();
    expect(stillAsked(file)).toEqual([
      ['disclose', '2026-05-08'],
      ['followUp', '2026-10-07'],
    ]);
    for (const who of [educationOffice, congressOffice]) {
      const on = play(file, [who, '2026-04-10', publish('2026-04-09', ' https://www.example.cn/1 ')]);
      expect(dutyOf(on).afterReply).toEqual([
        {
          duty: 'disclose',
          round: 1,
          recordedOn: '2026-04-10',
          on: '2026-04-09',
          place: 'https://www.example.cn/1',
          reason: '',
        },
      ]);
      expect(stillAsked(on)).toEqual([['followUp', '2026-10-07']]);
      expect([dutyOf(on).state, on.matter.stage]).toEqual(['answered', file.matter.stage]);
    }
  });

  test('or why it is not public, which settles it too', () => {
    const on = play(promised(), [educationOffice, '2026-04-10', publish('2026-04-10', null, '涉及商业秘密')]);
    expect(dutyOf(on).afterReply).toMatchObject([{ place: null, reason: '涉及商业秘密' }]);
    expect(stillAsked(on)).toEqual([['followUp', '2026-10-07']]);
  });

  test('a report that settles nothing asks for the next by the same rule, and says from when it counts', () => {
    const first = play(promised(), [educationOffice, '2026-10-08', report('2026-10-01')]);
    expect(stillAsked(first)).toContainEqual(['followUp', '2027-04-01']);
    const next = askedAfterReply(first, dutyOf(first)).find(({ duty }) => duty === 'followUp');
    expect(next?.date.why.start).toEqual({ event: 'reported', date: '2026-10-01' });
    const done = play(first, [congressOffice, '2027-03-01', report('2027-02-20', true)]);
    expect(stillAsked(done)).toEqual([['disclose', '2026-05-08']]);
    expect(dutyOf(done).afterReply.map((one) => one.on)).toEqual(['2026-10-01', '2027-02-20']);
    expect(refusalOf(done, educationOffice, '2027-03-02', report('2027-03-01'))).toBe('follow-up-settled');
  });

  test('it is no duty of the unit that could be late, and a closed matter leaves it standing', () => {
    expect(unitOwes(promised())).toBeNull();
    const over = promised({}, closed());
    expect(stillAsked(over)).toHaveLength(2);
    const done = play(over, [educationOffice, '2026-06-01', publish('2026-05-30')]);
    expect(done.matter.stage).toBe('closed');
    expect(stillAsked(done)).toEqual([['followUp', '2026-10-07']]);
  });
});

describe('what is refused', () => {
  test('before the reply, and while the matter is handled again', () => {
    for (const file of [signed(), promised({}, rehandling())])
      for (const command of [publish('2026-04-20'), report('2026-04-20')])
        expect(refusalOf(file, educationOffice, '2026-04-21', command)).toBe('wrong-state');
  });

  test('an opinion of an assisting unit is no reply', () => {
    const file = promised();
    const opinion = { ...dutyOf(file), id: 2, unitId: units.transport, role: 'assist' as const };
    const both = { ...file, duties: [...file.duties, opinion] };
    const command = { type: 'recordFollowUp', on: '2026-04-08', text: '已办', settled: true } as const;
    expect(refusalOf(both, transportOffice, '2026-04-09', onDuty(2, command))).toBe('after-reply-early');
  });

  test('twice, and what was never asked', () => {
    const on = play(promised(), [educationOffice, '2026-04-10', publish('2026-04-09')]);
    expect(refused(on, educationOffice, '2026-04-11', publish('2026-04-10'))).toMatchObject({
      code: 'disclosure-recorded',
      params: { on: '2026-04-09' },
    });
    const kept = promised({ disclosure: 'notPublic', disclosureReason: '涉及商业秘密', resultClass: 'A' });
    expect(refusalOf(kept, educationOffice, '2026-04-10', publish('2026-04-09'))).toBe(
      'disclosure-not-asked',
    );
    expect(refusalOf(kept, educationOffice, '2026-04-10', report('2026-04-09'))).toBe('follow-up-not-asked');
  });

  test('a day to come, one before the reply, and one before the last report', () => {
    const file = promised();
    for (const command of [publish, report]) {
      expect(refusalOf(file, educationOffice, '2026-04-10', command('2026-04-11'))).toBe(
        'after-reply-future',
      );
      expect(refused(file, educationOffice, '2026-04-10', command('2026-04-06'))).toMatchObject({
        code: 'after-reply-before',
        params: { earliest: '2026-04-07' },
        at: 'on',
      });
    }
    const first = play(file, [educationOffice, '2026-10-08', report('2026-10-01')]);
    expect(refusalOf(first, educationOffice, '2026-10-09', report('2026-09-30'))).toBe('after-reply-before');
  });

  test('nothing said', () => {
    const file = promised();
    const at = (command: ReturnType<typeof publish>) => refused(file, educationOffice, '2026-04-10', command);
    expect(at(publish('2026-04-09', ' '))).toMatchObject({ code: 'field-empty', at: 'place' });
    expect(at(publish('2026-04-09', null, ' '))).toMatchObject({ code: 'field-empty', at: 'reason' });
    expect(at(report('2026-04-09', true, ''))).toMatchObject({ code: 'field-empty', at: 'text' });
  });

  test('whoever is not the unit’s or the organ’s office', () => {
    const file = promised();
    for (const who of [supervisor, educationHandler, cast.leadProposer, transportOffice, cast.cppccOffice])
      expect(attempt(file, [who, '2026-04-10', publish('2026-04-09')]).ok).toBe(false);
    expect(attempt(file, [cast.nobody, '2026-04-10', report('2026-04-09')]).ok).toBe(false);
  });

  test('of a matter that was withdrawn or merged: it asks for nothing either', () => {
    const withdrawn = play(promised(), [
      congressOffice,
      '2026-04-08',
      onMatter({ type: 'withdraw', reason: '代表书面撤回' }),
    ]);
    const merged: CaseFile = { ...promised(), matter: { ...promised().matter, stage: 'merged' } };
    for (const file of [withdrawn, merged]) {
      expect(stillAsked(file)).toEqual([]);
      expect(refusalOf(file, educationOffice, '2026-04-10', publish('2026-04-09'))).toBe('wrong-state');
      expect(refusalOf(file, educationOffice, '2026-04-10', report('2026-04-09'))).toBe('wrong-state');
    }
  });

  test('the buttons say the same', () => {
    const offered = (file: CaseFile) =>
      allowedOnAssignment(file, dutyOf(file), {
        actor: educationOffice,
        at: { instant: '2026-04-10T02:00:00.000Z', date: '2026-04-10' },
        facts: {},
      }).flatMap(({ action, refusal }) =>
        action === 'recordDisclosure' || action === 'recordFollowUp' ? [[action, refusal?.code ?? null]] : [],
      );
    expect(offered(promised())).toEqual([
      ['recordDisclosure', null],
      ['recordFollowUp', null],
    ]);
    expect(offered(issued())).toEqual([
      ['recordDisclosure', null],
      ['recordFollowUp', 'follow-up-not-asked'],
    ]);
    expect(offered(signed())).toEqual([]);
  });
});
