import { describe, expect, test } from 'vitest';
import { cast, sections, units } from '#test/support/builders.ts';
import {
  approve,
  assigned,
  attempt,
  contact,
  draft,
  drafted,
  inReview,
  issued,
  onDuty,
  onReply,
  play,
  refusalOf,
  save,
  signed,
  signFor,
} from '#test/support/story.ts';

const { education, transport, health } = units;
const give = (part: object = {}) =>
  onDuty(1, {
    type: 'subAssign',
    sectionId: sections.exams,
    handlerId: cast.educationSecondHandler.personId,
    leaderId: cast.educationLeader.personId,
    ...part,
  });
const handOver = (toId: number, reason = '岗位调整') => onDuty(1, { type: 'handOver', toId, reason });

describe('distributing inside the unit', () => {
  test('names section, handler and responsible leader, and can be done anew', () => {
    const file = play(signed(), [cast.educationOffice, '2026-03-05', give()]);
    expect(file.duties[0]).toMatchObject({
      state: 'signed',
      sectionId: sections.exams,
      handlerId: cast.educationSecondHandler.personId,
      leaderId: cast.educationLeader.personId,
    });
  });

  test('the section that had it loses it, the new one has it', () => {
    const file = play(signed(), [cast.schoolsHead, '2026-03-05', give()]);
    expect(refusalOf(file, cast.schoolsHead, '2026-03-06', give())).toBe('not-yours');
    expect(refusalOf(file, cast.educationHandler, '2026-03-06', draft(1))).toBe('not-yours');
    expect(refusalOf(file, cast.examsHead, '2026-03-06', give())).toBeNull();
    expect(refusalOf(file, cast.educationSecondHandler, '2026-03-06', draft(1))).toBeNull();
  });

  test('only sections and people of the unit', () => {
    const to = (part: object) => refusalOf(signed(), cast.educationOffice, '2026-03-05', give(part));
    expect(to({ sectionId: sections.roads })).toBe('section-not-of-unit');
    expect(to({ handlerId: cast.transportHandler.personId })).toBe('person-not-of-unit');
    expect(to({ leaderId: cast.transportLeader.personId })).toBe('person-not-of-unit');
    expect(to({ sectionId: null })).toBeNull();
  });

  test('a handler handles and a leader leads: other people of the unit are neither', () => {
    const to = (part: object) => refusalOf(signed(), cast.educationOffice, '2026-03-05', give(part));
    for (const { personId } of [cast.educationLeader, cast.schoolsHead, cast.educationOffice])
      expect(to({ handlerId: personId })).toBe('person-not-of-unit');
    for (const { personId } of [cast.educationHandler, cast.schoolsHead, cast.educationOffice])
      expect(to({ leaderId: personId })).toBe('person-not-of-unit');
    const over = handOver(cast.schoolsHead.personId);
    expect(refusalOf(signed(), cast.educationOffice, '2026-03-05', over)).toBe('person-not-of-unit');
  });

  test('the office may name the section only; its head then names the handler', () => {
    const file = play(
      assigned(),
      [cast.educationOffice, '2026-03-03', signFor(1)],
      [cast.educationOffice, '2026-03-03', give({ sectionId: sections.schools, handlerId: null })],
    );
    expect(file.duties[0]).toMatchObject({ sectionId: sections.schools, handlerId: null });
    const named = give({ sectionId: sections.schools, handlerId: cast.educationHandler.personId });
    expect(refusalOf(file, cast.educationHandler, '2026-03-04', named)).toBe('not-yours');
    expect(refusalOf(file, cast.schoolsHead, '2026-03-04', named)).toBeNull();
  });

  test('a duty is given to somebody: to a section, a handler, or both', () => {
    const nobody = give({ sectionId: null, handlerId: null });
    expect(refusalOf(signed(), cast.educationOffice, '2026-03-05', nobody)).toBe('handler-missing');
  });

  test('not before signing, not after answering, not by handler, leader, supervisor or another unit', () => {
    expect(refusalOf(assigned(), cast.educationOffice, '2026-03-05', give())).toBe('wrong-state');
    expect(refusalOf(issued(), cast.educationOffice, '2026-05-05', give())).toBe('wrong-state');
    for (const actor of [cast.educationHandler, cast.educationLeader, cast.supervisor, cast.transportOffice])
      expect(refusalOf(signed(), actor, '2026-03-05', give())).toBe('not-yours');
  });
});

describe('handing over to another handler', () => {
  test('in any state in which the unit has the duty; the first handler loses his standing', () => {
    const second = cast.educationSecondHandler.personId;
    for (const file of [assigned(), signed(), inReview(), issued()]) {
      const next = play(file, [cast.educationOffice, '2026-05-05', handOver(second)]);
      expect(next.duties[0]).toMatchObject({ handlerId: second, state: file.duties[0]?.state });
    }
    const file = play(drafted(), [cast.schoolsHead, '2026-03-20', handOver(second)]);
    expect(refusalOf(file, cast.educationHandler, '2026-03-21', save(1))).toBe('not-yours');
    expect(refusalOf(file, cast.educationSecondHandler, '2026-03-21', save(1))).toBeNull();
  });

  test('not to a stranger, not without a reason, not by the handler himself', () => {
    const to = cast.educationSecondHandler.personId;
    expect(
      refusalOf(signed(), cast.educationOffice, '2026-03-05', handOver(cast.transportHandler.personId)),
    ).toBe('person-not-of-unit');
    expect(refusalOf(signed(), cast.educationOffice, '2026-03-05', handOver(to, ' '))).toBe('field-empty');
    expect(refusalOf(signed(), cast.educationHandler, '2026-03-05', handOver(to))).toBe('not-yours');
  });

  test('records from whom to whom', () => {
    const outcome = attempt(signed(), [
      cast.educationOffice,
      '2026-03-05',
      handOver(cast.educationSecondHandler.personId),
    ]);
    expect(outcome).toMatchObject({
      events: [
        { on: 'assignment', event: { type: 'handedOver', fromId: 104, toId: 105, reason: '岗位调整' } },
      ],
    });
  });
});

describe('a unit without sections', () => {
  test('its office stands in for the section head, so that a reply can be cleared', () => {
    const file = play(
      assigned([[health, 'sole']]),
      [cast.healthOffice, '2026-03-03', signFor(1)],
      [
        cast.healthOffice,
        '2026-03-03',
        onDuty(1, {
          type: 'subAssign',
          sectionId: null,
          handlerId: cast.healthHandler.personId,
          leaderId: cast.healthLeader.personId,
        }),
      ],
      [cast.healthHandler, '2026-03-10', contact(1, '2026-03-10')],
      [cast.healthHandler, '2026-03-11', draft(1)],
      [cast.healthHandler, '2026-03-12', save(1)],
      [cast.healthHandler, '2026-03-13', onReply(1, { type: 'submit' })],
      [cast.healthOffice, '2026-03-14', approve(1)],
      [cast.healthOffice, '2026-03-14', approve(1)],
      [cast.healthLeader, '2026-03-15', approve(1)],
    );
    expect(file.replies[0]?.state).toBe('cleared');
  });

  test('where there is a section, the office does not stand in for it', () => {
    expect(refusalOf(inReview(), cast.educationOffice, '2026-04-01', approve(1))).toBe('not-yours');
  });
});

describe('people of another unit on the same matter', () => {
  test.each([cast.transportOffice, cast.transportLeader, cast.transportHandler])(
    '$name has no power over education’s duty',
    (actor) => {
      const file = play(
        drafted([
          [education, 'lead'],
          [transport, 'assist'],
        ]),
        [cast.transportOffice, '2026-03-04', signFor(2)],
        [
          cast.transportOffice,
          '2026-03-04',
          onDuty(2, {
            type: 'subAssign',
            sectionId: sections.roads,
            handlerId: cast.transportHandler.personId,
            leaderId: cast.transportLeader.personId,
          }),
        ],
      );
      const commands = [
        signFor(1),
        give(),
        handOver(cast.educationSecondHandler.personId),
        contact(1, '2026-03-20'),
        draft(1),
        save(1),
        onReply(1, { type: 'submit' }),
        approve(1),
        onReply(1, { type: 'recall' }),
      ];
      for (const command of commands) expect(refusalOf(file, actor, '2026-03-20', command)).toBe('not-yours');
    },
  );
});
