/**
 * A ruleset: everything in which jurisdictions differ, as data (DESIGN law 10).
 * Presets live in `rulesets/`; each value that came from a rule carries its source, and what nobody has
 * checked against the official text says so (`verified: false`) and is shown so.
 */
import type { IntakeRules } from './intake-rules.ts';
import type { SessionOpinionRules } from './session-opinion-rules.ts';
import type { Instant, LocalDate, Text } from './words.ts';

export type MatterKind = 'suggestion' | 'proposal';

/** Where a value comes from. `verified` is false until someone compared it with the official text. */
export type Source = {
  readonly cite: Text;
  readonly verified: boolean;
};

/** Whose congress or committee a matter was handed in to: what comes down from above may have dates of its own. */
export const matterLevels = ['national', 'provincial', 'city', 'district'] as const;
export type MatterLevel = (typeof matterLevels)[number];

/** Who proposes: one or several people in their own names, or a body 集体. */
export const proposerTypes = [
  'individual',
  'delegation',
  'sector',
  'party',
  'peoplesOrganization',
  'specialCommittee',
  'memberGroup',
] as const;
export type ProposerType = (typeof proposerTypes)[number];

/**
 * In whose name one hands in to a congress and to a CPPCC.
 * 代表法 (2025): deputies, alone or jointly, and delegations; 政协提案工作条例 (2018): members, sectors, parties,
 * people's organisations, special committees, groups of members.
 */
export const proposerTypesOf = {
  suggestion: ['individual', 'delegation'],
  proposal: ['individual', 'sector', 'party', 'peoplesOrganization', 'specialCommittee', 'memberGroup'],
} as const satisfies Record<'suggestion' | 'proposal', readonly ProposerType[]>;

/** The event that a deadline counts from. A unit gets a matter by the assignment itself: 收到之日 is `assigned`. */
export type ClockBase =
  | 'filed'
  | 'sessionClosed'
  | 'assigned'
  | 'signedFor'
  | 'handBackRequested'
  | 'extensionAsked'
  | 'issued'
  /** The last report on what the reply promised: the next is counted from it as the first was from the issue. */
  | 'reported'
  | 'roundOpened';

/** A length of time. `month` clamps to the end of a shorter month; `workday` follows the calendar, 调休 included. */
export type Span = { readonly unit: 'month' | 'workday' | 'day'; readonly count: number };

/** How long a duty has. `sessionDate`: that day in the year in which the session closed, 六月三十日前. */
export type Amount =
  | Span
  | { readonly unit: 'fixedDate'; readonly date: LocalDate }
  | { readonly unit: 'sessionDate'; readonly month: number; readonly day: number }
  | { readonly unit: 'daysBefore'; readonly of: DutyKind; readonly count: number };

/** The duties that have a date. A new one must be thought of by every ruleset: it has a rule or is declared undated. */
export const dutyKinds = [
  'assign',
  'signFor',
  'handBack',
  'decideHandBack',
  'opinion',
  'firstContact',
  'draft',
  'reply',
  'decideExtension',
  'rate',
  'rehandle',
  'disclose',
  'followUp',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Which matters and duties a rule is for; what is absent may be anything. The organ is known by the kind. */
export type RuleScope = {
  readonly kind?: MatterKind;
  readonly inSession?: boolean;
  readonly role?: HandlingRole;
  readonly level?: MatterLevel;
  readonly proposerType?: ProposerType;
  /** 重点督办. */
  readonly priority?: boolean;
};

/** A duty is owed from the day of its base event on; a rule whose event has not happened gives no date. */
export type DeadlineRule = {
  readonly duty: DutyKind;
  readonly base: ClockBase;
  readonly amount: Amount;
  /** Narrower rules win over wider ones. */
  readonly when?: RuleScope;
  /**
   * `override`: its date stands instead of what every other rule gives, narrower ones too, unless it was over before
   * the duty began. `cap`: the date of the others may not be later than this one. Absent: the narrowest decides.
   */
  readonly force?: 'override' | 'cap';
  readonly source: Source;
};

/** The duties whose date can be put off on request 延期. */
export type ExtendableDuty = 'opinion' | 'reply' | 'rehandle';

/** Who may decide on an extension: for a unit outside the supervisor's power the organ's office always may. */
export type DecidingBody = 'supervisor' | 'organ-office' | 'either';

/** How a date can be put off. The narrowest rule that fits the matter counts; no rule: no extension. */
export type ExtensionRule = {
  readonly duty: ExtendableDuty;
  readonly when?: RuleScope;
  /** How far one extension reaches beyond the date that stands. */
  readonly most: Span;
  /** The latest date of all extensions together, counted from an event of the duty; null: only `times` limits them. */
  readonly inAll: { readonly base: ClockBase; readonly amount: Amount } | null;
  /** How many may be granted in one round. */
  readonly times: number;
  readonly decidedBy: DecidingBody;
  /** Whether a written report must be attached. */
  readonly evidence: boolean;
  readonly tellProposer: boolean;
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
  readonly extensions: readonly ExtensionRule[];
  readonly lights: Lights;
  readonly reminders: Reminders;
  /** A hand-back in the window must name the right unit and the duty behind it. */
  readonly handBack: {
    readonly silenceIsAcceptance: boolean;
    readonly source: Source;
    /** Working days in which the named unit is heard; absent: no date is set. Silence decides nothing. */
    readonly hearing?: { readonly workdays: number; readonly source: Source };
    /** Who decides once a unit has handed the matter back with success before; absent: whoever decided then. */
    readonly second?: { readonly by: 'city-leader'; readonly source: Source };
  };
  /** Working days from the assignment in which the lead proposer may object to the units; absent: he may not. */
  readonly objection?: { readonly workdays: number; readonly source: Source };
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
  readonly intake: IntakeRules;
  readonly sessionOpinions: SessionOpinionRules;
  /** Names the work calendar (`rulesets/preset.ts`). */
  readonly region: string;
};

/** Who hears of a date: `supervisor` is the organ's office where the unit is outside the supervisor's power. */
export type ReminderTarget = 'handler' | 'section-head' | 'unit-office' | 'unit-leader' | 'supervisor';

/** One rung of the ladder of reminders. */
export type ReminderStep = {
  /** Working days from the due date: -3 when three remain, 0 on the day, 1 when it is one working day late. */
  readonly days: number;
  readonly to: readonly ReminderTarget[];
  /** Goes out alone and at once, not with the day's digest. */
  readonly urgent: boolean;
};

/** Reminders go out on working days only; a time-out reminds, and never decides anything (law 7). */
export type Reminders = {
  /** From the earliest to the latest; each is told once for a date. */
  readonly steps: readonly ReminderStep[];
  /** Nothing leaves the app between these times of day, local: `20:00` until `08:00`. */
  readonly quiet: { readonly from: string; readonly until: string };
  readonly source: Source;
};

/** A ruleset in force at a moment, with the moment it was taken into use. */
export type RulesetInForce = { readonly ruleset: Ruleset; readonly since: Instant };
