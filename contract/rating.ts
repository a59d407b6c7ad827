import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { matterKind, matterStage, verdict } from './matter-page.ts';
import { done, id, idParam, localDate, owed } from './schemas.ts';

const ratingParams = z.object({ ratingId: idParam });

export const rate = endpoint({
  id: 'rate',
  method: 'POST',
  path: '/api/ratings/:ratingId/rate',
  tag: 'ratings',
  summary: { zh: '评价', en: 'Rate the reply' },
  access: { kind: 'lifecycle', table: 'rating', action: 'rate' },
  scope: 'none',
  params: ratingParams,
  body: verdict,
  response: done,
  command: true,
  ifMatch: true,
});

/** An unfinished rating, so that nothing is lost on the phone. Seen by the proposer alone. */
export const saveRatingDraft = endpoint({
  id: 'saveRatingDraft',
  method: 'PUT',
  path: '/api/ratings/:ratingId/draft',
  tag: 'ratings',
  summary: { zh: '暂存评价', en: 'Keep an unfinished rating' },
  access: { kind: 'lifecycle', table: 'rating', action: 'rate' },
  scope: 'none',
  params: ratingParams,
  body: verdict.partial(),
  response: 'nothing',
  command: true,
});

export const enterRating = endpoint({
  id: 'enterRating',
  method: 'POST',
  path: '/api/ratings/:ratingId/enter',
  tag: 'ratings',
  summary: { zh: '代录纸质征询意见表', en: 'Enter a paper form for the proposer' },
  access: { kind: 'lifecycle', table: 'rating', action: 'enterForProposer' },
  scope: 'none',
  params: ratingParams,
  body: verdict.extend({ scanId: id }),
  response: done,
  command: true,
  ifMatch: true,
});

/** A proposer's own matters, for the phone: newest first, with what is asked of him. */
export const myMatters = endpoint({
  id: 'myMatters',
  method: 'GET',
  path: '/api/my/matters',
  tag: 'ratings',
  summary: { zh: '我的建议提案', en: 'My suggestions and proposals' },
  access: { kind: 'roles', roles: ['proposer'], rows: 'matters that one has proposed or co-signed' },
  scope: 'none',
  query: z.object({ cursor: z.string().max(200).optional() }),
  response: z.object({
    items: z.array(
      z.object({
        id,
        kind: matterKind,
        caseNo: z.string(),
        title: z.string(),
        stage: matterStage,
        sessionName: z.string(),
        lead: z.boolean(),
        leadUnit: z.string().nullable(),
        filedOn: localDate,
        owed: owed.nullable(),
        /** The clock of the reply stands still; then `owed` is null. */
        paused: z.boolean(),
        toRate: z.number().int(),
      }),
    ),
    next: z.string().nullable(),
    total: z.number().int(),
    toRate: z.number().int(),
  }),
});
