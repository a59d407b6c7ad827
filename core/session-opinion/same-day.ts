/** “The same day”: how much of the day is left for what was said on it, in the jurisdiction's own time. */
import type { LocalDate } from '../words.ts';

export type DayLight = 'ample' | 'soon' | 'urgent' | 'overdue';

const dayMinutes = 24 * 60;

/**
 * Minutes left of the day on which something was said, and the light that they show: green with six hours or more,
 * yellow with two, orange with less, red once the day is over (then negative: minutes since midnight of its end).
 * `now`: day and time of day `HH:MM` where the jurisdiction is. The bounds are the product's.
 */
export const dayLeft = (
  heldOn: LocalDate,
  now: { readonly date: LocalDate; readonly time: string },
): { readonly light: DayLight; readonly minutes: number } => {
  const [hour = 0, minute = 0] = now.time.split(':').map(Number);
  const past = hour * 60 + minute;
  if (heldOn < now.date) return { light: 'overdue', minutes: -past };
  const minutes = heldOn > now.date ? dayMinutes : dayMinutes - past;
  return { light: minutes >= 360 ? 'ample' : minutes >= 120 ? 'soon' : 'urgent', minutes };
};
