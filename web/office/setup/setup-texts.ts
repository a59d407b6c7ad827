import { channelMessages } from '#contract/messages/channel.ts';
import { calendarMessages } from '#contract/messages/calendar.ts';
import { intakeSetupMessages } from '#contract/messages/intake-setup.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { ordinal, setupMessages } from '#contract/messages/setup.ts';
import { setupPeopleMessages } from '#contract/messages/setup-people.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';

/** The texts of the set-up pages. */
export const t = texts({
  ...setupMessages,
  ...setupPeopleMessages,
  ...channelMessages,
  ...calendarMessages,
  ...intakeSetupMessages,
});
export const c = texts(commonMessages);

export const termText = (number: number): string => t('setup.term.name', ordinal(number));
export const sessionText = (number: number): string => t('setup.session.name', ordinal(number));

/** A name in the language of the page; what has no English name keeps its Chinese one. */
export const nameText = (named: { readonly name: string; readonly nameEn: string }): string =>
  currentLanguage() === 'en' && named.nameEn !== '' ? named.nameEn : named.name;
