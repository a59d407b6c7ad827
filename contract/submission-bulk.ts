/** 批量代录: many paper forms entered at once by the organ's office. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './schemas.ts';
import { enteredRow } from './submission-shapes.ts';

/** With `dryRun`, or when any row has an error, nothing is entered; else every row is, and handed in. */
export const enterSubmissions = endpoint({
  id: 'enterSubmissions',
  method: 'POST',
  path: '/api/submissions/enter',
  tag: 'submissions',
  summary: { zh: '批量代录', en: 'Enter many paper forms at once' },
  access: {
    kind: 'roles',
    roles: ['congress-office', 'cppcc-office'],
    rows: 'for authors of one’s own organ',
  },
  scope: 'none',
  body: z.object({ organId: id, dryRun: z.boolean(), rows: z.array(enteredRow).min(1).max(200) }),
  response: z.object({
    entered: z.number().int(),
    rows: z.array(
      z.object({
        /** The row's place, from 1. */
        n: z.number().int(),
        submissionId: id.nullable(),
        flowNo: z.string().nullable(),
        errors: z.array(z.object({ at: z.string(), code: z.string(), detail: z.string() })),
      }),
    ),
  }),
  command: true,
});
