/** What the supervising offices did themselves 督办活动, and supervision in figures. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam, localDate, page, yearParam } from './schemas.ts';
import { actFilter, actRow, changed, exportOf, offices, readers, withUnits } from './supervision-rows.ts';

export const supervisionActs = endpoint({
  id: 'supervisionActs',
  method: 'GET',
  path: '/api/supervision/acts',
  tag: 'supervision',
  summary: { zh: '督办活动', en: 'Supervision actions' },
  access: {
    kind: 'roles',
    roles: readers,
    rows: 'supervisor, city leader: all; organ office: its own and of its matters',
  },
  scope: 'matters:read',
  query: actFilter,
  response: page(actRow),
});

export const recordSupervisionAct = endpoint({
  id: 'recordSupervisionAct',
  method: 'POST',
  path: '/api/supervision/acts',
  tag: 'supervision',
  summary: { zh: '登记督办活动', en: 'Record a supervision action' },
  access: { kind: 'roles', roles: offices, rows: 'matters to which one has a standing' },
  scope: 'matters:write',
  body: z.object({
    kind: actFilter.shape.kind.unwrap(),
    amount: z.number().int().min(1).max(10_000_000).default(1),
    people: z.number().int().min(0).max(10_000_000).default(0),
    on: localDate,
    who: z.string().max(1_000),
    withWhom: z.string().max(1_000),
    place: z.string().max(1_000),
    result: z.string().max(20_000),
    matterIds: z.array(id).max(100),
    unitIds: z.array(id).max(100),
    fileIds: z.array(id).max(20),
  }),
  response: changed,
  command: true,
});

export const strikeSupervisionAct = endpoint({
  id: 'strikeSupervisionAct',
  method: 'POST',
  path: '/api/supervision/acts/:actId/strike',
  tag: 'supervision',
  summary: { zh: '作废一条督办活动', en: 'Strike out an action entered by mistake' },
  access: { kind: 'roles', roles: offices, rows: 'the supervisor: all; an organ office: those of its organ' },
  scope: 'matters:write',
  params: z.object({ actId: idParam }),
  body: z.object({ reason: z.string().max(5_000) }),
  response: changed,
  command: true,
  ifMatch: true,
});

/** A count with the list and the filter that show exactly its rows (law 2). */
const figure = z.object({
  key: z.string(),
  list: z.enum(['urges', 'notices', 'acts']),
  count: z.number().int().nonnegative(),
  opens: z.record(z.string(), z.string()),
});

export const supervisionFigures = endpoint({
  id: 'supervisionFigures',
  method: 'GET',
  path: '/api/supervision/figures',
  tag: 'supervision',
  summary: { zh: '督办统计', en: 'Supervision in figures' },
  access: { kind: 'roles', roles: withUnits, rows: 'what the lists show to the person' },
  scope: 'matters:read',
  query: z.object({ year: yearParam.optional(), organId: idParam.optional() }),
  response: z.object({ asOf: localDate, figures: z.array(figure) }),
});

export const exportActs = endpoint(
  exportOf(
    'exportActs',
    'acts',
    { zh: '导出督办活动', en: 'Export supervision actions' },
    actFilter.omit({ cursor: true }),
    readers,
  ),
);
