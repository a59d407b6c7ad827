import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Shows a short word of success for some seconds; screen readers say it. Refusals are never shown here. */
export const announce = (text: string): void => {
  said = text;
  for (const listener of listeners) listener();
};

export const useAnnouncement = (): string => useSyncExternalStore(subscribe, () => said);
