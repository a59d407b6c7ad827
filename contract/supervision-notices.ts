/** Supervision notices 督办通知: numbered documents to a unit, reported back to. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { due, id, idParam, localDate, page } from './schemas.ts';
import {
  changed,
  exportOf,
  matterRef,
  noticeFilter,
  noticeRow,
  offices,
  withUnits,
} from './supervision-rows.ts';

export const supervisionNotices = endpoint({
  id: 'supervisionNotices',
  method: 'GET',
  path: '/api/supervision/notices',
  tag: 'supervision',
  summary: { zh: '督办通知', en: 'Supervision notices' },
  access: {
    kind: 'roles',
    roles: withUnits,
    rows: 'supervisor, city leader: all; organ office: of its matters; unit: its own',
  },
  scope: 'matters:read',
  query: noticeFilter,
  response: page(noticeRow),
});

const noticeBody = z.object({
  unitId: id,
  matterIds: z.array(id).min(1).max(50),
  requirement: z.string().max(20_000),
  reportBy: localDate,
});

/** The pages of a notice before it is issued. */
export const previewNotice = endpoint({
  id: 'previewNotice',
  method: 'POST',
  path: '/api/supervision/notices/preview',
  tag: 'supervision',
  summary: { zh: '督办通知预览', en: 'A notice as pictures, before it is issued' },
  access: { kind: 'roles', roles: offices, rows: 'notices that one may issue' },
  scope: 'none',
  writes: true,
  body: noticeBody,
  response: z.object({ pages: z.array(z.string()) }),
});

export const serveNotice = endpoint({
  id: 'serveNotice',
  method: 'POST',
  path: '/api/supervision/notices',
  tag: 'supervision',
  summary: { zh: '印发督办通知', en: 'Issue a supervision notice' },
  access: { kind: 'roles', roles: offices, rows: 'units and matters in one’s power' },
  scope: 'matters:write',
  body: noticeBody,
  response: changed.extend({ documentNo: z.string() }),
  command: true,
});

/** What the form of a notice begins with: the unit's matters, and the date that the ruleset proposes. */
export const noticeForm = endpoint({
  id: 'noticeForm',
  method: 'GET',
  path: '/api/supervision/notice-form',
  tag: 'supervision',
  summary: { zh: '督办通知的可选件', en: 'Matters that a notice to a unit can list' },
  access: { kind: 'roles', roles: offices, rows: 'matters in one’s power' },
  scope: 'none',
  query: z.object({ unitId: idParam }),
  response: z.object({
    reportBy: localDate,
    /** The unit's open matters, the latest first; at most 200. */
    matters: z.array(matterRef.extend(due)),
  }),
});

const noticeParams = z.object({ noticeId: idParam });

export const supervisionNotice = endpoint({
  id: 'supervisionNotice',
  method: 'GET',
  path: '/api/supervision/notices/:noticeId',
  tag: 'supervision',
  summary: { zh: '一份督办通知', en: 'One supervision notice' },
  access: { kind: 'signedIn', rows: 'the offices in whose power it is, and its unit' },
  scope: 'matters:read',
  params: noticeParams,
  response: noticeRow,
});

export const noticeDocument = endpoint({
  id: 'noticeDocument',
  method: 'GET',
  path: '/api/supervision/notices/:noticeId/document',
  tag: 'supervision',
  summary: { zh: '督办通知文件', en: 'The notice as a document' },
  access: { kind: 'signedIn', rows: 'the offices in whose power it is, and its unit' },
  scope: 'matters:read',
  params: noticeParams,
  query: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
  response: 'file',
});

export const noticePages = endpoint({
  id: 'noticePages',
  method: 'GET',
  path: '/api/supervision/notices/:noticeId/preview',
  tag: 'supervision',
  summary: { zh: '督办通知各页', en: 'The notice as pictures, page by page' },
  access: { kind: 'signedIn', rows: 'the offices in whose power it is, and its unit' },
  scope: 'none',
  params: noticeParams,
  response: z.object({ pages: z.array(z.string()) }),
});

const onNotice = <const A extends string, const P extends string, B extends z.ZodType>(
  action: A,
  path: P,
  summary: { zh: string; en: string },
  body: B,
) =>
  ({
    id: action,
    method: 'POST',
    path: `/api/supervision/notices/:noticeId/${path}`,
    tag: 'supervision',
    summary,
    access: { kind: 'lifecycle', table: 'notice', action },
    scope: 'matters:write',
    params: noticeParams,
    body,
    response: changed,
    command: true,
    ifMatch: true,
  }) as const;

export const acknowledgeNotice = endpoint(
  onNotice(
    'acknowledgeNotice',
    'acknowledge',
    { zh: '签收督办通知', en: 'Acknowledge a notice' },
    z.object({ note: z.string().max(5_000) }),
  ),
);

export const reportBack = endpoint(
  onNotice(
    'reportBack',
    'report',
    { zh: '反馈落实情况', en: 'Report back' },
    z.object({ report: z.string().max(50_000) }),
  ),
);

export const settleNotice = endpoint(
  onNotice(
    'settleNotice',
    'settle',
    { zh: '销号', en: 'Settle a notice' },
    z.object({ note: z.string().max(5_000) }),
  ),
);

export const returnReport = endpoint(
  onNotice(
    'returnReport',
    'return',
    { zh: '退回补充', en: 'Return a report that is not enough' },
    z.object({ reason: z.string().max(5_000), reportBy: localDate }),
  ),
);

export const cancelNotice = endpoint(
  onNotice(
    'cancelNotice',
    'cancel',
    { zh: '撤销督办通知', en: 'Cancel a notice' },
    z.object({ reason: z.string().max(5_000) }),
  ),
);

export const exportNotices = endpoint(
  exportOf(
    'exportNotices',
    'notices',
    { zh: '导出督办通知', en: 'Export supervision notices' },
    noticeFilter.omit({ cursor: true }),
    withUnits,
  ),
);
