import { currentLanguage } from '#web/shared/language.ts';
import { c, t } from './round-texts.ts';
import type { Reason } from './use-recommendations.ts';

/** How likely a unit is the one that answers, by a number from 0 to 1. */
export const likelyText = (score: number): string => t('round.likely', { percent: Math.round(score * 100) });

/** What that number says and what it does not. */
export const recommendationMeaning = (): string => t('round.likely.means');

/** Why a unit is recommended, in one sentence. */
export const reasonText = (reason: Reason): string => {
  const list = (words: readonly string[]): string => words.join(c('say.separator'));
  switch (reason.kind) {
    case 'duty':
      return t('round.reason.duty', { duty: reason[currentLanguage()], words: list(reason.words) });
    case 'ownDuty':
      return t('round.reason.ownDuty', { words: list(reason.words) });
    case 'past':
      return t('round.reason.past', { caseNo: reason.caseNo, title: reason.title });
    case 'place':
      return t('round.reason.place', { word: reason.word });
    default:
      return reason satisfies never;
  }
};
