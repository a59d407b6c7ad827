/** What must become of one command, by the model: the matter afterwards, or null when it must be refused. */
import type { Actor } from '#core/access.ts';
import type { CaseCommand } from '#core/case/case-command.ts';
import { handlersOf, leadersOf, sections, units, unitOf } from '../builders.ts';
import { judgeReply } from './judge-reply.ts';
import {
  allAnswered,
  inHand,
  isAssigner,
  isDrafter,
  isHandler,
  isHead,
  isLeader,
  isOffice,
  isOrgan,
  live,
  type Model,
  type ModelDuty,
  rated,
} from './case-model.ts';

export type Told = { readonly actor: Actor; readonly date: string; readonly command: CaseCommand };
type On<Kind extends CaseCommand['on']> = Extract<CaseCommand, { on: Kind }>;

const said = (text: string, max = 2_000): boolean => text.trim() !== '' && text.length <= max;

/** What is over stands still no more. */
const settle = (duty: ModelDuty): ModelDuty =>
  ['done', 'returned', 'taken'].includes(duty.now) ? { ...duty, paused: false } : duty;

const changeDuty = (model: Model, place: number, part: Partial<ModelDuty>): Model => ({
  ...model,
  duties: model.duties.map((duty, index) => (index === place ? settle({ ...duty, ...part }) : duty)),
});

const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A reply was issued, or is on its way through the levels of a unit that has the matter still. */
const isLocked = (model: Model): boolean =>
  model.replies.some(
    ({ now, duty }) =>
      now === 'issued' ||
      ((now === 'reviewing' || now === 'cleared') &&
        model.duties.some((one, at) => at === duty && live(one))),
  );

const judgeMatter = (model: Model, actor: Actor, { command }: On<'matter'>): Model | null => {
  const office = isAssigner(model, actor);
  switch (command.type) {
    case 'amend':
      return office && model.end === null && !isLocked(model) && said(command.text.title ?? 'same', 200)
        ? model
        : null;
    case 'splitPoints': {
      const own = model.duties.some(
        (duty) => duty.role !== 'assist' && (isOffice(actor, duty) || isHandler(actor, duty)),
      );
      const fits =
        command.points.length >= 1 &&
        command.points.length <= 50 &&
        command.points.every((text) => said(text));
      return (office || own) && model.end === null && !isLocked(model) && fits
        ? { ...model, points: command.points.length }
        : null;
    }
    case 'close': {
      const why = command.reason ?? '';
      const ready = model.end === null && allAnswered(model) && why.length <= 2_000;
      return office && ready && (rated(model) || said(why)) ? { ...model, end: 'closed' } : null;
    }
    // Merging needs a second matter: its own model is core/case/merge.test.ts.
    case 'merge':
    case 'takeIn':
    case 'unmerge':
    case 'letGo':
    // Needs the submission on which the signature stood: core/case/merge.test.ts.
    case 'leaveProposers':
      return null;
    case 'reopen':
      return office && model.end === 'closed' && said(command.reason)
        ? {
            ...model,
            end: null,
            duties: model.duties.map((duty) =>
              duty.role !== 'assist' && duty.now === 'done'
                ? { ...duty, now: 'again', round: duty.round + 1 }
                : duty,
            ),
          }
        : null;
    case 'withdraw':
      return isOrgan(model, actor) && model.end === null && said(command.reason)
        ? { ...model, end: 'withdrawn' }
        : null;
  }
};

/** One sole unit, or one lead with helpers, or two and more separate units with helpers; one may be left over. */
const fitsTogether = (roles: readonly string[], joining: readonly string[]): boolean => {
  const shape = ['sole', 'lead', 'separate', 'assist'].map(
    (role) => roles.filter((one) => one === role).length,
  );
  const [sole = 0, lead = 0, separate = 0, assist = 0] = shape;
  if (sole > 0) return sole === 1 && lead + separate + assist === 0;
  if (lead > 0) return lead === 1 && separate === 0;
  return separate >= 2 || (separate === 1 && !joining.includes('separate'));
};

const mayGive = (model: Model, actor: Actor, unit: number): boolean => {
  if (model.duties.some((duty) => live(duty) && duty.unit === unit)) return false;
  if (unit === units.park) return isOrgan(model, actor);
  return [units.education, units.transport, units.health, units.water].some((open) => open === unit);
};

const newDuty = (unit: number, role: ModelDuty['role'], since: string): ModelDuty => ({
  unit,
  role,
  since,
  now: 'new',
  round: 1,
  section: null,
  handler: null,
  asked: false,
  paused: false,
});

const judgePlan = (model: Model, actor: Actor, date: string, { command }: On<'plan'>): Model | null => {
  const names = command.duties.map((duty) => duty.unitId);
  const heard = isAssigner(model, actor) && model.end === null && model.points > 0 && !allAnswered(model);
  const fits =
    names.length > 0 &&
    new Set(names).size === names.length &&
    names.every((unit) => mayGive(model, actor, unit)) &&
    fitsTogether(
      [...model.duties.filter(live), ...command.duties].map((duty) => duty.role),
      command.duties.map((duty) => duty.role),
    ) &&
    said(command.responsibleLeader);
  return heard && fits
    ? {
        ...model,
        duties: [...model.duties, ...command.duties.map((duty) => newDuty(duty.unitId, duty.role, date))],
      }
    : null;
};

const ownSections: Readonly<Record<number, readonly number[]>> = {
  [units.education]: [sections.schools, sections.exams],
  [units.transport]: [sections.roads],
  [units.water]: [sections.rivers],
};

const judgeInside = (
  model: Model,
  place: number,
  duty: ModelDuty,
  actor: Actor,
  { command }: On<'assignment'>,
): Model | null => {
  const leads = isOffice(actor, duty) || isHead(actor, duty);
  const unit = unitOf(actor);
  const handlers = unit === null ? [] : handlersOf(unit);
  const leaders = unit === null ? [] : leadersOf(unit);
  if (command.type === 'subAssign') {
    const { sectionId: section, handlerId: handler, leaderId } = command;
    const known = section === null || (ownSections[duty.unit] ?? []).includes(section);
    const given = handler === null ? section !== null : handlers.includes(handler);
    return leads && inHand(duty) && known && given && leaders.includes(leaderId)
      ? changeDuty(model, place, { section, handler })
      : null;
  }
  if (command.type !== 'handOver') return null;
  return leads && live(duty) && handlers.includes(command.toId) && said(command.reason)
    ? changeDuty(model, place, { handler: command.toId })
    : null;
};

const judgeDuty = (model: Model, { actor, date }: Told, target: On<'assignment'>): Model | null => {
  const place = target.id - 1;
  const duty = model.duties[place];
  if (duty === undefined || model.end !== null) return null;
  const { command } = target;
  const above = duty.unit === units.park ? isOrgan(model, actor) : isAssigner(model, actor);
  const decides = above && duty.now === 'asking' && 'note' in command && said(command.note);
  switch (command.type) {
    case 'signFor':
      return isOffice(actor, duty) && duty.now === 'new' ? changeDuty(model, place, { now: 'held' }) : null;
    case 'requestHandBack': {
      const inTime = model.rules.window === null || date <= plusDays(duty.since, model.rules.window);
      const early = (duty.now === 'new' || duty.now === 'held') && !duty.asked && inTime;
      const stated = said(command.reason) && said(command.basis) && command.rightUnitId !== duty.unit;
      return isOffice(actor, duty) && early && stated
        ? changeDuty(model, place, { now: 'asking', asked: true })
        : null;
    }
    case 'upholdHandBack':
      return decides ? changeDuty(model, place, { now: 'returned' }) : null;
    case 'upholdAndReassign': {
      if (!decides || !mayGive(model, actor, command.toUnitId)) return null;
      const ended = changeDuty(model, place, { now: 'returned' });
      return { ...ended, duties: [...ended.duties, newDuty(command.toUnitId, duty.role, date)] };
    }
    case 'rejectHandBack':
      return decides ? changeDuty(model, place, { now: 'held' }) : null;
    case 'revoke':
      return above && (duty.now === 'new' || duty.now === 'held') && said(command.reason)
        ? changeDuty(model, place, { now: 'taken' })
        : null;
    case 'pauseClock':
    case 'resumeClock': {
      const paused = command.type === 'pauseClock';
      return above && inHand(duty) && duty.paused !== paused && said(command.reason)
        ? changeDuty(model, place, { paused })
        : null;
    }
    // Their dates are the business of extend.test.ts: this model knows no date but that of the hand-back.
    case 'askExtension':
    case 'grantExtension':
    case 'refuseExtension':
    case 'withdrawExtension':
    case 'recordDisclosure':
    case 'recordFollowUp':
      throw new Error(`The model was not told of ${command.type}`);
    case 'subAssign':
    case 'handOver':
      return judgeInside(model, place, duty, actor, target);
  }
};

const ofTheUnit = (actor: Actor, duty: ModelDuty): boolean => isDrafter(actor, duty) || isLeader(actor, duty);

const judgeContact = (model: Model, { actor, date }: Told, { id, command }: On<'contact'>): Model | null => {
  const place = command.type === 'record' ? id - 1 : (model.contacts[id - 1]?.duty ?? -1);
  const duty = model.duties[place];
  if (duty === undefined || model.end !== null || !ofTheUnit(actor, duty)) return null;
  if (!inHand(duty) && duty.now !== 'done') return null;
  if (command.type === 'strike')
    return said(command.reason)
      ? {
          ...model,
          contacts: model.contacts.map((one, at) => (at === id - 1 ? { ...one, struck: true } : one)),
        }
      : null;
  const { contact } = command;
  const known = contact.proposerIds.every((one) => model.proposers.includes(one));
  const real =
    contact.on >= duty.since && contact.on <= date && said(contact.said, 10_000) && said(contact.who, 200);
  const entry = {
    duty: place,
    round: duty.round,
    stage: contact.stage,
    channel: contact.channel,
    present: contact.proposerPresent,
    struck: false,
  };
  return known && real ? { ...model, contacts: [...model.contacts, entry] } : null;
};

const judgeOpinion = (model: Model, { actor }: Told, { id, command }: On<'opinion'>): Model | null => {
  const duty = model.duties[id - 1];
  if (duty === undefined || model.end !== null || !ofTheUnit(actor, duty) || duty.role !== 'assist')
    return null;
  if ((duty.now !== 'held' && duty.now !== 'done') || allAnswered(model)) return null;
  if (!said(command.text, 20_000) || !said(command.contactPerson, 100)) return null;
  if (command.dissent !== null && !said(command.dissent, 5_000)) return null;
  return changeDuty({ ...model, opinions: [...model.opinions, id - 1] }, id - 1, { now: 'done' });
};

const judgeRating = (model: Model, { actor }: Told, { id, command }: On<'rating'>): Model | null => {
  const rating = model.ratings[id - 1];
  const reply = rating === undefined ? undefined : model.replies[rating.reply];
  if (rating === undefined || reply === undefined || rating.sealed || model.end !== null) return null;
  const mine = actor.personId === rating.proposer && actor.grants.some((grant) => grant.role === 'proposer');
  const paper = isOrgan(model, actor) && command.scanId !== null;
  if (command.type === 'rate' ? !mine : !paper) return null;
  if (
    model.replies.some(
      (other) => other.duty === reply.duty && other.round > reply.round && other.now === 'issued',
    )
  )
    return null;
  const { attitude, outcome, reason, points } = command.verdict;
  const scale = ['satisfied', 'basicallySatisfied', 'dissatisfied'];
  const bad = [attitude, outcome].includes('dissatisfied');
  const each =
    points.length === model.points && new Set(points.map((point) => point.no)).size === model.points;
  const meant = each && points.every((point) => point.no >= 1 && point.no <= model.points);
  if (!scale.includes(attitude) || !scale.includes(outcome) || !meant || (bad && !said(reason, 5_000)))
    return null;
  const ratings = model.ratings.map((one, at) =>
    at === id - 1 ? { ...one, sealed: true, byOffice: command.type === 'enterForProposer' } : one,
  );
  const duty = model.duties[reply.duty];
  return bad && duty?.now === 'done'
    ? changeDuty({ ...model, ratings }, reply.duty, { now: 'again', round: duty.round + 1 })
    : { ...model, ratings };
};

export const judge = (model: Model, told: Told): Model | null => {
  const { actor, date, command } = told;
  switch (command.on) {
    case 'matter':
      return judgeMatter(model, actor, command);
    case 'plan':
      return judgePlan(model, actor, date, command);
    case 'assignment':
      return judgeDuty(model, told, command);
    case 'contact':
      return judgeContact(model, told, command);
    case 'opinion':
      return judgeOpinion(model, told, command);
    case 'rating':
      return judgeRating(model, told, command);
    case 'newReply':
    case 'reply':
      return judgeReply(model, told, command);
  }
};
