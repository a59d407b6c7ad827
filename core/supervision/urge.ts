import type { Acknowledger, Urging, UrgeLevel } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';

/** Where an urge slip 催办单 is. `unwritten` is the slip that somebody is about to issue. */
export type UrgeState = 'unwritten' | 'sent' | 'acknowledged' | 'takenBack';

export const urgeStates = [
  'unwritten',
  'sent',
  'acknowledged',
  'takenBack',
] as const satisfies readonly UrgeState[];

/** From mild to sharp: a later slip on the same duty is never milder. */
export const urgeLevels = ['blue', 'orange', 'red'] as const satisfies readonly UrgeLevel[];

export const sharpness = (level: UrgeLevel): number => urgeLevels.indexOf(level);

export type Acknowledgement = {
  readonly as: Acknowledger;
  readonly byId: number;
  readonly on: LocalDate;
  /** What will be done. */
  readonly note: string;
  /** By when; null: not said. */
  readonly doneBy: LocalDate | null;
};

/** One slip on one duty, in one round of handling. Its number is never reused; a slip taken back stays on record. */
export type Urge = {
  readonly id: number;
  readonly version: number;
  readonly matterId: number;
  readonly assignmentId: number;
  readonly unitId: number;
  readonly round: number;
  readonly level: UrgeLevel;
  readonly state: UrgeState;
  readonly slipNo: string;
  readonly text: string;
  readonly issuedOn: LocalDate;
  readonly acknowledgeBy: LocalDate;
  /** Who must acknowledge before the slip counts as acknowledged. */
  readonly wanted: readonly Acknowledger[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly takenBackReason: string | null;
};

export type UrgeEvent =
  | {
      readonly type: 'urged';
      readonly unitId: number;
      readonly level: UrgeLevel;
      /** What the ladder proposed; another level than this has a reason. */
      readonly proposed: UrgeLevel;
      readonly reason: string | null;
      readonly round: number;
      readonly slipNo: string;
      readonly text: string;
      readonly on: LocalDate;
      readonly acknowledgeBy: LocalDate;
      readonly wanted: readonly Acknowledger[];
    }
  | {
      readonly type: 'urgeAcknowledged';
      readonly as: readonly Acknowledger[];
      readonly byId: number;
      readonly on: LocalDate;
      readonly note: string;
      readonly doneBy: LocalDate | null;
    }
  | { readonly type: 'urgeTakenBack'; readonly on: LocalDate; readonly reason: string };

/** Slips that count on the ladder: of this round, and not taken back. */
export const standingSlips = (slips: readonly Urge[], round: number): readonly Urge[] =>
  slips.filter((slip) => slip.round === round && slip.state !== 'takenBack');

/** The sharpest level that a duty has had in this round; null: no slip yet. */
export const sharpestLevel = (slips: readonly Urge[]): UrgeLevel | null =>
  urgeLevels.findLast((level) => slips.some((slip) => slip.level === level)) ?? null;

/**
 * The level that the ladder proposes for the next slip: the sharpest rung that enough slips or enough lateness have
 * reached, and never a milder one than the last. `daysLate`: working days after the date; 0 or less: not late.
 */
export const proposeLevel = (
  ladder: Urging['ladder'],
  slips: readonly Urge[],
  daysLate: number,
): UrgeLevel => {
  const reached = ladder.filter(
    (rung) => slips.length >= rung.afterSlips || (rung.daysLate !== null && daysLate >= rung.daysLate),
  );
  const had = sharpestLevel(slips);
  const levels = [...reached.map(({ level }) => level), ...(had === null ? [] : [had])];
  return urgeLevels.findLast((level) => levels.includes(level)) ?? 'blue';
};

/** What stands in a slip's text in place of `{…}`. */
export type SlipFacts = {
  readonly unit: string;
  readonly roleName: string;
  readonly kindName: string;
  readonly caseNo: string;
  readonly title: string;
  /** What is owed, in words: 签收, 答复 … */
  readonly duty: string;
  readonly due: LocalDate | null;
  readonly daysLate: number;
};

const slipPlaceholders = ['unit', 'role', 'kind', 'caseNo', 'title', 'duty', 'due', 'days'] as const;

/** Fills a slip's text. A placeholder that nobody knows stays visible. */
export const fillSlip = (text: string, facts: SlipFacts): string => {
  const known: Readonly<Record<(typeof slipPlaceholders)[number], string>> = {
    unit: facts.unit,
    role: facts.roleName,
    kind: facts.kindName,
    caseNo: facts.caseNo,
    title: facts.title,
    duty: facts.duty,
    due: facts.due ?? '—',
    days: String(Math.max(0, facts.daysLate)),
  };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const placeholder = slipPlaceholders.find((one) => one === name);
    return placeholder === undefined ? whole : known[placeholder];
  });
};

/** The ruleset's text for a duty that is late, for one that is not yet, or for one that has no date. */
export const slipText = (urging: Urging, facts: Pick<SlipFacts, 'due' | 'daysLate'>): string => {
  if (facts.due === null) return urging.texts.undated;
  return facts.daysLate > 0 ? urging.texts.late : urging.texts.early;
};
