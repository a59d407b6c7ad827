import type { Actor } from '#core/access.ts';
import type { ImportKind } from './import.store.ts';

/** Catalogues are the offices' and the supervisor's; the directory is the system administrator's. */
export const mayImport = (actor: Actor, kind: ImportKind): boolean =>
  actor.grants.some(({ role }) =>
    kind === 'catalogue'
      ? role === 'supervisor' || role === 'congress-office' || role === 'cppcc-office'
      : role === 'system-admin',
  );

/** Whoever started it; and the supervisor every catalogue, an administrator every list of units or people. */
export const maySeeRun = (
  actor: Actor,
  run: { readonly kind: ImportKind; readonly createdBy: number },
): boolean =>
  mayImport(actor, run.kind) &&
  (run.createdBy === actor.personId ||
    actor.grants.some(({ role }) => role === (run.kind === 'catalogue' ? 'supervisor' : 'system-admin')));
