/** Reviewed against the practice cited in the tables; `+` may, `s` wrong state, `-` not theirs. */
import { describe } from 'vitest';
import { type Standing, standings } from '#core/access.ts';
import { testMatrix } from '#test/support/matrix.ts';
import { referralLifecycle, sessionOpinionLifecycle, sessionRecordLifecycle } from './lifecycle.ts';
import { referralStates, sessionOpinionStates, sessionRecordStates } from './session-opinion.ts';

/** A grid in which only these may, in these states. */
const only =
  (states: readonly string[]) =>
  (who: readonly Standing[], ...where: readonly string[]): string =>
    [
      states.join(' '),
      ...standings.map((one) =>
        [one, ...states.map((state) => (who.includes(one) ? (where.includes(state) ? '+' : 's') : '-'))].join(
          ' ',
        ),
      ),
    ].join('\n');

/** The recorder writes; the offices check and forward; the unit answers. Nobody else has a hand in it. */
const writers = ['handler', 'organ-office'] as const;
const offices = ['supervisor', 'organ-office'] as const;
const unit = ['unit-office', 'unit-leader'] as const;

describe('records of a group', () => {
  const grid = only(sessionRecordStates);
  testMatrix(sessionRecordLifecycle, sessionRecordStates, {
    grids: {
      startRecord: grid(writers, 'unwritten'),
      saveRecord: grid(writers, 'draft'),
      submitRecord: grid(writers, 'draft'),
      discardRecord: grid(writers, 'draft'),
      checkRecord: grid(offices, 'submitted'),
    },
    rules: {
      startRecord: ['draft'],
      saveRecord: ['same'],
      submitRecord: ['submitted', 'heldByToday', 'somethingSaid'],
      discardRecord: ['discarded'],
      checkRecord: ['checked'],
    },
  });
});

describe('session opinions', () => {
  const grid = only(sessionOpinionStates);
  testMatrix(sessionOpinionLifecycle, sessionOpinionStates, {
    grids: {
      editOpinion: grid(offices, 'received', 'checked'),
      cutOpinion: grid(offices, 'received', 'checked'),
      mergeOpinion: grid(offices, 'received', 'checked'),
      checkOpinion: grid(offices, 'received'),
      dropOpinion: grid(offices, 'received', 'checked'),
      restoreOpinion: grid(offices, 'dropped'),
      joinSame: grid(offices, 'received', 'checked'),
      separate: grid(offices, 'joined'),
      forwardOpinion: grid(offices, 'checked', 'forwarded'),
      linkMatter: grid(offices, 'received', 'checked', 'forwarded', 'joined'),
    },
    rules: {
      editOpinion: ['same'],
      cutOpinion: ['same'],
      mergeOpinion: ['merged', 'noTwins', 'neighbour'],
      checkOpinion: ['checked'],
      dropOpinion: ['dropped', 'noTwins'],
      restoreOpinion: ['received'],
      joinSame: ['joined', 'noTwins'],
      separate: ['checked'],
      forwardOpinion: ['forwarded', 'unitsNamed'],
      linkMatter: ['same'],
    },
  });
});

describe('an opinion at a unit', () => {
  const grid = only(referralStates);
  testMatrix(referralLifecycle, referralStates, {
    grids: {
      answerReferral: grid(unit, 'sent'),
      closeReferral: grid(offices, 'answered'),
      sendBackAnswer: grid(offices, 'answered'),
      handBackReferral: grid(unit, 'sent'),
      recallReferral: grid(offices, 'sent'),
    },
    rules: {
      answerReferral: ['answered'],
      closeReferral: ['closed'],
      sendBackAnswer: ['sent'],
      handBackReferral: ['handedBack'],
      recallReferral: ['recalled'],
    },
  });
});
