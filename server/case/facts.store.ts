/** Reads what the figures' facts of a case come from, and writes the rows that they come to. */
import type { CaseEvent } from '#core/case/case-event.ts';
import type { CaseFacts } from '#core/figures/fact.ts';
import { type CodedDimension, codeOf } from '#core/figures/codes.ts';
import type { FactEntry, FactWords, KeptDates, KeptDue } from '#core/figures/history.ts';
import type { Instant } from '#core/words.ts';
import { sql } from 'kysely';
import { inOneTripEach, sendAhead, type Tx } from '../platform/db/database.ts';

const tables = ['figure_matter', 'figure_duty', 'figure_reply'] as const;
type FactTable = (typeof tables)[number];
export type FactRecord = Readonly<Record<string, string | number | boolean | null>>;
export type FactRecords = Readonly<Record<FactTable, readonly FactRecord[]>>;

type Passed = { readonly dutyId: number; readonly unitId: number; readonly at: Instant };

/** Of one matter, what its file does not hold. */
export type FactSources = {
  readonly entries: readonly FactEntry[];
  readonly year: number;
  readonly leader: string;
  readonly passed: readonly Passed[];
  readonly stored: FactRecords;
};

export type StoredWords = Partial<FactWords> & { readonly since: Instant };

type Journalled = { readonly matter_id: number; readonly entry: string };
type Entry = { readonly at: Instant; readonly on: string; readonly data: unknown };

const kinds: readonly string[] = ['matter', 'assignment', 'contact', 'opinion', 'reply', 'rating'];

const isCaseEvent = (value: unknown): value is CaseEvent =>
  typeof value === 'object' &&
  value !== null &&
  'on' in value &&
  'event' in value &&
  typeof value.on === 'string' &&
  kinds.includes(value.on);

const entryOf = (text: string): FactEntry => {
  const { at, on, data } = JSON.parse(text) as Entry;
  return { at, on, events: Array.isArray(data) ? data.filter(isCaseEvent) : [] };
};

const isInstant = (column: string): boolean => column.endsWith('_at') || column.startsWith('valid_');
const iso = (value: string): string => (value.endsWith('infinity') ? value : new Date(value).toISOString());

/** A stored row in the form in which a computed one is: instants in UTC with milliseconds. */
const normal = (row: FactRecord): FactRecord =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      isInstant(key) && typeof value === 'string' ? iso(value) : value,
    ]),
  );

type Line = {
  readonly id: number;
  readonly year: number;
  readonly leader: string;
  readonly passed: readonly Passed[] | null;
} & { readonly [T in FactTable]: readonly FactRecord[] | null };

/** Everything that facts of these matters come from, in one trip; and the words of every ruleset that was in force. */
export const readFactSources = async (
  tx: Tx,
  j: number,
  matterIds: readonly number[],
): Promise<{ sources: ReadonlyMap<number, FactSources>; words: readonly StoredWords[] }> => {
  const ids = [...matterIds];
  const journal = sql`select matter_id, entry from journal
    where jurisdiction_id = ${j} and stream = any(${ids.map((id) => `matter:${id}`)}::text[]) order by stream, n`;
  const factsIn = (table: FactTable) => sql`(select json_agg(f) from ${sql.table(table)} f
    where f.jurisdiction_id = m.jurisdiction_id and f.matter_id = m.id) as ${sql.ref(table)}`;
  const lines = sql`select m.id, m.year, m.responsible_leader as leader,
      (select json_agg(json_build_object('dutyId', p.assignment_id, 'unitId', p.to_unit_id, 'at', s.done_at) order by s.done_at)
        from duty_passed p join unit_succession s on s.jurisdiction_id = p.jurisdiction_id and s.id = p.succession_id
        where p.jurisdiction_id = m.jurisdiction_id and p.matter_id = m.id) as passed,
      ${sql.join(tables.map(factsIn))}
    from matter m where m.jurisdiction_id = ${j} and m.id = any(${ids}::bigint[])`;
  const words = sql`select since, data -> 'resultClasses' as "resultClasses", data -> 'satisfaction' as satisfaction,
      data -> 'faceToFace' as "faceToFace"
    from ruleset_in_force where jurisdiction_id = ${j} order by id`;
  const [entries = [], rows = [], inForce = []] = await inOneTripEach<unknown>(
    tx,
    journal.compile(tx),
    lines.compile(tx),
    words.compile(tx),
  );
  const byMatter = Map.groupBy(entries as readonly Journalled[], ({ matter_id }) => matter_id);
  const sources = (rows as readonly Line[]).map((row): [number, FactSources] => [
    row.id,
    {
      entries: (byMatter.get(row.id) ?? []).map(({ entry }) => entryOf(entry)),
      year: row.year,
      leader: row.leader,
      passed: (row.passed ?? []).map((one) => ({ ...one, at: iso(one.at) })),
      stored: {
        figure_matter: (row.figure_matter ?? []).map(normal),
        figure_duty: (row.figure_duty ?? []).map(normal),
        figure_reply: (row.figure_reply ?? []).map(normal),
      },
    },
  ]);
  return { sources: new Map(sources), words: inForce as readonly StoredWords[] };
};

const instant = (row: FactRecord, column: string): Instant | null => {
  const value = row[column];
  return typeof value === 'string' ? value : null;
};

/** The dates that stood one after the other, from the stored versions of one row. */
const duesIn = (rows: readonly FactRecord[]): readonly KeptDue[] =>
  rows
    .map((row) => ({ until: instant(row, 'valid_to'), due: instant(row, 'due_at') }))
    .map((row) => (row.until === 'infinity' ? { ...row, until: null } : row))
    .sort((a, b) => ((a.until ?? '9') < (b.until ?? '9') ? -1 : 1))
    .filter((row, index, all) => row.due !== all[index + 1]?.due || row.until === null);

/** The due dates that the stored rows carry. */
export const keptDates = (stored: FactRecords): KeptDates => {
  const duties = Map.groupBy(stored.figure_duty, (row) => Number(row['assignment_id']));
  return {
    matter: stored.figure_matter.length === 0 ? undefined : duesIn(stored.figure_matter),
    duties: new Map(
      [...duties].map(([id, rows]) => [
        id,
        { dues: duesIn(rows), signDue: rows[0] === undefined ? null : instant(rows[0], 'sign_due_at') },
      ]),
    ),
  };
};

const coded = (dimension: CodedDimension, value: string | null): number | null =>
  value === null ? null : codeOf(dimension, value);

type Shared = CaseFacts['matter'][number] | CaseFacts['duties'][number] | CaseFacts['replies'][number];

const shared = (j: number, matterId: number, row: Shared) => ({
  jurisdiction_id: j,
  matter_id: matterId,
  valid_from: row.from ?? '-infinity',
  valid_to: row.to ?? 'infinity',
  recorded_at: row.recorded,
  organ_id: row.organId,
  session_id: row.sessionId,
  unit_id: row.unitId,
  lead_proposer_id: row.leadProposerId,
  year: row.year,
  kind: codeOf('kind', row.kind),
  level: codeOf('level', row.level),
  proposer_type: codeOf('proposerType', row.proposerType),
  in_session: row.inSession,
  priority: row.priority,
  category: row.category,
  leader: row.leader,
});

/** Facts as the rows of their tables. */
export const factRecords = (j: number, matterId: number, facts: CaseFacts): FactRecords => ({
  figure_matter: facts.matter.map((row) => ({
    ...shared(j, matterId, row),
    filed_at: row.filed,
    assigned_at: row.assigned,
    first_assigned_at: row.firstAssigned,
    due_at: row.due,
    replied_at: row.replied,
    rated_at: row.rated,
    closed_at: row.closed,
    withdrawn_at: row.withdrawn,
    merged_at: row.merged,
  })),
  figure_duty: facts.duties.map((row) => ({
    ...shared(j, matterId, row),
    assignment_id: row.dutyId,
    role: codeOf('role', row.role),
    assigned_at: row.assigned,
    sign_due_at: row.signDue,
    signed_at: row.signed,
    contacted_at: row.contacted,
    met_at: row.met,
    visited_at: row.visited,
    due_at: row.due,
    done_at: row.done,
    hand_back_asked_at: row.handBackAsked,
    extension_asked_at: row.extensionAsked,
    extended_at: row.extended,
    extension_refused_at: row.extensionRefused,
    ended_at: row.ended,
    gone_at: row.gone,
  })),
  figure_reply: facts.replies.map((row) => ({
    ...shared(j, matterId, row),
    reply_id: row.replyId,
    assignment_id: row.dutyId,
    role: codeOf('role', row.role),
    round: row.round,
    class: row.class,
    disclosure: coded('disclosure', row.disclosure),
    resolved: row.resolved,
    follow_up: row.followUp,
    adopted: row.adopted,
    points: row.points,
    points_adopted: row.pointsAdopted,
    attitude: row.attitude,
    outcome: row.outcome,
    attitude_grade: row.attitudeGrade,
    outcome_grade: row.outcomeGrade,
    issued_at: row.issued,
    rated_at: row.rated,
    published_at: row.published,
    settled_at: row.settled,
    superseded_at: row.superseded,
    gone_at: row.gone,
  })),
});

/** Puts these rows in the place of what a table holds of the matters. Sent ahead: the commit waits for it. */
const replaceRows = (
  tx: Tx,
  j: number,
  table: FactTable,
  matterIds: readonly number[],
  rows: readonly FactRecord[],
): void => {
  const ids = [...matterIds];
  sendAhead(
    tx,
    sql`delete from ${sql.table(table)} where jurisdiction_id = ${j} and matter_id = any(${ids}::bigint[])`.compile(
      tx,
    ),
  );
  const [first] = rows;
  if (first === undefined) return;
  const names = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  sendAhead(
    tx,
    sql`insert into ${sql.table(table)} (${names})
      select ${names} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.compile(
      tx,
    ),
  );
};

const asText = (rows: readonly FactRecord[]): string =>
  rows
    .map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort()
    .join('\n');

/** Writes the tables in which something is otherwise than stored; answers with the matters that had anything to write. */
export const writeFacts = (
  tx: Tx,
  j: number,
  changed: readonly {
    readonly matterId: number;
    readonly stored: FactRecords;
    readonly computed: FactRecords;
  }[],
): readonly number[] => {
  const written = new Set<number>();
  for (const table of tables) {
    const differing = changed.filter(
      ({ stored, computed }) => asText(stored[table]) !== asText(computed[table]),
    );
    if (differing.length === 0) continue;
    for (const { matterId } of differing) written.add(matterId);
    replaceRows(
      tx,
      j,
      table,
      differing.map(({ matterId }) => matterId),
      differing.flatMap(({ computed }) => computed[table]),
    );
  }
  if (written.size > 0)
    sendAhead(
      tx,
      // In one order, so that two transactions never wait for each other.
      sql`insert into figure_change (jurisdiction_id, matter_id, tx)
        select ${j}, id, pg_current_xact_id() from unnest(${[...written].sort((a, b) => a - b)}::bigint[]) id
        on conflict (jurisdiction_id, matter_id) do update set tx = excluded.tx`.compile(tx),
    );
  return [...written];
};
