/**
 * How long one run of reminders takes: `node bench/reminders.ts --open 100000`. Every open duty has reached a step, as
 * on the first day of a city that had no reminders before: no later run has as much to tell.
 */
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { houseReader } from '#server/case/house.store.ts';
import { runReminders } from '#server/notice/run-reminders.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import { startEmbedded } from '#server/platform/db/embedded.ts';
import { openHome } from '#server/platform/home.ts';
import { momentOf } from '#server/platform/moment.ts';
import { bindTo } from './city.ts';
import { generate } from './generate.ts';

const { values: flags } = parseArgs({
  options: { matters: { type: 'string', default: '100000' }, open: { type: 'string', default: '100000' } },
});
const matters = Number(flags.matters);
const open = Number(flags.open);
const say = (message: string): void => void process.stderr.write(`${message}\n`);

/** A working day; the dates of the duties are spread from 60 days before it to 9 days after. */
const today = '2026-05-20';

const urls = await startEmbedded({
  home: openHome(path.join(os.tmpdir(), 'luoshi-bench', String(matters))),
});
try {
  await generate(urls.ownerUrl, matters, say);
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>(`select id from jurisdiction where code = 'bench'`);
  const j = Number(rows[0]?.id);
  await bindTo(owner, j);
  await owner.query('truncate reminder_line, reminder, reminder_run');
  await owner.query(`delete from notice where kind = 'reminder'`);
  await owner.query(`update assignment set due_on = 'infinity' where due_on < 'infinity'`);
  const opened = await owner.query(
    `update assignment a set due_on = date '${today}' - 60 + (a.id % 70)::int, state = 'signed', owed = 'reply'
     from (select id from assignment where live order by id limit ${open}) o where o.id = a.id`,
  );
  await owner.query('vacuum analyze assignment');
  say(`${opened.rowCount} open duties`);
  const db = openDatabase(urls.appUrl, 3);
  const time = async (date: string): Promise<number> => {
    const began = performance.now();
    await runReminders(db, houseReader(), j, momentOf(new Date(`${date}T08:35:00+08:00`)));
    return Math.round(performance.now() - began) / 1_000;
  };
  const first = await time(today);
  const again = await time(today);
  const next = await time('2026-05-21');
  const { rows: runs } = await owner.query(
    `select date::text, reminded, told, (select count(*)::int from reminder_line l where l.run_id = r.id) as lines
     from reminder_run r order by date`,
  );
  const load = os.loadavg().map((one) => Math.round(one * 10) / 10);
  process.stdout.write(
    `${JSON.stringify({ open: opened.rowCount, first, again, next, runs, load }, null, 1)}\n`,
  );
  await db.close();
  await owner.end();
} finally {
  await urls.stop();
}
