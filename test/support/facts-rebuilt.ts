/** Holds the figures' facts that grew act by act against those that `luoshi figures rebuild` computes. */
import { houseReader } from '#server/case/house.store.ts';
import { rebuildFigures } from '#server/figures/rebuild.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import { momentOf } from '#server/platform/moment.ts';
import pg from 'pg';
import type { TestDatabase } from './database.ts';

const factTables = ['figure_matter', 'figure_duty', 'figure_reply'] as const;

type Rows = Readonly<Record<string, readonly string[]>>;

export type Rebuilt = {
  /** Matters of which a rebuilding over what was there changed anything. */
  readonly changed: number;
  /** Every row as it had grown, and as it is where nothing was there before. */
  readonly grown: Rows;
  readonly anew: Rows;
};

const rowsOf = async (owner: pg.Client): Promise<Rows> => {
  const found: Record<string, readonly string[]> = {};
  for (const table of factTables) {
    const { rows } = await owner.query<{ row: string }>(`select f::text as row from ${table} f order by 1`);
    found[table] = rows.map(({ row }) => row);
  }
  return found;
};

/** Rebuilds twice, the second time from nothing; the facts of the database are those of the rebuilding afterwards. */
export const rebuiltFacts = async (urls: Pick<TestDatabase, 'ownerUrl' | 'appUrl'>): Promise<Rebuilt> => {
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  const db = openDatabase(urls.appUrl, 2);
  const clock = () => momentOf(new Date());
  try {
    await owner.connect();
    const { rows } = await owner.query<{ id: string }>('select id from jurisdiction');
    const rebuild = async (): Promise<number> => {
      let changed = 0;
      for (const { id } of rows)
        changed += (await rebuildFigures(db, houseReader(), Number(id), clock)).changed;
      return changed;
    };
    const grown = await rowsOf(owner);
    const changed = await rebuild();
    for (const table of factTables) await owner.query(`delete from ${table}`);
    await rebuild();
    return { changed, grown, anew: await rowsOf(owner) };
  } finally {
    await owner.end();
    await db.close();
  }
};
