import { daysBetween } from '../clock/calendar.ts';
import type { LocalDate } from '../words.ts';
import type { Assignment, HandBack } from './assignment.ts';

/** What of a duty tells whether somebody had the matter in hand. */
export type OwnerTrace = Pick<Assignment, 'id' | 'role' | 'state' | 'assignedOn' | 'signedOn' | 'endedOn'> & {
  readonly handBack: Pick<HandBack, 'requestedOn' | 'decidedOn'> | null;
};

/** A stretch of days on which nobody had the matter in hand; `to` is exclusive, null: it still lasts. */
export type OwnerlessSpan = { readonly from: LocalDate; readonly to: LocalDate | null };

/**
 * Days without an owner: from the request to hand back until the unit is told to keep it, or until a unit that was
 * assigned after it signs for it. Only duties that reply count: an assisting unit never owns a matter.
 */
export const ownerlessSpans = (duties: readonly OwnerTrace[]): readonly OwnerlessSpan[] => {
  const main = duties.filter((duty) => duty.role !== 'assist');
  const spans: OwnerlessSpan[] = [];
  for (const duty of main) {
    if (duty.handBack === null) continue;
    const from = duty.handBack.requestedOn;
    if (duty.state === 'handBackRequested') spans.push({ from, to: null });
    else if (duty.state === 'handedBack') {
      const ended = duty.endedOn ?? from;
      const next = main
        .filter((other) => other.id !== duty.id && other.assignedOn >= ended)
        .flatMap((other) => other.signedOn ?? [])
        .sort()[0];
      spans.push({ from, to: next ?? null });
    } else if (duty.handBack.decidedOn !== null) spans.push({ from, to: duty.handBack.decidedOn });
  }
  return spans;
};

/**
 * Whole days without an owner up to `until`: today, or the day on which the matter ended, for its end stops every
 * clock. Overlapping stretches count once.
 */
export const ownerlessDays = (duties: readonly OwnerTrace[], until: LocalDate): number => {
  const spans = [...ownerlessSpans(duties)].sort((a, b) => (a.from < b.from ? -1 : 1));
  let days = 0;
  let reached: LocalDate | null = null;
  for (const span of spans) {
    const to = span.to === null || span.to > until ? until : span.to;
    const from: LocalDate = reached !== null && reached > span.from ? reached : span.from;
    if (to > from) {
      days += daysBetween(from, to);
      reached = to;
    }
  }
  return days;
};
