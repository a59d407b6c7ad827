import type { ResponseOf } from '#contract/endpoint.ts';
import type { reminderLines } from '#contract/reminder.ts';
import type { Actor } from '#core/access.ts';
import type { HandlingRole, MatterKind } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { sql } from 'kysely';
import type { House } from '../case/load-case.store.ts';
import { standOf } from '../case/stand-of.ts';
import { readDayCursor, writeCursor } from '../platform/cursor.ts';
import type { Tx } from '../platform/db/database.ts';
import { reachOf } from './reach.ts';

const pageSize = 100;

/** Where a line stands among those of its day: one duty may have several. */
const place = sql`(l.subject_id * 8 + array_position(array['matter', 'duty', 'request', 'disclose', 'followUp'], l.subject))`;

type Row = {
  readonly matterId: number;
  readonly kind: MatterKind;
  readonly caseNo: string;
  readonly title: string;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly role: HandlingRole | null;
  readonly toldOf: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly urgent: boolean;
  readonly duty: Lines['items'][number]['duty'];
  readonly place: number;
};
type Lines = ResponseOf<typeof reminderLines>;

/** One's own lines of a run, the earliest date first. A run of another city, or one that told one nothing, is empty. */
export const viewReminderLines = async (
  tx: Tx,
  house: House,
  actor: Actor,
  today: LocalDate,
  runId: number,
  cursorText: string | undefined,
): Promise<Lines> => {
  const j = actor.jurisdictionId;
  const cursor = readDayCursor(cursorText);
  const own = sql`l.jurisdiction_id = ${j} and l.run_id = ${runId} and l.person_id = ${actor.personId} and ${reachOf(actor)}`;
  const after =
    cursor === null ? sql`true` : sql`(l.due_on, ${place}) > (${cursor.after}::date, ${cursor.id}::bigint)`;
  const matters = sql`reminder_line l join matter m on m.jurisdiction_id = l.jurisdiction_id and m.id = l.matter_id`;
  const { rows: heads } = await sql<{ date: LocalDate | null; at: string | null; total: number }>`
    select max(r.date) as date, max(r.started_at) as at, count(*)::int as total
    from ${matters} join reminder_run r on r.jurisdiction_id = l.jurisdiction_id and r.id = l.run_id where ${own}`.execute(
    tx,
  );
  const { rows } = await sql<Row>`
    select m.id as "matterId", m.kind, m.case_no as "caseNo", m.title, u.id as "unitId", u.name as "unitName", a.role,
      l.due_on as "toldOf", nullif(case l.subject when 'request' then a.extension_due_on when 'duty' then a.due_on
        when 'disclose' then a.disclose_due_on when 'followUp' then a.follow_up_due_on else m.due_on end, 'infinity') as "dueOn",
      case l.subject when 'request' then 'decideExtension' when 'duty' then a.owed
        when 'matter' then case m.stage when 'filed' then 'assign' end else l.subject end as duty,
      l.urgent, ${place} as place
    from ${matters}
    left join assignment a on l.subject <> 'matter' and a.jurisdiction_id = l.jurisdiction_id and a.id = l.subject_id
    left join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
    where ${own} and ${after}
    order by l.due_on, ${place} limit ${pageSize + 1}`.execute(tx);
  const [head] = heads;
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    date: head?.date ?? null,
    at: head?.at == null ? null : new Date(head.at).toISOString(),
    total: head?.total ?? 0,
    items: shown.map(({ unitId, unitName, dueOn, ...row }) => ({
      matterId: row.matterId,
      kind: row.kind,
      caseNo: row.caseNo,
      title: row.title,
      unit: unitId === null || unitName === null ? null : { id: unitId, name: unitName },
      role: row.role,
      duty: row.duty,
      toldOf: row.toldOf,
      urgent: row.urgent,
      ...standOf(dueOn, today, house),
    })),
    next:
      rows.length > pageSize && last !== undefined
        ? writeCursor({ after: last.toldOf, id: last.place })
        : null,
  };
};
