/** A reform that the demo city has behind it: a centre that was merged into a bureau, whose history shows it. */
import type { Actor } from '#core/access.ts';
import { addDays } from '#core/clock/calendar.ts';
import type { LocalDate } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import type { Tx } from '../platform/db/database.ts';
import { insertUnit } from '../setup/unit.store.ts';
import { succeed } from '../succession/succeed.ts';
import { type DemoIds, instantOf } from './replay.ts';

const former = {
  name: '云川市园林绿化管理中心',
  nameEn: 'Yunchuan Parks and Greening Centre',
  shortName: '市园林中心',
  aliases: ['园林中心'],
  system: 'government',
  boundary: false,
  duties: '公园、绿地、行道树的建设和养护。',
  documentPrefix: '云园函',
};

export const seedSuccession = async (
  tx: Tx,
  door: CaseDoor,
  { units, actors }: DemoIds,
  today: LocalDate,
): Promise<void> => {
  const admin: Actor | undefined = [...actors.values()].find(({ grants }) =>
    grants.some(({ role }) => role === 'system-admin'),
  );
  const into = units.get('linye');
  if (admin === undefined || into === undefined) throw new Error('The demo city lacks an administrator');
  const effectiveOn = addDays(today, -60);
  const from = await insertUnit(tx, admin.jurisdictionId, null, former);
  const scene = { tx, actor: admin, at: instantOf(`${effectiveOn}T09:00`) };
  const done = await succeed(door, scene, {
    fromIds: [from],
    toIds: [into],
    sections: [],
    duties: [],
    grants: 'move',
    effectiveOn,
    reason: '云川市事业单位改革方案：园林绿化职责并入林业和园林局',
  });
  if (!done.ok) throw new Error(`The demo's reform: ${JSON.stringify(done)}`);
};
