/**
 * The shape of the demo city: a whole invented city as data, and the life of each of its matters as dated steps
 * that the product replays through its own use cases. Keys (`unit`, `section`, `person` …) are stable strings of
 * this data set; whoever replays it maps them to ids. Nobody and nothing in it exists.
 */
import type { Role } from '#core/access.ts';
import type { ContactChannel, ContactStage, HandlingRole, MatterKind } from '#core/ruleset.ts';
import type { LocalDate, Text } from '#core/words.ts';

/** Local time in the city (Asia/Shanghai, UTC+8, no summer time), to the minute: `2026-03-21T09:05`. */
export type LocalTime = string;

export type OrganKey = 'congress' | 'cppcc';

export type DemoSession = {
  readonly key: string;
  /** Number of the session within its term: 3 = 三次. */
  readonly number: number;
  readonly name: Text;
  readonly year: number;
  readonly opens: LocalDate;
  readonly closes: LocalDate;
  /** Day of the 交办会 at which the session's matters are handed over. */
  readonly assignedOn: LocalDate;
};

type DemoTerm = {
  readonly key: string;
  /** Number of the term: 15 = 第十五届. */
  readonly number: number;
  readonly name: Text;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly sessions: readonly DemoSession[];
};

export type DemoOrgan = {
  readonly key: OrganKey;
  readonly kind: MatterKind;
  readonly name: Text;
  readonly short: Text;
  /** The organ's office: 代表工作委员会 or 提案委员会. */
  readonly office: Text;
  readonly terms: readonly DemoTerm[];
};

export type UnitSystem = 'government' | 'party' | 'court' | 'district' | 'company';

type DemoSection = {
  readonly key: string;
  readonly name: Text;
  /** The unit's own office 办公室, which signs for matters and reviews second. */
  readonly isOffice: boolean;
};

export type DemoUnit = {
  readonly key: string;
  readonly name: Text;
  readonly short: string;
  /** Other spellings met in catalogues. */
  readonly aliases: readonly string[];
  /** Words of the unit's functions, for suggesting a unit to a matter. */
  readonly functions: readonly string[];
  readonly system: UnitSystem;
  /** True for a unit outside the supervising office's power (上级派出或省属). */
  readonly boundary: boolean;
  /** The word of its document numbers: `云教函` in 云教函〔2026〕12号. */
  readonly documentWord: string;
  readonly sections: readonly DemoSection[];
};

export type DemoGrant = {
  readonly role: Role;
  readonly unit?: string;
  /** For a section head and a handler: the section. */
  readonly section?: string;
  readonly organ?: OrganKey;
};

export type DemoPerson = {
  readonly key: string;
  readonly name: string;
  readonly title: Text;
  readonly grants: readonly DemoGrant[];
  /** Always 199000xxxxx, a number that nobody has. */
  readonly phone: string;
  /** Always at `example.invalid`. */
  readonly email: string;
  readonly birthYear: number;
  /** 代表团 of a deputy or 界别 of a member. */
  readonly group?: Text;
  readonly organ?: OrganKey;
};

/** A sign-in that `npm start` prints. */
export type DemoPersona = {
  readonly username: string;
  readonly role: Role;
  readonly person: string;
  readonly unit?: string;
  readonly description: Text;
};

export type DemoCategory = {
  readonly key: string;
  readonly name: Text;
  /** Key of the branch under which it stands. */
  readonly branch: string;
};

/** Where a story stands on the demo's last day. */
export type DemoStage =
  | 'waitingAssignment'
  | 'waitingSignFor'
  | 'handBackPending'
  | 'waitingSubAssign'
  | 'waitingHandler'
  | 'noContact'
  | 'handling'
  | 'waitingOpinions'
  | 'sentBack'
  | 'reviewSectionHead'
  | 'reviewUnitOffice'
  | 'reviewUnitLeader'
  | 'cleared'
  | 'issuedUnrated'
  | 'partlyRated'
  | 'rated'
  | 'secondRound'
  | 'closed'
  | 'withdrawn'
  | 'reopened';

export type ReviewLevelKey = 'section-head' | 'unit-office' | 'unit-leader';
export type Level = 'satisfied' | 'basicallySatisfied' | 'dissatisfied';
export type Delivered = 'done' | 'partly' | 'not' | 'notYet';

export type DemoAssignment = {
  readonly unit: string;
  readonly role: HandlingRole;
  /** The responsible leader of that unit. */
  readonly leader: string;
  /** For 分办: the part that the unit answers for. */
  readonly part?: string;
};

export type DemoPointAnswer = {
  /** 1-based number of the matter's point. */
  readonly point: number;
  readonly answer: string;
  readonly adopted: boolean;
};

type Step<Act extends string, Data> = {
  readonly at: LocalTime;
  /** Person key of who does it. */
  readonly actor: string;
  readonly act: Act;
} & Readonly<Data>;

type AssignStep = Step<'assign', { assignments: readonly DemoAssignment[] }>;
type SignForStep = Step<'signFor', { unit: string }>;
type HandBackStep = Step<'handBack', { unit: string; rightUnit: string; duty: string; reason: string }>;
/** `uphold` keeps the unit, which then counts as signed for; `reassign` moves the same role to `newUnit`. */
type DecideHandBackStep = Step<
  'decideHandBack',
  {
    unit: string;
    decision: 'uphold' | 'reassign';
    newUnit?: string;
    newLeader?: string;
    reason: string;
  }
>;
type AskExtensionStep = Step<'askExtension', { unit: string; until: LocalDate; reason: string }>;
/** `until` null: refused. */
type DecideExtensionStep = Step<'decideExtension', { unit: string; until: LocalDate | null; note: string }>;
type PauseClockStep = Step<'pauseClock', { unit: string; reason: string }>;
/** Office → section, or section → handler; `handler` null while the section has not named anyone. */
type SubAssignStep = Step<
  'subAssign',
  { unit: string; section: string; handler: string | null; leader: string; instruction: string }
>;
type ContactStep = Step<
  'contact',
  {
    unit: string;
    round: number;
    stage: ContactStage;
    channel: ContactChannel;
    /** When it took place; never later than `at`, when it was entered. */
    heldAt: LocalTime;
    /** Who of the unit spoke; the rank follows from the role. */
    by: string;
    with: readonly string[];
    proposerPresent: boolean;
    place: string;
    said: string;
  }
>;
type OpinionStep = Step<
  'opinion',
  { unit: string; text: string; stance: 'agree' | 'partly' | 'dissent'; dissent?: string }
>;
type DraftReplyStep = Step<
  'draftReply',
  {
    unit: string;
    round: number;
    opening: string;
    points: readonly DemoPointAnswer[];
    closing: string;
    resultClass: 'A' | 'B' | 'C' | 'D';
    disclosure: 'proactive' | 'onRequest' | 'notPublic';
    /** Given unless the disclosure is `proactive`. */
    disclosureReason?: string;
    contactPerson: string;
  }
>;
type SubmitReviewStep = Step<'submitReview', { unit: string; round: number }>;
type ApproveStep = Step<'approve', { unit: string; round: number; level: ReviewLevelKey; remark: string }>;
type SendBackStep = Step<
  'sendBack',
  {
    unit: string;
    round: number;
    level: ReviewLevelKey;
    toLevel: 'handler' | ReviewLevelKey;
    reason: string;
  }
>;
type IssueStep = Step<
  'issue',
  {
    unit: string;
    round: number;
    documentNo: string;
    documentDate: LocalDate;
    copies: readonly string[];
  }
>;
type RateStep = Step<
  'rate',
  {
    unit: string;
    round: number;
    attitude: Level;
    outcome: Level;
    /** Given when either is `dissatisfied`; sometimes otherwise. */
    reason?: string;
    points: readonly { readonly point: number; readonly delivered: Delivered }[];
  }
>;
type CloseStep = Step<'close', { summary: string; unratedReason?: string }>;
/** Opens another round for one unit's reply. */
type ReopenStep = Step<'reopen', { unit: string; reason: string }>;
type WithdrawStep = Step<'withdraw', { reason: string }>;

export type StoryStep =
  | AssignStep
  | SignForStep
  | HandBackStep
  | DecideHandBackStep
  | AskExtensionStep
  | DecideExtensionStep
  | PauseClockStep
  | SubAssignStep
  | ContactStep
  | OpinionStep
  | DraftReplyStep
  | SubmitReviewStep
  | ApproveStep
  | SendBackStep
  | IssueStep
  | RateStep
  | CloseStep
  | ReopenStep
  | WithdrawStep;

export type DemoMatter = {
  readonly key: string;
  readonly organ: OrganKey;
  readonly kind: MatterKind;
  readonly year: number;
  readonly session: string;
  readonly timeMark: 'inSession' | 'offSession';
  /** Year and four-digit serial, one sequence for each organ: `20260123`. */
  readonly caseNo: string;
  readonly filedOn: LocalDate;
  readonly title: string;
  readonly body: string;
  /** The numbered asks, in the words of the body. */
  readonly points: readonly string[];
  readonly category: string;
  readonly topic: string;
  readonly leadProposer: string;
  readonly coSigners: readonly string[];
  readonly disclosureConsent: 'fullText' | 'titleOnly' | 'no';
  readonly disclosureReason?: string;
  /** Where the steps have brought the matter by the last day. */
  readonly stage: DemoStage;
  /** True when a reply is missing more than three months after the assignment. */
  readonly overdue: boolean;
  readonly steps: readonly StoryStep[];
};

export type DemoCity = {
  readonly name: Text;
  /** Says on the first screen that all of it is invented. */
  readonly notice: Text;
  readonly today: LocalDate;
  readonly organs: readonly DemoOrgan[];
  readonly supervision: { readonly name: Text; readonly short: Text };
  readonly units: readonly DemoUnit[];
  readonly people: readonly DemoPerson[];
  readonly personas: readonly DemoPersona[];
  readonly categories: readonly DemoCategory[];
  readonly topics: readonly { readonly key: string; readonly name: Text; readonly category: string }[];
  /** In order of filing. */
  readonly matters: readonly DemoMatter[];
};
