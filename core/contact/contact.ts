import { checkText, type Decision, deny, firstRefusal, happen, type Refusal, refuse } from '../refusal.ts';
import type { ContactChannel, ContactDuty, ContactStage } from '../ruleset.ts';
import type { Instant, LocalDate, Moment } from '../words.ts';

export const contactStages = ['before', 'during', 'after'] as const satisfies readonly ContactStage[];
export const contactChannels = [
  'visit',
  'meeting',
  'forum',
  'survey',
  'video',
  'phone',
  'wechat',
  'letter',
  'written',
] as const satisfies readonly ContactChannel[];

/** Rank of the highest person of the unit who took part: leaders answered by people who may not decide is a known complaint. */
export type ContactRank = 'unitLeader' | 'deputyLeader' | 'sectionHead' | 'handler';

/** One contact 沟通 with the proposers; never changed: a wrong entry is struck out with a reason and stays visible. */
export type Contact = {
  readonly assignmentId: number;
  readonly round: number;
  readonly stage: ContactStage;
  readonly channel: ContactChannel;
  readonly at: Instant;
  readonly on: LocalDate;
  readonly place: string;
  readonly who: string;
  readonly rank: ContactRank;
  readonly proposerPresent: boolean;
  readonly proposerIds: readonly number[];
  readonly said: string;
  readonly fileIds: readonly number[];
};

export type ContactEvent =
  | { readonly type: 'contactRecorded'; readonly contact: Contact }
  | { readonly type: 'contactStruck'; readonly contactId: number; readonly reason: string };

export type ContactContext = { readonly at: Moment; readonly assignedOn: LocalDate };

/** Decides whether a contact can be entered: it has happened, after the assignment, and says who, what and where. */
export const decideContact = (contact: Contact, context: ContactContext): Decision<ContactEvent> => {
  const bad = firstRefusal(
    checkText(contact.said, 'said', 10_000),
    checkText(contact.who, 'who', 200),
    contact.place.length > 200 ? refuse('field-too-long', { field: 'place', max: 200 }, 'place') : null,
    contact.at > context.at.instant || contact.on > context.at.date
      ? refuse('contact-in-future', {}, 'at')
      : null,
    contact.on < context.assignedOn
      ? refuse('contact-before-assignment', { assignedOn: context.assignedOn }, 'at')
      : null,
  );
  return bad === null ? happen({ type: 'contactRecorded', contact }) : deny(bad);
};

/** What of a contact matters to the duties of a ruleset. */
export type ContactFact = Pick<Contact, 'stage' | 'channel' | 'proposerPresent' | 'round'>;

const meets = (contact: ContactFact, duty: ContactDuty): boolean =>
  contact.stage === duty.stage &&
  (duty.channels.length === 0 || duty.channels.includes(contact.channel)) &&
  (!duty.proposerPresent || contact.proposerPresent);

/**
 * The first contact that the ruleset demands and that is missing in this round (law 4). Contacts after the reply
 * cannot be demanded before it: duties of stage `after` are for the rating, not for the issue.
 */
export const contactStillDue = (
  duties: readonly ContactDuty[],
  contacts: readonly ContactFact[],
  round: number,
): ContactDuty | null => {
  const inRound = contacts.filter((contact) => contact.round === round);
  return (
    duties.find((duty) => duty.stage !== 'after' && !inRound.some((contact) => meets(contact, duty))) ?? null
  );
};

/** {@link contactStillDue} as the refusal of a reply that comes without it. */
export const missingContact = (...asked: Parameters<typeof contactStillDue>): Refusal | null => {
  const missing = contactStillDue(...asked);
  return missing === null
    ? null
    : refuse('contact-required', {
        stage: missing.stage,
        channels: missing.channels,
        present: missing.proposerPresent ? 'yes' : 'no',
      });
};
