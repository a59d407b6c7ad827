import type { LocalDate } from '../words.ts';
import type { Assignment, AssignmentEvent, HandBack } from './assignment.ts';
import { ended, evolveClock } from './evolve-extension.ts';
import { lastPastReply, type Past } from './past.ts';

const decided = (handBack: HandBack | null, on: LocalDate): HandBack | null =>
  handBack === null ? null : { ...handBack, decidedOn: on };

type RoundOpened = Extract<AssignmentEvent, { type: 'roundOpened' }>;

/** The next round, for the unit that follows where the one that answered is no more. */
const calledAgain = (assignment: Assignment, { round, on, passesTo }: RoundOpened): Assignment => ({
  ...assignment,
  ...(passesTo === undefined ? {} : { unitId: passesTo, sectionId: null, handlerId: null, leaderId: null }),
  state: 'rehandling',
  round,
  roundOpenedOn: on,
});

const heldBy = ({ sectionId, handlerId, leaderId }: Extract<AssignmentEvent, { type: 'subAssigned' }>) => ({
  sectionId,
  handlerId,
  leaderId,
});

/** As a record of earlier years leaves it; who handled it then is not told. */
const asRecorded = (assignment: Assignment, past: Past): Assignment => {
  const last = lastPastReply(past);
  return {
    ...assignment,
    past,
    state: last !== undefined ? 'answered' : past.signedOn === null ? 'assigned' : 'signed',
    signedOn: past.signedOn,
    round: last?.round ?? 1,
    answeredOn: last?.on ?? null,
  };
};

/** The duty after one event. A refused hand-back counts as signed for: the unit has had its hearing. */
export const evolveAssignment = (assignment: Assignment, event: AssignmentEvent): Assignment => {
  switch (event.type) {
    case 'dutyAssigned':
      return {
        ...assignment,
        unitId: event.unitId,
        role: event.role,
        state: 'assigned',
        round: 1,
        assignedOn: event.on,
      };
    case 'signedFor':
      return { ...assignment, state: 'signed', signedOn: event.on };
    case 'handBackRequested':
      return { ...assignment, state: 'handBackRequested', handBack: event.handBack };
    case 'handBackUpheld':
      return {
        ...assignment,
        ...ended(assignment, event.on),
        state: 'handedBack',
        endedOn: event.on,
        handBack: decided(assignment.handBack, event.on),
      };
    case 'handBackRejected':
      return {
        ...assignment,
        state: 'signed',
        signedOn: assignment.signedOn ?? event.on,
        handBack: decided(assignment.handBack, event.on),
      };
    case 'dutyRevoked':
      return { ...assignment, ...ended(assignment, event.on), state: 'revoked', endedOn: event.on };
    case 'subAssigned':
      return { ...assignment, ...heldBy(event) };
    case 'handedOver':
      return { ...assignment, handlerId: event.toId };
    case 'extensionAsked':
    case 'extensionGranted':
    case 'extensionRefused':
    case 'extensionWithdrawn':
    case 'clockPaused':
    case 'clockResumed':
      return { ...assignment, ...evolveClock(assignment, event) };
    case 'disclosureRecorded':
    case 'followUpRecorded':
      return { ...assignment, afterReply: [...assignment.afterReply, event.record] };
    case 'dutyAnswered':
      return { ...assignment, ...ended(assignment, event.on), state: 'answered', answeredOn: event.on };
    case 'roundOpened':
      return calledAgain(assignment, event);
    case 'pastRecorded':
      return asRecorded(assignment, event.past);
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};
