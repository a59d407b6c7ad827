import type { AssignmentState } from '../assignment/assignment.ts';
import type { HandlingRole } from '../ruleset.ts';
import { endedAs, type MatterStage } from './matter.ts';

/** What the stage depends on. Only duties that are still alive count. */
export type StageFacts = {
  readonly stage: MatterStage;
  readonly duties: readonly { readonly role: HandlingRole; readonly state: AssignmentState }[];
  /** Every proposer who must rate has sealed a rating on every reply of the last round. */
  readonly rated: boolean;
};

/**
 * The stage that follows from the duties: only duties that reply count towards "replied" (law 1).
 * Closed, withdrawn and merged are decisions of people and stay until people change them.
 */
export const stageOf = ({ stage, duties, rated }: StageFacts): MatterStage => {
  if (endedAs(stage) !== null) return stage;
  const live = duties.filter((duty) => duty.state !== 'handedBack' && duty.state !== 'revoked');
  const main = live.filter((duty) => duty.role !== 'assist');
  if (live.length === 0) return 'filed';
  if (main.length === 0) return 'assigned';
  if (main.some((duty) => duty.state === 'rehandling')) return 'rehandling';
  if (main.every((duty) => duty.state === 'answered')) return rated ? 'rated' : 'replied';
  if (main.every((duty) => duty.state === 'assigned')) return 'assigned';
  return 'handling';
};
