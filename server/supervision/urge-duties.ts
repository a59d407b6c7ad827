/** Reads and judges duties that are to be urged: what a slip on each would be, and issuing many at once. */
import type { Language } from '#contract/messages/message.ts';
import { clockMessages } from '#contract/messages/clock.ts';
import { type Actor, standingsOnDuty, standingsOnMatter } from '#core/access.ts';
import type { Assignment } from '#core/assignment/assignment.ts';
import { type CaseFile, partiesOf } from '#core/case/case-file.ts';
import { owedByUnit } from '#core/case/due.ts';
import { noticesForUrge } from '#core/case/notify-supervision.ts';
import { workdaysBetween } from '#core/clock/calendar.ts';
import { endedAs } from '#core/matter/matter.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import type { UrgeLevel } from '#core/ruleset.ts';
import { decideUrge, permitUrge, type UrgeContext } from '#core/supervision/decide.ts';
import {
  fillSlip,
  proposeLevel,
  type SlipFacts,
  slipText,
  standingSlips,
  type Urge,
} from '#core/supervision/urge.ts';
import type { LocalDate, Moment } from '#core/words.ts';
import type { CaseDoor } from '../case/door.ts';
import { lockCase } from '../case/load-case.store.ts';
import { standOf } from '../case/stand-of.ts';
import { tell } from '../case/trace.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { sentenceOf } from '../platform/problem.ts';
import { journalSupervision } from './journal-supervision.ts';
import { holdSeries, leaveSeries } from './series.store.ts';
import { urgeOf } from './urge-row.ts';
import { insertSlip } from './urge.store.ts';
import { mattersOfDuties, slipsOfDuties, unitsNamed } from './urge.views.ts';

export type Scene = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly at: Moment;
  readonly language: Language;
};

/** One duty with all that a decision to urge it looks at. */
type Judged = {
  readonly file: CaseFile;
  readonly duty: Assignment;
  readonly context: UrgeContext;
  readonly facts: SlipFacts;
  readonly due: LocalDate | null;
};

const kindNames = { suggestion: '建议', proposal: '提案' } as const;

const judge = (
  { actor, at }: Scene,
  file: CaseFile,
  duty: Assignment,
  unit: { readonly name: string; readonly boundary: boolean },
  slips: readonly Urge[],
): Judged => {
  const owed = owedByUnit(file, duty);
  const due = owed?.date.date ?? null;
  const daysLate = due === null ? 0 : -workdaysBetween(at.date, due, file.calendar).count;
  const facts: SlipFacts = {
    unit: unit.name,
    roleName: file.ruleset.roleNames[duty.role].zh,
    kindName: kindNames[file.matter.kind],
    caseNo: file.matter.caseNo,
    title: file.matter.title,
    duty: clockMessages[`clock.duty.${owed?.duty ?? (duty.role === 'assist' ? 'opinion' : 'reply')}`].zh,
    due,
    daysLate,
  };
  const context: UrgeContext = {
    at,
    actorId: actor.personId,
    standings: standingsOnDuty(actor, partiesOf(file), duty.id),
    endedAs: endedAs(file.matter.stage),
    duty,
    boundary: unit.boundary,
    unitName: unit.name,
    daysLate,
    slips,
    urging: file.ruleset.urging,
    calendar: file.calendar,
  };
  return { file, duty, context, facts, due };
};

type Read = (matterId: number) => Promise<CaseFile | null>;

/** Each duty that the actor may see, judged; null stands for one that is not there for him. */
const judgeAll = async (scene: Scene, assignmentIds: readonly number[], read: Read) => {
  const { tx, actor } = scene;
  const j = actor.jurisdictionId;
  const known = await mattersOfDuties(tx, j, assignmentIds);
  const files = new Map<number, CaseFile | null>();
  // One after the other in the order of matters: whoever locks several locks them in this order.
  for (const { matterId } of known) if (!files.has(matterId)) files.set(matterId, await read(matterId));
  const seen = [...files.values()].flatMap((file) => file ?? []);
  const [units, rows] = await Promise.all([
    unitsNamed(
      tx,
      j,
      seen.flatMap((file) => file.duties.map(({ unitId }) => unitId)),
    ),
    slipsOfDuties(tx, j, assignmentIds),
  ]);
  const slips = rows.map(urgeOf);
  return known.flatMap(({ id, matterId }) => {
    const file = files.get(matterId);
    const duty = file?.duties.find((one) => one.id === id);
    if (file == null || duty === undefined) return [];
    const unit = units.get(duty.unitId) ?? { name: '', boundary: false };
    return [
      judge(
        scene,
        file,
        duty,
        unit,
        slips.filter((slip) => slip.assignmentId === id),
      ),
    ];
  });
};

/** What a slip on each of these duties would be, the latest first. */
export const proposals = async (door: CaseDoor, scene: Scene, assignmentIds: readonly number[]) => {
  const { tx, actor, language } = scene;
  const judged = await judgeAll(scene, assignmentIds, (matterId) => door.read(tx, actor, matterId));
  const items = judged.map(({ file, duty, context, facts, due }) => {
    const refusal = permitUrge('urge', null, context);
    const slips = standingSlips(context.slips, duty.round);
    const { id, kind, caseNo, title } = file.matter;
    return {
      assignmentId: duty.id,
      matter: { id, kind, caseNo, title },
      unit: { id: duty.unitId, name: context.unitName },
      role: duty.role,
      ...standOf(due, scene.at.date, file),
      slips: slips.length,
      level: proposeLevel(context.urging.ladder, slips, context.daysLate),
      text: fillSlip(slipText(context.urging, facts), facts),
      refusal: refusal === null ? null : { code: refusal.code, detail: sentenceOf(refusal, language) },
    };
  });
  return items.sort((a, b) => (a.workdaysLeft ?? 9_999) - (b.workdaysLeft ?? 9_999));
};

/** What a matter page offers: the duties that this person may urge, and those that he could, with the reason why not. */
export const offersToUrge = async (scene: Scene, file: CaseFile) => {
  const rows = await slipsOfDuties(
    scene.tx,
    scene.actor.jurisdictionId,
    file.duties.map(({ id }) => id),
  );
  const units = await unitsNamed(
    scene.tx,
    scene.actor.jurisdictionId,
    file.duties.map(({ unitId }) => unitId),
  );
  return file.duties.flatMap((duty) => {
    const unit = units.get(duty.unitId) ?? { name: '', boundary: false };
    const slips = rows.filter((row) => row.assignmentId === duty.id).map(urgeOf);
    const refusal = permitUrge('urge', null, judge(scene, file, duty, unit, slips).context);
    const silent = refusal?.code === 'not-yours' || refusal?.code === 'wrong-state';
    const done = refusal?.code === 'urge-nothing-owed';
    return silent || done ? [] : [{ assignmentId: duty.id, allowed: { action: 'urge', refusal } }];
  });
};

export type UrgeOrder = {
  readonly assignmentIds: readonly number[];
  readonly level: UrgeLevel | null;
  readonly reason: string;
  readonly text: string | null;
};

type Issued = { id: number; assignmentId: number; slipNo: string; label: string; level: UrgeLevel };
type Refused = { id: number; label: string; code: string; detail: string };

/** Locks every matter, in order; a matter that is nothing to the actor stays out of sight. */
const lockAll = async (door: CaseDoor, scene: Scene, assignmentIds: readonly number[]) => {
  const { tx, actor } = scene;
  const house = await door.houseOf(tx, actor.jurisdictionId);
  return judgeAll(scene, assignmentIds, async (matterId) => {
    const locked = await lockCase(tx, house, actor.jurisdictionId, matterId);
    const reached = locked !== null && standingsOnMatter(actor, partiesOf(locked.file)).size > 0;
    return reached ? locked.file : null;
  });
};

/** Stores one slip that was decided on, journals it in its matter, and tells the unit. */
const issue = async (
  scene: Scene,
  { file, duty }: Judged,
  event: Extract<Extract<ReturnType<typeof decideUrge>, { ok: true }>['events'][number], { type: 'urged' }>,
): Promise<Issued> => {
  const { tx, actor, at } = scene;
  const hand = { jurisdictionId: actor.jurisdictionId, personId: actor.personId, at };
  const about = { matterId: file.matter.id, organId: file.matter.organId, assignmentId: duty.id };
  const id = await insertSlip(tx, hand, about, event);
  const { slipNo, level } = event;
  const entry = { on: 'urge', id, assignmentId: duty.id, slipNo, level, event } as const;
  await journalSupervision(scene, [file.matter.id], 'urge.urge', entry);
  const told = { unitId: duty.unitId, issuedById: actor.personId, handlerId: duty.handlerId };
  tell(tx, hand, file.matter.id, [noticesForUrge(event, told)]);
  return { id, assignmentId: duty.id, slipNo: event.slipNo, label: file.matter.caseNo, level: event.level };
};

/**
 * Urges many duties in one transaction. What is refused is listed with its reason and takes no number; the rest is
 * done, numbered in the order of matters. All matters are locked before the series is, and always in one order.
 */
export const urgeDuties = async (door: CaseDoor, scene: Scene, order: UrgeOrder) => {
  const { tx, actor, at, language } = scene;
  const j = actor.jurisdictionId;
  const ids = [...new Set(order.assignmentIds)];
  const judged = await lockAll(door, scene, ids);
  const refused: Refused[] = [];
  const issued: Issued[] = [];
  const say = (id: number, label: string, refusal: Refusal): void => {
    refused.push({ id, label, code: refusal.code, detail: sentenceOf(refusal, language) });
  };
  for (const id of ids)
    if (!judged.some(({ duty }) => duty.id === id)) say(id, String(id), refuse('not-found'));
  const key = `urge:${at.date.slice(0, 4)}`;
  const first = await holdSeries(tx, j, key);
  for (const one of judged) {
    const text = fillSlip(order.text ?? slipText(one.context.urging, one.facts), one.facts);
    const serial = first + issued.length + 1;
    const command = { type: 'urge', level: order.level, reason: order.reason, text, serial } as const;
    const decision = decideUrge(command, null, one.context);
    if (!decision.ok) say(one.duty.id, one.file.matter.caseNo, decision.refusal);
    else
      for (const event of decision.events)
        if (event.type === 'urged') issued.push(await issue(scene, one, event));
  }
  await leaveSeries(tx, j, key, first + issued.length);
  return { done: issued.length, refused, issued };
};
