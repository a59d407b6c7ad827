/** What the submission endpoints share: the text as blocks, the form, people and steps. */
import { findingCodes } from '#core/submission/check-text.ts';
import { origins, submissionStates } from '#core/submission/submission.ts';
import { z } from 'zod';
import { matterKind, proposerType, publicConsent } from './matter-page.ts';
import { allowedAction, id, instant, localDate, named, text as names } from './schemas.ts';

const submissionState = z.enum(submissionStates);

const line = z.string().max(20_000);

/** A piece of the text. Nothing of a document's markup is kept; a picture is a file of the submission. */
export const block = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), text: line }),
    z.object({ type: z.literal('heading'), text: z.string().max(500) }),
    z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(line).max(500) }),
    z.object({ type: z.literal('table'), rows: z.array(z.array(z.string().max(5_000)).max(30)).max(500) }),
    z.object({ type: z.literal('picture'), fileId: id, caption: z.string().max(500) }),
  ])
  .meta({ id: 'Block' });

const blocks = z.array(block).max(1_000);

export const submissionText = z
  .object({
    title: z.string().max(300),
    facts: blocks,
    analysis: blocks,
    /** Numbered by their place. */
    asks: z.array(z.string().max(5_000)).max(100),
  })
  .meta({ id: 'SubmissionText' });

export const submissionForm = z
  .object({
    publicConsent,
    consentReason: z.string().max(2_000),
    origins: z.array(z.enum(origins)).max(origins.length),
    raisedYears: z.number().int().min(0).max(50),
    raisedBefore: z.string().max(2_000),
    closerContact: z.boolean(),
    referenceOnly: z.boolean(),
    openToCoSigners: z.boolean(),
    category: z.string().max(100).nullable(),
    preferredLeadId: id.nullable(),
    preferredAssistIds: z.array(id).max(20),
  })
  .meta({ id: 'SubmissionForm' });

export const finding = z
  .object({
    code: z.enum(findingCodes),
    severity: z.enum(['stop', 'warn', 'hint']),
    /** `title`, `facts`, `analysis`, `asks`, `asks[0]`. */
    at: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    /** The sentence in the caller's language. */
    detail: z.string(),
  })
  .meta({ id: 'SubmissionFinding' });

export const attachedFile = z.object({
  id,
  name: z.string(),
  size: z.number().int(),
  mediaType: z.string(),
});

/**
 * What comes next, and who does it. `write` · `gather` (invitations are open) · `signAgain` (the text was changed
 * after signatures) · `vet`, `review` (the step by its name) · `decide` · `revise` · `sign` (the reader is asked to) ·
 * `agreeToWithdraw` · `follow` (it is a matter now).
 */
const submissionNext = z
  .object({
    what: z.enum([
      'write',
      'gather',
      'signAgain',
      'vet',
      'review',
      'decide',
      'revise',
      'sign',
      'agreeToWithdraw',
      'follow',
    ]),
    step: names.nullable(),
    /** Whether it is the reader's turn. */
    mine: z.boolean(),
    /** Until when; null: no date is set. */
    by: instant.nullable(),
  })
  .meta({ id: 'SubmissionNext' });

const signerCount = z.object({
  invited: z.number().int(),
  signed: z.number().int(),
  /** Signed an earlier version of the text. */
  outdated: z.number().int(),
  declined: z.number().int(),
});

export const submissionRow = z
  .object({
    id,
    version: z.number().int(),
    kind: matterKind,
    organ: named,
    title: z.string(),
    state: submissionState,
    flowNo: z.string().nullable(),
    caseNo: z.string().nullable(),
    matterId: id.nullable(),
    author: named,
    /** How the reader stands to it. */
    mine: z.enum(['author', 'signer', 'entered']),
    enteredBy: z.string().nullable(),
    signers: signerCount,
    next: submissionNext.nullable(),
    returnedText: z.string().nullable(),
    submittedAt: instant.nullable(),
    updatedAt: instant,
  })
  .meta({ id: 'SubmissionRow' });

const personInGroup = named.extend({ group: z.string() });

const signer = z
  .object({
    person: personInGroup,
    role: z.enum(['coSigner', 'convenor']),
    state: z.enum(['invited', 'signed', 'declined', 'removed', 'lapsed', 'disowned']),
    textNo: z.number().int().nullable(),
    outdated: z.boolean(),
    comment: z.string(),
    at: instant.nullable(),
    /** Entered by the office from a paper form. */
    onPaper: z.boolean(),
    group: z.string().nullable(),
    agreesToWithdraw: z.boolean(),
  })
  .meta({ id: 'SubmissionSigner' });

const stepOpinion = z
  .object({
    phase: z.enum(['vetting', 'review']),
    step: z.string(),
    stepName: names,
    by: z.string(),
    at: instant,
    textNo: z.number().int(),
    advice: z.enum(['pass', 'return', 'decline', 'convert', 'merge']),
    grounds: z.array(z.string()),
    checks: z.array(z.string()),
    text: z.string(),
  })
  .meta({ id: 'SubmissionOpinion' });

const decision = z
  .discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('filed'), matterId: id, caseNo: z.string() }),
    z.object({
      outcome: z.literal('declined'),
      grounds: z.array(z.object({ code: z.string(), name: names })),
      text: z.string(),
    }),
    z.object({ outcome: z.literal('converted'), to: z.string(), name: names, text: z.string() }),
    z.object({
      outcome: z.literal('split'),
      into: z.array(z.object({ id, flowNo: z.string(), title: z.string() })),
      text: z.string(),
    }),
  ])
  .meta({ id: 'SubmissionDecision' });

export const submissionPage = z
  .object({
    id,
    version: z.number().int(),
    kind: matterKind,
    organ: named.extend({ office: z.string() }),
    /** The session for which it counts; null until it is handed in. */
    session: named.nullable(),
    inSession: z.boolean().nullable(),
    flowNo: z.string().nullable(),
    author: personInGroup.extend({ post: z.string() }),
    enteredBy: named.nullable(),
    proposerType,
    bodyName: z.string(),
    sealFile: attachedFile.nullable(),
    state: submissionState,
    standings: z.array(z.string()),
    textNo: z.number().int(),
    submittedTextNo: z.number().int().nullable(),
    text: submissionText,
    form: submissionForm,
    preferredUnits: z.array(named),
    files: z.array(attachedFile),
    pictures: z.array(attachedFile),
    signers: z.array(signer),
    counts: signerCount,
    gatherUntil: instant.nullable(),
    panel: named.nullable(),
    step: z.object({ code: z.string(), name: names }).nullable(),
    /** For its office: why nobody can take the step that is next; null: somebody can. */
    unlooked: z.enum(['group', 'panel', 'noPanel']).nullable(),
    /** Those that the reader may see. */
    opinions: z.array(stepOpinion),
    submittedAt: instant.nullable(),
    withdrawal: z
      .object({ reason: z.string(), agreed: z.number().int(), needed: z.number().int() })
      .nullable(),
    returnedText: z.string().nullable(),
    decision: decision.nullable(),
    /** Whether the office's words to its proposers, with a decision or a return, can be had as a letter. */
    letter: z.boolean(),
    /** Points of the check-list that were ticked with the decision; for who reviews, empty for everybody else. */
    decisionChecks: z.array(z.string()),
    splitFromId: id.nullable(),
    /** The day of the paper form that was entered for its author. */
    paperOn: localDate.nullable(),
    noScanReason: z.string().nullable(),
    next: submissionNext.nullable(),
    /** What happened, oldest first; never a text. */
    history: z.array(z.object({ at: instant, actor: z.string(), command: z.string() })),
    allowedActions: z.array(allowedAction),
  })
  .meta({ id: 'SubmissionPage' });

/** What every command on a submission answers with. */
export const submissionDone = z
  .object({ id, version: z.number().int(), state: submissionState, textNo: z.number().int() })
  .meta({ id: 'SubmissionDone' });

export const writingFor = z
  .object({
    organ: named,
    kind: matterKind,
    /** For which session it would count today; null: none is known. */
    session: named.nullable(),
    inSession: z.boolean(),
    limits: z.object({
      titleMost: z.number().int(),
      bodyLeast: z.number().int(),
      bodyMost: z.number().int().nullable(),
      asksLeast: z.number().int(),
      asksMost: z.number().int(),
    }),
    declineGrounds: z.array(z.object({ code: z.string(), name: names })),
    comment: z.object({ least: z.number().int(), most: z.number().int() }).nullable(),
    openDays: z.number().int(),
    /** In whose name it may stand; the first is people in their own. */
    proposerTypes: z.array(proposerType),
    collectiveConfirmedBy: z.enum(['seal', 'convenor', 'either']),
    vetting: z.array(z.object({ code: z.string(), name: names })),
    categories: z.array(z.string()),
  })
  .meta({ id: 'WritingFor' });

/** The most characters of each field of a row, and the most asks and co-signers. */
export const entryLimits = {
  author: 50,
  group: 100,
  bodyName: 100,
  title: 300,
  facts: 50_000,
  analysis: 50_000,
  ask: 5_000,
  asks: 100,
  coSigner: 150,
  coSigners: 200,
  category: 100,
  noScanReason: 500,
} as const;

export const enteredRow = z.object({
  /** Of whom it is: by id, or by the name as the form has it. */
  author: z.union([
    z.object({ id }),
    /** `group`: tells people of one name apart. */
    z.object({
      name: z.string().max(entryLimits.author),
      group: z.string().max(entryLimits.group).default(''),
    }),
  ]),
  proposerType: proposerType.default('individual'),
  bodyName: z.string().max(entryLimits.bodyName).default(''),
  title: z.string().max(entryLimits.title),
  facts: z.string().max(entryLimits.facts),
  analysis: z.string().max(entryLimits.analysis).default(''),
  asks: z.array(z.string().max(entryLimits.ask)).max(entryLimits.asks),
  /** Names on the paper form, people of one name as 张三（城东代表团）; who signed there has signed. */
  coSigners: z.array(z.string().max(entryLimits.coSigner)).max(entryLimits.coSigners).default([]),
  category: z.string().max(entryLimits.category).nullable().default(null),
  publicConsent: publicConsent.default('unasked'),
  /** The day of the paper form: its session is the one of that day. */
  paperOn: localDate.nullable().default(null),
  /** Scans of the paper form. Where somebody co-signed it there is one, or the reason why not. */
  fileIds: z.array(id).max(30).default([]),
  noScanReason: z.string().max(entryLimits.noScanReason).default(''),
  /** It is entered although the same author has handed in, or the list has above, one of the same title. */
  again: z.boolean().default(false),
});
