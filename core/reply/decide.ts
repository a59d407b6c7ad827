import type { Standing } from '../access.ts';
import { type ContactFact, missingContact } from '../contact/contact.ts';
import { permit, type Unmet } from '../lifecycle.ts';
import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { ReviewLevel, Ruleset } from '../ruleset.ts';
import type { Moment } from '../words.ts';
import { type ReplyAction, type ReplyNeed, replyLifecycle } from './lifecycle.ts';
import type { Reply, ReplyContent, ReplyEvent } from './reply.ts';

export type ReplyCommand =
  | { readonly type: 'save' | 'amendInReview'; readonly content: ReplyContent }
  | { readonly type: 'submit' }
  | { readonly type: 'approve'; readonly note: string }
  /** `to`: −1 the drafter, else a level below the current one. */
  | { readonly type: 'sendBack'; readonly to: number; readonly reason: string }
  | { readonly type: 'recall' }
  | {
      readonly type: 'issue';
      readonly documentNo: string;
      readonly copies: readonly string[];
      readonly opinionsMissingReason: string | null;
    };

export type ReplyContext = {
  readonly at: Moment;
  /** Who really acts, and in whose name: the same person, unless a stand-in acts. */
  readonly actorId: number;
  readonly forId: number;
  /** Standings on the duty, without `reviewer`: that one follows from the level. */
  readonly standings: ReadonlySet<Standing>;
  /** How the matter ended; null: it is open. */
  readonly endedAs: 'closed' | 'withdrawn' | 'merged' | null;
  /** State of the duty, and whether the unit has it in hand: signed for, and not asked to be taken back. */
  readonly duty: { readonly state: string; readonly inHand: boolean };
  readonly ruleset: Pick<Ruleset, 'reviewLevels' | 'contactDuties' | 'resultClasses' | 'opinionsRequired'>;
  readonly pointNos: readonly number[];
  readonly contacts: readonly ContactFact[];
  /** Names of assisting units whose opinion is not in. */
  readonly opinionsMissing: readonly string[];
  readonly opinionsMissingReason?: string | null;
};

/** The standing that clears the current level, or null when nothing is in review. */
export const levelOf = (reply: Reply, levels: readonly ReviewLevel[]): ReviewLevel | null =>
  reply.state === 'inReview' ? (levels[reply.level] ?? null) : null;

/** Standings on this reply: whoever holds the role of the current level is its reviewer. */
export const replyStandings = (
  reply: Reply,
  standings: ReadonlySet<Standing>,
  levels: readonly ReviewLevel[],
): ReadonlySet<Standing> => {
  const level = levelOf(reply, levels);
  return level !== null && standings.has(level.by) ? new Set([...standings, 'reviewer']) : standings;
};

const unanswered = (content: ReplyContent, pointNos: readonly number[]): Refusal | null => {
  const open = pointNos.filter((no) => {
    const answer = content.answers.find((one) => one.no === no);
    return answer === undefined || answer.answer.trim() === '' || answer.adoption === null;
  });
  return open.length === 0 ? null : refuse('reply-point-unanswered', { points: open }, `answers[${open[0]}]`);
};

const classRefusal = (content: ReplyContent, context: ReplyContext): Refusal | null => {
  if (content.resultClass === null) return refuse('reply-class-missing', {}, 'resultClass');
  return context.ruleset.resultClasses.some((one) => one.code === content.resultClass)
    ? null
    : refuse('reply-class-unknown', { class: content.resultClass }, 'resultClass');
};

const disclosureRefusal = (content: ReplyContent): Refusal | null => {
  if (content.disclosure === null) return refuse('reply-disclosure-missing', {}, 'disclosure');
  return content.disclosure !== 'proactive' && content.disclosureReason.trim() === ''
    ? refuse('reply-disclosure-reason', {}, 'disclosureReason')
    : null;
};

const opinionsRefusal = (context: ReplyContext): Refusal | null =>
  !context.ruleset.opinionsRequired ||
  context.opinionsMissing.length === 0 ||
  (context.opinionsMissingReason ?? '').trim() !== ''
    ? null
    : refuse('opinion-missing', { units: context.opinionsMissing });

/** Whether a stand-in would clear, with lent powers, what he wrote or handed in himself, in whosever name he did. */
const isOwnAsStandIn = ({ submittedBy, authors }: Reply, { actorId, forId }: ReplyContext): boolean =>
  actorId !== forId && (submittedBy === actorId || authors.includes(actorId));

export const replyUnmet =
  (reply: Reply, context: ReplyContext): Unmet<ReplyNeed> =>
  (need, action): Refusal | null => {
    switch (need) {
      case 'matterOpen':
        return context.endedAs === null ? null : refuse('wrong-state', { action, state: context.endedAs });
      case 'dutyInHand':
        return context.duty.inHand ? null : refuse('wrong-state', { action, state: context.duty.state });
      case 'everyPointAnswered':
        return unanswered(reply.content, context.pointNos);
      case 'classChosen':
        return classRefusal(reply.content, context);
      case 'disclosureDecided':
        return disclosureRefusal(reply.content);
      case 'contactPersonNamed':
        return reply.content.contactPerson.trim() === '' || reply.content.contactPhone.trim() === ''
          ? refuse('reply-contact-person-missing', {}, 'contactPerson')
          : null;
      case 'requiredContacts':
        return missingContact(context.ruleset.contactDuties, context.contacts, reply.round);
      case 'opinionsIn':
        return opinionsRefusal(context);
      case 'notOwnWork':
        return reply.submittedBy === context.actorId ||
          reply.submittedBy === context.forId ||
          isOwnAsStandIn(reply, context)
          ? refuse('own-work')
          : null;
      case 'notOwnAsStandIn':
        // A unit's office may issue what it submitted itself; a stand-in may not borrow that for his own work.
        return isOwnAsStandIn(reply, context) ? refuse('own-work') : null;
      default: {
        const forgotten: never = need;
        return forgotten;
      }
    }
  };

const permitReply = (action: ReplyAction, reply: Reply, context: ReplyContext): Refusal | null =>
  permit(replyLifecycle, action, {
    state: reply.state,
    standings: replyStandings(reply, context.standings, context.ruleset.reviewLevels),
    unmet: replyUnmet(reply, context),
  });

const checkContent = (content: ReplyContent, pointNos: readonly number[]): Refusal | null =>
  firstRefusal(
    content.opening.length > 20_000
      ? refuse('field-too-long', { field: 'opening', max: 20_000 }, 'opening')
      : null,
    content.closing.length > 20_000
      ? refuse('field-too-long', { field: 'closing', max: 20_000 }, 'closing')
      : null,
    new Set(content.answers.map((answer) => answer.no)).size < content.answers.length
      ? refuse('field-invalid', { field: 'answers' }, 'answers')
      : null,
    ...content.answers.map((answer) =>
      pointNos.includes(answer.no)
        ? answer.answer.length > 20_000
          ? refuse('field-too-long', { field: 'answer', max: 20_000 }, `answers[${answer.no}]`)
          : null
        : refuse('field-invalid', { field: 'answers' }, `answers[${answer.no}]`),
    ),
  );

const sendBack = (
  command: Extract<ReplyCommand, { type: 'sendBack' }>,
  reply: Reply,
  context: ReplyContext,
): Decision<ReplyEvent> => {
  const from = reply.state === 'cleared' ? context.ruleset.reviewLevels.length : reply.level;
  const bad = firstRefusal(
    Number.isInteger(command.to) && command.to >= -1 && command.to < from
      ? null
      : refuse('review-level-unknown', { level: command.to }, 'to'),
    checkText(command.reason, 'reason', 2_000),
  );
  return bad === null
    ? happen({ type: 'replySentBack', from, to: command.to, reason: command.reason.trim() })
    : deny(bad);
};

/** Decides one command on a reply. Whether the document number is free is the store's to say. */
export const decideReply = (
  command: ReplyCommand,
  reply: Reply,
  context: ReplyContext,
): Decision<ReplyEvent> => {
  const opinionsMissingReason = command.type === 'issue' ? command.opinionsMissingReason : null;
  const refusal = permitReply(command.type, reply, { ...context, opinionsMissingReason });
  if (refusal !== null) return deny(refusal);
  switch (command.type) {
    case 'save':
    case 'amendInReview': {
      const bad = checkContent(command.content, context.pointNos);
      return bad === null
        ? happen({ type: 'replySaved', content: command.content, by: context.actorId })
        : deny(bad);
    }
    case 'submit':
      return happen({ type: 'replySubmitted', by: context.actorId });
    case 'approve':
      return happen({
        type: 'replyApproved',
        level: reply.level,
        note: command.note.trim(),
        clears: reply.level + 1 >= context.ruleset.reviewLevels.length,
      });
    case 'sendBack':
      return sendBack(command, reply, context);
    case 'recall':
      return happen({ type: 'replyRecalled' });
    case 'issue': {
      const bad = checkText(command.documentNo, 'documentNo', 100);
      return bad === null
        ? happen({
            type: 'replyIssued',
            documentNo: command.documentNo.trim(),
            on: context.at.date,
            copies: command.copies,
            opinionsMissingReason: context.opinionsMissing.length > 0 ? opinionsMissingReason : null,
          })
        : deny(bad);
    }
    default: {
      const forgotten: never = command;
      return forgotten;
    }
  }
};
