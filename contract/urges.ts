/** Urge slips 催办单, and what a matter's page shows of supervision. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { handlingRole } from './matter-page.ts';
import { bulkOutcome } from './matter.ts';
import { allowedAction, due, id, idParam, localDate, named, page } from './schemas.ts';
import {
  actRow,
  changed,
  exportOf,
  matterRef,
  noticeRow,
  offices,
  part,
  urgeFilter,
  urgeLevel,
  urgeRow,
  withUnits,
} from './supervision-rows.ts';

export const urges = endpoint({
  id: 'urges',
  method: 'GET',
  path: '/api/supervision/urges',
  tag: 'supervision',
  summary: { zh: '催办单', en: 'Urge slips' },
  access: {
    kind: 'roles',
    roles: withUnits,
    rows: 'supervisor, city leader: all; organ office: of its matters; unit: its own',
  },
  scope: 'matters:read',
  query: urgeFilter,
  response: page(urgeRow),
});

/** What a slip on each of these duties would be: its level, its text, and why none can be issued. */
export const proposeUrges = endpoint({
  id: 'proposeUrges',
  method: 'POST',
  path: '/api/supervision/urges/propose',
  tag: 'supervision',
  summary: { zh: '催办前的核对', en: 'What slips on these duties would be' },
  access: { kind: 'roles', roles: offices, rows: 'duties that one may urge' },
  scope: 'none',
  writes: true,
  body: z.union([
    z.object({ assignmentIds: z.array(id).min(1).max(500) }),
    /** Every duty that is late today, of one unit or organ where named; the most urgent 500. */
    z.object({ overdue: z.object({ unitId: id.optional(), organId: id.optional() }) }),
  ]),
  response: z.object({
    items: z.array(
      z.object({
        assignmentId: id,
        matter: matterRef,
        unit: named,
        role: handlingRole,
        ...due,
        slips: z.number().int(),
        level: urgeLevel,
        text: z.string(),
        refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
      }),
    ),
    /** Duties that are asked for and not shown: there are more than one run takes. */
    leftOut: z.number().int(),
    /** The ruleset’s words, with their placeholders. */
    texts: z.object({ early: z.string(), late: z.string(), undated: z.string() }),
    ladder: z.array(
      z.object({
        level: urgeLevel,
        name: z.object({ zh: z.string(), en: z.string() }),
        acknowledgedBy: z.array(part),
        acknowledgeWorkdays: z.number().int(),
      }),
    ),
  }),
});

export const urgeInBulk = endpoint({
  id: 'urgeInBulk',
  method: 'POST',
  path: '/api/supervision/urges',
  tag: 'supervision',
  summary: { zh: '催办（一件或多件）', en: 'Urge one duty, or many' },
  access: { kind: 'roles', roles: offices, rows: 'duties that one may urge' },
  scope: 'matters:write',
  body: z.object({
    assignmentIds: z.array(id).min(1).max(500),
    /** Null: as the ladder proposes for each. */
    level: urgeLevel.nullable(),
    /** Why another level than the ladder proposes. */
    reason: z.string().max(5_000),
    /** With placeholders, filled for each duty; null: the ruleset’s words. */
    text: z.string().max(10_000).nullable(),
  }),
  response: bulkOutcome.extend({
    issued: z.array(
      z.object({ id, assignmentId: id, slipNo: z.string(), label: z.string(), level: urgeLevel }),
    ),
  }),
  command: true,
});

const urgeParams = z.object({ urgeId: idParam });

export const acknowledgeUrge = endpoint({
  id: 'acknowledgeUrge',
  method: 'POST',
  path: '/api/supervision/urges/:urgeId/acknowledge',
  tag: 'supervision',
  summary: { zh: '催办回执', en: 'Acknowledge a slip' },
  access: { kind: 'lifecycle', table: 'urge', action: 'acknowledgeUrge' },
  scope: 'matters:write',
  params: urgeParams,
  body: z.object({ note: z.string().max(5_000), doneBy: localDate.nullable() }),
  response: changed,
  command: true,
  ifMatch: true,
});

export const takeBackUrge = endpoint({
  id: 'takeBackUrge',
  method: 'POST',
  path: '/api/supervision/urges/:urgeId/take-back',
  tag: 'supervision',
  summary: { zh: '撤销催办', en: 'Take a slip back' },
  access: { kind: 'lifecycle', table: 'urge', action: 'takeBackUrge' },
  scope: 'matters:write',
  params: urgeParams,
  body: z.object({ reason: z.string().max(5_000) }),
  response: changed,
  command: true,
  ifMatch: true,
});

/** What a matter's page shows of supervision. Acts are for the offices; proposers see none of it. */
export const matterSupervision = endpoint({
  id: 'matterSupervision',
  method: 'GET',
  path: '/api/matters/:matterId/supervision',
  tag: 'supervision',
  summary: { zh: '本件的催办和督办', en: 'Supervision of one matter' },
  access: { kind: 'matter' },
  scope: 'none',
  params: z.object({ matterId: idParam }),
  response: z.object({
    urges: z.array(urgeRow),
    notices: z.array(noticeRow),
    acts: z.array(actRow),
    /** Duties on which this person may issue a slip, or why not now. */
    mayUrge: z.array(z.object({ assignmentId: id, allowed: allowedAction })),
  }),
});

export const exportUrges = endpoint(
  exportOf(
    'exportUrges',
    'urges',
    { zh: '导出催办单', en: 'Export urge slips' },
    urgeFilter.omit({ cursor: true }),
    withUnits,
  ),
);
