/** Addresses of this small bundle: a dozen pages need no router. */
import { useSyncExternalStore } from 'react';
import { type Route, routeOf } from './routes.ts';

const listeners = new Set<() => void>();
let moved = false;

const tell = (): void => {
  moved = true;
  for (const listener of listeners) listener();
};

window.addEventListener('popstate', tell);

/** Whether the person has gone from one page to another since the bundle loaded: the heading then takes the focus. */
export const hasMoved = (): boolean => moved;

/** The page changes without its address, as after signing in. */
export const markMoved = (): void => {
  moved = true;
};

/** Goes to a page of this bundle, by an address from `paths`. Going back is the browser's own. */
export const go = (path: string, how: { readonly replace?: boolean } = {}): void => {
  if (how.replace === true) window.history.replaceState(null, '', path);
  else if (path !== window.location.pathname) window.history.pushState(null, '', path);
  tell();
  window.scrollTo(0, 0);
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const pathNow = (): string => window.location.pathname;

export const usePath = (): string => useSyncExternalStore(subscribe, pathNow);

export const useRoute = (): Route => routeOf(usePath());
