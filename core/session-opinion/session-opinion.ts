/** What deputies and members say in the group discussions of a session 分组讨论意见, from the notes to the answer. */
import type { OpinionClass } from '../session-opinion-rules.ts';
import type { LocalDate } from '../words.ts';

/** One group's notes of one discussion. `unwritten`: the record that somebody is about to begin. */
export type SessionRecordState = 'unwritten' | 'draft' | 'submitted' | 'checked' | 'discarded';
export const sessionRecordStates = [
  'unwritten',
  'draft',
  'submitted',
  'checked',
  'discarded',
] as const satisfies readonly SessionRecordState[];

/** One opinion of a record. `joined`: said before, and handled with the other; `merged`: its text stands in another. */
export type SessionOpinionState = 'received' | 'checked' | 'forwarded' | 'joined' | 'dropped' | 'merged';
export const sessionOpinionStates = [
  'received',
  'checked',
  'forwarded',
  'joined',
  'dropped',
  'merged',
] as const satisfies readonly SessionOpinionState[];

/** One opinion at one unit 转办. */
export type ReferralState = 'sent' | 'answered' | 'closed' | 'handedBack' | 'recalled';
export const referralStates = [
  'sent',
  'answered',
  'closed',
  'handedBack',
  'recalled',
] as const satisfies readonly ReferralState[];

/** How a unit answered the speaker. Practice of the State Council’s offices (2023): on the spot, by visit, video, telephone. */
export type AnswerChannel = 'onSpot' | 'visit' | 'video' | 'phone' | 'written';
export const answerChannels = [
  'onSpot',
  'visit',
  'video',
  'phone',
  'written',
] as const satisfies readonly AnswerChannel[];

/** A piece of the notes as the recorder has cut and corrected it. Dropped ones stay in the record and become no opinion. */
export type Piece = {
  readonly text: string;
  /** As it was written; empty: not known. */
  readonly speaker: string;
  readonly speakerId: number | null;
  readonly classCode: string;
  readonly unitIds: readonly number[];
  readonly dropped: boolean;
};

export type RecordContent = {
  /** The day of the discussion, against which “the same day” is counted. */
  readonly heldOn: LocalDate;
  readonly place: string;
  readonly notes: string;
  readonly pieces: readonly Piece[];
};

export type SessionRecord = RecordContent & { readonly state: SessionRecordState };

export type SessionRecordEvent =
  | { readonly type: 'recordStarted'; readonly heldOn: LocalDate; readonly place: string }
  | { readonly type: 'recordSaved'; readonly content: RecordContent }
  | { readonly type: 'recordSubmitted'; readonly on: LocalDate; readonly pieces: readonly Piece[] }
  | { readonly type: 'recordDiscarded' }
  | { readonly type: 'recordChecked'; readonly on: LocalDate };

export type SessionOpinion = {
  readonly id: number;
  readonly state: SessionOpinionState;
  readonly recordId: number;
  readonly sessionId: number;
  readonly text: string;
  readonly speaker: string;
  readonly speakerId: number | null;
  readonly classCode: string;
  readonly unitIds: readonly number[];
  readonly heldOn: LocalDate;
  /** The day on which it first left for a unit; of a joined one, the later of joining and the other's leaving. */
  readonly forwardedOn: LocalDate | null;
  readonly sameAsId: number | null;
  readonly mergedIntoId: number | null;
  readonly droppedReason: string | null;
  readonly becameMatterId: number | null;
};

export type OpinionWording = Pick<SessionOpinion, 'text' | 'speaker' | 'speakerId' | 'classCode' | 'unitIds'>;

export type SessionOpinionEvent =
  | { readonly type: 'opinionEdited'; readonly wording: OpinionWording }
  /** The first part stays; each further one becomes an opinion of its own. */
  | { readonly type: 'opinionCut'; readonly parts: readonly string[] }
  /** `text`: what the other then reads. */
  | { readonly type: 'opinionMerged'; readonly intoId: number; readonly text: string }
  | { readonly type: 'opinionChecked' }
  | { readonly type: 'opinionDropped'; readonly reason: string }
  | { readonly type: 'opinionRestored' }
  | { readonly type: 'opinionJoined'; readonly withId: number; readonly forwardedOn: LocalDate | null }
  | { readonly type: 'opinionSeparated' }
  | { readonly type: 'opinionForwarded'; readonly unitIds: readonly number[]; readonly on: LocalDate }
  | { readonly type: 'opinionLinked'; readonly matterId: number | null };

export type Answer = {
  readonly channel: AnswerChannel;
  readonly on: LocalDate;
  /** Who answered, with his post. */
  readonly who: string;
  readonly text: string;
  readonly speakerTold: boolean;
};

export type Referral = {
  readonly id: number;
  readonly state: ReferralState;
  readonly opinionId: number;
  readonly unitId: number;
  readonly sentOn: LocalDate;
  readonly answer: Answer | null;
  /** Why it was sent back, handed back or recalled, whichever was last. */
  readonly reason: string | null;
};

export type ReferralEvent =
  | { readonly type: 'referralAnswered'; readonly answer: Answer }
  | { readonly type: 'referralClosed' }
  | { readonly type: 'answerSentBack'; readonly reason: string }
  | { readonly type: 'referralHandedBack'; readonly reason: string }
  | { readonly type: 'referralRecalled'; readonly reason: string };

/** The first class one of whose hints the text has; the last class where none has. Empty where there are no classes. */
export const suggestClass = (text: string, classes: readonly OpinionClass[]): string =>
  (classes.find(({ hints }) => hints.some((hint) => text.includes(hint))) ?? classes.at(-1))?.code ?? '';

/** A unit with the words of its name and duties. */
export type UnitWords = { readonly id: number; readonly words: readonly string[] };

/** At most two units whose words the text has, the ones with more of them first. A proposal; a person decides. */
export const suggestUnits = (text: string, units: readonly UnitWords[]): readonly number[] =>
  units
    .map(({ id, words }) => ({
      id,
      weight: words.reduce(
        (sum, word) => sum + (word.length >= 2 && text.includes(word) ? word.length : 0),
        0,
      ),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .filter(({ weight }, index, all) => index === 0 || (index === 1 && weight * 2 > (all[0]?.weight ?? 0)))
    .map(({ id }) => id);
