import { setPreferences } from '#contract/account.ts';
import type { Language } from '#contract/messages/message.ts';
import { call } from '#web/shared/api.ts';
import { isLargeType, setLargeType } from '#web/shared/appearance.ts';
import { currentLanguage, setLanguage } from '#web/shared/language.ts';

const stored = 'luoshi.chosen-here';

/** Chosen by hand before signing in: it then goes before what the account remembers. */
const isChosen = (): boolean => sessionStorage.getItem(stored) === 'yes';

const noteChoice = (signedIn: boolean): void => {
  if (signedIn) void remember();
  else sessionStorage.setItem(stored, 'yes');
};

const remember = async (): Promise<void> => {
  try {
    await call(setPreferences, { body: { language: currentLanguage(), largeType: isLargeType() } });
  } catch {
    // The device remembers it in any case; the account learns it with the next choice.
  }
};

export const chooseLanguage = (language: Language, signedIn: boolean): void => {
  setLanguage(language);
  noteChoice(signedIn);
};

export const chooseLargeType = (large: boolean, signedIn: boolean): void => {
  setLargeType(large);
  noteChoice(signedIn);
};

/** After a sign-in: what was chosen on the sign-in page is kept, else the account's preferences apply. */
export const settlePreferences = (account: {
  readonly language: Language;
  readonly largeType: boolean;
}): void => {
  if (isChosen()) {
    sessionStorage.removeItem(stored);
    if (account.language !== currentLanguage() || account.largeType !== isLargeType()) void remember();
    return;
  }
  if (account.language !== currentLanguage()) setLanguage(account.language);
  if (account.largeType !== isLargeType()) setLargeType(account.largeType);
};
