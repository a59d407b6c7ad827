/** The language of the pages: Chinese unless the person chose English; remembered on this device and in the account. */
import { fill, type Language, type MessageTable } from '#contract/messages/message.ts';

const stored = 'luoshi.language';

const read = (): Language => {
  try {
    return localStorage.getItem(stored) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
};

let language: Language = read();
const listeners = new Set<() => void>();

export const currentLanguage = (): Language => language;

export const setLanguage = (next: Language): void => {
  language = next;
  try {
    localStorage.setItem(stored, next);
  } catch {
    // Private windows refuse storage; the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
};

export const onLanguageChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The text function of one message table: `const t = texts(ledgerMessages)`; `t('ledger.title')`. */
export const texts =
  <const T extends MessageTable>(table: T) =>
  (key: keyof T & string, params: Readonly<Record<string, string | number>> = {}): string => {
    const message = table[key];
    return message === undefined ? key : fill(message, language, params);
  };

/** One of a pair of texts that came from the server. */
export const pick = (text: { readonly zh: string; readonly en: string }): string => text[language];
