import { createContext, use } from 'react';
import type { MatterDialog } from './matter-dialog.ts';
import type { Matter, Reference } from './matter-types.ts';

export type MatterScopeValue = {
  readonly matter: Matter;
  readonly reference: Reference;
  /** Opens one of the page's dialogs; there is at most one. */
  readonly open: (dialog: MatterDialog) => void;
};

export const MatterContext = createContext<MatterScopeValue | null>(null);

/** The matter that the page is about, for everything inside `MatterScope`. */
export const useMatter = (): MatterScopeValue => {
  const scope = use(MatterContext);
  if (scope === null) throw new Error('useMatter outside MatterScope');
  return scope;
};
