import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam, instant, localDate } from './schemas.ts';

const reason = z.string().max(2_000);

export const assignmentObjections = endpoint({
  id: 'assignmentObjections',
  method: 'GET',
  path: '/api/matters/:matterId/objections',
  tag: 'assignments',
  summary: { zh: '提出人对承办单位的异议', en: 'The proposer’s objections to the units' },
  access: {
    kind: 'roles',
    roles: ['proposer', 'supervisor', 'congress-office', 'cppcc-office', 'city-leader'],
    rows: 'matters of one’s own; offices and leaders: matters within their reach',
  },
  scope: 'matters:read',
  params: z.object({ matterId: idParam }),
  response: z.object({
    /** The last day of the window; null: none runs. */
    until: localDate.nullable(),
    /** Whether the reader may object now. */
    mayRaise: z.boolean(),
    items: z.array(
      z.object({
        id,
        by: z.string(),
        reason: z.string(),
        /** Empty: he names none. */
        wanted: z.string(),
        state: z.enum(['open', 'changed', 'kept', 'withdrawn']),
        raisedOn: localDate,
        decision: z.string().nullable(),
        decidedAt: instant.nullable(),
        mayDecide: z.boolean(),
        /** It is the reader's own and waits for an answer. */
        mayWithdraw: z.boolean(),
      }),
    ),
  }),
});

export const raiseObjection = endpoint({
  id: 'raiseObjection',
  method: 'POST',
  path: '/api/matters/:matterId/objections',
  tag: 'assignments',
  summary: { zh: '对承办单位提出异议', en: 'Object to the units that were chosen' },
  access: {
    kind: 'roles',
    roles: ['proposer'],
    rows: 'matters that one leads, in the window after the assignment',
  },
  scope: 'matters:write',
  params: z.object({ matterId: idParam }),
  body: z.object({ reason, wantedUnitId: id.nullable() }),
  response: z.object({ id }),
  command: true,
});

export const decideObjection = endpoint({
  id: 'decideObjection',
  method: 'POST',
  path: '/api/objections/:objectionId/decision',
  tag: 'assignments',
  summary: { zh: '答复提出人的异议', en: 'Answer an objection to the units' },
  access: {
    kind: 'roles',
    roles: ['congress-office', 'cppcc-office'],
    rows: 'objections on matters of the own organ; changing the units is done by assigning and revoking',
  },
  scope: 'matters:write',
  params: z.object({ objectionId: idParam }),
  body: z.object({ decision: z.enum(['changed', 'kept']), reason }),
  response: z.object({ id }),
  command: true,
});

export const withdrawObjection = endpoint({
  id: 'withdrawObjection',
  method: 'POST',
  path: '/api/objections/:objectionId/withdraw',
  tag: 'assignments',
  summary: { zh: '撤回对承办单位的异议', en: 'Take an objection to the units back' },
  access: { kind: 'roles', roles: ['proposer'], rows: 'one’s own objections that wait for an answer' },
  scope: 'matters:write',
  params: z.object({ objectionId: idParam }),
  body: z.object({}),
  response: z.object({ id }),
  command: true,
});
