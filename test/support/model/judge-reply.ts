import type { Actor } from '#core/access.ts';
import type { CaseCommand } from '#core/case/case-command.ts';
import { emptyReply, type ReplyContent } from '#core/reply/reply.ts';
import {
  inHand,
  isComplete,
  isDrafter,
  isHandler,
  isHeard,
  isLeader,
  isOffice,
  isReviewer,
  type Model,
  type ModelDuty,
  type ModelReply,
  opinionsOutstanding,
} from './case-model.ts';

type Told = { readonly actor: Actor };
type OnReply = Extract<CaseCommand, { on: 'reply' }>;
type OnNewReply = Extract<CaseCommand, { on: 'newReply' }>;

const said = (text: string, max = 2_000): boolean => text.trim() !== '' && text.length <= max;

const change = (model: Model, place: number, part: Partial<ModelReply>): Model => ({
  ...model,
  replies: model.replies.map((reply, index) => (index === place ? { ...reply, ...part } : reply)),
});

const start = (model: Model, { actor }: Told, { id }: OnNewReply): Model | null => {
  const duty = model.duties[id - 1];
  if (duty === undefined || model.end !== null || duty.role === 'assist') return null;
  if (!isDrafter(actor, duty) || !inHand(duty)) return null;
  if (model.replies.some((reply) => reply.duty === id - 1 && reply.round === duty.round)) return null;
  const before = model.replies.find((reply) => reply.duty === id - 1 && reply.round === duty.round - 1);
  const nos = Array.from({ length: model.points }, (_, index) => index + 1);
  const fresh: ModelReply = {
    duty: id - 1,
    round: duty.round,
    now: 'drafting',
    level: 0,
    by: null,
    content: before?.content ?? emptyReply(nos),
  };
  return { ...model, replies: [...model.replies, fresh] };
};

/** Answers only points that are there, each at most once. */
const isWellFormed = (model: Model, { answers }: ReplyContent): boolean =>
  answers.every((answer) => answer.no >= 1 && answer.no <= model.points) &&
  new Set(answers.map((answer) => answer.no)).size === answers.length;

/** The letter goes out: the duty is answered, and every proposer is asked. */
const issue = (model: Model, place: number, reply: ModelReply): Model => ({
  ...change(model, place, { now: 'issued' }),
  duties: model.duties.map((duty, index) =>
    index === reply.duty ? { ...duty, now: 'done', paused: false } : duty,
  ),
  ratings: [
    ...model.ratings,
    ...model.proposers.map((proposer) => ({ reply: place, proposer, sealed: false, byOffice: false })),
  ],
});

const write = (
  model: Model,
  { actor }: Told,
  place: number,
  reply: ModelReply,
  duty: ModelDuty,
  command: OnReply['command'],
): Model | null => {
  const editable = reply.now === 'drafting' || reply.now === 'sentBack';
  switch (command.type) {
    case 'save':
      return isDrafter(actor, duty) && editable && isWellFormed(model, command.content)
        ? change(model, place, { content: command.content })
        : null;
    case 'submit':
      return isDrafter(actor, duty) &&
        editable &&
        isComplete(model, reply.content) &&
        isHeard(model, reply.duty, reply.round)
        ? change(model, place, { now: 'reviewing', level: 0, by: actor.personId })
        : null;
    case 'recall':
      return isHandler(actor, duty) && reply.now === 'reviewing'
        ? change(model, place, { now: 'drafting', level: 0 })
        : null;
    default:
      return null;
  }
};

const review = (
  model: Model,
  { actor }: Told,
  place: number,
  reply: ModelReply,
  duty: ModelDuty,
  command: OnReply['command'],
): Model | null => {
  const turn = isReviewer(model, actor, duty, reply);
  const last = model.rules.levels.length;
  switch (command.type) {
    case 'amendInReview':
      return turn && isWellFormed(model, command.content)
        ? change(model, place, { content: command.content })
        : null;
    case 'approve':
      if (!turn || reply.by === actor.personId || !isComplete(model, reply.content)) return null;
      return change(model, place, {
        level: reply.level + 1,
        now: reply.level + 1 === last ? 'cleared' : 'reviewing',
      });
    case 'sendBack': {
      const above = isOffice(actor, duty) || isLeader(actor, duty);
      const from = reply.now === 'cleared' ? last : reply.level;
      const open = reply.now === 'cleared' || reply.now === 'reviewing';
      const below = Number.isInteger(command.to) && command.to >= -1 && command.to < from;
      if (!(turn || above) || !open || !below || !said(command.reason)) return null;
      return command.to === -1
        ? change(model, place, { now: 'sentBack', level: 0 })
        : change(model, place, { now: 'reviewing', level: command.to });
    }
    case 'issue': {
      const signs = isOffice(actor, duty) || isLeader(actor, duty);
      if (!signs || reply.now !== 'cleared' || !isComplete(model, reply.content)) return null;
      const waits =
        model.rules.opinionsRequired &&
        duty.role === 'lead' &&
        reply.round === 1 &&
        opinionsOutstanding(model) &&
        (command.opinionsMissingReason ?? '').trim() === '';
      const ready = isHeard(model, reply.duty, reply.round) && !waits && said(command.documentNo, 100);
      return ready ? issue(model, place, reply) : null;
    }
    default:
      return null;
  }
};

export const judgeReply = (model: Model, told: Told, target: OnReply | OnNewReply): Model | null => {
  if (target.on === 'newReply') return start(model, told, target);
  const place = target.id - 1;
  const reply = model.replies[place];
  const duty = reply === undefined ? undefined : model.duties[reply.duty];
  if (reply === undefined || duty === undefined || model.end !== null || !inHand(duty)) return null;
  return (
    write(model, told, place, reply, duty, target.command) ??
    review(model, told, place, reply, duty, target.command)
  );
};
