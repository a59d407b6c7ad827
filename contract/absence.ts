/** 委托代办: who is away on which days, and who acts for him. */
import { coverRoles } from '#core/absence/cover.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam, localDate, named } from './schemas.ts';

const staff = (rows: string) => ({ kind: 'roles', roles: coverRoles, rows }) as const;

const delegation = z
  .object({
    id,
    person: named,
    standIn: named,
    from: localDate,
    /** The last day. */
    until: localDate,
    reason: z.string(),
    madeBy: z.string(),
    state: z.enum(['planned', 'running', 'over', 'ended']),
    mayEnd: z.boolean(),
  })
  .meta({ id: 'Delegation' });

export const delegations = endpoint({
  id: 'delegations',
  method: 'GET',
  path: '/api/delegations',
  tag: 'absence',
  summary: {
    zh: '委托代办：我的、我代的、我可安排的',
    en: 'Absences: mine, those I cover, those I may arrange',
  },
  access: staff('one’s own, those one covers, those of one’s unit or office'),
  scope: 'none',
  response: z.object({
    /** Newest first: what runs or is planned, and what ended in the last 90 days. */
    items: z.array(delegation),
    /** For whom one may arrange an absence; oneself first. */
    people: z.array(named),
  }),
});

export const standIns = endpoint({
  id: 'standIns',
  method: 'GET',
  path: '/api/delegations/stand-ins/:personId',
  tag: 'absence',
  summary: { zh: '可以代办的人员', en: 'Who could stand in for a person' },
  access: staff('people of the unit or the office of a person for whom one may arrange'),
  scope: 'none',
  params: z.object({ personId: idParam }),
  response: z.object({ items: z.array(named.extend({ post: z.string() })) }),
});

export const makeDelegation = endpoint({
  id: 'makeDelegation',
  method: 'POST',
  path: '/api/delegations',
  tag: 'absence',
  summary: { zh: '请假并委托代办', en: 'Be away, with a stand-in' },
  access: staff('for oneself, or for people of one’s unit or office'),
  scope: 'none',
  body: z.object({
    personId: id,
    standInId: id,
    from: localDate,
    until: localDate,
    reason: z.string().max(1_000),
  }),
  response: z.object({ id }),
  command: true,
});

export const endDelegation = endpoint({
  id: 'endDelegation',
  method: 'POST',
  path: '/api/delegations/:delegationId/end',
  tag: 'absence',
  summary: { zh: '提前结束委托', en: 'End a delegation early' },
  access: staff('one’s own, those one covers, those of one’s unit or office'),
  scope: 'none',
  params: z.object({ delegationId: idParam }),
  body: z.object({}),
  response: 'nothing',
  command: true,
});

export const covers = endpoint({
  id: 'covers',
  method: 'GET',
  path: '/api/covers',
  tag: 'absence',
  summary: { zh: '我正在代办的人及其待办', en: 'For whom I stand in today, and what waits there' },
  access: staff('the people who are away today and for whom one stands in'),
  scope: 'none',
  response: z.object({
    items: z.array(z.object({ person: named, until: localDate, todo: z.number().int() })),
  }),
});
