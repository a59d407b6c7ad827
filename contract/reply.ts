import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { replyContent } from './matter-page.ts';
import { done, idParam, instant } from './schemas.ts';

const replyParams = z.object({ replyId: idParam });

const replyCommand = <const A extends string, const P extends string, B extends z.ZodType>(
  action: A,
  path: P,
  summary: { zh: string; en: string },
  body: B,
) =>
  ({
    id: `${action}Reply` as const,
    method: 'POST',
    path: `/api/replies/:replyId/${path}`,
    tag: 'replies',
    summary,
    access: { kind: 'lifecycle', table: 'reply', action },
    scope: 'matters:write',
    params: replyParams,
    body,
    response: done,
    command: true,
    ifMatch: true,
  }) as const;

export const startReply = endpoint({
  id: 'startReply',
  method: 'POST',
  path: '/api/assignments/:assignmentId/replies',
  tag: 'replies',
  summary: { zh: '起草答复', en: 'Start the reply' },
  access: { kind: 'lifecycle', table: 'assignment', action: 'startReply' },
  scope: 'matters:write',
  params: z.object({ assignmentId: idParam }),
  body: z.object({}),
  response: done,
  command: true,
});

/** Autosave: the same endpoint for the drafter (`save`) and for the reviewer of the current level (`amendInReview`). */
export const saveReply = endpoint(
  replyCommand('save', 'save', { zh: '保存草稿', en: 'Save the draft' }, z.object({ content: replyContent })),
);
export const amendReply = endpoint({
  ...replyCommand(
    'amendInReview',
    'amend',
    { zh: '审核修改', en: 'Amend while reviewing' },
    z.object({ content: replyContent }),
  ),
  id: 'amendReply',
});
export const submitReply = endpoint(
  replyCommand('submit', 'submit', { zh: '送审', en: 'Submit for review' }, z.object({})),
);
export const approveReply = endpoint(
  replyCommand(
    'approve',
    'approve',
    { zh: '审核通过', en: 'Approve' },
    z.object({ note: z.string().max(2_000).default('') }),
  ),
);
export const sendBackReply = endpoint(
  replyCommand(
    'sendBack',
    'send-back',
    { zh: '退回修改', en: 'Send back' },
    z.object({ to: z.number().int().min(-1).max(10), reason: z.string().max(5_000) }),
  ),
);
export const recallReply = endpoint(
  replyCommand('recall', 'recall', { zh: '撤回', en: 'Recall' }, z.object({})),
);
export const issueReply = endpoint(
  replyCommand(
    'issue',
    'issue',
    { zh: '签发', en: 'Issue' },
    z.object({
      /** Empty: the next number of the unit's series. */
      documentNo: z.string().max(100),
      copies: z.array(z.string().max(100)).max(30),
      opinionsMissingReason: z.string().max(2_000).nullable(),
    }),
  ),
);

/** What the issue form starts from: the next document number and the copies that the ruleset names. */
export const issueForm = endpoint({
  id: 'issueForm',
  method: 'GET',
  path: '/api/replies/:replyId/issue-form',
  tag: 'replies',
  summary: { zh: '签发前的文号、抄送', en: 'Number and copies for the issue' },
  access: { kind: 'matter' },
  scope: 'none',
  params: replyParams,
  response: z.object({
    documentNo: z.string(),
    copies: z.array(z.string()),
    opinionsMissing: z.array(z.string()),
  }),
});

export const replyVersions = endpoint({
  id: 'replyVersions',
  method: 'GET',
  path: '/api/replies/:replyId/versions',
  tag: 'replies',
  summary: { zh: '历次版本', en: 'Versions of the draft' },
  access: { kind: 'matter' },
  scope: 'none',
  params: replyParams,
  response: z.object({
    versions: z.array(
      z.object({
        n: z.number().int(),
        by: z.string(),
        at: instant,
        occasion: z.enum(['saved', 'submitted', 'amended', 'issued']),
        content: replyContent,
      }),
    ),
  }),
});

export const replyLetter = endpoint({
  id: 'replyLetter',
  method: 'GET',
  path: '/api/replies/:replyId/letter',
  tag: 'replies',
  summary: { zh: '答复函', en: 'The letter' },
  access: { kind: 'matter' },
  scope: 'matters:read',
  params: replyParams,
  query: z.object({
    format: z.enum(['pdf', 'docx']).default('pdf'),
    /** A merged matter: its own letter. Absent: the reader's own, else that of the main matter. */
    matterId: idParam.optional(),
  }),
  response: 'file',
});

export const replyPreview = endpoint({
  id: 'replyPreview',
  method: 'GET',
  path: '/api/replies/:replyId/preview',
  tag: 'replies',
  summary: { zh: '答复函预览', en: 'The letter as pictures, page by page' },
  access: { kind: 'matter' },
  scope: 'none',
  params: replyParams,
  response: z.object({ pages: z.array(z.string()) }),
});
