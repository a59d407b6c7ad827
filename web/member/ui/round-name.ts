import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';

const t = texts(memberMessages);

/** 第一轮, 第二轮, 第三轮; numerals from the fourth on. */
export const roundName = (round: number): string =>
  round === 1 || round === 2 || round === 3 ? t(`round.${round}`) : t('round.name', { round });
