/** The filters of the ledger as conditions, on matters `m` and on duties `a`. */
import type { QueryOf } from '#contract/endpoint.ts';
import type { ledger } from '#contract/see.ts';
import type { Actor } from '#core/access.ts';
import type { LocalDate } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import { matterStandsStill } from '../case/stands-still.views.ts';
import { queryOf } from '../platform/search.ts';
import { dutyMatter, dutyOf, inLight, lightsOn, matterRuns, ownerlessNow } from './duty.views.ts';
import { reachOf } from './reach.ts';

export type LedgerQuery = QueryOf<typeof ledger>;
export type LedgerFilter = Omit<LedgerQuery, 'sort' | 'cursor' | 'limit'>;

/** Most matters that one search looks at: more than a city has, so that every total is true. */
export const searchReach = 2_000_000;

type Part = RawBuilder<unknown>;

/** What is asked of the duty; nothing: any matter will do, also one that nobody has. */
const ofDuty = (j: number, filter: LedgerFilter, today: LocalDate, house: House): readonly Part[] => {
  const { unitId, role, duty, boundary, resultClass, due, per } = filter;
  const parts: Part[] = [];
  if (unitId !== undefined) parts.push(sql`a.unit_id = ${unitId}`);
  if (role !== undefined) parts.push(sql`a.role = ${role}`);
  if (boundary !== undefined)
    parts.push(sql`a.unit_id in (select u.id from unit u
      where u.jurisdiction_id = ${j} and u.boundary = ${boundary === 'yes'})`);
  if (resultClass !== undefined) parts.push(sql`a.result_class = ${resultClass}`);
  if (due === 'paused' && per === 'duty') parts.push(sql`a.paused_on is not null`);
  else if (due !== undefined && due !== 'paused' && per === 'duty')
    parts.push(inLight(due, sql`a.due_on`, lightsOn(today, house)));
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
  if (filter.year !== undefined) parts.push(sql`m.year = ${filter.year}`);
  if (filter.duty !== undefined) parts.push(dutyMatter(filter.duty));
  if (filter.ownerless !== undefined) parts.push(ownerlessNow(j));
  if (filter.level !== undefined) parts.push(sql`m.level = ${filter.level}`);
  if (filter.proposerType !== undefined) parts.push(sql`m.proposer_type = ${filter.proposerType}`);
  if (filter.priority !== undefined) parts.push(sql`m.priority = ${filter.priority === 'yes'}`);
  if (filter.due !== undefined && filter.per === 'duty') parts.push(matterRuns);
  else if (filter.due === 'paused') parts.push(matterStandsStill);
  else if (filter.due !== undefined) parts.push(inLight(filter.due, sql`m.due_on`, lightsOn(today, house)));
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
  const duty = ofDuty(j, filter, today, house);
  const parts: Part[] = [sql`m.jurisdiction_id = ${j}`, reachOf(actor), ...ofMatter(j, filter, today, house)];
  if (rows === 'duty') parts.push(sql`a.jurisdiction_id = ${j}`, ...duty);
  else if (duty.length > 0)
    parts.push(
      sql`m.id in (select a.matter_id from assignment a where a.jurisdiction_id = ${j} and ${sql.join(duty, sql` and `)})`,
    );
  return sql.join(parts, sql` and `);
};
