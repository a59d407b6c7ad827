import { commonMessages } from '#contract/messages/common.ts';
import type { MessageTable } from '#contract/messages/message.ts';
import { supervisionMessages } from '#contract/messages/supervision.ts';
import { texts } from '#web/shared/language.ts';

export const t = texts(supervisionMessages);
export const c = texts(commonMessages);
/** For keys that are put together from a code of the contract. */
export const anyT = texts(supervisionMessages as MessageTable);
