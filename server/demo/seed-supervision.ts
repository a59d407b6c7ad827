/** What the demo city's supervising office has done lately: slips, notices and actions, through the ordinary use cases. */
import type { Actor } from '#core/access.ts';
import { addDays, dayOfWeek } from '#core/clock/calendar.ts';
import type { UrgeLevel } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import type { Tx } from '../platform/db/database.ts';
import { changeNotice } from '../supervision/change-notice.ts';
import { changeUrge } from '../supervision/change-urge.ts';
import { recordSupervision } from '../supervision/keep-act.ts';
import { findNotice, mattersForNotice } from '../supervision/notice.views.ts';
import { issueNotice } from '../supervision/serve-notice.ts';
import { urgeDuties } from '../supervision/urge-duties.ts';
import { overdueDuties, slipsOfDuties } from '../supervision/urge.views.ts';
import { instantOf } from './replay.ts';
import { dutiesQuietSince } from './seed.store.ts';

type Told = { readonly ok: boolean; readonly refusal?: unknown };

const must = async <T extends Told>(what: string, made: Promise<T>): Promise<T> => {
  const answer = await made;
  if (!answer.ok) throw new Error(`${what}: ${JSON.stringify(answer.refusal)}`);
  return answer;
};

const holding = (actors: readonly Actor[], role: string, unitId?: number): Actor | undefined =>
  actors.find((actor) =>
    actor.grants.some((grant) => grant.role === role && (unitId === undefined || grant.unitId === unitId)),
  );

type Stage = {
  readonly tx: Tx;
  readonly door: CaseDoor;
  readonly supervisor: Actor;
  readonly actors: readonly Actor[];
};

/** The latest duties are urged; of every three slips one unit has not answered yet. */
const urge = async (
  { tx, door, supervisor, actors }: Stage,
  day: LocalDate,
  most: number,
  level: UrgeLevel | null,
): Promise<void> => {
  const at = instantOf(`${day}T09:10`);
  const { ids } = await overdueDuties(tx, supervisor, day, {}, 200);
  const quiet = await dutiesQuietSince(tx, supervisor.jurisdictionId, ids, at.instant);
  const assignmentIds = quiet.slice(0, most);
  if (assignmentIds.length === 0) return;
  const scene = { tx, actor: supervisor, at, language: 'zh' } as const;
  await urgeDuties(door, scene, { assignmentIds, level, reason: '先提醒，再逐级督促', text: null });
  const slips = await slipsOfDuties(tx, supervisor.jurisdictionId, assignmentIds);
  for (const [index, slip] of slips.filter(({ issuedOn }) => issuedOn === day).entries()) {
    const office = holding(actors, 'unit-office', slip.unit.id);
    if (index % 3 === 2 || office === undefined) continue;
    const reply = { note: '已报分管领导，安排专人加快办理，本周内与提出人沟通。', doneBy: addDays(day, 10) };
    await must(
      'acknowledging a slip',
      changeUrge(door, { tx, actor: office, at: instantOf(`${day}T15:40`), version: slip.version }, slip.id, {
        type: 'acknowledgeUrge',
        ...reply,
      }),
    );
  }
};

/** Two units are served with a notice; the first has reported back. */
const serve = async ({ tx, door, supervisor, actors }: Stage, day: LocalDate): Promise<void> => {
  const at = instantOf(`${day}T10:20`);
  const j = supervisor.jurisdictionId;
  const { ids } = await overdueDuties(tx, supervisor, day, {}, 200);
  const quiet = await dutiesQuietSince(tx, j, ids, at.instant);
  const units = [...new Set((await slipsOfDuties(tx, j, quiet)).map(({ unit }) => unit.id))].slice(0, 2);
  for (const [index, unitId] of units.entries()) {
    const matters = (await mattersForNotice(tx, supervisor, unitId)).slice(0, 2 - index);
    const served = await must(
      'a supervision notice',
      issueNotice(
        door,
        { tx, actor: supervisor, at },
        {
          unitId,
          matterIds: matters.map(({ id }) => id),
          requirement:
            '请你单位主要负责同志亲自过问，明确责任科室和责任人，逐条梳理未答复的原因。\n对能够解决的立即解决；暂时不能解决的，向提出人当面说明，列出完成时限。',
          reportBy: addDays(day, 14),
        },
      ),
    );
    const office = holding(actors, 'unit-office', unitId);
    if (index > 0 || office === undefined || !('body' in served)) continue;
    const { id } = served.body;
    for (const command of [
      { type: 'acknowledgeNotice', note: '' },
      {
        type: 'reportBack',
        report: '已召开专题会，明确由业务科室牵头，三日内与提出人面商，月底前正式答复。',
      },
    ] as const) {
      const version = (await findNotice(tx, office, id, 'look'))?.version ?? 1;
      const scene = { tx, actor: office, at: instantOf(`${day}T16:30`), version };
      await must('answering a notice', changeNotice(door, scene, id, command));
    }
  }
};

const acts = [
  ['call', '电话督促，答应本周内与提出人沟通。', '办公室主任'],
  ['meeting', '召开督办协调会，明确牵头和配合单位的分工。', '各承办单位分管领导'],
  ['siteVisit', '现场查看，施工已过半，进度与答复一致。', '项目负责人'],
  ['call', '电话核实会办意见的提交时间。', '经办科室负责人'],
] as const;

const act = async ({ tx, supervisor }: Stage, day: LocalDate): Promise<void> => {
  const { ids } = await overdueDuties(tx, supervisor, day, {}, 200);
  const at = instantOf(`${day}T11:00`);
  const quiet = await dutiesQuietSince(tx, supervisor.jurisdictionId, ids, at.instant);
  const slips = await slipsOfDuties(tx, supervisor.jurisdictionId, quiet);
  for (const [index, [kind, result, withWhom]] of acts.entries()) {
    const slip = slips[index % Math.max(1, slips.length)];
    if (slip === undefined) return;
    await must(
      'a supervision action',
      recordSupervision(
        { tx, actor: supervisor, at },
        {
          kind,
          amount: 1,
          people: 0,
          on: addDays(day, -index),
          who: supervisor.name,
          withWhom,
          place: '',
          matterIds: [slip.matter.id],
          unitIds: [slip.unit.id],
          result,
          fileIds: [],
        },
      ),
    );
  }
};

/** So many days ago, or the Friday before. */
const weekdayBefore = (today: LocalDate, days: number): LocalDate => {
  const day = addDays(today, -days);
  return addDays(day, -Math.max(0, dayOfWeek(day) - 5));
};

/** A few days of supervision, the last of them the last working day. `actors`: everyone who can act in the demo city. */
export const seedSupervision = async (
  tx: Tx,
  door: CaseDoor,
  actors: readonly Actor[],
  today: LocalDate,
): Promise<void> => {
  const supervisor = holding(actors, 'supervisor');
  if (supervisor === undefined) throw new Error('The demo city has no supervisor');
  const stage: Stage = { tx, door, supervisor, actors };
  await urge(stage, weekdayBefore(today, 9), 14, 'blue');
  await urge(stage, weekdayBefore(today, 6), 9, 'orange');
  await act(stage, weekdayBefore(today, 4));
  await serve(stage, weekdayBefore(today, 3));
  await urge(stage, weekdayBefore(today, 1), 4, null);
};
