import { setPreferences } from '#contract/account.ts';
import type { Language } from '#contract/messages/message.ts';
import { call } from '#web/shared/api.ts';
import { isLargeType, setLargeType } from '#web/shared/appearance.ts';
import { currentLanguage, setLanguage } from '#web/shared/language.ts';

/** Chosen by hand since the page was loaded; it then goes before what the account remembers. */
let chosen = false;

/** The device remembers it in any case; the account learns it with the next choice if it could not be told. */
const remember = (): void => {
  call(setPreferences, { body: { language: currentLanguage(), largeType: isLargeType() } }).catch(
    () => undefined,
  );
};

export const chooseLanguage = (language: Language, signedIn: boolean): void => {
  chosen = true;
  setLanguage(language);
  if (signedIn) remember();
};

export const chooseLargeType = (large: boolean, signedIn: boolean): void => {
  chosen = true;
  setLargeType(large);
  if (signedIn) remember();
};

type Preferences = { readonly language: Language; readonly largeType: boolean };

/**
 * After a sign-in. What was chosen on the sign-in page is kept and told to the account; else the account's language
 * applies, and large type wherever it was ever chosen: nobody's letters shrink by signing in.
 */
export const settlePreferences = (account: Preferences): void => {
  if (chosen) {
    chosen = false;
    if (account.language !== currentLanguage() || account.largeType !== isLargeType()) remember();
    return;
  }
  if (account.language !== currentLanguage()) setLanguage(account.language);
  if (account.largeType && !isLargeType()) setLargeType(true);
};
