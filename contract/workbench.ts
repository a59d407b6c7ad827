import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { matterKind, matterStage } from './matter-page.ts';
import { due, id, instant } from './schemas.ts';

/** One line of a work list. */
export const task = z
  .object({
    /** Unique in its list. */
    key: z.string(),
    kind: z.enum([
      'assign',
      'signFor',
      'decideHandBack',
      'decideExtension',
      'subAssign',
      'handle',
      'opinion',
      'review',
      'issue',
      'rehandle',
      'close',
      'rate',
      'acknowledgeUrge',
      'answerNotice',
      'judgeReport',
      'decideObjection',
      'done',
      'started',
      'copied',
    ]),
    matterId: id,
    caseNo: z.string(),
    matterKind,
    title: z.string(),
    unitName: z.string().nullable(),
    stage: matterStage,
    /** The command that one gave last, or the kind of notice; empty for what is to be done. */
    note: z.string(),
    ...due,
    at: instant.nullable(),
    /** Who did it for whom, where a stand-in did. */
    stoodIn: z.object({ by: z.string(), for: z.string() }).nullable(),
  })
  .meta({ id: 'Task' });

export const workLists = ['todo', 'done', 'started', 'copied'] as const;

export const workbench = endpoint({
  id: 'workbench',
  method: 'GET',
  path: '/api/workbench/:list',
  tag: 'see',
  summary: { zh: '工作台：待办、已办、我发起的、抄送', en: 'Workbench: to do, done, started by me, copied' },
  access: { kind: 'signedIn', rows: 'what one must do, has done, has started, is told of' },
  scope: 'none',
  params: z.object({ list: z.enum(workLists) }),
  query: z.object({
    cursor: z.string().max(200).optional(),
    /** Only what stands under this light. */
    due: z.enum(['overdue', 'urgent', 'soon', 'ample']).optional(),
  }),
  response: z.object({
    counts: z.object({
      todo: z.number().int(),
      done: z.number().int(),
      started: z.number().int(),
      copied: z.number().int(),
    }),
    items: z.array(task),
    next: z.string().nullable(),
  }),
});
