import type { KeyboardEvent } from 'react';

/** The library takes Tab for a choice: it would add what only happens to be marked, or take a chosen one away. */
export const leaveByTab = (event: KeyboardEvent): void => {
  if (event.key === 'Tab') event.stopPropagation();
};
