import type { AssignmentEvent } from '../assignment/assignment.ts';
import type { ContactEvent } from '../contact/contact.ts';
import type { MatterEvent } from '../matter/matter.ts';
import type { OpinionEvent } from '../opinion/opinion.ts';
import type { RatingEvent } from '../rating/rating.ts';
import type { ReplyEvent } from '../reply/reply.ts';

/** What a journal entry of a matter records: the event, and the row it happened to (negative: a row not stored yet). */
export type CaseEvent =
  | { readonly on: 'matter'; readonly event: MatterEvent }
  | { readonly on: 'assignment'; readonly id: number; readonly event: AssignmentEvent }
  | { readonly on: 'contact'; readonly id: number; readonly event: ContactEvent }
  | { readonly on: 'opinion'; readonly id: number; readonly event: OpinionEvent }
  | { readonly on: 'reply'; readonly id: number; readonly event: ReplyEvent }
  | { readonly on: 'rating'; readonly id: number; readonly event: RatingEvent };
