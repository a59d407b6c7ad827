/** 汇编: what the office of an organ prints of a session, as a book and as a list by category. */
import { audiences } from '#core/matter/publication.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idParam } from './schemas.ts';

const access = {
  kind: 'roles',
  roles: ['supervisor', 'congress-office', 'cppcc-office'],
  rows: 'sessions of the organ whose office it is; the supervisor: of any organ',
} as const;

/** Most matters of one booklet: more than a session of any city has. */
export const mostInBooklet = 5_000;

const shared = {
  method: 'GET',
  tag: 'matters',
  access,
  scope: 'matters:read',
  params: z.object({ sessionId: idParam }),
  response: 'file',
  perMinute: 20,
} as const;

const format = z.enum(['pdf', 'docx']).default('pdf');

export const sessionDigest = endpoint({
  ...shared,
  id: 'sessionDigest',
  path: '/api/sessions/:sessionId/digest',
  summary: {
    zh: '建议（提案）汇编：内部全文，或者按提出人意见可公开的部分',
    en: 'The digest of a session: whole for the offices, or as far as the proposers agreed to publication',
  },
  query: z.object({ format, audience: z.enum(audiences).default('internal') }),
});

export const sessionCategoryList = endpoint({
  ...shared,
  id: 'sessionCategoryList',
  path: '/api/sessions/:sessionId/category-list',
  summary: { zh: '分类目录（内部）', en: 'The list by category, for the offices' },
  query: z.object({ format }),
});
