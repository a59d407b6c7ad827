/** What the page of one matter shows, and the words that its parts are written in. */
import { assignmentStates } from '#core/assignment/assignment.ts';
import { contactChannels, contactStages } from '#core/contact/contact.ts';
import { matterStages } from '#core/matter/matter.ts';
import { pointVerdicts } from '#core/rating/rating.ts';
import { adoptions, disclosures, replyStates } from '#core/reply/reply.ts';
import { extensionStates } from '#core/assignment/extension.ts';
import { matterLevels, proposerTypes } from '#core/ruleset.ts';
import { z } from 'zod';
import { allowedAction, id, instant, localDate, named, nextStep, owed, timelineItem } from './schemas.ts';

export const handlingRole = z.enum(['lead', 'sole', 'separate', 'assist']);
export const matterKind = z.enum(['suggestion', 'proposal']);
export const matterStage = z.enum(matterStages);
export const matterLevel = z.enum(matterLevels);
export const proposerType = z.enum(proposerTypes);
export const publicConsent = z.enum(['full', 'titleOnly', 'no', 'unasked']);
export const assignmentState = z.enum(assignmentStates);
const replyState = z.enum(replyStates);
const adoption = z.enum(adoptions);
const disclosure = z.enum(disclosures);
const pointVerdict = z.enum(pointVerdicts);
export const contactStage = z.enum(contactStages);
export const contactChannel = z.enum(contactChannels);
export const contactRank = z.enum(['unitLeader', 'deputyLeader', 'sectionHead', 'handler']);

const handBack = z.object({
  reason: z.string(),
  rightUnit: named,
  basis: z.string(),
  requestedOn: localDate,
  decidedOn: localDate.nullable(),
  note: z.string().nullable(),
});

const extensionOnPage = z.object({
  n: z.number().int(),
  round: z.number().int(),
  state: z.enum(extensionStates),
  askedOn: localDate,
  dueOn: localDate,
  until: localDate,
  reason: z.string(),
  files: z.array(z.object({ id, name: z.string() })),
  decidedOn: localDate.nullable(),
  note: z.string(),
});

const recorded = { round: z.number().int(), recordedOn: localDate, on: localDate, by: z.string() };

const afterReplyOnPage = z
  .discriminatedUnion('duty', [
    z.object({
      duty: z.literal('disclose'),
      ...recorded,
      /** Null: not public, for the reason given. */
      place: z.string().nullable(),
      reason: z.string(),
    }),
    z.object({ duty: z.literal('followUp'), ...recorded, text: z.string(), settled: z.boolean() }),
  ])
  .meta({ id: 'AfterReplyOnPage' });

const assignmentOnPage = z
  .object({
    id,
    version: z.number().int(),
    unit: named.extend({ boundary: z.boolean() }),
    role: handlingRole,
    state: assignmentState,
    round: z.number().int(),
    assignedOn: localDate,
    signedOn: localDate.nullable(),
    answeredOn: localDate.nullable(),
    endedOn: localDate.nullable(),
    section: named.nullable(),
    handler: named.nullable(),
    leader: named.nullable(),
    handBack: handBack.nullable(),
    handBackUntil: owed.nullable(),
    owed: owed.nullable(),
    /** Requests to put the date off, with what became of them. */
    extensions: z.array(extensionOnPage),
    /** Who decides on extensions of this duty; on a boundary unit always the organ's office. */
    extensionDecidedBy: z.enum(['supervisor', 'organ-office', 'either']),
    /** Until when the request that waits is to be decided; null: none waits, or no rule sets a date. */
    decideExtension: owed.nullable(),
    /** On what terms the date may be put off now; null: not at all. */
    extensionTerms: z
      .object({
        due: localDate,
        limit: localDate,
        left: z.number().int(),
        evidence: z.boolean(),
        tellProposer: z.boolean(),
      })
      .nullable(),
    pauses: z.array(z.object({ from: localDate, to: localDate.nullable(), reason: z.string() })),
    /** What it did after its replies: where each was published or why not, and what was reported of its promises. */
    afterReply: z.array(afterReplyOnPage),
    /** What the rules still ask of it after the reply of this round. */
    askedAfterReply: z.array(owed),
    /** The next contact that the rules want before the reply of this round; null: none, or nothing to reply. */
    contactDue: z
      .object({
        stage: contactStage,
        channels: z.array(contactChannel),
        proposerPresent: z.boolean(),
      })
      .nullable(),
    resultClass: z.string().nullable(),
    allowedActions: z.array(allowedAction),
  })
  .meta({ id: 'AssignmentOnPage' });

const contactOnPage = z
  .object({
    id,
    assignmentId: id,
    unitName: z.string(),
    round: z.number().int(),
    stage: contactStage,
    channel: contactChannel,
    at: instant,
    place: z.string(),
    who: z.string(),
    rank: contactRank,
    proposerPresent: z.boolean(),
    proposers: z.array(named),
    said: z.string(),
    files: z.array(z.object({ id, name: z.string(), size: z.number().int() })),
    enteredBy: z.string(),
    struck: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
  })
  .meta({ id: 'ContactOnPage' });

const opinionOnPage = z
  .object({
    id,
    assignmentId: id,
    unitName: z.string(),
    n: z.number().int(),
    text: z.string(),
    dissent: z.string().nullable(),
    contactPerson: z.string(),
    givenAt: instant,
  })
  .meta({ id: 'OpinionOnPage' });

export const replyContent = z
  .object({
    opening: z.string(),
    answers: z.array(z.object({ no: z.number().int(), answer: z.string(), adoption: adoption.nullable() })),
    closing: z.string(),
    resultClass: z.string().nullable(),
    disclosure: disclosure.nullable(),
    disclosureReason: z.string(),
    contactPerson: z.string(),
    contactPhone: z.string(),
  })
  .meta({ id: 'ReplyContent' });

const replyOnPage = z
  .object({
    id,
    version: z.number().int(),
    assignmentId: id,
    unitName: z.string(),
    round: z.number().int(),
    state: replyState,
    /** Null for whoever may not read drafts. */
    content: replyContent.nullable(),
    level: z.number().int(),
    levelName: z.object({ zh: z.string(), en: z.string() }).nullable(),
    documentNo: z.string().nullable(),
    issuedOn: localDate.nullable(),
    resultClass: z.string().nullable(),
    reviews: z.array(
      z.object({
        level: z.number().int(),
        outcome: z.enum(['submitted', 'approved', 'sentBack', 'recalled', 'issued']),
        toLevel: z.number().int().nullable(),
        note: z.string(),
        by: z.string(),
        at: instant,
      }),
    ),
    allowedActions: z.array(allowedAction),
  })
  .meta({ id: 'ReplyOnPage' });

export const verdict = z.object({
  attitude: z.string(),
  outcome: z.string(),
  reason: z.string(),
  points: z.array(z.object({ no: z.number().int(), verdict: pointVerdict })),
});

const ratingOnPage = z
  .object({
    id,
    version: z.number().int(),
    replyId: id,
    round: z.number().int(),
    proposer: named,
    state: z.enum(['open', 'sealed']),
    /** Null while open, and for whoever may not see it. */
    verdict: verdict.nullable(),
    /** The proposer's own unfinished rating; only the proposer gets it. */
    draft: verdict.partial().nullable(),
    enteredForProposer: z.boolean(),
    scanId: id.nullable(),
    sealedAt: instant.nullable(),
    allowedActions: z.array(allowedAction),
  })
  .meta({ id: 'RatingOnPage' });

/** A file as it was filed: attached, a picture of the text, or the page with the seal 公章. */
const filedFile = z
  .object({
    id,
    name: z.string(),
    size: z.number().int(),
    mediaType: z.string(),
    use: z.enum(['attachment', 'picture', 'seal']),
    caption: z.string(),
    /** Of which merged matter it is; null: of this one. */
    ofCaseNo: z.string().nullable(),
  })
  .meta({ id: 'FiledFile' });

export const matterPage = z
  .object({
    id,
    version: z.number().int(),
    kind: matterKind,
    organ: named,
    session: z.object({ id, name: z.string(), year: z.number().int() }),
    inSession: z.boolean(),
    caseNo: z.string(),
    title: z.string(),
    body: z.string(),
    category: z.string().nullable(),
    publicConsent,
    level: matterLevel,
    proposerType,
    priority: z.boolean(),
    stage: matterStage,
    filedOn: localDate,
    assignedOn: localDate.nullable(),
    closedAt: instant.nullable(),
    /** The day alone, of a matter that a list of an earlier year tells to have been closed. */
    closedOn: localDate.nullable(),
    responsibleLeader: z.string(),
    /** What it is handled together with 并案; null: with nothing. */
    merging: z
      .object({
        into: z
          .object({ id, caseNo: z.string(), title: z.string(), stage: matterStage, opens: z.boolean() })
          .nullable(),
        taken: z.array(
          z.object({
            id,
            caseNo: z.string(),
            title: z.string(),
            proposers: z.array(z.string()),
            /** Whether the reader may open its page. */
            opens: z.boolean(),
          }),
        ),
      })
      .nullable(),
    proposers: z.array(named.extend({ lead: z.boolean(), group: z.string(), phone: z.string().nullable() })),
    /** What it was filed from; null: it was entered or imported as a matter. */
    filedFrom: z
      .object({
        /** Null for who does not read the submission itself. */
        submissionId: id.nullable(),
        flowNo: z.string(),
        /** In whose name it stands 集体; empty for people. */
        bodyName: z.string(),
      })
      .nullable(),
    filedFiles: z.array(filedFile),
    points: z.array(z.object({ no: z.number().int(), text: z.string() })),
    assignments: z.array(assignmentOnPage),
    contacts: z.array(contactOnPage),
    opinions: z.array(opinionOnPage),
    opinionsWanted: z.number().int(),
    replies: z.array(replyOnPage),
    ratings: z.array(ratingOnPage),
    timeline: z.array(timelineItem),
    owed: owed.nullable(),
    ownerlessDays: z.number().int(),
    next: z.array(nextStep),
    allowedActions: z.array(allowedAction),
    /** The actor's standings on this matter (core/access.ts). */
    standings: z.array(z.string()),
  })
  .meta({ id: 'MatterPage' });
