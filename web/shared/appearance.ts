/** Colours, type size and language of a page. `startAppearance` runs once, before the first paint. */
import { currentLanguage, onLanguageChange } from './language.ts';
import { palette } from './palette.ts';

const stored = 'luoshi.large-type';

const read = (): boolean => {
  try {
    return localStorage.getItem(stored) === 'yes';
  } catch {
    return false;
  }
};

let large = read();
const listeners = new Set<() => void>();

const showLanguage = (): void => {
  document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
};

const showTypeSize = (): void => {
  if (large) document.documentElement.dataset['type'] = 'large';
  else delete document.documentElement.dataset['type'];
};

/** 关怀版, large type: remembered on this device, and in the account once one is signed in. */
export const isLargeType = (): boolean => large;

export const setLargeType = (next: boolean): void => {
  large = next;
  try {
    localStorage.setItem(stored, next ? 'yes' : 'no');
  } catch {
    // Private windows refuse storage; the choice then lasts as long as the page.
  }
  showTypeSize();
  for (const listener of listeners) listener();
};

export const onLargeTypeChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const startAppearance = (): void => {
  const { documentElement: root } = document;
  for (const [name, colour] of Object.entries(palette)) root.style.setProperty(`--${name}`, colour);
  showLanguage();
  onLanguageChange(showLanguage);
  showTypeSize();
};
