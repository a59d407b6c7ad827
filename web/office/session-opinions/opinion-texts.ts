import { commonMessages } from '#contract/messages/common.ts';
import type { MessageTable } from '#contract/messages/message.ts';
import { sessionOpinionMessages } from '#contract/messages/session-opinion.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';

export const t = texts(sessionOpinionMessages);
export const c = texts(commonMessages);
/** For keys that are put together from a code of the contract. */
export const anyT = texts(sessionOpinionMessages as MessageTable);

/** A name that the ruleset gives in both languages. */
export const nameOf = (text: { readonly zh: string; readonly en: string }): string => text[currentLanguage()];
