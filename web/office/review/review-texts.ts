import { reviewMessages } from '#contract/messages/review.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';

/** The texts of the review desk. */
export const t = texts(reviewMessages);

/** A name of the ruleset in the language of the page. */
export const nameOf = (name: { readonly zh: string; readonly en: string }): string =>
  name[currentLanguage() === 'en' ? 'en' : 'zh'];
