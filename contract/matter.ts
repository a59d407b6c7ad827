import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { handlingRole, matterLevel, matterPage, proposerType, publicConsent } from './matter-page.ts';
import { done, id, idParam, localDate } from './schemas.ts';

const matterParams = z.object({ matterId: idParam });

export const getMatter = endpoint({
  id: 'getMatter',
  method: 'GET',
  path: '/api/matters/:matterId',
  tag: 'matters',
  summary: { zh: '一件的全部情况', en: 'Everything about one matter' },
  access: { kind: 'matter' },
  scope: 'matters:read',
  params: matterParams,
  response: matterPage,
});

export const fileMatter = endpoint({
  id: 'fileMatter',
  method: 'POST',
  path: '/api/matters',
  tag: 'matters',
  summary: { zh: '登记一件', en: 'File one matter by hand' },
  access: {
    kind: 'roles',
    roles: ['supervisor', 'congress-office', 'cppcc-office'],
    rows: 'sessions of the organ whose office it is; the supervisor: of any organ',
  },
  scope: 'matters:write',
  body: z.object({
    sessionId: id,
    inSession: z.boolean(),
    caseNo: z.string().trim().min(1).max(40),
    title: z.string().trim().min(1).max(200),
    body: z.string().max(50_000),
    category: z.string().max(100).nullable(),
    publicConsent,
    level: matterLevel.default('city'),
    proposerType: proposerType.default('individual'),
    priority: z.boolean().default(false),
    filedOn: localDate,
    proposerIds: z.array(id).min(1).max(200),
    points: z.array(z.string().trim().min(1).max(2_000)).max(50),
  }),
  response: done,
  command: true,
});

export const amendMatter = endpoint({
  id: 'amendMatter',
  method: 'POST',
  path: '/api/matters/:matterId/amend',
  tag: 'matters',
  summary: { zh: '更正题目、正文、类别', en: 'Amend title, text, category' },
  access: { kind: 'lifecycle', table: 'matter', action: 'amend' },
  scope: 'matters:write',
  params: matterParams,
  body: z.object({
    title: z.string().max(1_000).optional(),
    body: z.string().max(100_000).optional(),
    category: z.string().max(100).nullable().optional(),
    publicConsent: publicConsent.optional(),
    level: matterLevel.optional(),
    proposerType: proposerType.optional(),
    priority: z.boolean().optional(),
  }),
  response: done,
  command: true,
  ifMatch: true,
});

export const splitPoints = endpoint({
  id: 'splitPoints',
  method: 'POST',
  path: '/api/matters/:matterId/points',
  tag: 'matters',
  summary: { zh: '拆分建议条目', en: 'Cut into numbered points' },
  access: { kind: 'lifecycle', table: 'matter', action: 'splitPoints' },
  scope: 'matters:write',
  params: matterParams,
  body: z.object({ points: z.array(z.string()).max(200) }),
  response: done,
  command: true,
  ifMatch: true,
});

export const plannedDuty = z.object({ unitId: id, role: handlingRole });

export const assignMatter = endpoint({
  id: 'assignMatter',
  method: 'POST',
  path: '/api/matters/:matterId/assign',
  tag: 'matters',
  summary: { zh: '交办', en: 'Assign to units' },
  access: { kind: 'lifecycle', table: 'matter', action: 'assign' },
  scope: 'matters:write',
  params: matterParams,
  body: z.object({ duties: z.array(plannedDuty).max(100), responsibleLeader: z.string().max(100) }),
  response: done,
  command: true,
  ifMatch: true,
});

export const bulkOutcome = z
  .object({
    done: z.number().int(),
    refused: z.array(z.object({ id, label: z.string(), code: z.string(), detail: z.string() })),
  })
  .meta({ id: 'BulkOutcome' });

export const assignInBulk = endpoint({
  id: 'assignInBulk',
  method: 'POST',
  path: '/api/matters/assign-in-bulk',
  tag: 'matters',
  summary: { zh: '批量交办', en: 'Assign many matters' },
  access: {
    kind: 'roles',
    roles: ['supervisor', 'congress-office', 'cppcc-office'],
    rows: 'each matter by its own lifecycle row; what is refused is listed, the rest is done',
  },
  scope: 'matters:write',
  body: z.object({
    items: z
      .array(z.object({ matterId: id, duties: z.array(plannedDuty).max(100) }))
      .min(1)
      .max(2_000),
    responsibleLeader: z.string().max(100),
  }),
  response: bulkOutcome,
  command: true,
});

export const closeMatter = endpoint({
  id: 'closeMatter',
  method: 'POST',
  path: '/api/matters/:matterId/close',
  tag: 'matters',
  summary: { zh: '办结', en: 'Close' },
  access: { kind: 'lifecycle', table: 'matter', action: 'close' },
  scope: 'matters:write',
  params: matterParams,
  body: z.object({ reason: z.string().max(2_000).nullable() }),
  response: done,
  command: true,
  ifMatch: true,
});

export const reopenMatter = endpoint({
  id: 'reopenMatter',
  method: 'POST',
  path: '/api/matters/:matterId/reopen',
  tag: 'matters',
  summary: { zh: '重新开启', en: 'Reopen' },
  access: { kind: 'lifecycle', table: 'matter', action: 'reopen' },
  scope: 'matters:write',
  params: matterParams,
  body: z.object({ reason: z.string().max(2_000) }),
  response: done,
  command: true,
  ifMatch: true,
});

export const withdrawMatter = endpoint({
  id: 'withdrawMatter',
  method: 'POST',
  path: '/api/matters/:matterId/withdraw',
  tag: 'matters',
  summary: { zh: '撤案', en: 'Withdraw' },
  access: { kind: 'lifecycle', table: 'matter', action: 'withdraw' },
  scope: 'matters:write',
  params: matterParams,
  body: z.object({ reason: z.string().max(2_000) }),
  response: done,
  command: true,
  ifMatch: true,
});

export const assignmentSheet = endpoint({
  id: 'assignmentSheet',
  method: 'GET',
  path: '/api/matters/:matterId/assignment-sheet',
  tag: 'matters',
  summary: { zh: '交办单', en: 'The printable assignment sheet' },
  access: { kind: 'matter' },
  scope: 'matters:read',
  params: matterParams,
  query: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
  response: 'file',
});
