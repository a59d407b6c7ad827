import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam } from './schemas.ts';

const assigners = ['supervisor', 'congress-office', 'cppcc-office'] as const;
const score = z.number().min(0).max(1);

export const recommendationReason = z.discriminatedUnion('kind', [
  /** A kind of matter that the unit's function usually has, in both languages, and the words of the title by which it was recognised. */
  z.object({ kind: z.literal('duty'), zh: z.string(), en: z.string(), words: z.array(z.string()) }),
  /** Words of the title that stand in the unit's own duties. */
  z.object({ kind: z.literal('ownDuty'), words: z.array(z.string()) }),
  /** A past matter that resembles this one and that the unit led. */
  z.object({
    kind: z.literal('past'),
    matterId: id,
    caseNo: z.string(),
    title: z.string(),
    similarity: score,
  }),
  /** The title names the unit's place. */
  z.object({ kind: z.literal('place'), word: z.string() }),
]);

export const recommendedUnit = z.object({
  unitId: id,
  name: z.string(),
  /** How likely it is the lead; all units together make 1. */
  score,
  /** null: ranked, but not recommended for any part. */
  role: z.enum(['sole', 'lead', 'assist']).nullable(),
  reasons: z.array(recommendationReason),
});

const forMatter = z.object({ matterId: id, units: z.array(recommendedUnit) });

export const recommendation = endpoint({
  id: 'recommendation',
  method: 'GET',
  path: '/api/matters/:matterId/recommendation',
  tag: 'matters',
  summary: { zh: '推荐的承办单位和理由', en: 'Recommended units, with the reasons' },
  access: {
    kind: 'roles',
    roles: assigners,
    rows: 'matters of the organ whose office it is; the supervisor: all',
  },
  scope: 'matters:read',
  params: z.object({ matterId: idParam }),
  response: forMatter,
});

export const recommendations = endpoint({
  id: 'recommendations',
  method: 'POST',
  path: '/api/recommendations',
  tag: 'matters',
  summary: { zh: '为多件推荐承办单位（每件前三）', en: 'Recommended units of many matters, three of each' },
  access: {
    kind: 'roles',
    roles: assigners,
    rows: 'matters of the organ whose office it is; the supervisor: all; others are left out',
  },
  scope: 'matters:read',
  body: z.object({ matterIds: z.array(id).min(1).max(500) }),
  response: z.object({ items: z.array(forMatter) }),
  writes: true,
});
