import { parsePattern, caseNoPlaceholders } from './numbering.ts';
import type { MatterKind } from './ruleset.ts';

export type CaseNoPlace = {
  readonly kind: MatterKind;
  readonly organId: number;
  readonly sessionId: number;
  readonly year: number;
};

/** Within what case numbers 案号 are counted: the sessions of a year, or one session. */
export type CaseNoScope = 'year' | 'session';

/**
 * A pattern that names the session, or nothing at all, counts within the session; one that names the year alone counts
 * within the year (domain practice: `20220257`, `124337`, and plain serials with the session in the title).
 */
export const caseNoScope = (pattern: string): CaseNoScope => {
  const names = parsePattern(pattern, caseNoPlaceholders).parts.flatMap((part) =>
    part.kind === 'slot' ? [part.name] : [],
  );
  return names.includes('year') && !names.includes('session') ? 'year' : 'session';
};

/**
 * The name of the series in which a matter is counted. Suggestions and proposals never share one, even where their
 * numbers look the same, and no two organs do.
 */
export const caseNoSeries = (pattern: string, { kind, organId, sessionId, year }: CaseNoPlace): string =>
  caseNoScope(pattern) === 'year'
    ? `caseNo:${kind}:${organId}:year:${year}`
    : `caseNo:${kind}:${organId}:session:${sessionId}`;
