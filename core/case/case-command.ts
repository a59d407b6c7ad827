import type { AssignmentCommand } from '../assignment/decide.ts';
import type { PlannedDuty } from '../assignment/plan.ts';
import type { Contact } from '../contact/contact.ts';
import type { MatterCommand } from '../matter/decide.ts';
import type { RatingCommand } from '../rating/decide.ts';
import type { ReplyCommand } from '../reply/decide.ts';

/** Every command that a person can give on a filed matter, with the row it aims at. */
export type CaseCommand =
  | { readonly on: 'matter'; readonly command: MatterCommand }
  | {
      readonly on: 'plan';
      readonly command: {
        readonly type: 'assign';
        readonly duties: readonly PlannedDuty[];
        readonly responsibleLeader: string;
      };
    }
  | { readonly on: 'assignment'; readonly id: number; readonly command: AssignmentCommand }
  | {
      readonly on: 'assignment';
      readonly id: number;
      readonly command: {
        readonly type: 'upholdAndReassign';
        readonly note: string;
        readonly toUnitId: number;
      };
    }
  | {
      readonly on: 'contact';
      readonly id: number;
      readonly command: {
        readonly type: 'record';
        readonly contact: Omit<Contact, 'assignmentId' | 'round'>;
      };
    }
  | {
      readonly on: 'contact';
      readonly id: number;
      readonly command: { readonly type: 'strike'; readonly reason: string };
    }
  | {
      readonly on: 'opinion';
      readonly id: number;
      readonly command: {
        readonly type: 'give';
        readonly text: string;
        readonly dissent: string | null;
        readonly contactPerson: string;
      };
    }
  | { readonly on: 'newReply'; readonly id: number; readonly command: { readonly type: 'start' } }
  | { readonly on: 'reply'; readonly id: number; readonly command: ReplyCommand }
  | { readonly on: 'rating'; readonly id: number; readonly command: RatingCommand };

/** What the case file does not hold and some commands need. */
export type CaseFacts = {
  /** Units named in the command: absent from the map means unknown. */
  readonly units?: ReadonlyMap<number, { readonly open: boolean; readonly boundary: boolean }>;
  readonly sectionIds?: readonly number[];
  readonly handlerIds?: readonly number[];
  readonly leaderIds?: readonly number[];
  /** Names for sentences, by unit id. */
  readonly unitNames?: ReadonlyMap<number, string>;
  /** Whether the actor disowned his signature on the submission: only that takes a proposer off. */
  readonly signatureDisowned?: boolean;
};
