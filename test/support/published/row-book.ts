/** Rows of base tables, noted first and then written all at once. */
import type pg from 'pg';
import type { Actor } from '#core/access.ts';

type Row = Readonly<Record<string, unknown>>;

/** In the order in which their rows may be written. */
const tables = [
  'unit',
  'session',
  'matter',
  'matter_text',
  'proposer',
  'assignment',
  'reply',
  'rating',
  'journal',
  'journal_head',
  'submission',
  'session_group',
  'session_record',
  'session_opinion',
  'supervision_act',
] as const;
type Table = (typeof tables)[number];

/** Ids above those of the rows that are there; every row has one of its own. */
const firstId = 100_000;

export const book = (actor: Actor) => {
  const rows: Record<Table, Row[]> = {} as never;
  for (const table of tables) rows[table] = [];
  let last = firstId;
  return {
    rows,
    /** Notes a row, and answers with its id. */
    add: (table: Table, row: Row): number => {
      last += 1;
      rows[table].push({ jurisdiction_id: actor.jurisdictionId, id: last, ...row });
      return last;
    },
  };
};
export type Book = ReturnType<typeof book>;

/** Writes what is noted, table after table. What a row does not name has the table's default. */
export const write = async (
  { owner, actor }: { readonly owner: pg.Client; readonly actor: Actor },
  { rows }: Book,
): Promise<void> => {
  await owner.query(`select set_config('luoshi.jurisdiction', $1, false)`, [String(actor.jurisdictionId)]);
  for (const table of tables) {
    const [first] = rows[table];
    if (first === undefined) continue;
    const known = await owner.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0`,
      [table],
    );
    const has = new Set(known.rows.map(({ name }) => name));
    const columns = Object.keys(first).filter((one) => has.has(one));
    await owner.query(
      `insert into ${table} (${columns.join(', ')}) overriding system value
       select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows[table])],
    );
  }
};
