import type { Language } from '#contract/messages/message.ts';
import { useSyncExternalStore } from 'react';
import { isLargeType, onLargeTypeChange } from './appearance.ts';
import { currentLanguage, onLanguageChange } from './language.ts';

export const useLanguage = (): Language => useSyncExternalStore(onLanguageChange, currentLanguage);

export const useLargeType = (): boolean => useSyncExternalStore(onLargeTypeChange, isLargeType);

const matches = (query: string) => ({
  subscribe: (listener: () => void): (() => void) => {
    const list = window.matchMedia(query);
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  },
  now: (): boolean => window.matchMedia(query).matches,
});

const narrow = matches('(max-width: 768px)');
const touch = matches('(pointer: coarse)');

/** Phones, and windows as narrow as one: tables become cards, the navigation moves to the bottom. */
export const useNarrow = (): boolean => useSyncExternalStore(narrow.subscribe, narrow.now);

export const useTouch = (): boolean => useSyncExternalStore(touch.subscribe, touch.now);
