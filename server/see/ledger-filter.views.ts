/** The filters of the ledger as conditions, on matters `m` and on duties `a`. */
import type { QueryOf } from '#contract/endpoint.ts';
import type { ledger } from '#contract/see.ts';
import type { Actor } from '#core/access.ts';
import type { LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import { matterStandsStill } from '../case/stands-still.views.ts';
import { queryOf } from '../platform/search.ts';
import { afterColumn, isAfter } from '../case/after-reply.views.ts';
import {
  dutyMatter,
  dutyOf,
  inDays,
  inLight,
  lightsOn,
  matterRuns,
  owes,
  ownerlessNow,
} from './duty.views.ts';
import { ofBranch, ofPanel } from './intake-filter.views.ts';
import { dutyReachOf, ownDuties, reachOf } from './reach.ts';

export type LedgerQuery = QueryOf<typeof ledger>;
export type LedgerFilter = Omit<LedgerQuery, 'sort' | 'cursor' | 'limit'>;

/** Most matters that one search looks at: more than a city has, so that every total is true. */
export const searchReach = 2_000_000;

type Part = RawBuilder<unknown>;

/** One person or section, or none yet. */
const heldBy = (column: Part, held: number | 'none'): Part =>
  held === 'none' ? sql`${column} is null` : sql`${column} = ${held}`;

/** Whether the filter asks for a day on which something is due. */
const asksDay = ({ due, dueFrom, dueTo }: LedgerFilter): boolean =>
  due !== undefined || dueFrom !== undefined || dueTo !== undefined;

/** A date, and how it is known that its clock stands still. */
type Dated = { readonly column: Part; readonly still: Part };

/** The light and the days that are asked of a date. */
const ofDate = (
  { column, still }: Dated,
  filter: LedgerFilter,
  today: LocalDate,
  house: House,
): readonly Part[] => {
  const { due, dueFrom, dueTo } = filter;
  const light = due === undefined || due === 'paused' ? [] : [inLight(due, column, lightsOn(today, house))];
  return [
    ...(due === 'paused' ? [still] : light),
    ...(dueFrom === undefined && dueTo === undefined ? [] : inDays(column, dueFrom, dueTo)),
  ];
};

/** Of whose duties, in which hands, and what is owed on them. */
const ofHolder = (
  actor: Actor,
  { whose, sectionId, handlerId, owes: owed }: LedgerFilter,
): readonly Part[] => [
  ...(whose === undefined ? [] : [ownDuties(actor, whose)]),
  ...(sectionId === undefined ? [] : [heldBy(sql`a.section_id`, sectionId)]),
  ...(handlerId === undefined ? [] : [heldBy(sql`a.handler_id`, handlerId)]),
  ...(isAfter(owed) ? [sql`${afterColumn(owed)} is not null`] : []),
  ...(owed === undefined || owed === 'assign' || isAfter(owed) ? [] : [owes(owed)]),
];

/** The date that is asked of a duty: of what it owes, or of what is asked after its reply. */
const dutyDate = ({ owes: owed }: LedgerFilter): Part => (isAfter(owed) ? afterColumn(owed) : sql`a.due_on`);
/** Duties of the unit and of those that it follows; the array is read once, and then the units' index. */
const ofLineage = (j: number, unitId: number): Part =>
  sql`a.unit_id = any(array(select ${unitId}::bigint union all select s.unit_id from unit_successor s
    where s.jurisdiction_id = ${j} and s.successor_id = ${unitId}))`;

/** What is asked of the duty; nothing: any matter will do, also one that nobody has. */
const ofDuty = (actor: Actor, filter: LedgerFilter, today: LocalDate, house: House): readonly Part[] => {
  const { organId, unitId, unitAlone, role, duty, boundary, resultClass, per } = filter;
  const j = actor.jurisdictionId;
  const parts: Part[] = [...ofHolder(actor, filter)];
  if (unitId !== undefined)
    parts.push(unitAlone === undefined ? ofLineage(j, unitId) : sql`a.unit_id = ${unitId}`);
  if (role !== undefined) parts.push(sql`a.role = ${role}`);
  if (boundary !== undefined)
    parts.push(sql`a.unit_id in (select u.id from unit u
      where u.jurisdiction_id = ${j} and u.boundary = ${boundary === 'yes'})`);
  if (resultClass !== undefined) parts.push(sql`a.result_class = ${resultClass}`);
  if (per === 'duty')
    parts.push(
      ...ofDate({ column: dutyDate(filter), still: sql`a.paused_on is not null` }, filter, today, house),
    );
  // Said of the duty as well where it is looked for itself, so that an index may find it without its matter.
  if (organId !== undefined && per === 'duty') parts.push(sql`a.organ_id = ${organId}`);
  if (duty !== undefined) parts.push(dutyOf(duty));
  else if (parts.length > 0 || per === 'duty') parts.push(sql`a.live`);
  return parts;
};

const ofMatter = (j: number, filter: LedgerFilter, today: LocalDate, house: House): readonly Part[] => {
  const parts: Part[] = [];
  const stages = (filter.stage ?? '').split(',').filter((stage) => stage !== '');
  if (stages.length > 0) parts.push(sql`m.stage = any(${stages}::text[])`);
  if (filter.kind !== undefined) parts.push(sql`m.kind = ${filter.kind}`);
  if (filter.organId !== undefined) parts.push(sql`m.organ_id = ${filter.organId}`);
  if (filter.sessionId !== undefined) parts.push(sql`m.session_id = ${filter.sessionId}`);
  if (filter.categoryId !== undefined) parts.push(ofBranch(j, filter.categoryId));
  if (filter.year !== undefined) parts.push(sql`m.year = ${filter.year}`);
  if (filter.duty !== undefined) parts.push(dutyMatter(filter.duty));
  if (filter.ownerless !== undefined) parts.push(ownerlessNow(j));
  if (filter.level !== undefined) parts.push(sql`m.level = ${filter.level}`);
  if (filter.proposerType !== undefined) parts.push(sql`m.proposer_type = ${filter.proposerType}`);
  if (filter.priority !== undefined) parts.push(sql`m.priority = ${filter.priority === 'yes'}`);
  if (filter.per !== 'duty')
    parts.push(...ofDate({ column: sql`m.due_on`, still: matterStandsStill }, filter, today, house));
  else if (asksDay(filter) && !isAfter(filter.owes)) parts.push(matterRuns);
  if (filter.owes === 'assign') parts.push(sql`m.stage = 'filed'`);
  else if (filter.owes !== undefined && !isAfter(filter.owes)) parts.push(matterRuns);
  if (filter.proposerId !== undefined)
    parts.push(
      sql`m.id in (select x.matter_id from proposer x where x.jurisdiction_id = ${j} and x.person_id = ${filter.proposerId})`,
    );
  if (filter.contacted !== undefined) {
    const talked = sql`exists (select 1 from contact c where c.jurisdiction_id = m.jurisdiction_id and c.matter_id = m.id and c.struck_at is null)`;
    parts.push(filter.contacted === 'yes' ? talked : sql`not ${talked}`);
  }
  const words = filter.q === undefined ? '' : queryOf(filter.q);
  if (words !== '')
    parts.push(sql`m.id in (select s.matter_id from search_matters(${words}, ${searchReach}) s)`);
  return parts;
};

/** Filters that look at nothing but the duty itself. */
const ofDutyAlone: ReadonlySet<string> = new Set([
  ...[
    'per',
    'due',
    'dueFrom',
    'dueTo',
    'owes',
    'organId',
    'unitId',
    'unitAlone',
    'role',
    'sectionId',
    'handlerId',
  ],
]);

/**
 * The filter as a condition on duties `a` alone, for counting from their index; null: it needs their matters. Only a
 * matter that still runs leaves a date on its duties, and one that was withdrawn or merged nothing that is asked after
 * the reply.
 */
export const dutiesAlone = (
  actor: Actor,
  filter: LedgerFilter,
  today: LocalDate,
  house: House,
): Part | null => {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  const reach = dutyReachOf(actor);
  const alone =
    filter.per === 'duty' &&
    asksDay(filter) &&
    filter.due !== 'paused' &&
    filter.owes !== 'assign' &&
    asked.every(([name]) => ofDutyAlone.has(name));
  if (!alone || reach === null) return null;
  const dated = isAfter(filter.owes) ? [] : [sql`a.due_on < 'infinity'::date`];
  const parts = [sql`a.jurisdiction_id = ${actor.jurisdictionId}`, reach, ...dated];
  return sql.join([...parts, ...ofDuty(actor, filter, today, house)], sql` and `);
};

/**
 * Every filter as one condition on `matter m`; with `rows: 'duty'` on `matter m` joined to its `assignment a`, where
 * each duty that fits is a row of its own.
 */
export const ledgerCondition = (
  actor: Actor,
  filter: LedgerFilter,
  today: LocalDate,
  house: House,
  rows: 'matter' | 'duty',
): Part => {
  const j = actor.jurisdictionId;
  const duty = ofDuty(actor, filter, today, house);
  const parts: Part[] = [sql`m.jurisdiction_id = ${j}`, reachOf(actor), ...ofMatter(j, filter, today, house)];
  if (filter.panelId !== undefined) parts.push(ofPanel(actor, filter.panelId));
  if (rows === 'duty') parts.push(sql`a.jurisdiction_id = ${j}`, ...duty);
  else if (duty.length > 0)
    parts.push(
      sql`m.id in (select a.matter_id from assignment a where a.jurisdiction_id = ${j} and ${sql.join(duty, sql` and `)})`,
    );
  return sql.join(parts, sql` and `);
};
