import type { Assignment, AssignmentEvent } from '../assignment/assignment.ts';
import { ended, evolveClock } from '../assignment/evolve-extension.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { Instant } from '../words.ts';
import type { FactEntry } from './history.ts';

type DutyClock = Pick<Assignment, 'extensions' | 'pauses'>;

/** What a duty's date was adjusted by: now, when it was signed for, and when it was done or ended; null: not yet. */
type Clocked = {
  readonly now: DutyClock;
  readonly atSigning: DutyClock | null;
  readonly atEnd: DutyClock | null;
};

/** A date moved: an extension was granted, or the clock stopped or started. `before`: every clock until then. */
export type Adjusted = {
  readonly dutyId: number;
  readonly at: Instant;
  readonly before: ReadonlyMap<number, Clocked>;
};

export type Clocks = {
  readonly duties: ReadonlyMap<number, Clocked>;
  readonly adjusted: readonly Adjusted[];
};

const wound: Clocked = { now: { extensions: [], pauses: [] }, atSigning: null, atEnd: null };

const adjusting = ['extensionGranted', 'clockPaused', 'clockResumed'];

const heard = (clock: Clocked, event: AssignmentEvent): Clocked => {
  switch (event.type) {
    case 'dutyAssigned':
      return wound;
    case 'signedFor':
    case 'handBackRejected':
      return { ...clock, atSigning: clock.atSigning ?? clock.now };
    case 'dutyAnswered':
    case 'handBackUpheld':
    case 'dutyRevoked':
      return {
        ...clock,
        now: { ...clock.now, ...ended(clock.now, event.on) },
        atEnd: clock.atEnd ?? clock.now,
      };
    case 'extensionAsked':
    case 'extensionGranted':
    case 'extensionRefused':
    case 'extensionWithdrawn':
    case 'clockPaused':
    case 'clockResumed':
      return { ...clock, now: { ...clock.now, ...evolveClock(clock.now, event) } };
    case 'handBackRequested':
    case 'subAssigned':
    case 'handedOver':
    case 'disclosureRecorded':
    case 'followUpRecorded':
    case 'roundOpened':
    case 'pastRecorded':
      return clock;
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};

/** The clocks of a matter's duties as its journal tells of them, with every moment at which one was adjusted. */
export const clocksOf = (entries: readonly FactEntry[]): Clocks => {
  const duties = new Map<number, Clocked>();
  const adjusted: Adjusted[] = [];
  for (const { at, events } of entries)
    for (const item of events) {
      if (item.on !== 'assignment') continue;
      const clock = duties.get(item.id) ?? wound;
      if (clock.atEnd === null && adjusting.includes(item.event.type))
        adjusted.push({ dutyId: item.id, at, before: new Map(duties) });
      duties.set(item.id, heard(clock, item.event));
    }
  return { duties, adjusted };
};

/**
 * The file with the duties that have these clocks. `own`: the duty whose date is asked for, which sees its clock as it was when it was done;
 * what came with a later round moves no date of the first.
 */
export const withClocks = (
  file: CaseFile,
  clocks: ReadonlyMap<number, Clocked>,
  own: { readonly id: number; readonly at: 'atSigning' | 'atEnd' } | null = null,
): CaseFile => ({
  ...file,
  duties: file.duties.flatMap((duty) => {
    const clock = clocks.get(duty.id);
    return clock === undefined
      ? []
      : [{ ...duty, ...((duty.id === own?.id ? clock[own.at] : null) ?? clock.now) }];
  }),
});
