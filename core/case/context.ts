import { type Actor, doerOf, type Standing, standingsOnDuty, standingsOnMatter } from '../access.ts';
import { type Assignment, inHandStates } from '../assignment/assignment.ts';
import type { AssignmentContext } from '../assignment/decide.ts';
import type { MatterContext } from '../matter/decide.ts';
import { endedAs } from '../matter/matter.ts';
import type { RatingContext } from '../rating/decide.ts';
import type { Rating } from '../rating/rating.ts';
import type { ReplyContext } from '../reply/decide.ts';
import type { Reply } from '../reply/reply.ts';
import type { Moment } from '../words.ts';
import type { CaseFacts } from './case-command.ts';
import {
  type CaseFile,
  caseIsRated,
  currentReply,
  issuedReplies,
  mainDuties,
  missingOpinions,
  partiesOf,
} from './case-file.ts';
import { afterReplyTerms, handBackDue } from './due.ts';
import { handBackArbiter } from './hand-back-arbiter.ts';
import { answerDue, decidesExtension, extensionTerms } from './extend.ts';

/** Who acts, when, and what the file does not hold. */
export type Scene = { readonly actor: Actor; readonly at: Moment; readonly facts: CaseFacts };

/**
 * What gives a say on the matter as a whole: an assisting unit has one on its own opinion only (law 1), so that on
 * the matter its people are neighbours.
 */
const standingsToAct = (actor: Actor, file: CaseFile): ReadonlySet<Standing> => {
  const parties = partiesOf(file);
  const main = new Set(mainDuties(file).map(({ id }) => id));
  const duties = parties.duties.filter(({ assignmentId }) => main.has(assignmentId));
  const found = standingsOnMatter(actor, { ...parties, duties });
  const elsewhere = found.size === 0 && standingsOnMatter(actor, parties).size > 0;
  return elsewhere ? new Set<Standing>(['fellow-unit']) : found;
};

export const matterContext = (file: CaseFile, { actor, at, facts }: Scene): MatterContext => ({
  at,
  standings: standingsToAct(actor, file),
  replyIssued: issuedReplies(file).length > 0,
  replyInReview: mainDuties(file).some((duty) => {
    const state = currentReply(file, duty)?.state;
    return state === 'inReview' || state === 'cleared';
  }),
  rated: caseIsRated(file),
  mainDuties: mainDuties(file).length,
  merged: file.merging?.taken.length ?? 0,
  mainStage: file.merging?.into?.stage ?? null,
  roundAnswered: mainDuties(file).some((duty) => currentReply(file, duty)?.state === 'issued'),
  signatureDisowned: facts.signatureDisowned ?? false,
});

export const assignmentContext = (
  file: CaseFile,
  duty: Assignment,
  { actor, at, facts }: Scene,
): AssignmentContext => {
  const reply = currentReply(file, duty);
  const standings = standingsOnDuty(actor, partiesOf(file), duty.id);
  return {
    at,
    standings,
    endedAs: endedAs(file.matter.stage),
    handBackUntil: file.ruleset.handBack.silenceIsAcceptance ? (handBackDue(file, duty)?.date ?? null) : null,
    arbiter: handBackArbiter(file, duty),
    replyIssued: file.replies.some((one) => one.assignmentId === duty.id && one.state === 'issued'),
    openReply: reply !== undefined,
    withinPower: !duty.boundary || standings.has('organ-office'),
    extension: extensionTerms(file, duty),
    answerDue: answerDue(file, duty),
    afterReply: afterReplyTerms(file, duty),
    decides: (['supervisor', 'organ-office'] as const).some(
      (body) => standings.has(body) && decidesExtension(file, duty, body),
    ),
    leadReplyIssued:
      mainDuties(file).every((main) => main.state === 'answered') && mainDuties(file).length > 0,
    sectionIds: facts.sectionIds ?? [],
    handlerIds: facts.handlerIds ?? [],
    leaderIds: facts.leaderIds ?? [],
  };
};

export const replyContext = (
  file: CaseFile,
  reply: Reply,
  duty: Assignment,
  { actor, at, facts }: Scene,
): ReplyContext => ({
  at,
  actorId: doerOf(actor).personId,
  forId: actor.personId,
  standings: standingsOnDuty(actor, partiesOf(file), reply.assignmentId),
  endedAs: endedAs(file.matter.stage),
  duty: { state: duty.state, inHand: inHandStates.includes(duty.state) },
  ruleset: file.ruleset,
  pointNos: file.matter.points.map((point) => point.no),
  contacts: file.contacts.filter((contact) => !contact.struck && contact.assignmentId === reply.assignmentId),
  opinionsMissing: waitsForOpinions(reply, duty)
    ? missingOpinions(file).map(({ unitId }) => facts.unitNames?.get(unitId) ?? String(unitId))
    : [],
});

/** Opinions are owed once, to the first round's lead reply; separate units do not wait for them. */
const waitsForOpinions = (reply: Reply, duty: Assignment): boolean =>
  reply.round === 1 && duty.role === 'lead';

export const ratingContext = (file: CaseFile, rating: Rating, { actor, at }: Scene): RatingContext => {
  const reply = file.replies.find((one) => one.id === rating.replyId);
  const rounds = issuedReplies(file).flatMap((one) =>
    one.assignmentId === reply?.assignmentId ? [one.round] : [],
  );
  return {
    at,
    actorId: doerOf(actor).personId,
    standings: standingsOnMatter(actor, partiesOf(file)),
    levels: file.ruleset.satisfaction,
    pointNos: file.matter.points.map((point) => point.no),
    matterOpen: endedAs(file.matter.stage) === null,
    currentRound: Math.max(0, ...rounds),
  };
};
