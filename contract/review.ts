/** 审查: what the office of an organ, its panels and the lookers of the groups do with what was handed in. */
import { submissionStates } from '#core/submission/submission.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { bulkOutcome } from './matter.ts';
import { matterKind } from './matter-page.ts';
import { id, idParam, instant, named, page, text as names } from './schemas.ts';
import { submissionDone } from './submission-shapes.ts';

const tag = 'review';
const params = z.object({ submissionId: idParam });
const words = z.string().max(5_000);

/** What a look goes through: who may hand in, one matter, something concrete, form, secrets, consent. */
export const reviewChecks = ['proposer', 'oneMatter', 'concrete', 'form', 'secrecy', 'consent'] as const;
export const stepAdvice = ['pass', 'return', 'decline', 'convert', 'merge'] as const;

/** States that the desk shows: a draft is its author's own. */
export const deskStates = submissionStates.filter((state) => state !== 'draft' && state !== 'discarded');

const deskFilter = z.object({
  organId: idParam.optional(),
  state: z.enum(submissionStates).optional(),
  /** The code of the step that is next; `decide`: every look was taken; `nobody`: none is named to take it. */
  step: z.string().max(50).optional(),
  /** `none`: given to no panel yet. */
  panel: z.union([idParam, z.literal('none')]).optional(),
  category: z.string().max(100).optional(),
  q: z.string().max(100).optional(),
});

const step = z.object({ code: z.string(), name: names });

export const deskRow = z
  .object({
    id,
    version: z.number().int(),
    kind: matterKind,
    organId: id,
    flowNo: z.string().nullable(),
    title: z.string(),
    category: z.string().nullable(),
    state: z.enum(submissionStates),
    /** Null while it is with the office: the step that is next, or the decision. */
    step: step.nullable(),
    panel: named.nullable(),
    /** The panel that its category makes likely; null: none does, or it has one. */
    proposedPanel: named.nullable(),
    author: named.extend({ group: z.string() }),
    bodyName: z.string(),
    signers: z.number().int(),
    submittedAt: instant.nullable(),
    /** Since when it waits for what is next. */
    waitsSince: instant,
    /** Its author asks to have it back, and it is not decided yet. */
    withdrawalAsked: z.boolean(),
    /** It waits for a look, and nobody is named who may take it. */
    nobodyLooks: z.boolean(),
    lastAdvice: z.enum(stepAdvice).nullable(),
    caseNo: z.string().nullable(),
    matterId: id.nullable(),
  })
  .meta({ id: 'DeskRow' });

const count = z.object({ key: z.string(), count: z.number().int() });

export const reviewDesk = endpoint({
  id: 'reviewDesk',
  method: 'GET',
  path: '/api/review',
  tag,
  summary: { zh: '来件审查', en: 'What was handed in, for whoever reviews it' },
  access: {
    kind: 'signedIn',
    rows: 'an office: its organ’s; others: what waits for a step that is theirs',
  },
  scope: 'none',
  query: deskFilter.extend({ cursor: z.string().max(200).optional() }),
  response: page(deskRow).extend({
    /** Of everything that the reader may see, whatever he filters by. */
    counts: z.object({
      states: z.array(count),
      noPanel: z.number().int(),
      toDecide: z.number().int(),
      nobody: z.number().int(),
    }),
  }),
});

const coded = z.object({ code: z.string(), name: names });

export const reviewWords = endpoint({
  id: 'reviewWords',
  method: 'GET',
  path: '/api/review/words',
  tag,
  summary: {
    zh: '审查用的环节、理由和去向',
    en: 'Steps, grounds, destinations, panels and categories to choose from',
  },
  access: { kind: 'signedIn', rows: 'of the organs for which one reviews' },
  scope: 'none',
  response: z.object({
    organs: z.array(
      named.extend({
        kind: matterKind,
        /** Whether the reader is of its office, and decides. */
        office: z.boolean(),
        steps: z.array(coded),
        grounds: z.array(coded),
        conversions: z.array(coded),
        panels: z.array(named.extend({ categories: z.array(z.string()) })),
        categories: z.array(z.string()),
      }),
    ),
  }),
});

const command = {
  method: 'POST',
  tag,
  scope: 'none',
  params,
  response: submissionDone,
  command: true,
  ifMatch: true,
} as const;
const row = <const A extends string>(action: A) =>
  ({ kind: 'lifecycle', table: 'submission', action }) as const;

/** Points of the check-list that were ticked; kept with the opinion or the decision. */
const checks = z.array(z.enum(reviewChecks)).max(reviewChecks.length);

export const takeStep = endpoint({
  ...command,
  id: 'takeStep',
  path: '/api/submissions/:submissionId/step',
  summary: { zh: '审核意见', en: 'Give the opinion of the step' },
  access: row('takeStep'),
  body: z.object({
    advice: z.enum(stepAdvice),
    grounds: z.array(z.string().max(50)).max(30),
    checks,
    text: words,
  }),
});

export const choosePanel = endpoint({
  ...command,
  id: 'choosePanel',
  path: '/api/submissions/:submissionId/panel',
  summary: { zh: '分给审查组', en: 'Give it to a panel' },
  access: row('choosePanel'),
  body: z.object({ panelId: id.nullable() }),
});

export const returnSubmission = endpoint({
  ...command,
  id: 'returnSubmission',
  path: '/api/submissions/:submissionId/return',
  summary: { zh: '退回修改', en: 'Return it for revision' },
  access: row('returnForRevision'),
  body: z.object({ text: words, checks: checks.default([]) }),
});

export const fileSubmission = endpoint({
  ...command,
  id: 'fileSubmission',
  path: '/api/submissions/:submissionId/file',
  summary: { zh: '立案', en: 'File it: it becomes a matter with a number' },
  access: row('file'),
  body: z.object({
    /** Null: as its author has it. */
    category: z.string().max(100).nullable(),
    checks: checks.default([]),
    /** Filed and handled together with this matter 立案并案, in one step or not at all; null: by itself. */
    together: z
      .object({
        matterId: id,
        reason: z.string().max(2_000),
        /** Why although their asks look opposite; asked for by a refusal. */
        oppositeReason: z.string().max(2_000).nullable(),
      })
      .nullable()
      .default(null),
  }),
  response: submissionDone.extend({ matterId: id, caseNo: z.string() }),
});

export const declineSubmission = endpoint({
  ...command,
  id: 'declineSubmission',
  path: '/api/submissions/:submissionId/decline',
  summary: { zh: '不予立案', en: 'Decline it; the text is what its author reads' },
  access: row('decline'),
  body: z.object({ grounds: z.array(z.string().max(50)).max(30), text: words, checks: checks.default([]) }),
});

export const convertSubmission = endpoint({
  ...command,
  id: 'convertSubmission',
  path: '/api/submissions/:submissionId/convert',
  summary: { zh: '转参阅件、社情民意、来信', en: 'Pass it on as something else' },
  access: row('convert'),
  body: z.object({ to: z.string().max(50), text: words, checks: checks.default([]) }),
});

export const splitSubmission = endpoint({
  ...command,
  id: 'splitSubmission',
  path: '/api/submissions/:submissionId/split',
  summary: { zh: '分案', en: 'Split it into several' },
  access: row('split'),
  body: z.object({
    /** Each part with its own title and the asks that it takes, by their place from 0. */
    parts: z
      .array(
        z.object({
          title: z.string().trim().min(1).max(300),
          asks: z.array(z.number().int().min(0).max(99)).min(1).max(100),
        }),
      )
      .min(2)
      .max(20),
    text: words,
    checks: checks.default([]),
  }),
});

const many = z
  .array(z.object({ submissionId: id, version: z.number().int() }))
  .min(1)
  .max(500);

export const choosePanels = endpoint({
  id: 'choosePanels',
  method: 'POST',
  path: '/api/review/panels',
  tag,
  summary: { zh: '批量分组', en: 'Give many to panels' },
  access: { kind: 'signedIn', rows: 'each by its own lifecycle row; what is refused is listed' },
  scope: 'none',
  body: z.object({
    items: many,
    /** Null: each to the panel that its category makes likely. */
    panelId: id.nullable(),
  }),
  response: bulkOutcome,
  command: true,
});

export const fileInBulk = endpoint({
  id: 'fileInBulk',
  method: 'POST',
  path: '/api/review/file',
  tag,
  summary: { zh: '批量立案', en: 'File many' },
  access: { kind: 'signedIn', rows: 'each by its own lifecycle row; what is refused is listed' },
  scope: 'none',
  body: z.object({ items: many }),
  response: bulkOutcome,
  command: true,
});
