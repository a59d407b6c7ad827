import type { Assignment } from '../assignment/assignment.ts';
import type { CaseFile } from './case-file.ts';

/**
 * Who decides on a hand-back of this duty instead of the assigning offices; null: they do. A second bounce of one
 * matter goes up, where the ruleset says so (广州: disputes are decided by the deputy mayor, then binding). On a unit
 * outside the supervisor's power only the organ's office decides.
 */
export const handBackArbiter = (file: CaseFile, duty: Assignment): 'city-leader' | null => {
  const bounced = file.duties.some(({ id, state }) => id !== duty.id && state === 'handedBack');
  return bounced && !duty.boundary ? (file.ruleset.handBack.second?.by ?? null) : null;
};
