import type { Actor } from '../access.ts';

/** Catalogues are the offices' and the supervisor's; the directory of units and people is the system administrator's. */
export const mayImport = (actor: Actor, kind: 'catalogue' | 'units' | 'people'): boolean =>
  actor.grants.some(({ role }) =>
    kind === 'catalogue'
      ? role === 'supervisor' || role === 'congress-office' || role === 'cppcc-office'
      : role === 'system-admin',
  );
