import { openPlace } from './server/cli/open-home.ts';
import { readConfig } from './server/platform/config.ts';
import { openDatabase } from './server/platform/db/database.ts';
import { systemClock } from './server/platform/moment.ts';
import { countMoves } from './server/calendar/count-moves.ts';
import { keepProposal, proposeRegional } from './server/calendar/propose-calendar.ts';
import { findProposal } from './server/calendar/calendar.store.ts';
import { applyProposal } from './server/calendar/apply-calendar.ts';
import { readHouse } from './server/case/house.store.ts';
import { askRecompute, runRecompute } from './server/case/recompute-due.ts';
import { latestRecompute } from './server/case/recompute.store.ts';
const place = await openPlace(readConfig({ ...process.env, LUOSHI_HOME: '/tmp/h2-bench' }, []), () => undefined, true);
const db = openDatabase(place.appUrl, 4);
const j = await db.outside(async (tx) => (await tx.selectFrom('jurisdiction').select('id').executeTakeFirstOrThrow()).id);
const actor = { jurisdictionId: j, personId: 0, name: 'x', grants: [], via: 'system' as const };
const at = systemClock();
const time = async (what: string, work: () => Promise<unknown>) => { const b = performance.now(); await work(); console.log(what, ((performance.now() - b) / 1000).toFixed(1), 's'); };
const id = await db.write(j, async (tx) => ({ keep: true, value: await keepProposal({ tx, actor, at }, proposeRegional(await readHouse(tx, j), [{ date: process.argv[2] ?? '2026-03-04', kind: 'off', name: 'x', source: 'y' }]), '') }));
await time('preview', () => countMoves(db, j, id, systemClock));
console.log(await db.read(j, (tx) => findProposal(tx, j, id)));
for (const reason of ['check', 'check'] as const) {
  const r = await db.write(j, async (tx) => ({ keep: true, value: await askRecompute(tx, actor, at, { reason, reference: null }) }));
  await time('recompute', () => runRecompute(db, j, r, systemClock));
  console.log(await db.read(j, (tx) => latestRecompute(tx, j)));
}
const r2 = await db.write(j, async (tx) => ({ keep: true, value: await applyProposal({ tx, actor, at }, { proposalId: id, note: 'z' }) }));
await db.close(); await place.stop();
