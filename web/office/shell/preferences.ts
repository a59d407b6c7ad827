import { setPreferences } from '#contract/account.ts';
import type { Language } from '#contract/messages/message.ts';
import { call } from '#web/shared/api.ts';
import { isLargeType, setLargeType } from '#web/shared/appearance.ts';
import { currentLanguage, setLanguage } from '#web/shared/language.ts';

/** Chosen by hand on this page; it then goes before what the account remembers. */
let chosen = false;

const remember = async (): Promise<void> => {
  try {
    await call(setPreferences, { body: { language: currentLanguage(), largeType: isLargeType() } });
  } catch {
    // The device remembers it in any case; the account learns it with the next choice.
  }
};

export const chooseLanguage = (language: Language, signedIn: boolean): void => {
  chosen = true;
  setLanguage(language);
  if (signedIn) void remember();
};

export const chooseLargeType = (large: boolean, signedIn: boolean): void => {
  chosen = true;
  setLargeType(large);
  if (signedIn) void remember();
};

/** After a sign-in: what was chosen on the sign-in page is kept, else the account's preferences apply. */
export const settlePreferences = (account: { readonly language: Language; readonly largeType: boolean }): void => {
  if (chosen) {
    if (account.language !== currentLanguage() || account.largeType !== isLargeType()) void remember();
    chosen = false;
    return;
  }
  if (account.language !== currentLanguage()) setLanguage(account.language);
  if (account.largeType !== isLargeType()) setLargeType(account.largeType);
};
