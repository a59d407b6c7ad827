import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, id, idParam } from './schemas.ts';

const matterParams = z.object({ matterId: idParam });

/** Largest number of matters that one command merges. */
export const mergeMost = 50;

export const mergeMatters = endpoint({
  id: 'mergeMatters',
  method: 'POST',
  path: '/api/matters/:matterId/merge',
  tag: 'matters',
  summary: { zh: '并案：把其他件并入本件', en: 'Merge other matters into this one' },
  access: { kind: 'lifecycle', table: 'matter', action: 'takeIn' },
  scope: 'matters:write',
  params: matterParams,
  body: z.object({
    matterIds: z.array(id).min(1).max(mergeMost),
    reason: z.string().max(2_000),
    /** Why they are handled together although their asks look opposite; asked for by a refusal. */
    oppositeReason: z.string().max(2_000).nullable(),
    revokeDuties: z.boolean(),
  }),
  response: done,
  command: true,
  ifMatch: true,
});

export const unmergeMatter = endpoint({
  id: 'unmergeMatter',
  method: 'POST',
  path: '/api/matters/:matterId/unmerge',
  tag: 'matters',
  summary: { zh: '撤销并案', en: 'Undo the merging of this matter' },
  access: { kind: 'lifecycle', table: 'matter', action: 'unmerge' },
  scope: 'matters:write',
  params: matterParams,
  body: z.object({ reason: z.string().max(2_000) }),
  response: done,
  command: true,
  ifMatch: true,
});
