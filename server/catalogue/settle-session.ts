import type { CatalogueRow } from '#core/catalogue/catalogue-row.ts';
import type { CatalogueOptions } from './choices.ts';
import type { SessionInfo } from './directory.views.ts';

export type SettledSession =
  | { readonly ok: true; readonly session: SessionInfo }
  | {
      readonly ok: false;
      readonly code: 'session.unknown' | 'session.missing' | 'session.none' | 'session.notYours';
      readonly params: Readonly<Record<string, string>>;
    };

const organOf = { suggestion: 'congress', proposal: 'cppcc' } as const;

/**
 * The session that a row belongs to: the one it states; else the one chosen for the import; else the only one that
 * its year, or its organ, leaves. Never a guess between two. `mayUse`: whether the importer's office files there.
 */
export const settleSession = (
  row: CatalogueRow & { readonly kind: 'suggestion' | 'proposal' },
  options: CatalogueOptions,
  sessions: readonly SessionInfo[],
  mayUse: (session: SessionInfo) => boolean,
): SettledSession => {
  const own = sessions.filter((session) => session.organKind === organOf[row.kind]);
  const chosen = own.find((session) => session.id === options.sessionId);
  const settle = (session: SessionInfo): SettledSession =>
    mayUse(session)
      ? { ok: true, session }
      : { ok: false, code: 'session.notYours', params: { organ: session.organName } };
  if (chosen !== undefined && options.sessionUse === 'always') return settle(chosen);
  if (own.length === 0) return { ok: false, code: 'session.none', params: {} };
  const fitting = own.filter(
    (session) =>
      (row.term === null || session.term === row.term) &&
      (row.sessionNo === null || session.number === row.sessionNo),
  );
  if (fitting.length === 0)
    return {
      ok: false,
      code: 'session.unknown',
      params: { session: row.session ?? `${row.term ?? '?'}-${row.sessionNo ?? '?'}` },
    };
  if (chosen !== undefined && fitting.includes(chosen)) return settle(chosen);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return settle(only);
  const ofYear = fitting.filter((session) => session.year === row.year);
  const [alone] = ofYear;
  return alone !== undefined && ofYear.length === 1
    ? settle(alone)
    : { ok: false, code: 'session.missing', params: {} };
};
