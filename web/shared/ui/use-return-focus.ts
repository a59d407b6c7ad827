import { useEffect, useState } from 'react';

const isFree = (): boolean => document.activeElement === null || document.activeElement === document.body;

const toContent = (): void => {
  if (isFree()) document.getElementById('content')?.focus({ preventScroll: true });
};

/** A step often takes away the button that asked for it, when the page has heard of it: then the page is focused. */
const holdFocus = (opener: HTMLElement): void => {
  const watch = new MutationObserver(() => {
    if (document.activeElement === opener) return;
    watch.disconnect();
    toContent();
  });
  watch.observe(document.body, { childList: true, subtree: true });
};

/**
 * For a dialog that is drawn only while it is open: when it goes, the focus goes back to what opened it, or to the
 * page where that is gone or takes no press any more. Whatever has taken the focus meanwhile keeps it.
 */
export const useReturnFocus = (): void => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (!isFree()) return;
        if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
        if (document.activeElement === opener && opener instanceof HTMLElement) holdFocus(opener);
        toContent();
      });
    },
    [opener],
  );
};
