import { useEffect } from 'react';

/** Sends what is kept here when the page is left or hidden, and when the connection is back. */
export const useFlush = (keeper: { readonly flush: () => Promise<unknown> }): void =>
  useEffect(() => {
    const flush = (): void => void keeper.flush();
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', onHide);
      flush();
    };
  }, [keeper]);
