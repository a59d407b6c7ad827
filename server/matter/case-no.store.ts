/** Case numbers 案号 that the product gives itself. */
import { caseNoScope, caseNoSeries } from '#core/case-no-series.ts';
import { formatNumber } from '#core/numbering.ts';
import type { MatterKind, Ruleset } from '#core/ruleset.ts';
import type { Tx } from '../platform/db/database.ts';
import { nextInSeries } from '../platform/number-series.store.ts';
import type { SessionRow } from './matter.store.ts';

export type NumberedSession = SessionRow & { readonly term: number; readonly number: number };

const kindOf = ({ organKind }: SessionRow): MatterKind =>
  organKind === 'congress' ? 'suggestion' : 'proposal';

/** Numbers that matters have within the series already, however they came by them: by hand, by import, by the series. */
const takenIn = async (
  tx: Tx,
  jurisdictionId: number,
  pattern: string,
  session: NumberedSession,
): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('matter as m')
    .innerJoin('session as s', (on) =>
      on.onRef('s.jurisdiction_id', '=', 'm.jurisdiction_id').onRef('s.id', '=', 'm.session_id'),
    )
    .select('m.case_no as caseNo')
    .where('m.jurisdiction_id', '=', jurisdictionId)
    .where('m.kind', '=', kindOf(session))
    .where('s.organ_id', '=', session.organId)
    .where((eb) =>
      caseNoScope(pattern) === 'year' ? eb('s.year', '=', session.year) : eb('s.id', '=', session.id),
    )
    .execute();
  return new Set(rows.map(({ caseNo }) => caseNo));
};

const seriesOf = (ruleset: Ruleset, session: NumberedSession): string =>
  caseNoSeries(ruleset.caseNo.pattern, {
    kind: kindOf(session),
    organId: session.organId,
    sessionId: session.id,
    year: session.year,
  });

/** The number that a serial makes by the ruleset's pattern. Throws when the pattern is faulty: `checkRuleset` names it. */
const numberOf = (ruleset: Ruleset, session: NumberedSession, serial: number): string => {
  const { year, term, number } = session;
  const made = formatNumber(ruleset.caseNo.pattern, { year, term, session: number, serial });
  if (!made.ok) throw new Error(`Case number pattern ${ruleset.caseNo.pattern}: ${made.refusal.code}`);
  return made.number;
};

const setLast = async (tx: Tx, jurisdictionId: number, series: string, last: number): Promise<void> => {
  await tx
    .insertInto('number_series')
    .values({ jurisdiction_id: jurisdictionId, series, last })
    .onConflict((on) => on.columns(['jurisdiction_id', 'series']).doUpdateSet({ last }))
    .execute();
};

/**
 * The next case number of a session. Its series is held until the commit: whoever files next waits, a rollback gives
 * the number back, so that there is no gap and no number twice. Numbers that were given by
 * hand or came by import are passed over; a withdrawn or merged matter keeps its own, so that it is never given anew.
 */
export const issueCaseNo = async (
  tx: Tx,
  jurisdictionId: number,
  ruleset: Ruleset,
  session: NumberedSession,
): Promise<string> => {
  const series = seriesOf(ruleset, session);
  const first = await nextInSeries(tx, jurisdictionId, series);
  const taken = await takenIn(tx, jurisdictionId, ruleset.caseNo.pattern, session);
  let serial = first;
  while (taken.has(numberOf(ruleset, session, serial))) serial += 1;
  if (serial !== first) await setLast(tx, jurisdictionId, series, serial);
  return numberOf(ruleset, session, serial);
};

/** The number that would be given now; nothing is held, so that another may take it. */
export const peekCaseNo = async (
  tx: Tx,
  jurisdictionId: number,
  ruleset: Ruleset,
  session: NumberedSession,
): Promise<string> => {
  const row = await tx
    .selectFrom('number_series')
    .select('last')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('series', '=', seriesOf(ruleset, session))
    .executeTakeFirst();
  const taken = await takenIn(tx, jurisdictionId, ruleset.caseNo.pattern, session);
  let serial = Number(row?.last ?? 0) + 1;
  while (taken.has(numberOf(ruleset, session, serial))) serial += 1;
  return numberOf(ruleset, session, serial);
};

/** Has a session's numbers go on from `next`. False: the series has passed it, and a number is never given twice. */
export const startCaseNoAt = async (
  tx: Tx,
  jurisdictionId: number,
  ruleset: Ruleset,
  session: NumberedSession,
  next: number,
): Promise<boolean> => {
  const series = seriesOf(ruleset, session);
  const row = await tx
    .selectFrom('number_series')
    .select('last')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('series', '=', series)
    .forUpdate()
    .executeTakeFirst();
  if (Number(row?.last ?? 0) >= next) return false;
  await setLast(tx, jurisdictionId, series, next - 1);
  return true;
};
