/** Similar matters of all years, for whoever writes, reviews or handles one. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { matterKind, matterStage } from './matter-page.ts';
import { id, localDate } from './schemas.ts';

/** How long a title and a text may be that is compared; longer is refused with `field-too-long`. */
export const similarLimits = { title: 200, body: 50_000, points: 50, point: 5_000 } as const;

export const similarMatter = z
  .object({
    id,
    /** Where the page of the matter is; null: the caller sees what is public of it, and no page. */
    link: z.string().nullable(),
    kind: matterKind,
    caseNo: z.string(),
    sessionName: z.string(),
    year: z.number().int(),
    title: z.string(),
    stage: matterStage,
    /** Units that answer, the leading one first. */
    units: z.array(z.string()),
    /** Classes of the issued replies of the last round, one a reply (law 1). */
    resultClasses: z.array(z.string()),
    /** What the last issued reply says; null: none was issued, or it is not for the caller. */
    answered: z
      .object({
        on: localDate,
        /** Its first 300 characters. */
        text: z.string(),
        /** What it announces at its end: next steps with dates; may be empty. */
        promised: z.string(),
      })
      .nullable(),
    /** Sealed verdicts on the outcome, in the order of rounds; empty also for whoever may not see them. */
    ratings: z.array(z.object({ round: z.number().int(), outcome: z.string() })),
    /** 0 to 1. */
    score: z.number().min(0).max(1),
    /** `duplicate`: the same ask; `related`: the same topic; `opposite`: the same topic the other way round. */
    verdict: z.enum(['duplicate', 'related', 'opposite']),
    reasons: z.object({
      concepts: z.array(z.string()),
      words: z.array(z.string()),
      /** The words that pull opposite ways: of the text that was given, and of this matter. */
      opposite: z.array(z.string()).length(2).nullable(),
    }),
  })
  .meta({ id: 'SimilarMatter' });

export type SimilarMatter = z.output<typeof similarMatter>;

export const findSimilar = endpoint({
  id: 'findSimilar',
  method: 'POST',
  path: '/api/similar',
  tag: 'see',
  summary: { zh: '查找历年相似件', en: 'Find similar matters of all years' },
  access: {
    kind: 'signedIn',
    rows: 'matters to which one has a standing; proposers also what is public of others',
  },
  scope: 'matters:read',
  body: z.object({
    title: z.string(),
    body: z.string().optional(),
    points: z.array(z.string()).optional(),
    /** The matter that is being written or looked at: it is not similar to itself. */
    exceptMatterId: id.optional(),
  }),
  response: z.object({ items: z.array(similarMatter).max(10) }),
});
