/** Reviewed against the rules cited in the tables; `+` may, `s` wrong state, `-` not theirs. */
import { describe } from 'vitest';
import { testMatrix } from '#test/support/matrix.ts';
import { noticeLifecycle, urgeLifecycle } from './lifecycle.ts';
import { supervisionNoticeStates } from './notice.ts';
import { urgeStates } from './urge.ts';

const everyone = [
  'supervisor',
  'organ-office',
  'city-leader',
  'lead-proposer',
  'co-proposer',
  'unit-office',
  'unit-leader',
  'section-head',
  'handler',
  'reviewer',
  'fellow-unit',
] as const;

/** A grid in which only these may, in these states. */
const only = (
  states: readonly string[],
  who: readonly (typeof everyone)[number][],
  where: readonly string[],
): string =>
  [
    states.join(' '),
    ...everyone.map((one) =>
      [one, ...states.map((state) => (who.includes(one) ? (where.includes(state) ? '+' : 's') : '-'))].join(
        ' ',
      ),
    ),
  ].join('\n');

/** Who supervises issues, judges and takes back; the unit answers. No handler answers for his unit. */
const offices = ['supervisor', 'organ-office'] as const;
const unit = ['unit-office', 'unit-leader'] as const;

describe('urge slips', () => {
  const grid = (who: Parameters<typeof only>[1], ...where: string[]) => only(urgeStates, who, where);
  testMatrix(urgeLifecycle, urgeStates, {
    grids: {
      urge: grid(offices, 'unwritten'),
      acknowledgeUrge: grid(unit, 'sent'),
      takeBackUrge: grid(offices, 'sent'),
    },
    rules: {
      urge: ['sent', 'matterOpen', 'withinPower', 'somethingOwed', 'notUrgedToday'],
      acknowledgeUrge: [['sent', 'acknowledged'], 'ownPartOpen'],
      takeBackUrge: ['takenBack', 'withinPower'],
    },
  });
});

describe('supervision notices', () => {
  const grid = (who: Parameters<typeof only>[1], ...where: string[]) =>
    only(supervisionNoticeStates, who, where);
  testMatrix(noticeLifecycle, supervisionNoticeStates, {
    grids: {
      serveNotice: grid(offices, 'unwritten'),
      acknowledgeNotice: grid(unit, 'served'),
      reportBack: grid(unit, 'inHand'),
      settleNotice: grid(offices, 'reportedBack'),
      returnReport: grid(offices, 'reportedBack'),
      cancelNotice: grid(offices, 'served', 'inHand', 'reportedBack'),
    },
    rules: {
      serveNotice: ['served', 'withinPower', 'mattersOfUnit', 'ownMatters'],
      acknowledgeNotice: ['inHand'],
      reportBack: ['reportedBack'],
      settleNotice: ['settled', 'withinPower'],
      returnReport: ['inHand', 'withinPower'],
      cancelNotice: ['cancelled', 'withinPower'],
    },
  });
});
