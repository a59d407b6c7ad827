/** 批量代录: many paper forms entered at once by the organ's office, from a list or by a program. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam } from './schemas.ts';
import { enteredRow } from './submission-shapes.ts';

const offices = {
  kind: 'roles',
  roles: ['congress-office', 'cppcc-office'],
  rows: 'for authors of one’s own organ',
} as const;

/** Rows that one command enters, in one transaction. */
export const enteredAtOnce = 200;
/** Rows of a list that are read; what stands below is counted and left. */
export const entryListMost = 1_000;

const rowError = z.object({ at: z.string(), code: z.string(), detail: z.string() });

/** With `dryRun`, or when any row has an error, nothing is entered; else every row is, and handed in. */
export const enterSubmissions = endpoint({
  id: 'enterSubmissions',
  method: 'POST',
  path: '/api/submissions/enter',
  tag: 'submissions',
  summary: { zh: '批量代录', en: 'Enter many paper forms at once' },
  access: offices,
  scope: 'none',
  body: z.object({ organId: id, dryRun: z.boolean(), rows: z.array(enteredRow).min(1).max(enteredAtOnce) }),
  response: z.object({
    entered: z.number().int(),
    rows: z.array(
      z.object({
        /** The row's place, from 1. */
        n: z.number().int(),
        submissionId: id.nullable(),
        flowNo: z.string().nullable(),
        errors: z.array(rowError),
      }),
    ),
  }),
  command: true,
});

/** The columns that a list may have. */
export const entryFields = [
  'title',
  'facts',
  'analysis',
  'asks',
  'author',
  'group',
  'coSigners',
  'paperOn',
  'organ',
  'category',
  'publicConsent',
  'proposerType',
  'bodyName',
  'noScanReason',
] as const;

/** Reads a list of paper forms and says of each row what is wrong with it. Nothing is kept. */
export const readEntryList = endpoint({
  id: 'readEntryList',
  method: 'POST',
  path: '/api/submissions/organs/:organId/entry-list',
  tag: 'submissions',
  summary: { zh: '核对代录名单', en: 'Read a list of paper forms and check it' },
  access: offices,
  scope: 'none',
  params: z.object({ organId: idParam }),
  upload: true,
  writes: true,
  perMinute: 20,
  response: z.object({
    sheet: z.string(),
    columns: z.array(
      z.object({ letters: z.string(), header: z.string(), field: z.enum(entryFields).nullable() }),
    ),
    rows: z.array(
      z.object({
        /** As the sheet numbers it. */
        row: z.number().int(),
        title: z.string(),
        author: z.string(),
        coSigners: z.number().int(),
        /** As it would be entered; null: it cannot be. */
        entry: enteredRow.nullable(),
        errors: z.array(
          rowError.extend({
            /** As `名单!C7`; null: the row has no such cell. */
            cell: z.string().nullable(),
          }),
        ),
        /** What else it needs: a scan or the reason why there is none; the page with the seal. */
        needs: z.enum(['scan', 'seal']).nullable(),
        /** The flow number under which the same author has handed in the same title already. */
        known: z.string().nullable(),
        /** The first row of this list that has the same author and title; null: none above. */
        repeats: z.number().int().nullable(),
      }),
    ),
    /** Rows below the last one that is read. */
    leftOut: z.number().int(),
  }),
});

export const entryTemplate = endpoint({
  id: 'entryTemplate',
  method: 'GET',
  path: '/api/submissions/entry-template',
  tag: 'submissions',
  summary: { zh: '下载代录名单模板', en: 'Template workbook of a list of paper forms' },
  access: offices,
  scope: 'none',
  response: 'file',
});
