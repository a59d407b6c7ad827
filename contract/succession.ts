import { handlingRole } from './matter-page.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam, instant, localDate, named } from './schemas.ts';

const administrators = {
  kind: 'roles',
  roles: ['system-admin'],
  rows: 'units of the own jurisdiction; of matters their number alone',
} as const;

const name = z.string().trim().min(1).max(100);
const reason = z.string().trim().min(1).max(500);

export const renameUnit = endpoint({
  id: 'renameUnit',
  method: 'POST',
  path: '/api/setup/units/:unitId/rename',
  tag: 'setup',
  summary: { zh: '单位更名（原名保留）', en: 'Rename a unit; its old name is kept' },
  access: administrators,
  scope: 'setup:write',
  params: z.object({ unitId: idParam }),
  body: z.object({
    name,
    nameEn: z.string().max(200),
    shortName: z.string().max(60),
    effectiveOn: localDate,
    reason,
  }),
  response: z.object({ id, version: z.number().int() }),
  command: true,
  ifMatch: true,
});

const choice = z.object({
  fromIds: z.array(id).min(1).max(20),
  toIds: z.array(id).min(1).max(20),
  /** Which successor a section goes to; those not named go to the first. */
  sections: z.array(z.object({ sectionId: id, toId: id })).max(500),
  /** Which successor a duty goes to; those not named go where their section goes, else to the first. */
  duties: z.array(z.object({ assignmentId: id, toId: id })).max(2_000),
  /** What becomes of roles that people hold for the old units themselves. */
  grants: z.enum(['move', 'end']),
});

const move = z.object({
  assignmentId: id,
  caseNo: z.string(),
  from: named,
  to: named,
  role: handlingRole,
  section: z.string().nullable(),
  /** `meets`: the successor has a part in that matter already, and one of the two must be taken back first. */
  problem: z.enum(['meets']).nullable(),
});

export const previewSuccession = endpoint({
  id: 'previewSuccession',
  method: 'POST',
  path: '/api/setup/successions/preview',
  tag: 'setup',
  summary: {
    zh: '试算：合并、拆分会转移什么',
    en: 'What a merger or a split would move; nothing is changed',
  },
  access: administrators,
  scope: 'setup:read',
  body: choice,
  response: z.object({
    moves: z.array(move),
    sections: z.array(named.extend({ to: named })),
    people: z.array(z.object({ name: z.string(), role: z.string(), unit: z.string() })),
    /** Answered and ended duties that stay with the old units. */
    staying: z.number().int(),
  }),
});

export const succeedUnits = endpoint({
  id: 'succeedUnits',
  method: 'POST',
  path: '/api/setup/successions',
  tag: 'setup',
  summary: { zh: '单位合并、拆分', en: 'Merge or split units' },
  access: administrators,
  scope: 'setup:write',
  body: choice.extend({ effectiveOn: localDate, reason }),
  /** `left`: duties that did not go over yet; the old units close with the last of them. */
  response: z.object({ id, moved: z.number().int(), left: z.number().int(), closed: z.boolean() }),
  command: true,
});

export const successions = endpoint({
  id: 'successions',
  method: 'GET',
  path: '/api/setup/successions',
  tag: 'setup',
  summary: { zh: '单位沿革', en: 'How units followed one another' },
  access: administrators,
  scope: 'setup:read',
  response: z.object({
    items: z.array(
      z.object({
        id,
        kind: z.enum(['rename', 'merge', 'split']),
        effectiveOn: localDate,
        reason: z.string(),
        from: z.array(z.string()),
        to: z.array(z.string()),
        moved: z.number().int(),
        by: z.string(),
        at: instant,
      }),
    ),
  }),
});
