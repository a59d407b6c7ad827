/** How the demo city's offices take in what is handed in: their trees, panels, and a round of proposed assignments. */
import { branches, categories } from '../../demo/categories.ts';
import type { Actor } from '#core/access.ts';
import { addDays } from '#core/clock/calendar.ts';
import type { LocalDate } from '#core/words.ts';
import { answerMany, propose, startRound, stepRound } from '../assign-round/change-round.ts';
import { matterRows } from '../assign-round/round.views.ts';
import { insertCategory } from '../intake/category.store.ts';
import { insertPanel } from '../intake/panel.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { type DemoIds, instantOf } from './replay.ts';
import type { OrganIds } from './seed.store.ts';

/** Keys of who sits on every panel: one who has given opinions, and the persona, whom one proposal waits for. */
export const panelMember = 'member-012';
const panelMembers = [panelMember, 'member-001'] as const;

const need = <T>(value: T | null | undefined, what: string): T => {
  if (value === null || value === undefined) throw new Error(`The demo city lacks ${what}`);
  return value;
};

const namesUnder = (...keys: readonly string[]): readonly string[] =>
  categories.filter(({ branch }) => keys.includes(branch)).map(({ name }) => name.zh);

const panels = [
  { name: '民生和社会治理组', categories: namesUnder('people', 'order') },
  { name: '城建和经济组', categories: namesUnder('city', 'growth') },
] as const;

/** Both organs file by one tree of two levels; the proposals go to two panels. */
export const seedIntake = async (
  tx: Tx,
  j: number,
  actors: ReadonlyMap<string, Actor>,
  { organs }: OrganIds,
): Promise<void> => {
  for (const organId of organs.values())
    for (const [at, branch] of branches.entries()) {
      const code = String(at + 1);
      const top = { code, nameZh: branch.name.zh, nameEn: branch.name.en, parentId: null };
      const parentId = await insertCategory(tx, j, organId, top);
      for (const [place, { name }] of categories.filter((one) => one.branch === branch.key).entries())
        await insertCategory(tx, j, organId, {
          code: `${code}.${place + 1}`,
          nameZh: name.zh,
          nameEn: name.en,
          parentId,
        });
    }
  const memberIds = panelMembers.map((key) => need(actors.get(key), key).personId);
  for (const { name, categories: own } of panels)
    await insertPanel(tx, j, need(organs.get('cppcc'), 'a CPPCC'), { name, categories: [...own], memberIds });
};

const officeBy = ({ actors }: DemoIds, test: (grant: Actor['grants'][number]) => boolean): Actor =>
  need(
    [...actors.values()].find(({ grants }) => grants.some(test)),
    'an office',
  );

const answerRound = async (
  tx: Tx,
  ids: DemoIds,
  { jurisdictionId: j }: Actor,
  roundId: number,
  today: LocalDate,
): Promise<void> => {
  const unit = (key: string): number => need(ids.units.get(key), key);
  const said = { role: null, sectionId: null, reason: '', namedUnitId: null };
  const answers = {
    jiaotong: { ...said, answer: 'accepted' as const },
    huanbao: {
      ...said,
      answer: 'objected' as const,
      reason: '公共场所活动噪音由公安机关管理，环保部门只负责工业噪音。',
      namedUnitId: unit('chengguan'),
    },
  };
  const asked = (await matterRows(tx, j, [roundId], null)).flatMap(({ proposals }) => proposals);
  for (const [key, answer] of Object.entries(answers)) {
    const own = asked.find(({ unitId }) => unitId === unit(key));
    const actor = officeBy(ids, (grant) => grant.role === 'unit-office' && grant.unitId === unit(key));
    if (own === undefined) continue;
    const at = instantOf(`${addDays(today, -1)}T15:30`);
    const done = await answerMany({ tx, language: 'zh', actor, at }, roundId, {
      items: [{ proposalId: own.id, ...answer }],
    });
    if (!done.ok || done.body.done !== 1)
      throw new Error(`Answering the demo's round: ${JSON.stringify(done)}`);
  }
};

/** The matters that were filed from submissions, in a round: one unit agrees, one names another, one is still silent. */
export const seedRound = async (
  tx: Tx,
  ids: DemoIds,
  { organs }: OrganIds,
  today: LocalDate,
): Promise<void> => {
  const organId = need(organs.get('congress'), 'a congress');
  const office = officeBy(ids, (grant) => grant.organId === organId);
  const scene = { tx, language: 'zh' as const };
  const atOffice = { ...scene, actor: office, at: instantOf(`${addDays(today, -1)}T09:00`) };
  const j = office.jurisdictionId;
  const filed = await tx
    .selectFrom('submission')
    .select('matter_id as id')
    .where('jurisdiction_id', '=', j)
    .where('organ_id', '=', organId)
    .where('matter_id', 'is not', null)
    .orderBy('matter_id')
    .execute();
  const started = await startRound(atOffice, {
    organId,
    name: '闭会期间建议拟交办第一批',
    note: '请在截止前反馈主办、会办和具体科室；认为不属本单位职责的，请写明理由和应承办的单位。',
    closesAt: instantOf(`${addDays(today, 4)}T18:00`).instant,
    matterIds: filed.flatMap(({ id }) => id ?? []),
  });
  if (!started.ok) throw new Error(`The demo's round: ${JSON.stringify(started)}`);
  const { id: roundId } = started.body;
  const unit = (key: string): number => need(ids.units.get(key), key);
  const plans = [
    [{ unitId: unit('jiaotong'), role: 'sole' as const, origin: 'recommended' as const }],
    [
      { unitId: unit('huanbao'), role: 'lead' as const, origin: 'recommended' as const },
      { unitId: unit('gongan'), role: 'assist' as const, origin: 'hand' as const },
    ],
  ];
  const rows = await matterRows(tx, j, [roundId], null);
  await propose(atOffice, roundId, {
    items: rows.map(({ matterId, version }, at) => ({
      matterId,
      version,
      duties: plans[at % plans.length] ?? [],
    })),
  });
  const opened = await stepRound(atOffice, roundId, { version: 1, action: 'openRound' });
  if (!opened.ok) throw new Error(`Opening the demo's round: ${JSON.stringify(opened)}`);
  await answerRound(tx, ids, office, roundId, today);
};
