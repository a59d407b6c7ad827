import type { Actor } from '#core/access.ts';
import { sql } from 'kysely';
import { readDayCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';
import { reachOf } from './reach.ts';

const pageSize = 50;

/** Kinds by which a unit learns that a matter is no longer its own: these must say which. */
export const farewells = ['revoked', 'handBackUpheld'];

/** What a run of reminders wrote down of itself. */
const reminderOf = (data: unknown) => {
  const { run, count, late, urgent } = data as Record<'run' | 'count' | 'late', number> & { urgent: boolean };
  return { run, count, late, urgent };
};

/** For whom it was, where the reader is told of it as a stand-in. */
const forWhom = (data: unknown): string | null => {
  const { for: absent } = data as { for?: { name: string } };
  return absent?.name ?? null;
};

/** The submission that it is about. */
const submissionOf = (data: unknown) =>
  (data as { submission?: { id: number; title: string } }).submission ?? null;

/** Whose doing it tells of. */
const whoOf = (data: unknown): string | null => (data as { who?: { name: string } }).who?.name ?? null;

/** The round of proposed assignments that it is about. */
const roundOf = (data: unknown): number | null => (data as { round?: number }).round ?? null;

/** One's notices, newest first; the matter itself only while one stands to it (law 12). */
export const viewNotices = async (tx: Tx, actor: Actor, cursorText: string | undefined) => {
  const unread = await tx
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('person_id', '=', actor.personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  const cursor = readDayCursor(cursorText);
  let query = tx
    .selectFrom('notice as n')
    .leftJoin('matter as m', (on) =>
      on
        .onRef('m.jurisdiction_id', '=', 'n.jurisdiction_id')
        .onRef('m.id', '=', 'n.matter_id')
        .on(sql<boolean>`(n.kind = any(${farewells}::text[]) or ${reachOf(actor)})`),
    )
    .select([
      'n.id',
      'n.kind',
      // What is out of reach is named, not opened.
      sql<number | null>`case when ${reachOf(actor)} then m.id end`.as('matterId'),
      'm.case_no as caseNo',
      'm.title',
      'n.at',
      'n.read_at as readAt',
      'n.data',
    ])
    .where('n.jurisdiction_id', '=', actor.jurisdictionId)
    .where('n.person_id', '=', actor.personId)
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(pageSize + 1);
  if (cursor !== null)
    query = query.where(sql<boolean>`(n.at, n.id) < (${cursor.after}::timestamptz, ${cursor.id}::bigint)`);
  const rows = await query.execute();
  const items = rows.slice(0, pageSize).map(({ readAt, data, ...row }) => ({
    ...row,
    submission: submissionOf(data),
    who: whoOf(data),
    round: roundOf(data),
    reminder: row.kind === 'reminder' ? reminderOf(data) : null,
    for: forWhom(data),
    read: readAt !== null,
  }));
  const last = items.at(-1);
  return {
    unread: Number(unread.n),
    items,
    next: rows.length > pageSize && last !== undefined ? writeCursor({ after: last.at, id: last.id }) : null,
  };
};

export const viewSavedViews = async (tx: Tx, actor: Actor, list: string) => {
  const rows = await tx
    .selectFrom('saved_view')
    .select(['id', 'name', 'query', 'columns'])
    .where('jurisdiction_id', '=', actor.jurisdictionId)
    .where('person_id', '=', actor.personId)
    .where('list', '=', list)
    .orderBy('name')
    .execute();
  return { items: rows as never };
};
