import type { CaseFile } from '#core/case/case-file.ts';
import { owedToProposer, runningDate } from '#core/case/due.ts';
import type { Matter } from '#core/matter/matter.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import type { House } from '../case/load-case.store.ts';
import type { Tx } from '../platform/db/database.ts';

export type SessionRow = {
  readonly id: number;
  readonly organId: number;
  readonly organKind: string;
  readonly year: number;
  readonly closesOn: LocalDate;
};

export const findSession = async (
  tx: Tx,
  jurisdictionId: number,
  sessionId: number,
): Promise<SessionRow | null> => {
  const row = await tx
    .selectFrom('session as s')
    .innerJoin('organ as o', (on) =>
      on.onRef('o.jurisdiction_id', '=', 's.jurisdiction_id').onRef('o.id', '=', 's.organ_id'),
    )
    .select(['s.id', 's.organ_id as organId', 'o.kind as organKind', 's.year', 's.closes_on as closesOn'])
    .where('s.jurisdiction_id', '=', jurisdictionId)
    .where('s.id', '=', sessionId)
    .executeTakeFirst();
  return row ?? null;
};

/** A session with the numbers by which its case numbers are made. */
export const findNumberedSession = async (
  tx: Tx,
  jurisdictionId: number,
  sessionId: number,
): Promise<(SessionRow & { readonly term: number; readonly number: number }) | null> => {
  const session = await findSession(tx, jurisdictionId, sessionId);
  if (session === null) return null;
  const numbers = await tx
    .selectFrom('session as s')
    .innerJoin('term as t', (on) =>
      on.onRef('t.jurisdiction_id', '=', 's.jurisdiction_id').onRef('t.id', '=', 's.term_id'),
    )
    .select(['t.number as term', 's.number'])
    .where('s.jurisdiction_id', '=', jurisdictionId)
    .where('s.id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return { ...session, ...numbers };
};

/** Whether all of them are proposers of this jurisdiction, in office: nobody else could read or rate the matter. */
export const knowsProposers = async (
  tx: Tx,
  jurisdictionId: number,
  ids: readonly number[],
): Promise<boolean> => {
  const wanted = [...new Set(ids)];
  const rows = await tx
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (on) =>
      on.onRef('p.jurisdiction_id', '=', 'g.jurisdiction_id').onRef('p.id', '=', 'g.person_id'),
    )
    .select('p.id')
    .where('g.jurisdiction_id', '=', jurisdictionId)
    .where('g.role', '=', 'proposer')
    .where('g.person_id', 'in', wanted)
    .where('p.state', '=', 'active')
    .execute();
  return new Set(rows.map(({ id }) => id)).size === wanted.length;
};

/** The date owed on a matter that has just been filed. */
const firstDue = (
  house: House,
  matter: Omit<Matter, 'id' | 'version'>,
  closesOn: LocalDate,
): LocalDate | null => {
  const file: CaseFile = {
    ...house,
    matter: { ...matter, id: 0, version: 1 },
    proposerIds: [],
    duties: [],
    contacts: [],
    opinions: [],
    replies: [],
    ratings: [],
    sessionClosesOn: closesOn,
  };
  return runningDate(owedToProposer(file));
};

/** What is stored of a matter when it is filed, its text and lists apart. */
export const filedRow = (
  house: House,
  jurisdictionId: number,
  at: Moment,
  matter: Omit<Matter, 'id' | 'version'>,
  session: Pick<SessionRow, 'year' | 'closesOn'>,
  proposerIds: readonly number[],
) => ({
  jurisdiction_id: jurisdictionId,
  kind: matter.kind,
  organ_id: matter.organId,
  session_id: matter.sessionId,
  year: session.year,
  in_session: matter.inSession,
  case_no: matter.caseNo,
  title: matter.title,
  category: matter.category,
  public_consent: matter.publicConsent,
  level: matter.level,
  proposer_type: matter.proposerType,
  priority: matter.priority,
  stage: matter.stage,
  filed_on: matter.filedOn,
  lead_proposer_id: proposerIds[0] ?? null,
  due_on: firstDue(house, matter, session.closesOn) ?? 'infinity',
  updated_at: at.instant,
});

/** Inserts a filed matter with its text, points and proposers. Null: the session has this case number already. */
export const insertMatter = async (
  tx: Tx,
  house: House,
  jurisdictionId: number,
  at: Moment,
  matter: Omit<Matter, 'id' | 'version'>,
  session: SessionRow,
  proposerIds: readonly number[],
): Promise<number | null> => {
  const inserted = await tx
    .insertInto('matter')
    .values(filedRow(house, jurisdictionId, at, matter, session, proposerIds))
    .onConflict((on) => on.columns(['jurisdiction_id', 'session_id', 'kind', 'case_no']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return null;
  const { id } = inserted;
  await tx
    .insertInto('matter_text')
    .values({ jurisdiction_id: jurisdictionId, matter_id: id, body: matter.body })
    .execute();
  if (matter.points.length > 0)
    await tx
      .insertInto('point')
      .values(matter.points.map((point) => ({ jurisdiction_id: jurisdictionId, matter_id: id, ...point })))
      .execute();
  if (proposerIds.length > 0)
    await tx
      .insertInto('proposer')
      .values(
        [...new Set(proposerIds)].map((personId, position) => ({
          jurisdiction_id: jurisdictionId,
          matter_id: id,
          person_id: personId,
          position,
        })),
      )
      .execute();
  return id;
};
