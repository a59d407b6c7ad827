/** 提出: from an idea to a submission handed in. What the organ's office then does with it is its own module. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { proposerType } from './matter-page.ts';
import { id, idParam, instant, named, page } from './schemas.ts';
import {
  finding,
  submissionDone,
  submissionForm,
  submissionPage,
  submissionRow,
  submissionText,
  writingFor,
} from './submission-shapes.ts';

const tag = 'submissions';
const params = z.object({ submissionId: idParam });
const cursor = z.string().max(200).optional();
const empty = z.object({});

export const mySubmissions = endpoint({
  id: 'mySubmissions',
  method: 'GET',
  path: '/api/submissions/mine',
  tag,
  summary: { zh: '我提出和联名的', en: 'What one wrote or co-signed, newest change first' },
  access: { kind: 'signedIn', rows: 'written by, entered for, or co-signed by oneself' },
  scope: 'none',
  query: z.object({ cursor }),
  response: page(submissionRow),
});

export const enteredSubmissions = endpoint({
  id: 'enteredSubmissions',
  method: 'GET',
  path: '/api/submissions/entered',
  tag,
  summary: { zh: '本办公室代录的', en: 'What one’s office entered for others' },
  access: { kind: 'roles', roles: ['congress-office', 'cppcc-office'], rows: 'of one’s own organ' },
  scope: 'none',
  query: z.object({ cursor }),
  response: page(submissionRow),
});

export const toSign = endpoint({
  id: 'toSign',
  method: 'GET',
  path: '/api/submissions/to-sign',
  tag,
  summary: { zh: '邀请我联名的', en: 'Invitations to co-sign that wait for one' },
  access: { kind: 'signedIn', rows: 'to which one is invited, or whose text changed after one signed' },
  scope: 'none',
  response: z.object({
    items: z.array(
      z.object({
        id,
        title: z.string(),
        organ: named,
        author: named.extend({ group: z.string() }),
        role: z.enum(['coSigner', 'convenor']),
        /** The text changed after one signed it. */
        again: z.boolean(),
        until: instant.nullable(),
        closed: z.boolean(),
        signed: z.number().int(),
      }),
    ),
  }),
});

export const getSubmission = endpoint({
  id: 'getSubmission',
  method: 'GET',
  path: '/api/submissions/:submissionId',
  tag,
  summary: { zh: '一件来件', en: 'One submission' },
  access: { kind: 'submission' },
  scope: 'none',
  params,
  response: submissionPage,
});

export const submissionTexts = endpoint({
  id: 'submissionTexts',
  method: 'GET',
  path: '/api/submissions/:submissionId/texts',
  tag,
  summary: { zh: '正文的各个版本', en: 'The versions of its text that were signed or handed in' },
  access: { kind: 'submission' },
  scope: 'none',
  params,
  response: z.object({
    items: z.array(
      submissionText.extend({ textNo: z.number().int(), changedAt: instant, signers: z.array(z.string()) }),
    ),
  }),
});

export const writingForms = endpoint({
  id: 'writingForms',
  method: 'GET',
  path: '/api/submissions/forms',
  tag,
  summary: { zh: '可以向谁提出、怎样写', en: 'To which organs one may hand in, and their rules' },
  access: { kind: 'roles', roles: ['proposer', 'congress-office', 'cppcc-office'], rows: 'one’s own organs' },
  scope: 'none',
  response: z.object({
    items: z.array(writingFor),
    /** Units that one may wish for. */
    units: z.array(named),
  }),
});

export const peopleToInvite = endpoint({
  id: 'peopleToInvite',
  method: 'GET',
  path: '/api/submissions/people',
  tag,
  summary: { zh: '可以邀请联名的人和代表团、界别', en: 'People and groups who may be invited' },
  access: {
    kind: 'roles',
    roles: ['proposer', 'congress-office', 'cppcc-office'],
    rows: 'of one’s own organs',
  },
  scope: 'none',
  query: z.object({
    organId: idParam,
    q: z.string().max(50).optional(),
    group: z.string().max(100).optional(),
  }),
  response: z.object({
    /** The first hundred. */
    people: z.array(named.extend({ group: z.string(), post: z.string() })),
    groups: z.array(z.object({ name: z.string(), count: z.number().int() })),
  }),
});

/** With the same `Idempotency-Key` a draft that was begun without a connection is made once. */
export const startSubmission = endpoint({
  id: 'startSubmission',
  method: 'POST',
  path: '/api/submissions',
  tag,
  summary: { zh: '开始写一件', en: 'Begin a submission' },
  access: {
    kind: 'roles',
    roles: ['proposer', 'congress-office', 'cppcc-office'],
    rows: 'a proposer: his own; an organ’s office: for a named author of its organ',
  },
  scope: 'none',
  body: z.object({
    organId: id,
    /** For an office that enters it for somebody; null: one's own. */
    authorId: id.nullable(),
    text: submissionText.optional(),
    form: submissionForm.optional(),
  }),
  response: submissionDone,
  command: true,
});

/**
 * Autosave: only what is named changes. Another version than in `If-Match` is refused with `stale` (412); its params
 * give `current` and, as JSON, `theirs` (the text as it is stored), so that both texts are at hand.
 */
export const editSubmission = endpoint({
  id: 'editSubmission',
  method: 'POST',
  path: '/api/submissions/:submissionId/edit',
  tag,
  summary: { zh: '修改（自动保存）', en: 'Change it (autosave)' },
  access: { kind: 'lifecycle', table: 'submission', action: 'edit' },
  scope: 'none',
  params,
  body: z.object({
    text: submissionText.partial().optional(),
    form: submissionForm.partial().optional(),
    fileIds: z.array(id).max(30).optional(),
    collective: z
      .object({ proposerType, bodyName: z.string().max(100), sealFileId: id.nullable() })
      .optional(),
  }),
  response: submissionDone,
  command: true,
  ifMatch: true,
});

export const inviteSigners = endpoint({
  id: 'inviteSigners',
  method: 'POST',
  path: '/api/submissions/:submissionId/invite',
  tag,
  summary: { zh: '邀请联名', en: 'Invite co-signers, by name or by group' },
  access: { kind: 'lifecycle', table: 'submission', action: 'invite' },
  scope: 'none',
  params,
  body: z.object({
    personIds: z.array(id).max(500),
    /** Delegations or sectors: everyone of them in this organ. */
    groups: z.array(z.string().max(100)).max(20),
    role: z.enum(['coSigner', 'convenor']),
    /** When invitations close; null: as the ruleset has it. */
    until: instant.nullable(),
  }),
  response: submissionDone,
  command: true,
});

export const removeSigner = endpoint({
  id: 'removeSigner',
  method: 'POST',
  path: '/api/submissions/:submissionId/remove-signer',
  tag,
  summary: { zh: '移除联名人', en: 'Remove a co-signer' },
  access: { kind: 'lifecycle', table: 'submission', action: 'removeSigner' },
  scope: 'none',
  params,
  body: z.object({ personId: id }),
  response: submissionDone,
  command: true,
});

export const signSubmission = endpoint({
  id: 'signSubmission',
  method: 'POST',
  path: '/api/submissions/:submissionId/sign',
  tag,
  summary: { zh: '联名', en: 'Co-sign the text that one has read' },
  access: { kind: 'lifecycle', table: 'submission', action: 'sign' },
  scope: 'none',
  params,
  body: z.object({ comment: z.string().max(2_000), textNo: z.number().int().positive() }),
  response: submissionDone,
  command: true,
});

export const declineToSign = endpoint({
  id: 'declineToSign',
  method: 'POST',
  path: '/api/submissions/:submissionId/decline-to-sign',
  tag,
  summary: { zh: '不参加联名', en: 'Decline to co-sign' },
  access: { kind: 'lifecycle', table: 'submission', action: 'declineToSign' },
  scope: 'none',
  params,
  body: empty,
  response: submissionDone,
  command: true,
});

export const submitSubmission = endpoint({
  id: 'submitSubmission',
  method: 'POST',
  path: '/api/submissions/:submissionId/submit',
  tag,
  summary: { zh: '提交', en: 'Hand it in' },
  access: { kind: 'lifecycle', table: 'submission', action: 'submit' },
  scope: 'none',
  params,
  /** `confirmed`: codes of stopping findings for which the author answers. */
  body: z.object({ confirmed: z.array(z.string().max(50)).max(20) }),
  response: submissionDone.extend({ flowNo: z.string() }),
  command: true,
  ifMatch: true,
});

export const disownSubmission = endpoint({
  id: 'disownSubmission',
  method: 'POST',
  path: '/api/submissions/:submissionId/disown',
  tag,
  summary: { zh: '声明代录的不是本人提出', en: 'Say that what was entered for one is not one’s own' },
  access: { kind: 'lifecycle', table: 'submission', action: 'disown' },
  scope: 'none',
  params,
  body: z.object({ text: z.string().max(5_000) }),
  response: submissionDone,
  command: true,
});

export const disownSignature = endpoint({
  id: 'disownSignature',
  method: 'POST',
  path: '/api/submissions/:submissionId/disown-signature',
  tag,
  summary: { zh: '声明代录的联名不是本人所签', en: 'Say that a signature entered for one is not one’s own' },
  access: { kind: 'lifecycle', table: 'submission', action: 'disownSignature' },
  scope: 'none',
  params,
  body: z.object({ text: z.string().max(5_000) }),
  response: submissionDone,
  command: true,
});

export const askToWithdraw = endpoint({
  id: 'askToWithdraw',
  method: 'POST',
  path: '/api/submissions/:submissionId/ask-to-withdraw',
  tag,
  summary: { zh: '申请撤回', en: 'Ask to withdraw it' },
  access: { kind: 'lifecycle', table: 'submission', action: 'askToWithdraw' },
  scope: 'none',
  params,
  body: z.object({ reason: z.string().max(2_000) }),
  response: submissionDone,
  command: true,
  ifMatch: true,
});

export const agreeToWithdraw = endpoint({
  id: 'agreeToWithdraw',
  method: 'POST',
  path: '/api/submissions/:submissionId/agree-to-withdraw',
  tag,
  summary: { zh: '同意撤回', en: 'Agree to the withdrawal' },
  access: { kind: 'lifecycle', table: 'submission', action: 'agreeToWithdraw' },
  scope: 'none',
  params,
  body: empty,
  response: submissionDone,
  command: true,
});

export const discardSubmission = endpoint({
  id: 'discardSubmission',
  method: 'POST',
  path: '/api/submissions/:submissionId/discard',
  tag,
  summary: { zh: '弃稿', en: 'Discard a draft' },
  access: { kind: 'lifecycle', table: 'submission', action: 'discard' },
  scope: 'none',
  params,
  body: empty,
  response: submissionDone,
  command: true,
  ifMatch: true,
});

export const checkText = endpoint({
  id: 'checkText',
  method: 'POST',
  path: '/api/submissions/check',
  tag,
  summary: { zh: '自查正文', en: 'Check a text while it is written' },
  access: { kind: 'signedIn', rows: 'nothing is stored' },
  scope: 'none',
  writes: true,
  body: z.object({ organId: id, text: submissionText }),
  response: z.object({ findings: z.array(finding) }),
});
