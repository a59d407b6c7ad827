import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type VersionRow = {
  readonly id: number;
  readonly since: string;
  readonly by: string;
  readonly note: string;
  readonly changed: string;
};

/** Newest first. */
export const viewVersions = async (tx: Tx, j: number): Promise<readonly VersionRow[]> => {
  const { rows } =
    await sql<VersionRow>`select n as id, since, by_name as by, note, changed from calendar_version
    where jurisdiction_id = ${j} order by n desc limit 50`.execute(tx);
  return rows;
};

/** How many stored dates lie on or after a day, and the last of them; read from the indexes of due dates alone. */
export const viewDueFrom = async (tx: Tx, j: number, from: LocalDate) => {
  type Row = { matters: number; duties: number; last: LocalDate | null };
  const { rows } = await sql<Row>`
    select m.matters, a.duties, greatest(m.last, a.last) as last
    from (select count(*)::int as matters, max(due_on) as last from matter
      where jurisdiction_id = ${j} and due_on >= ${from}::date and due_on < 'infinity') m,
    (select count(*)::int as duties, max(x.day) as last from (
      select due_on from assignment
      where jurisdiction_id = ${j} and live and due_on >= ${from}::date and due_on < 'infinity'
      union all
      select disclose_due_on from assignment where jurisdiction_id = ${j} and disclose_due_on >= ${from}::date
      union all
      select follow_up_due_on from assignment where jurisdiction_id = ${j} and follow_up_due_on >= ${from}::date
    ) x (day)) a`.execute(tx);
  return rows[0] ?? { matters: 0, duties: 0, last: null };
};

export type MoveRow = {
  readonly n: number;
  readonly matterId: number;
  readonly caseNo: string;
  readonly title: string;
  readonly unit: string | null;
  readonly duty: string;
  readonly oldOn: LocalDate | null;
  readonly newOn: LocalDate | null;
  readonly days: number | null;
};

/** The list of a proposal behind a place in it. */
export const viewMoves = async (
  tx: Tx,
  j: number,
  proposalId: number,
  after: number,
  most: number,
): Promise<readonly MoveRow[]> => {
  const { rows } = await sql<MoveRow>`
    select v.n, v.matter_id as "matterId", m.case_no as "caseNo", m.title, u.name as unit, v.duty,
      v.old_on as "oldOn", v.new_on as "newOn", v.new_on - v.old_on as days
    from calendar_move v
    join matter m on m.jurisdiction_id = v.jurisdiction_id and m.id = v.matter_id
    left join assignment a on a.jurisdiction_id = v.jurisdiction_id and a.id = v.assignment_id
    left join unit u on u.jurisdiction_id = v.jurisdiction_id and u.id = a.unit_id
    where v.jurisdiction_id = ${j} and v.proposal_id = ${proposalId} and v.n > ${after}
    order by v.n limit ${most}`.execute(tx);
  return rows;
};

/** The list as counts by sort of duty: what may be told to whoever sees no matter. */
export const viewMovesByDuty = async (tx: Tx, j: number, proposalId: number) => {
  type Row = { duty: string; sooner: number; later: number; other: number };
  const { rows } = await sql<Row>`
    select duty, count(*) filter (where new_on < old_on)::int as sooner,
      count(*) filter (where new_on > old_on)::int as later,
      count(*) filter (where new_on is null or old_on is null)::int as other
    from calendar_move where jurisdiction_id = ${j} and proposal_id = ${proposalId}
    group by duty order by count(*) desc, duty`.execute(tx);
  return rows;
};

/** How long the list is. */
export const countMoves = async (tx: Tx, j: number, proposalId: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from calendar_move
    where jurisdiction_id = ${j} and proposal_id = ${proposalId}`.execute(tx);
  return rows[0]?.n ?? 0;
};
