/**
 * A second, independent account of one matter's life, written from the field's rules (DESIGN §1, the state and
 * invariant list of the domain) and not from the core: what the model-based test holds the core against. It knows
 * only as much as is needed to say whether a command must be heard, and what is so afterwards.
 */
import type { Actor } from '#core/access.ts';
import type { ContactChannel, ContactStage, HandlingRole } from '#core/ruleset.ts';
import type { ReplyContent } from '#core/reply/reply.ts';

export type DutyNow = 'new' | 'held' | 'asking' | 'done' | 'again' | 'returned' | 'taken';

export type ModelDuty = {
  readonly unit: number;
  readonly role: HandlingRole;
  readonly now: DutyNow;
  readonly round: number;
  readonly since: string;
  readonly section: number | null;
  readonly handler: number | null;
  /** It has asked to hand back once; there is no second time. */
  readonly asked: boolean;
  /** Its clock stands still. */
  readonly paused: boolean;
};

export type ReplyNow = 'drafting' | 'sentBack' | 'reviewing' | 'cleared' | 'issued';

export type ModelReply = {
  readonly duty: number;
  readonly round: number;
  readonly now: ReplyNow;
  readonly level: number;
  readonly by: number | null;
  readonly content: ReplyContent;
};

export type ModelContact = {
  readonly duty: number;
  readonly round: number;
  readonly stage: ContactStage;
  readonly channel: ContactChannel;
  readonly present: boolean;
  readonly struck: boolean;
};

export type ModelRating = {
  readonly reply: number;
  readonly proposer: number;
  readonly sealed: boolean;
  readonly byOffice: boolean;
};

/** The parts of a ruleset that the model varies. */
export type ModelRules = {
  readonly levels: readonly ('section-head' | 'unit-office' | 'unit-leader')[];
  readonly contacts: readonly { readonly stage: ContactStage; readonly faceToFace: boolean }[];
  readonly opinionsRequired: boolean;
  readonly everyoneRates: boolean;
  /** Calendar days in which a hand-back is heard; null: always. */
  readonly window: number | null;
};

/** Duties, replies, ratings, contacts refer to one another by place; stored rows have the id place + 1. */
export type Model = {
  readonly rules: ModelRules;
  readonly proposers: readonly number[];
  readonly organ: number;
  readonly end: 'closed' | 'withdrawn' | null;
  readonly points: number;
  readonly duties: readonly ModelDuty[];
  readonly replies: readonly ModelReply[];
  readonly ratings: readonly ModelRating[];
  readonly contacts: readonly ModelContact[];
  /** The duty of each opinion, in order. */
  readonly opinions: readonly number[];
};

export const live = (duty: ModelDuty): boolean => duty.now !== 'returned' && duty.now !== 'taken';
const mains = (model: Model): readonly ModelDuty[] =>
  model.duties.filter((duty) => live(duty) && duty.role !== 'assist');
export const inHand = (duty: ModelDuty): boolean => duty.now === 'held' || duty.now === 'again';
export const allAnswered = (model: Model): boolean =>
  mains(model).length > 0 && mains(model).every((duty) => duty.now === 'done');

/** Everyone who must has rated the last letter of every unit. */
export const rated = (model: Model): boolean => {
  const raters = model.rules.everyoneRates ? model.proposers : model.proposers.slice(0, 1);
  const letters = model.replies.flatMap((reply, place) => {
    const duty = model.duties[reply.duty];
    return reply.now === 'issued' && duty !== undefined && duty.round === reply.round && live(duty)
      ? [place]
      : [];
  });
  return (
    letters.length > 0 &&
    letters.every((letter) =>
      raters.every((who) =>
        model.ratings.some((rating) => rating.reply === letter && rating.proposer === who && rating.sealed),
      ),
    )
  );
};

/** filed → assigned → handling → replied → rated, back to rehandling, until people end it. */
export const stage = (model: Model): string => {
  if (model.end !== null) return model.end;
  const working = mains(model);
  if (working.length === 0) return model.duties.some(live) ? 'assigned' : 'filed';
  if (working.some((duty) => duty.now === 'again')) return 'rehandling';
  if (allAnswered(model)) return rated(model) ? 'rated' : 'replied';
  return working.every((duty) => duty.now === 'new') ? 'assigned' : 'handling';
};

const has = (actor: Actor, role: string, unit?: number): boolean =>
  actor.grants.some((grant) => grant.role === role && (unit === undefined || grant.unitId === unit));

export const isOrgan = (model: Model, actor: Actor): boolean =>
  actor.grants.some((grant) => grant.role.endsWith('-office') && grant.organId === model.organ);
export const isAssigner = (model: Model, actor: Actor): boolean =>
  has(actor, 'supervisor') || isOrgan(model, actor);
export const isOffice = (actor: Actor, duty: ModelDuty): boolean =>
  live(duty) && has(actor, 'unit-office', duty.unit);
export const isLeader = (actor: Actor, duty: ModelDuty): boolean =>
  live(duty) && has(actor, 'unit-leader', duty.unit);
export const isHead = (actor: Actor, duty: ModelDuty): boolean =>
  duty.section === null ? isOffice(actor, duty) : live(duty) && has(actor, 'section-head', duty.section);
export const isHandler = (actor: Actor, duty: ModelDuty): boolean =>
  live(duty) && duty.handler === actor.personId && has(actor, 'handler');

/** Those who write: everyone of the unit on this duty but the leader who clears. */
export const isDrafter = (actor: Actor, duty: ModelDuty): boolean =>
  isOffice(actor, duty) || isHead(actor, duty) || isHandler(actor, duty);

export const isReviewer = (model: Model, actor: Actor, duty: ModelDuty, reply: ModelReply): boolean => {
  if (reply.now !== 'reviewing') return false;
  switch (model.rules.levels[reply.level]) {
    case 'section-head':
      return isHead(actor, duty);
    case 'unit-office':
      return isOffice(actor, duty);
    case 'unit-leader':
      return isLeader(actor, duty);
    default:
      return false;
  }
};

/** Every point answered, class, disclosure and contact person there. */
export const isComplete = (model: Model, content: ReplyContent): boolean =>
  Array.from({ length: model.points }, (_, index) => index + 1).every((no) =>
    content.answers.some(
      (answer) => answer.no === no && answer.answer.trim() !== '' && answer.adoption !== null,
    ),
  ) &&
  ['A', 'B', 'C', 'D'].includes(content.resultClass ?? '') &&
  content.disclosure !== null &&
  (content.disclosure === 'proactive' || content.disclosureReason.trim() !== '') &&
  content.contactPerson.trim() !== '' &&
  content.contactPhone.trim() !== '';

/** Law 4: the contacts that the rules demand of this duty in this round. */
export const isHeard = (model: Model, place: number, round: number): boolean =>
  model.rules.contacts.every((wanted) =>
    model.contacts.some(
      (contact) =>
        contact.duty === place &&
        contact.round === round &&
        !contact.struck &&
        contact.stage === wanted.stage &&
        (!wanted.faceToFace || (contact.channel === 'visit' && contact.present)),
    ),
  );

export const opinionsOutstanding = (model: Model): boolean =>
  model.duties.some((duty, place) => live(duty) && duty.role === 'assist' && !model.opinions.includes(place));
