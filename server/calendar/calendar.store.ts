/** Versions of the work calendar, and changes that are being looked at. */
import type { CalendarIssue } from '#core/clock/calendar-issue.ts';
import type { CalendarChange, CalendarOverlay } from '#core/clock/overlay-calendar.ts';
import type { Instant } from '#core/words.ts';
import type { PresetId } from '#rulesets/preset.ts';
import { sql } from 'kysely';
import type { Moved } from '../case/due-dates.ts';
import type { Tx } from '../platform/db/database.ts';

export type ProposalState = 'wrong' | 'counting' | 'counted' | 'applied' | 'failed';

/** What is looked at before it is used: another calendar, or another preset of rules. */
export type ProposedChange = CalendarChange | { readonly kind: 'ruleset'; readonly preset: PresetId };

export type Proposal = {
  readonly id: number;
  readonly createdAt: Instant;
  /** The version that was in force; 0: the shipped table alone. */
  readonly basedOn: number;
  /** The ruleset that was in force; null: made before this was kept. */
  readonly rulesetOn: number | null;
  /** A file's name, or empty for what was typed or pasted. */
  readonly origin: string;
  readonly change: ProposedChange | null;
  readonly issues: readonly CalendarIssue[];
  readonly state: ProposalState;
  readonly cursor: number;
  readonly done: number;
  readonly total: number;
  readonly movedMatters: number;
  readonly movedDuties: number;
  readonly countedAt: Instant | null;
  readonly versionN: number | null;
};

type NewProposal = Pick<
  Proposal,
  'createdAt' | 'basedOn' | 'rulesetOn' | 'origin' | 'change' | 'issues' | 'state' | 'total'
> & {
  readonly createdBy: number;
};

export const insertProposal = async (tx: Tx, j: number, given: NewProposal): Promise<number> => {
  const { id } = await tx
    .insertInto('calendar_proposal')
    .values({
      jurisdiction_id: j,
      created_by: given.createdBy,
      created_at: given.createdAt,
      based_on: given.basedOn,
      ruleset_on: given.rulesetOn,
      origin: given.origin,
      change: given.change === null ? null : JSON.stringify(given.change),
      issues: JSON.stringify(given.issues),
      state: given.state,
      total: given.total,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

const columns = sql`id, created_at as "createdAt", based_on as "basedOn", ruleset_on as "rulesetOn", origin, change, issues, state, cursor, done,
  total, moved_matters as "movedMatters", moved_duties as "movedDuties", counted_at as "countedAt", version_n as "versionN"`;

export const findProposal = async (tx: Tx, j: number, id: number): Promise<Proposal | null> => {
  const { rows } = await sql<Proposal>`select ${columns} from calendar_proposal
    where jurisdiction_id = ${j} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
};

export const lockProposal = async (tx: Tx, j: number, id: number): Promise<Proposal | null> => {
  const { rows } = await sql<Proposal>`select ${columns} from calendar_proposal
    where jurisdiction_id = ${j} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
};

export const updateProposal = async (
  tx: Tx,
  j: number,
  next: Pick<
    Proposal,
    'id' | 'state' | 'cursor' | 'done' | 'movedMatters' | 'movedDuties' | 'countedAt' | 'versionN'
  >,
): Promise<void> => {
  await tx
    .updateTable('calendar_proposal')
    .set({
      state: next.state,
      cursor: next.cursor,
      done: next.done,
      moved_matters: next.movedMatters,
      moved_duties: next.movedDuties,
      counted_at: next.countedAt,
      version_n: next.versionN,
    })
    .where('jurisdiction_id', '=', j)
    .where('id', '=', next.id)
    .execute();
};

/** Appends to the list of a proposal; `from` is how many there are already. */
export const insertMoves = async (
  tx: Tx,
  j: number,
  proposalId: number,
  from: number,
  moved: readonly Moved[],
): Promise<void> => {
  if (moved.length === 0) return;
  await sql`
    insert into calendar_move (jurisdiction_id, proposal_id, n, matter_id, assignment_id, duty, old_on, new_on)
    select ${j}, ${proposalId}, m.n, m.matter_id, m.assignment_id, m.duty, m.old_on, m.new_on
    from unnest(${moved.map((_, index) => from + index + 1)}::int[], ${moved.map((one) => one.matterId)}::bigint[],
      ${moved.map((one) => one.assignmentId)}::bigint[], ${moved.map((one) => one.duty)}::text[],
      ${moved.map((one) => one.from)}::date[], ${moved.map((one) => one.to)}::date[])
      m (n, matter_id, assignment_id, duty, old_on, new_on)`.execute(tx);
};

/** Changes that were looked at and never used, with their lists. */
export const dropOldProposals = async (tx: Tx, j: number, before: Instant): Promise<void> => {
  await sql`delete from calendar_move m using calendar_proposal p
    where m.jurisdiction_id = ${j} and p.jurisdiction_id = m.jurisdiction_id and p.id = m.proposal_id
      and p.created_at < ${before}::timestamptz`.execute(tx);
  await sql`delete from calendar_proposal
    where jurisdiction_id = ${j} and state <> 'applied' and created_at < ${before}::timestamptz`.execute(tx);
};

/** The version after `n`. False: somebody was quicker. */
export const insertVersion = async (
  tx: Tx,
  j: number,
  version: {
    readonly n: number;
    readonly since: Instant;
    readonly by: { readonly id: number; readonly name: string };
    readonly note: string;
    readonly changed: string;
    readonly data: CalendarOverlay;
  },
): Promise<boolean> => {
  const row = await tx
    .insertInto('calendar_version')
    .values({
      jurisdiction_id: j,
      n: version.n,
      since: version.since,
      by_id: version.by.id,
      by_name: version.by.name,
      note: version.note,
      changed: version.changed,
      data: JSON.stringify(version.data),
    })
    .onConflict((on) => on.columns(['jurisdiction_id', 'n']).doNothing())
    .returning('n')
    .executeTakeFirst();
  return row !== undefined;
};
