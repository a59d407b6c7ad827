import { useEffect, useState } from 'react';

/**
 * For a dialog that is drawn only while it is open: when it goes, the focus goes back to what opened it, or to the
 * page where that is gone or takes no press any more. Whatever has taken the focus meanwhile keeps it.
 */
export const useReturnFocus = (): void => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const free = (): boolean =>
          document.activeElement === null || document.activeElement === document.body;
        if (!free()) return;
        if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
        if (free()) document.getElementById('content')?.focus({ preventScroll: true });
      });
    },
    [opener],
  );
};
