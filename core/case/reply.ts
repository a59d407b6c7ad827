import { permitAssignment } from '../assignment/decide.ts';
import { evolveAssignment } from '../assignment/evolve.ts';
import { deny, refuse } from '../refusal.ts';
import { decideReply, type ReplyCommand } from '../reply/decide.ts';
import { evolveReply } from '../reply/evolve.ts';
import { emptyReply, type Reply } from '../reply/reply.ts';
import type { Rating } from '../rating/rating.ts';
import type { CaseEvent } from './case-event.ts';
import type { CaseFile } from './case-file.ts';
import { assignmentContext, replyContext, type Scene } from './context.ts';
import { newId, type Outcome, replaceDuty } from './outcome.ts';

/** Opens the editor for the duty's current round; a second round starts from the text of the first. */
export const startReply = (file: CaseFile, assignmentId: number, scene: Scene): Outcome => {
  const duty = file.duties.find((one) => one.id === assignmentId);
  if (duty === undefined) return deny(refuse('not-found'));
  const refusal = permitAssignment('startReply', duty, assignmentContext(file, duty, scene));
  if (refusal !== null) return deny(refusal);
  const earlier = file.replies.find((one) => one.assignmentId === duty.id && one.round === duty.round - 1);
  const pointNos = file.matter.points.map((point) => point.no);
  const content = earlier?.content ?? emptyReply(pointNos);
  const event = { type: 'replyStarted', round: duty.round, content } as const;
  const blank: Reply = {
    id: newId(file.replies),
    version: 1,
    assignmentId: duty.id,
    matterId: file.matter.id,
    round: duty.round,
    state: 'draft',
    level: 0,
    content,
    submittedBy: null,
    authors: [],
    documentNo: null,
    issuedOn: null,
  };
  return {
    ok: true,
    file: { ...file, replies: [...file.replies, evolveReply(blank, event)] },
    events: [{ on: 'reply', id: blank.id, event }],
  };
};

/** One open rating for each proposer: the letter goes to every one of them. */
const askForRatings = (file: CaseFile, reply: Reply): readonly Rating[] => {
  let ratings = file.ratings;
  for (const proposerId of file.proposerIds) {
    const rating: Rating = {
      id: newId(ratings),
      version: 1,
      replyId: reply.id,
      round: reply.round,
      proposerId,
      state: 'open',
      verdict: null,
      enteredBy: null,
      scanId: null,
      sealedAt: null,
    };
    ratings = [...ratings, rating];
  }
  return ratings;
};

/** Decides a command on a reply; issuing answers the duty and asks every proposer for a rating. */
export const actOnReply = (file: CaseFile, replyId: number, command: ReplyCommand, scene: Scene): Outcome => {
  const reply = file.replies.find((one) => one.id === replyId);
  const duty = file.duties.find((one) => one.id === reply?.assignmentId);
  if (reply === undefined || duty === undefined) return deny(refuse('not-found'));
  const decision = decideReply(command, reply, replyContext(file, reply, duty, scene));
  if (!decision.ok) return decision;
  const next = decision.events.reduce(evolveReply, reply);
  const events: readonly CaseEvent[] = decision.events.map((event) => ({ on: 'reply', id: reply.id, event }));
  const replaced = { ...file, replies: file.replies.map((one) => (one.id === reply.id ? next : one)) };
  if (command.type !== 'issue') return { ok: true, file: replaced, events };
  const answered = { type: 'dutyAnswered', on: scene.at.date } as const;
  return {
    ok: true,
    file: {
      ...replaceDuty(replaced, evolveAssignment(duty, answered)),
      ratings: askForRatings(file, reply),
    },
    events: [...events, { on: 'assignment', id: duty.id, event: answered }],
  };
};
