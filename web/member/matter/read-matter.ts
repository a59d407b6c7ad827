/** What a proposer needs of a matter's page, picked out of it. */
import type { Assignment, IssuedReply, Matter, Rating } from './matter-types.ts';

/** Units that answer the proposer and still have the matter; assisting units never reply. */
export const answeringDuties = (matter: Matter): readonly Assignment[] =>
  matter.assignments.filter((duty) => duty.endedOn === null && duty.role !== 'assist');

/** Replies that have left the house, the earliest first. */
export const issuedReplies = (matter: Matter): readonly IssuedReply[] =>
  matter.replies
    .filter((reply): reply is IssuedReply => reply.state === 'issued' && reply.content !== null)
    .toSorted((a, b) => a.round - b.round || (a.issuedOn ?? '').localeCompare(b.issuedOn ?? ''));

export const roundsOf = (matter: Matter): number =>
  Math.max(1, ...answeringDuties(matter).map((duty) => duty.round));

export const ownRatings = (matter: Matter, personId: number): readonly Rating[] =>
  matter.ratings.filter((rating) => rating.proposer.id === personId);

export const mayRate = (rating: Rating): boolean =>
  rating.state === 'open' &&
  rating.allowedActions.some(({ action, refusal }) => action === 'rate' && refusal === null);

/** A rating that waits for this proposer, with the reply that it is about. */
export type ToRate = { readonly rating: Rating; readonly reply: IssuedReply };

export const toRate = (matter: Matter, personId: number): readonly ToRate[] => {
  const replies = issuedReplies(matter);
  return ownRatings(matter, personId)
    .filter(mayRate)
    .flatMap((rating) => {
      const reply = replies.find((one) => one.id === rating.replyId);
      return reply === undefined ? [] : [{ rating, reply }];
    });
};

/** Whether something was filled in on an earlier visit. */
export const isBegun = ({ draft }: Rating): boolean =>
  draft !== null &&
  ((draft.attitude ?? '') !== '' ||
    (draft.outcome ?? '') !== '' ||
    (draft.reason ?? '') !== '' ||
    (draft.points ?? []).length > 0);
