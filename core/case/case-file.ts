import type { MatterParties } from '../access.ts';
import { type Assignment, liveStates } from '../assignment/assignment.ts';
import type { WorkCalendar } from '../clock/calendar.ts';
import type { Contact } from '../contact/contact.ts';
import type { TakenIn } from '../matter/decide.ts';
import type { Matter, MatterStage } from '../matter/matter.ts';
import type { Opinion } from '../opinion/opinion.ts';
import type { Rating } from '../rating/rating.ts';
import { isRated } from '../rating/decide.ts';
import type { Reply } from '../reply/reply.ts';
import type { Ruleset } from '../ruleset.ts';
import type { LocalDate } from '../words.ts';

export type FiledContact = Contact & { readonly id: number; readonly struck: boolean };
export type FiledOpinion = Opinion & { readonly id: number; readonly n: number };

/**
 * One matter with everything that has happened to it: what every decision looks at, loaded and locked as a whole
 * (一案一档). New rows carry negative ids until they are stored.
 */
export type CaseFile = {
  readonly matter: Matter;
  /** In the order of the form; the first is the lead 领衔/第一提案人. */
  readonly proposerIds: readonly number[];
  /** Every duty there has ever been, the ended ones included. */
  readonly duties: readonly Assignment[];
  readonly contacts: readonly FiledContact[];
  readonly opinions: readonly FiledOpinion[];
  readonly replies: readonly Reply[];
  readonly ratings: readonly Rating[];
  readonly ruleset: Ruleset;
  readonly calendar: WorkCalendar;
  readonly sessionClosesOn: LocalDate;
  /** Absent: it is handled by itself. */
  readonly merging?: Merging;
};

/**
 * How a matter stands to those it is handled with. The proposers of what was merged in stand behind its own in
 * `proposerIds`: they are talked to, answered and asked like those.
 */
export type Merging = {
  readonly into: { readonly id: number; readonly caseNo: string; readonly stage: MatterStage } | null;
  readonly ownProposerIds: readonly number[];
  readonly taken: readonly TakenIn[];
};

/** The proposers of the matter itself, without those of what was merged into it. */
export const ownProposers = (file: CaseFile): readonly number[] =>
  file.merging?.ownProposerIds ?? file.proposerIds;

/** Who leads: of the matter itself, and of each that was merged into it. */
const leads = (file: CaseFile): readonly number[] => [
  ...new Set(
    [ownProposers(file), ...(file.merging?.taken ?? []).map((one) => one.proposerIds)].flatMap((ids) =>
      ids.slice(0, 1),
    ),
  ),
];

export const partiesOf = (file: CaseFile): MatterParties => ({
  organId: file.matter.organId,
  leadProposerId: file.proposerIds[0] ?? null,
  coProposerIds: file.proposerIds.slice(1),
  duties: file.duties.map((duty) => ({
    assignmentId: duty.id,
    unitId: duty.unitId,
    role: duty.role,
    sectionId: duty.sectionId,
    handlerId: duty.handlerId,
    leaderId: duty.leaderId,
    live: liveStates.includes(duty.state),
  })),
});

export const liveDuties = (file: CaseFile): readonly Assignment[] =>
  file.duties.filter((duty) => liveStates.includes(duty.state));

/** Duties that reply to the proposer (law 1). */
export const mainDuties = (file: CaseFile): readonly Assignment[] =>
  liveDuties(file).filter((duty) => duty.role !== 'assist');

/** The reply of the duty's current round, if there is one. */
export const currentReply = (file: CaseFile, duty: Assignment): Reply | undefined =>
  file.replies.find((reply) => reply.assignmentId === duty.id && reply.round === duty.round);

export const issuedReplies = (file: CaseFile): readonly Reply[] =>
  file.replies.filter((reply) => reply.state === 'issued');

/** Assisting duties whose opinion is not in, and that the lead waits for. */
export const missingOpinions = (file: CaseFile): readonly Assignment[] =>
  liveDuties(file).filter(
    (duty) => duty.role === 'assist' && !file.opinions.some((opinion) => opinion.assignmentId === duty.id),
  );

/** Whether everyone who must rate has sealed a rating of every reply of the current round. */
export const caseIsRated = (file: CaseFile): boolean =>
  isRated(
    file.ruleset.rating.who === 'lead' ? leads(file) : file.proposerIds,
    mainDuties(file).flatMap((duty) => {
      const reply = currentReply(file, duty);
      return reply?.state === 'issued' ? [{ replyId: reply.id }] : [];
    }),
    file.ratings.filter((rating) => rating.state === 'sealed'),
  );
