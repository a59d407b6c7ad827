/**
 * A ruleset: everything in which jurisdictions differ, as data (DESIGN law 10).
 * Presets live in `rulesets/`; each value that came from a rule carries its source, and what nobody has
 * checked against the official text says so (`verified: false`) and is shown so.
 */
import type { Instant, LocalDate, Text } from './words.ts';

export type MatterKind = 'suggestion' | 'proposal';

/** Where a value comes from. `verified` is false until someone compared it with the official text. */
export type Source = {
  readonly cite: Text;
  readonly verified: boolean;
};

/** The event that a deadline counts from. A unit gets a matter by the assignment itself: 收到之日 is `assigned`. */
export type ClockBase =
  | 'filed'
  | 'sessionClosed'
  | 'assigned'
  | 'signedFor'
  | 'handBackRequested'
  | 'issued'
  | 'roundOpened';

/** How long a duty has. `month` clamps to the end of a shorter month; `workday` follows the calendar, 调休 included. */
export type Amount =
  | { readonly unit: 'month' | 'workday' | 'day'; readonly count: number }
  | { readonly unit: 'fixedDate'; readonly date: LocalDate }
  | { readonly unit: 'daysBefore'; readonly of: DutyKind; readonly count: number };

/** The duties that have a date in this slice of the product. */
export type DutyKind =
  | 'assign'
  | 'signFor'
  | 'handBack'
  | 'decideHandBack'
  | 'opinion'
  | 'reply'
  | 'rate'
  | 'rehandle'
  | 'disclose';

/** A duty is owed from the day of its base event on; a rule whose event has not happened gives no date. */
export type DeadlineRule = {
  readonly duty: DutyKind;
  readonly base: ClockBase;
  readonly amount: Amount;
  /** Narrower rules win over wider ones; absent means any. */
  readonly when?: { readonly kind?: MatterKind; readonly inSession?: boolean };
  readonly source: Source;
};

/** A duty for which this jurisdiction sets no date, said outright so that a forgotten rule is not taken for one. */
export type UndatedDuty = { readonly duty: DutyKind; readonly source: Source };

/** Working days that remain when a light changes: at most `urgent` is orange, at most `soon` yellow, more green. */
export type Lights = { readonly soon: number; readonly urgent: number; readonly source: Source };

export type ResultClass = {
  readonly code: string;
  readonly name: Text;
  /** Counts as 解决 in the resolution rate. */
  readonly resolved: boolean;
  /** Stays under follow-up after the reply (law 6). */
  readonly followUp: boolean;
};

export type SatisfactionLevel = {
  readonly code: string;
  readonly name: Text;
  /** 不满意: needs a reason and opens another round. */
  readonly opensRound: boolean;
};

export type ContactStage = 'before' | 'during' | 'after';
export type ContactChannel =
  | 'visit'
  | 'meeting'
  | 'forum'
  | 'survey'
  | 'video'
  | 'phone'
  | 'wechat'
  | 'letter'
  | 'written';

/** A contact without which a reply may not be issued (law 4). */
export type ContactDuty = {
  readonly stage: ContactStage;
  /** At least one contact through one of these channels; empty means any channel. */
  readonly channels: readonly ContactChannel[];
  readonly proposerPresent: boolean;
  readonly source: Source;
};

/** One level of clearance 审核, in order; the last one clears the reply for issue. */
export type ReviewLevel = {
  readonly by: 'section-head' | 'unit-office' | 'unit-leader';
  readonly name: Text;
};

export type HandlingRole = 'lead' | 'sole' | 'separate' | 'assist';

/** Who gets a copy 抄送 of an issued reply; with `kind`, on letters of that kind only. */
export type LetterCopy = Text & { readonly kind?: MatterKind };

/**
 * Title patterns of the letter. Placeholders: `{organName}` full name of the organ, `{termZh}` and `{sessionZh}`
 * in Chinese numerals, `{caseNo}`, `{title}` the matter's own title.
 */
export type LetterTitles = Readonly<Record<MatterKind, string>>;

/** The colour of an urge slip 催办单, from mild to sharp. */
export type UrgeLevel = 'blue' | 'orange' | 'red';

/** Who acknowledges a slip for the unit. */
export type Acknowledger = 'unitOffice' | 'unitLeader';

/** One rung of the ladder of slips, from mild to sharp. */
export type UrgeRung = {
  readonly level: UrgeLevel;
  readonly name: Text;
  /** Proposed once the duty has had so many slips in the round; the first rung has 0. */
  readonly afterSlips: number;
  /** Proposed at once where the duty is late by so many working days; null: lateness alone never proposes it. */
  readonly daysLate: number | null;
  readonly acknowledgedBy: readonly Acknowledger[];
  /** Working days for the acknowledgement. */
  readonly acknowledgeWorkdays: number;
};

/** How units are urged by hand 催办 and supervised by notice 督办通知. */
export type Urging = {
  readonly ladder: readonly UrgeRung[];
  /** Texts of slips; placeholders as in `core/supervision/urge.ts`. */
  readonly texts: { readonly early: string; readonly late: string; readonly undated: string };
  /** Working days that a notice proposes for the report. */
  readonly reportWorkdays: number;
  /** Number patterns of slips and notices: `{year}` and `{serial}`. */
  readonly slipNo: string;
  readonly noticeNo: string;
  readonly source: Source;
};

export type Ruleset = {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  readonly effectiveFrom: LocalDate;
  /** What a reader must know before trusting this preset. */
  readonly caution: Text;
  readonly roleNames: Readonly<Record<HandlingRole, Text>>;
  readonly resultClasses: readonly ResultClass[];
  readonly resultClassSource: Source;
  /** Levels from best to worst, the same scale for attitude and outcome. */
  readonly satisfaction: readonly SatisfactionLevel[];
  readonly satisfactionSource: Source;
  readonly contactDuties: readonly ContactDuty[];
  /** Channels that count as face to face 面商/见面. */
  readonly faceToFace: readonly ContactChannel[];
  readonly faceToFaceSource: Source;
  readonly reviewLevels: readonly ReviewLevel[];
  readonly reviewSource: Source;
  readonly deadlines: readonly DeadlineRule[];
  readonly undatedDuties: readonly UndatedDuty[];
  readonly lights: Lights;
  /** A hand-back in the window must name the right unit and the duty behind it. */
  readonly handBack: { readonly silenceIsAcceptance: boolean; readonly source: Source };
  /** Whether a new unit starts the unit's own reply clock anew; the proposer's date never moves. */
  readonly reassignRestartsClock: boolean;
  /** Whether a reply waits for every assisting opinion unless a reason for going ahead is stated. */
  readonly opinionsRequired: boolean;
  readonly opinionsSource: Source;
  /** Placeholders `{year}`, `{term}`, `{session}`, `{serial}`, with a width as in `{serial:4}`. */
  readonly caseNo: { readonly pattern: string; readonly source: Source };
  /** Placeholders as for `caseNo`, and `{prefix}` of the unit 机关代字. */
  readonly documentNo: { readonly pattern: string; readonly source: Source };
  readonly letter: {
    readonly copies: readonly LetterCopy[];
    /** For matters handed in during a session 大会. */
    readonly title: LetterTitles;
    /** For matters handed in between sessions 闭会/平时. */
    readonly offSessionTitle: LetterTitles;
    readonly source: Source;
  };
  readonly rating: {
    /** Who must have rated before the round counts as rated. */
    readonly who: 'lead' | 'everyProposer';
    readonly onSilence: 'unrated';
    readonly source: Source;
  };
  readonly urging: Urging;
  /** Names the work calendar (`rulesets/preset.ts`). */
  readonly region: string;
};

/** A ruleset in force at a moment, with the moment it was taken into use. */
export type RulesetInForce = { readonly ruleset: Ruleset; readonly since: Instant };
