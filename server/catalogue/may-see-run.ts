import type { Actor } from '#core/access.ts';
import { mayImport } from '#core/catalogue/may-import.ts';
import type { ImportKind } from './import.store.ts';

/** Whoever started it; and the supervisor every catalogue, an administrator every list of units or people. */
export const maySeeRun = (
  actor: Actor,
  run: { readonly kind: ImportKind; readonly createdBy: number },
): boolean =>
  mayImport(actor, run.kind) &&
  (run.createdBy === actor.personId ||
    actor.grants.some(({ role }) => role === (run.kind === 'catalogue' ? 'supervisor' : 'system-admin')));
