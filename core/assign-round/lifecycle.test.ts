/** Reviewed against the rules cited in the table; `+` may, `s` wrong state, `-` not theirs. */
import { describe } from 'vitest';
import { standings } from '../access.ts';
import { testMatrix } from '#test/support/matrix.ts';
import { roundLifecycle } from './lifecycle.ts';
import { roundStates } from './round.ts';

const grid = (who: readonly string[], ...where: string[]): string =>
  [
    roundStates.join(' '),
    ...standings.map((one) =>
      [
        one,
        ...roundStates.map((state) => (who.includes(one) ? (where.includes(state) ? '+' : 's') : '-')),
      ].join(' '),
    ),
  ].join('\n');

const offices = ['supervisor', 'organ-office'];

describe('a round of proposed assignments', () => {
  testMatrix(roundLifecycle, roundStates, {
    grids: {
      openRound: grid(offices, 'draft'),
      changeRound: grid(offices, 'draft', 'open', 'over'),
      propose: grid(offices, 'draft', 'open', 'over'),
      answerProposal: grid(['unit-office'], 'open'),
      keepProposal: grid(offices, 'open', 'over'),
      assignFromRound: grid(offices, 'open', 'over'),
      endRound: grid(offices, 'draft', 'open', 'over'),
    },
    rules: {
      openRound: ['open', 'hasMatters', 'closesLater'],
      changeRound: [['draft', 'open', 'over'], 'closesLater'],
      propose: ['same'],
      answerProposal: ['same'],
      keepProposal: ['same'],
      assignFromRound: ['same'],
      endRound: ['ended'],
    },
  });
});
