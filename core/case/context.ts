import { type Actor, standingsOnDuty, standingsOnMatter } from '../access.ts';
import type { Assignment } from '../assignment/assignment.ts';
import type { AssignmentContext } from '../assignment/decide.ts';
import type { MatterContext } from '../matter/decide.ts';
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
import { handBackDue } from './due.ts';

/** Who acts, when, and what the file does not hold. */
export type Scene = { readonly actor: Actor; readonly at: Moment; readonly facts: CaseFacts };

export const matterContext = (file: CaseFile, { actor, at }: Scene): MatterContext => ({
  at,
  standings: standingsOnMatter(actor, partiesOf(file)),
  replyIssued: issuedReplies(file).length > 0,
  rated: caseIsRated(file),
  mainDuties: mainDuties(file).length,
});

export const assignmentContext = (
  file: CaseFile,
  duty: Assignment,
  { actor, at, facts }: Scene,
): AssignmentContext => {
  const reply = currentReply(file, duty);
  return {
    at,
    standings: standingsOnDuty(actor, partiesOf(file), duty.id),
    handBackUntil: handBackDue(file, duty)?.date ?? null,
    replyIssued: file.replies.some((one) => one.assignmentId === duty.id && one.state === 'issued'),
    openReply: reply !== undefined,
    leadReplyIssued: mainDuties(file).every((main) => main.state === 'answered') && mainDuties(file).length > 0,
    sectionIds: facts.sectionIds ?? [],
    peopleIds: facts.peopleIds ?? [],
  };
};

export const replyContext = (file: CaseFile, reply: Reply, { actor, at, facts }: Scene): ReplyContext => ({
  at,
  actorId: actor.personId,
  standings: standingsOnDuty(actor, partiesOf(file), reply.assignmentId),
  ruleset: file.ruleset,
  pointNos: file.matter.points.map((point) => point.no),
  contacts: file.contacts.filter((contact) => !contact.struck && contact.assignmentId === reply.assignmentId),
  opinionsMissing: waitsForOpinions(file, reply)
    ? missingOpinions(file).map((duty) => facts.unitNames?.get(duty.unitId) ?? String(duty.unitId))
    : [],
});

/** Opinions are owed once, to the first round's lead reply; separate units do not wait for them. */
const waitsForOpinions = (file: CaseFile, reply: Reply): boolean =>
  reply.round === 1 && file.duties.some((duty) => duty.id === reply.assignmentId && duty.role === 'lead');

export const ratingContext = (file: CaseFile, rating: Rating, { actor, at }: Scene): RatingContext => {
  const reply = file.replies.find((one) => one.id === rating.replyId);
  const duty = file.duties.find((one) => one.id === reply?.assignmentId);
  return {
    at,
    actorId: actor.personId,
    standings: standingsOnMatter(actor, partiesOf(file)),
    levels: file.ruleset.satisfaction,
    pointNos: file.matter.points.map((point) => point.no),
    currentRound: duty?.round ?? 0,
  };
};
