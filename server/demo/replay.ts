/** Plays one demo matter through the product's own use cases, step by step, at the times of its story. */
import type { DemoMatter, DemoPerson, ReviewLevelKey, StoryStep } from '../../demo/demo.ts';
import type { Actor } from '#core/access.ts';
import type { CaseCommand, CaseFacts } from '#core/case/case-command.ts';
import type { CaseFile } from '#core/case/case-file.ts';
import type { ReplyContent } from '#core/reply/reply.ts';
import type { Moment } from '#core/words.ts';
import { writeAct } from '../case/act-on-case.ts';
import { caseNames } from '../case/names.views.ts';
import type { Tx } from '../platform/db/database.ts';
import { momentOf } from '../platform/moment.ts';
import { keepLetter } from '../reply/reply.store.ts';
import { letterOf } from '../reply/letter-of.ts';

export type DemoIds = {
  readonly units: ReadonlyMap<string, number>;
  readonly sections: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, number>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly persons: ReadonlyMap<string, DemoPerson>;
  readonly facts: CaseFacts;
  /** Sections, handlers and leaders of each unit. */
  readonly staff: ReadonlyMap<number, Pick<CaseFacts, 'sectionIds' | 'handlerIds' | 'leaderIds'>>;
};

const need = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The demo city names ${what}, which it does not have`);
  return value;
};

export const instantOf = (local: string): Moment => momentOf(new Date(`${local}:00+08:00`));

const levels: readonly ReviewLevelKey[] = ['section-head', 'unit-office', 'unit-leader'];

const ranks = { 'unit-leader': 'deputyLeader', 'section-head': 'sectionHead' } as const;

const liveDuty = (file: CaseFile, unitId: number) =>
  need(
    file.duties.find(
      (duty) => duty.unitId === unitId && duty.state !== 'handedBack' && duty.state !== 'revoked',
    ),
    'a live duty',
  );

const replyOf = (file: CaseFile, unitId: number, round: number) => {
  const duty = liveDuty(file, unitId);
  return file.replies.find((reply) => reply.assignmentId === duty.id && reply.round === round);
};

type HandedBack = Extract<StoryStep, { act: 'handBack' | 'decideHandBack' }>;

const onHandBack = (step: HandedBack, id: number, ids: DemoIds): CaseCommand => {
  if (step.act === 'handBack') {
    const rightUnitId = need(ids.units.get(step.rightUnit), step.rightUnit);
    const command = { type: 'requestHandBack', reason: step.reason, rightUnitId, basis: step.duty } as const;
    return { on: 'assignment', id, command };
  }
  if (step.decision === 'uphold' || step.newUnit === undefined)
    return { on: 'assignment', id, command: { type: 'rejectHandBack', note: step.reason } };
  const toUnitId = need(ids.units.get(step.newUnit), step.newUnit);
  return { on: 'assignment', id, command: { type: 'upholdAndReassign', note: step.reason, toUnitId } };
};

type OnClock = Extract<StoryStep, { act: 'askExtension' | 'decideExtension' | 'pauseClock' }>;

const onClock = (step: OnClock, id: number): CaseCommand => {
  if (step.act === 'pauseClock')
    return { on: 'assignment', id, command: { type: 'pauseClock', reason: step.reason } };
  const { until } = step;
  if (step.act === 'askExtension') {
    const command = { type: 'askExtension', until: step.until, reason: step.reason, fileIds: [] } as const;
    return { on: 'assignment', id, command };
  }
  return until === null
    ? { on: 'assignment', id, command: { type: 'refuseExtension', note: step.note } }
    : { on: 'assignment', id, command: { type: 'grantExtension', until, note: step.note } };
};

const onSubAssign = (
  step: Extract<StoryStep, { act: 'subAssign' }>,
  id: number,
  ids: DemoIds,
): CaseCommand => ({
  on: 'assignment',
  id,
  command: {
    type: 'subAssign',
    sectionId: need(ids.sections.get(step.section), step.section),
    handlerId: step.handler === null ? null : need(ids.people.get(step.handler), step.handler),
    leaderId: need(ids.people.get(step.leader), step.leader),
  },
});

const onOpinion = (step: Extract<StoryStep, { act: 'opinion' }>, id: number, ids: DemoIds): CaseCommand => ({
  on: 'opinion',
  id,
  command: {
    type: 'give',
    text: step.text,
    dissent: step.stance === 'dissent' ? (step.dissent ?? step.text) : (step.dissent ?? null),
    contactPerson: ids.persons.get(step.actor)?.name ?? '',
  },
});

const onAssignment = (step: StoryStep, file: CaseFile, ids: DemoIds): CaseCommand[] | null => {
  if (!('unit' in step)) return null;
  const duty = () => liveDuty(file, need(ids.units.get(step.unit), step.unit));
  switch (step.act) {
    case 'signFor':
      // A unit that was told to keep the matter has signed for it thereby.
      return duty().state === 'signed'
        ? []
        : [{ on: 'assignment', id: duty().id, command: { type: 'signFor' } }];
    case 'handBack':
    case 'decideHandBack':
      return [onHandBack(step, duty().id, ids)];
    case 'askExtension':
    case 'decideExtension':
    case 'pauseClock':
      return [onClock(step, duty().id)];
    case 'subAssign':
      return [onSubAssign(step, duty().id, ids)];
    case 'opinion':
      return [onOpinion(step, duty().id, ids)];
    default:
      return null;
  }
};

const onContact = (
  step: Extract<StoryStep, { act: 'contact' }>,
  file: CaseFile,
  ids: DemoIds,
): CaseCommand[] => {
  const by = need(ids.persons.get(step.by), step.by);
  const role = by.grants[0]?.role;
  const held = instantOf(step.heldAt);
  const contact = {
    stage: step.stage,
    channel: step.channel,
    at: held.instant,
    on: held.date,
    place: step.place,
    who: by.name,
    rank: role === 'unit-leader' || role === 'section-head' ? ranks[role] : ('handler' as const),
    proposerPresent: step.proposerPresent,
    proposerIds: step.with
      .map((key) => need(ids.people.get(key), key))
      .filter((id) => file.proposerIds.includes(id)),
    said: step.said,
    fileIds: [],
  };
  const id = liveDuty(file, need(ids.units.get(step.unit), step.unit)).id;
  return [{ on: 'contact', id, command: { type: 'record', contact } }];
};

type OnReply = Extract<
  StoryStep,
  { act: 'draftReply' | 'submitReview' | 'approve' | 'sendBack' | 'issue' | 'rate' }
>;

const contentOf = (step: Extract<StoryStep, { act: 'draftReply' }>, ids: DemoIds): ReplyContent => ({
  opening: step.opening,
  answers: step.points.map((point) => ({
    no: point.point,
    answer: point.answer,
    adoption: point.adopted ? ('adopted' as const) : ('notAdopted' as const),
  })),
  closing: step.closing,
  resultClass: step.resultClass,
  disclosure: step.disclosure,
  disclosureReason: step.disclosureReason ?? '',
  contactPerson: ids.persons.get(step.contactPerson)?.name ?? step.contactPerson,
  contactPhone: ids.persons.get(step.contactPerson)?.phone ?? '19900000000',
});

const onRating = (
  step: Extract<StoryStep, { act: 'rate' }>,
  file: CaseFile,
  replyId: number,
  ids: DemoIds,
): CaseCommand => {
  const proposerId = need(ids.people.get(step.actor), step.actor);
  const rating = need(
    file.ratings.find((one) => one.replyId === replyId && one.proposerId === proposerId),
    'an open rating',
  );
  const verdicts = { done: 'done', partly: 'partly', not: 'notDone', notYet: 'notYet' } as const;
  const verdict = {
    attitude: step.attitude,
    outcome: step.outcome,
    reason: step.reason ?? '',
    points: step.points.map((point) => ({ no: point.point, verdict: verdicts[point.delivered] })),
  };
  return { on: 'rating', id: rating.id, command: { type: 'rate', verdict, scanId: null } };
};

const onReply = (step: OnReply, file: CaseFile, ids: DemoIds): CaseCommand[] => {
  const unitId = need(ids.units.get(step.unit), step.unit);
  const { id } = need(replyOf(file, unitId, step.round), `a reply of ${step.unit} in round ${step.round}`);
  switch (step.act) {
    case 'draftReply':
      return [{ on: 'reply', id, command: { type: 'save', content: contentOf(step, ids) } }];
    case 'submitReview':
      return [{ on: 'reply', id, command: { type: 'submit' } }];
    case 'approve':
      return [{ on: 'reply', id, command: { type: 'approve', note: step.remark } }];
    case 'sendBack': {
      const to = step.toLevel === 'handler' ? -1 : levels.indexOf(step.toLevel);
      return [{ on: 'reply', id, command: { type: 'sendBack', to, reason: step.reason } }];
    }
    case 'issue': {
      const { documentNo, copies } = step;
      return [
        { on: 'reply', id, command: { type: 'issue', documentNo, copies, opinionsMissingReason: null } },
      ];
    }
    case 'rate':
      return [onRating(step, file, id, ids)];
    default: {
      const forgotten: never = step;
      return forgotten;
    }
  }
};

const commandsFor = (step: StoryStep, file: CaseFile, ids: DemoIds): CaseCommand[] => {
  switch (step.act) {
    case 'assign': {
      const duties = step.assignments.map(({ unit, role }) => ({
        unitId: need(ids.units.get(unit), unit),
        role,
      }));
      const leader = ids.persons.get(step.assignments[0]?.leader ?? '')?.name ?? '';
      return [{ on: 'plan', command: { type: 'assign', duties, responsibleLeader: leader } }];
    }
    case 'contact':
      return onContact(step, file, ids);
    case 'draftReply':
    case 'submitReview':
    case 'approve':
    case 'sendBack':
    case 'issue':
    case 'rate':
      return onReply(step, file, ids);
    case 'close':
      return [{ on: 'matter', command: { type: 'close', reason: step.unratedReason ?? null } }];
    case 'reopen':
      return [{ on: 'matter', command: { type: 'reopen', reason: step.reason } }];
    case 'withdraw':
      return [{ on: 'matter', command: { type: 'withdraw', reason: step.reason } }];
    default:
      return need(onAssignment(step, file, ids) ?? undefined, `a command for ${step.act}`);
  }
};

/** Facts of the unit that a step is about; the demo knows its staff already. */
const factsFor = (step: StoryStep, ids: DemoIds): CaseFacts => {
  const unitId = 'unit' in step ? ids.units.get(step.unit) : undefined;
  return { ...ids.facts, ...(unitId === undefined ? {} : (ids.staff.get(unitId) ?? {})) };
};

/** A withdrawal is asked for by the proposer, in writing, and entered by the organ's office. */
const actorOf = (step: StoryStep, matter: DemoMatter, ids: DemoIds): Actor => {
  if (step.act !== 'withdraw') return need(ids.actors.get(step.actor), step.actor);
  const role = matter.organ === 'congress' ? 'congress-office' : 'cppcc-office';
  const office = [...ids.actors.values()].find((actor) => actor.grants.some((grant) => grant.role === role));
  return need(office, role);
};

/** One step on the file as the step before left it; answers with the file afterwards. */
const play = async (
  tx: Tx,
  before: CaseFile,
  matter: DemoMatter,
  step: StoryStep,
  ids: DemoIds,
): Promise<CaseFile> => {
  const actor = actorOf(step, matter, ids);
  const at = instantOf(step.at);
  let file = before;
  const order = async (command: CaseCommand): Promise<void> => {
    const acted = await writeAct(tx, actor, at, file, command, factsFor(step, ids));
    if (!acted.ok)
      throw new Error(`${step.act} by ${step.actor} at ${step.at}: ${JSON.stringify(acted.refusal)}`);
    file = acted.file;
  };
  if (step.act === 'draftReply') {
    const unitId = need(ids.units.get(step.unit), step.unit);
    if (replyOf(file, unitId, step.round) === undefined)
      await order({ on: 'newReply', id: liveDuty(file, unitId).id, command: { type: 'start' } });
  }
  for (const command of commandsFor(step, file, ids)) {
    await order(command);
    if (command.on === 'reply' && command.command.type === 'issue') {
      const reply = need(
        file.replies.find((one) => one.id === command.id),
        'the reply',
      );
      const names = await caseNames(tx, actor.jurisdictionId, file);
      await keepLetter(
        tx,
        actor.jurisdictionId,
        reply.id,
        letterOf(file, reply, names, command.command.copies),
      );
    }
  }
  return file;
};

/** All steps of one matter, and its file afterwards; throws at the first refusal, for the stories keep the rules. */
export const replay = async (
  tx: Tx,
  filed: CaseFile,
  matter: DemoMatter,
  ids: DemoIds,
): Promise<CaseFile> => {
  let file = filed;
  for (const step of matter.steps) {
    try {
      file = await play(tx, file, matter, step, ids);
    } catch (fault) {
      throw new Error(
        `Demo matter ${matter.caseNo}: ${fault instanceof Error ? fault.message : String(fault)}`,
        {
          cause: fault,
        },
      );
    }
  }
  return file;
};
