/** Session opinions in figures: each counts exactly the rows that its list shows under the filter it opens to (law 2). */
import type { Actor } from '#core/access.ts';
import type { OpinionClass } from '#core/session-opinion-rules.ts';
import { answerChannels } from '#core/session-opinion/session-opinion.ts';
import type { Moment, Text } from '#core/words.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { opinionCondition, type OpinionFilter } from './opinion.views.ts';
import { reachOfRecords } from './session-reach.views.ts';

type Wanted = {
  readonly key: string;
  readonly label: Text | null;
  readonly filter: OpinionFilter;
  /** What it is a share of; absent: a plain count. */
  readonly of?: OpinionFilter;
};

const standing = { state: 'standing' } as const;

const mainFigures: readonly Wanted[] = [
  { key: 'opinions', label: null, filter: standing },
  { key: 'sameDay', label: null, filter: { ...standing, sameDay: 'held' }, of: standing },
  { key: 'sameDayReceived', label: null, filter: { ...standing, sameDay: 'received' }, of: standing },
  { key: 'waiting', label: null, filter: { state: 'waiting' }, of: standing },
  { key: 'answered', label: null, filter: { ...standing, answered: 'yes' }, of: standing },
  { key: 'closed', label: null, filter: { ...standing, closed: 'yes' }, of: standing },
  { key: 'joined', label: null, filter: { state: 'joined' }, of: standing },
  { key: 'dropped', label: null, filter: { state: 'dropped' } },
];

const countOf = (actor: Actor, filter: OpinionFilter): RawBuilder<unknown> => sql`
  (select count(*)::int from session_opinion x
    where x.jurisdiction_id = ${actor.jurisdictionId} and ${opinionCondition(actor, filter)})`;

const opensOf = (filter: OpinionFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

const count = async (tx: Tx, actor: Actor, sessionId: number, wanted: readonly Wanted[]) => {
  if (wanted.length === 0) return [];
  const counts = wanted.flatMap(({ filter, of }) => [
    countOf(actor, { sessionId, ...filter }),
    of === undefined ? sql`null::int` : countOf(actor, { sessionId, ...of }),
  ]);
  const { rows } = await sql<{ counts: (number | null)[] }>`
    select json_build_array(${sql.join(counts)}) as counts`.execute(tx);
  return wanted.map(({ key, label, filter }, index) => ({
    key,
    label,
    list: 'opinions' as const,
    unit: 'opinion' as const,
    count: rows[0]?.counts[index * 2] ?? 0,
    of: rows[0]?.counts[index * 2 + 1] ?? null,
    opens: opensOf({ sessionId, ...filter }),
  }));
};

/** Units that opinions of the session, as far as the actor sees them, were sent to. */
const unitsReached = async (tx: Tx, actor: Actor, sessionId: number) => {
  const { rows } = await sql<{ id: number; name: string; nameEn: string }>`
    select u.id, u.name, u.name_en as "nameEn" from unit u where u.jurisdiction_id = ${actor.jurisdictionId} and exists (
      select from session_referral f join session_opinion x on x.jurisdiction_id = f.jurisdiction_id and x.id = f.opinion_id
      where f.jurisdiction_id = u.jurisdiction_id and f.unit_id = u.id and x.session_id = ${sessionId}
        and f.state in ('sent', 'answered', 'closed'))
    order by u.position, u.id`.execute(tx);
  return rows;
};

const recordFigure = async (tx: Tx, actor: Actor, sessionId: number) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from session_record x
    where x.jurisdiction_id = ${actor.jurisdictionId} and x.session_id = ${sessionId}
      and x.state in ('submitted', 'checked') and ${reachOfRecords(actor)}`.execute(tx);
  return {
    key: 'records',
    label: null,
    list: 'records' as const,
    unit: 'record' as const,
    count: rows[0]?.n ?? 0,
    of: null,
    opens: { sessionId: String(sessionId) },
  };
};

/** The whole report of a session. A unit that several opinions went to counts each once; one opinion may go to several. */
export const viewFigures = async (
  tx: Tx,
  actor: Actor,
  at: Moment,
  sessionId: number,
  classes: readonly OpinionClass[],
) => {
  const units = await unitsReached(tx, actor, sessionId);
  const [records, main, byClass, byUnit, byChannel] = await Promise.all([
    recordFigure(tx, actor, sessionId),
    count(tx, actor, sessionId, mainFigures),
    count(
      tx,
      actor,
      sessionId,
      classes.map(({ code, name }) => ({
        key: code,
        label: name,
        filter: { ...standing, classCode: code },
        of: standing,
      })),
    ),
    count(
      tx,
      actor,
      sessionId,
      units.map(({ id, name, nameEn }) => ({
        key: `unit-${id}`,
        label: { zh: name, en: nameEn === '' ? name : nameEn },
        filter: { ...standing, unitId: id },
        of: standing,
      })),
    ),
    count(
      tx,
      actor,
      sessionId,
      answerChannels.map((channel) => ({
        key: channel,
        label: null,
        filter: { ...standing, channel },
        of: { ...standing, answered: 'yes' as const },
      })),
    ),
  ]);
  return {
    asOf: at.instant,
    main: [records, ...main],
    classes: byClass,
    units: byUnit.filter((one) => one.count > 0),
    channels: byChannel,
  };
};
