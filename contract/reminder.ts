import { dutyKinds } from '#core/ruleset.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { handlingRole, matterKind } from './matter-page.ts';
import { due, id, idParam, instant, localDate, named } from './schemas.ts';

/** What one is reminded of in one run: the lines behind one's notice. */
export const reminderLines = endpoint({
  id: 'reminderLines',
  method: 'GET',
  path: '/api/reminders/:runId',
  tag: 'see',
  summary: { zh: '一次提醒里与我有关的各件', en: 'What one run of reminders reminds me of' },
  access: { kind: 'signedIn', rows: 'one’s own lines, of matters to which one still has a standing' },
  scope: 'none',
  params: z.object({ runId: idParam }),
  query: z.object({ cursor: z.string().max(200).optional() }),
  response: z.object({
    date: localDate.nullable(),
    at: instant.nullable(),
    total: z.number().int(),
    items: z.array(
      z.object({
        matterId: id,
        kind: matterKind,
        caseNo: z.string(),
        title: z.string(),
        /** Null: the matter waits for its assignment. */
        unit: named.nullable(),
        role: handlingRole.nullable(),
        /** What is owed there now; null: nothing any more. */
        duty: z.enum(dutyKinds).nullable(),
        /** The date that was told; the light is today's, against the date that stands now. */
        toldOf: localDate,
        urgent: z.boolean(),
        ...due,
      }),
    ),
    next: z.string().nullable(),
  }),
});
