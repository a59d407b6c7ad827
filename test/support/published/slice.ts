/** How a year of an invented city is described, so that a published total can be rebuilt from rows: see published-years.ts. */
import type { Filters } from '#core/figures/expression.ts';
import type { Matter } from '#core/matter/matter.ts';
import type { HandlingRole } from '#core/ruleset.ts';

/** `each`: the units of the government in turn, so that many have duties. */
type UnitName = 'transport' | 'each' | 'port' | 'party';

export type Verdict = 'satisfied' | 'basicallySatisfied' | 'dissatisfied';

/** So many matters of one kind, all handled alike. */
export type MatterGroup = {
  readonly count: number;
  readonly kind?: 'suggestion' | 'proposal';
  readonly level?: Matter['level'];
  readonly inSession?: boolean;
  readonly priority?: boolean;
  /** Which meeting of the year; the first unless another is named. */
  readonly session?: number;
  /** Absent: not assigned yet. */
  readonly duties?: readonly { readonly unit: UnitName; readonly role: HandlingRole }[];
  /** What every unit that replies has replied, in time; the others have given their opinions. Absent: nothing yet. */
  readonly reply?: {
    readonly class: 'A' | 'B' | 'C' | 'D';
    readonly adopted?: boolean;
    readonly published?: boolean;
    /** The rating of each round; a second one: handled again, with the same class. Absent: not rated. */
    readonly verdicts?: readonly Verdict[];
  };
};

export type PrintedFigure = {
  /** `id` or `id.variant`. */
  readonly figure: string;
  /** What narrows it beside the year; of `session` the number of the meeting in that year. */
  readonly filters?: Filters;
  /** Other decimals than the figure's own. */
  readonly decimals?: number;
  /** As the product prints it: "43.7 %", "1440". */
  readonly prints: string;
  /** As a running text may say it, where that was published: "1300余". */
  readonly says?: string;
  /** The year before as it is printed, and the difference in words. */
  readonly compared?: { readonly prints: string; readonly difference: string };
};

export type PublishedYear = {
  readonly year: number;
  readonly about: string;
  readonly matters?: readonly MatterGroup[];
  readonly submissions?: { readonly filed: number; readonly declined: number };
  /** Opinions of the session, by how many days later they were forwarded. */
  readonly opinions?: { readonly sameDay: number; readonly nextDay?: number };
  readonly acts?: Readonly<Partial<Record<'call' | 'meeting' | 'siteVisit', number>>>;
  /** What was only printed of the year before. */
  readonly yearBefore?: readonly { readonly figure: string; readonly value: string }[];
  readonly prints: readonly PrintedFigure[];
};

/** The moments at which everything of a year happened, all in time. In China's time, late in the day. */
export const momentsOf = (year: number) => {
  const at = (day: string): { readonly instant: string; readonly date: string } => ({
    instant: `${year}-${day}T14:00:00.000Z`,
    date: `${year}-${day}`,
  });
  return {
    submitted: at('01-10'),
    filed: at('01-20'),
    assigned: at('02-10'),
    opinionGiven: at('02-20'),
    replied: at('04-15'),
    rated: at('05-10'),
    repliedAgain: at('06-15'),
    ratedAgain: at('07-10'),
    published: at('09-10'),
    asOf: `${year}-12-31`,
  };
};

export const usualDuty = [{ unit: 'transport', role: 'sole' }] as const satisfies MatterGroup['duties'];
