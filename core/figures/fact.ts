/** One row of facts for each unit of count, each with the moments between which it says how things were. */
import type { Matter } from '../matter/matter.ts';
import type { ReplyContent } from '../reply/reply.ts';
import type { HandlingRole } from '../ruleset.ts';
import type { Instant } from '../words.ts';

/** Between which moments a row says how it was; `null`: since ever, and until now. */
export type Version = { readonly from: Instant | null; readonly to: Instant | null };

/** What every row carries of its matter. */
export type OfMatter = {
  readonly organId: number;
  readonly sessionId: number;
  readonly year: number;
  readonly kind: Matter['kind'];
  readonly level: Matter['level'];
  readonly proposerType: Matter['proposerType'];
  readonly inSession: boolean;
  readonly priority: boolean;
  readonly category: string | null;
  readonly leadProposerId: number | null;
  readonly leader: string | null;
  /** When the product came to know of the matter. */
  readonly recorded: Instant;
};

type Dates<Name extends string> = { readonly [N in Name]: Instant | null };

export type MatterFact = Version &
  OfMatter & { readonly unitId: number | null } & Dates<
    'filed' | 'assigned' | 'firstAssigned' | 'due' | 'replied' | 'rated' | 'closed' | 'withdrawn' | 'merged'
  >;

export type DutyFact = Version &
  OfMatter & { readonly dutyId: number; readonly unitId: number; readonly role: HandlingRole } & Dates<
    | 'assigned'
    | 'signDue'
    | 'signed'
    | 'contacted'
    | 'met'
    | 'visited'
    | 'due'
    | 'done'
    | 'handBackAsked'
    | 'extensionAsked'
    | 'extended'
    | 'extensionRefused'
    | 'ended'
    | 'gone'
  >;

export type ReplyFact = Version &
  OfMatter & {
    readonly replyId: number;
    readonly dutyId: number;
    readonly unitId: number;
    readonly role: HandlingRole;
    readonly round: number;
    readonly class: string | null;
    readonly disclosure: ReplyContent['disclosure'];
    readonly resolved: boolean;
    readonly followUp: boolean;
    readonly adopted: boolean;
    readonly points: number;
    readonly pointsAdopted: number;
    readonly attitude: string | null;
    readonly outcome: string | null;
    /** 1 satisfied, 2 fairly (the lowest level that is not 不满意), 3 not satisfied. */
    readonly attitudeGrade: number | null;
    readonly outcomeGrade: number | null;
  } & Dates<'issued' | 'rated' | 'published' | 'settled' | 'superseded' | 'gone'>;

export type CaseFacts = {
  readonly matter: readonly MatterFact[];
  readonly duties: readonly DutyFact[];
  readonly replies: readonly ReplyFact[];
};

/** What another row of the same matter carries of it. */
export const ofMatter = (fact: MatterFact): OfMatter => ({
  organId: fact.organId,
  sessionId: fact.sessionId,
  year: fact.year,
  kind: fact.kind,
  level: fact.level,
  proposerType: fact.proposerType,
  inSession: fact.inSession,
  priority: fact.priority,
  category: fact.category,
  leadProposerId: fact.leadProposerId,
  leader: fact.leader,
  recorded: fact.recorded,
});
