import type { LocalDate } from '../words.ts';
import type { Assignment, AssignmentEvent } from './assignment.ts';
import type { DutyPause, Extension } from './extension.ts';

type DutyClock = Pick<Assignment, 'extensions' | 'pauses'>;
type OfClock = Partial<DutyClock>;
type ClockEvent = Extract<
  AssignmentEvent,
  {
    readonly type:
      | 'extensionAsked'
      | 'extensionGranted'
      | 'extensionRefused'
      | 'extensionWithdrawn'
      | 'clockPaused'
      | 'clockResumed';
  }
>;

const settled = (
  extensions: readonly Extension[],
  n: number,
  change: Partial<Pick<Extension, 'state' | 'until' | 'decidedOn' | 'note'>>,
): readonly Extension[] => extensions.map((one) => (one.n === n ? { ...one, ...change } : one));

/** A request that nobody decided while the duty ran falls with it. */
const fallen = (extensions: readonly Extension[], on: LocalDate): readonly Extension[] =>
  extensions.map((one) => (one.state === 'asked' ? { ...one, state: 'withdrawn', decidedOn: on } : one));

const started = (pauses: readonly DutyPause[], on: LocalDate): readonly DutyPause[] =>
  pauses.map((pause) => (pause.to === null ? { ...pause, to: on } : pause));

/** What ends with the duty, or with its round: the clock runs no more, so it does not stand still either. */
export const ended = ({ extensions, pauses }: DutyClock, on: LocalDate): OfClock => ({
  extensions: fallen(extensions, on),
  pauses: started(pauses, on),
});

/** What an event about the date of a duty changes of it. */
export const evolveClock = (assignment: DutyClock, event: ClockEvent): OfClock => {
  switch (event.type) {
    case 'extensionAsked':
      return { extensions: [...assignment.extensions, event.extension] };
    case 'extensionGranted':
      return {
        extensions: settled(assignment.extensions, event.n, {
          state: 'granted',
          until: event.until,
          decidedOn: event.on,
          note: event.note,
        }),
      };
    case 'extensionRefused':
    case 'extensionWithdrawn':
      return {
        extensions: settled(assignment.extensions, event.n, {
          state: event.type === 'extensionRefused' ? 'refused' : 'withdrawn',
          decidedOn: event.on,
          note: event.note,
        }),
      };
    case 'clockPaused':
      return {
        pauses: [...assignment.pauses, { from: event.on, to: null, reason: event.reason }],
      };
    case 'clockResumed':
      return { pauses: started(assignment.pauses, event.on) };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};
