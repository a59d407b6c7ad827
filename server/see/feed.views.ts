/** What one owes or waits for, for one's own calendar: dates with number, title, duty and unit, and nothing else. */
import { shiftDay } from '#contract/due-weeks.ts';
import { askedAfter, type owedDuties } from '#contract/see.ts';
import type { Actor } from '#core/access.ts';
import type { LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { afterColumn } from '../case/after-reply.views.ts';
import { matterRuns } from './duty.views.ts';
import { ownDuties, reachOf, seesAll } from './reach.ts';

/** Late dates stay in the calendar for so long; what is later still belongs on the product's own lists. */
const daysBack = 90;
const daysAhead = 400;
/** More than this no calendar shows in a way that helps; the earliest stay. */
const most = 1_000;

export type FeedItem = {
  /** Of a unit's duty, or of the matter itself: to be assigned, or what its proposer waits for. */
  readonly of: 'duty' | 'matter';
  readonly id: number;
  readonly matterId: number;
  readonly owed: (typeof owedDuties)[number];
  readonly caseNo: string;
  readonly title: string;
  readonly unitName: string | null;
  readonly dueOn: LocalDate;
  readonly version: number;
  readonly changedAt: string;
};

const holds = (actor: Actor, ...roles: readonly string[]): boolean =>
  actor.grants.some(({ role }) => roles.includes(role));

/** The duties `a` that are this person's to watch: an office's all, a unit's, a section's, those in his hands. */
const watched = (actor: Actor): RawBuilder<unknown> => {
  if (seesAll(actor) || holds(actor, 'congress-office', 'cppcc-office')) return sql`true`;
  const parts: RawBuilder<unknown>[] = [];
  const posts = actor.grants.filter(({ role }) => role === 'unit-office' || role === 'unit-leader');
  if (posts.length > 0) parts.push(ownDuties({ ...actor, grants: posts }, 'unit'));
  if (holds(actor, 'section-head')) parts.push(ownDuties(actor, 'section'));
  if (holds(actor, 'handler')) parts.push(ownDuties(actor, 'me'));
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
};

/** The matters `m` whose own date is this person's: an office's to assign, a proposer's to wait for. */
const awaited = (actor: Actor): RawBuilder<unknown> => {
  const j = actor.jurisdictionId;
  const parts: RawBuilder<unknown>[] = [];
  if (holds(actor, 'supervisor', 'congress-office', 'cppcc-office')) parts.push(sql`m.stage = 'filed'`);
  if (holds(actor, 'proposer'))
    parts.push(
      sql`m.id in (select p.matter_id from proposer p where p.jurisdiction_id = ${j} and p.person_id = ${actor.personId})`,
    );
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
};

/** The dates of whoever owns the link, the earliest first; only of what he may see now. */
export const listFeed = async (tx: Tx, actor: Actor, today: LocalDate): Promise<readonly FeedItem[]> => {
  const j = actor.jurisdictionId;
  const near = (column: RawBuilder<unknown>) =>
    sql`${column} between ${shiftDay(today, -daysBack)}::date and ${shiftDay(today, daysAhead)}::date`;
  const unitName = sql`case when u.short_name = '' then u.name else u.short_name end`;
  // What is asked after the reply has days of its own, which stand on closed matters too.
  const after = askedAfter.map(
    (kind) => sql`union all
    (select 'duty', a.id, a.matter_id, ${kind}, m.case_no, m.title, ${unitName}, ${afterColumn(kind)}, a.version, m.updated_at
      from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
      join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
      where a.jurisdiction_id = ${j} and m.jurisdiction_id = ${j} and a.live
        and ${near(afterColumn(kind))} and ${watched(actor)} and ${reachOf(actor)}
      order by ${afterColumn(kind)}, a.id limit ${most})`,
  );
  const { rows } = await sql<FeedItem>`
    (select 'duty'::text as of, a.id, a.matter_id as "matterId", a.owed as owed, m.case_no as "caseNo",
        m.title, ${unitName} as "unitName", a.due_on as "dueOn", a.version, m.updated_at as "changedAt"
      from assignment a join matter m on m.jurisdiction_id = a.jurisdiction_id and m.id = a.matter_id
      join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
      where a.jurisdiction_id = ${j} and m.jurisdiction_id = ${j} and a.live and a.owed is not null
        and ${matterRuns} and ${near(sql`a.due_on`)} and ${watched(actor)} and ${reachOf(actor)}
      order by a.due_on, a.id limit ${most})
    union all
    (select 'matter', m.id, m.id, case m.stage when 'filed' then 'assign' when 'rehandling' then 'rehandle' else 'reply' end,
        m.case_no, m.title, ${unitName}, m.due_on, m.version, m.updated_at
      from matter m left join unit u on u.jurisdiction_id = m.jurisdiction_id and u.id = m.lead_unit_id
      where m.jurisdiction_id = ${j} and ${matterRuns} and ${near(sql`m.due_on`)} and ${awaited(actor)} and ${reachOf(actor)}
      order by m.due_on, m.id limit ${most})
    ${sql.join(after, sql` `)}
    order by 8, 1, 2 limit ${most}`.execute(tx);
  return rows;
};
