import { assignRoundMessages } from '#contract/messages/assign-round.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';

export const t = texts(assignRoundMessages);
export const c = texts(commonMessages);
