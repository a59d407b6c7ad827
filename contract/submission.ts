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
const empty = z.object({});

const listing = {
  method: 'GET',
  tag,
  scope: 'none',
  query: z.object({ cursor: z.string().max(200).optional() }),
  response: page(submissionRow),
} as const;

/** What is done to one submission. */
const command = {
  method: 'POST',
  tag,
  scope: 'none',
  params,
  response: submissionDone,
  command: true,
} as const;

export const mySubmissions = endpoint({
  ...listing,
  id: 'mySubmissions',
  path: '/api/submissions/mine',
  summary: { zh: '我提出和联名的', en: 'What one wrote or co-signed, newest change first' },
  access: { kind: 'signedIn', rows: 'written by, entered for, or co-signed by oneself' },
});

export const enteredSubmissions = endpoint({
  ...listing,
  id: 'enteredSubmissions',
  path: '/api/submissions/entered',
  summary: { zh: '本办公室代录的', en: 'What one’s office entered for others' },
  access: { kind: 'roles', roles: ['congress-office', 'cppcc-office'], rows: 'of one’s own organ' },
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

export const submissionLetter = endpoint({
  id: 'submissionLetter',
  method: 'GET',
  path: '/api/submissions/:submissionId/letter',
  tag,
  summary: {
    zh: '决定告知提出人的函（不予立案、转办、分案、退回修改）',
    en: 'The letter to its proposers: declined, passed on, split, or returned for revision',
  },
  access: { kind: 'submission' },
  scope: 'none',
  params,
  query: z.object({ format: z.enum(['docx', 'pdf']) }),
  response: 'file',
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
  ...command,
  id: 'editSubmission',
  path: '/api/submissions/:submissionId/edit',
  summary: { zh: '修改（自动保存）', en: 'Change it (autosave)' },
  access: { kind: 'lifecycle', table: 'submission', action: 'edit' },
  body: z.object({
    text: submissionText.partial().optional(),
    form: submissionForm.partial().optional(),
    fileIds: z.array(id).max(30).optional(),
    collective: z
      .object({ proposerType, bodyName: z.string().max(100), sealFileId: id.nullable() })
      .optional(),
  }),
  ifMatch: true,
});

export const inviteSigners = endpoint({
  ...command,
  id: 'inviteSigners',
  path: '/api/submissions/:submissionId/invite',
  summary: { zh: '邀请联名', en: 'Invite co-signers, by name or by group' },
  access: { kind: 'lifecycle', table: 'submission', action: 'invite' },
  body: z.object({
    personIds: z.array(id).max(500),
    /** Delegations or sectors: everyone of them in this organ. */
    groups: z.array(z.string().max(100)).max(20),
    role: z.enum(['coSigner', 'convenor']),
    /** When invitations close; null: as the ruleset has it. */
    until: instant.nullable(),
  }),
});

export const removeSigner = endpoint({
  ...command,
  id: 'removeSigner',
  path: '/api/submissions/:submissionId/remove-signer',
  summary: { zh: '移除联名人', en: 'Remove a co-signer' },
  access: { kind: 'lifecycle', table: 'submission', action: 'removeSigner' },
  body: z.object({ personId: id }),
});

export const signSubmission = endpoint({
  ...command,
  id: 'signSubmission',
  path: '/api/submissions/:submissionId/sign',
  summary: { zh: '联名', en: 'Co-sign the text that one has read' },
  access: { kind: 'lifecycle', table: 'submission', action: 'sign' },
  body: z.object({ comment: z.string().max(2_000), textNo: z.number().int().positive() }),
});

export const declineToSign = endpoint({
  ...command,
  id: 'declineToSign',
  path: '/api/submissions/:submissionId/decline-to-sign',
  summary: { zh: '不参加联名', en: 'Decline to co-sign' },
  access: { kind: 'lifecycle', table: 'submission', action: 'declineToSign' },
  body: empty,
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
  ...command,
  id: 'disownSubmission',
  path: '/api/submissions/:submissionId/disown',
  summary: { zh: '声明代录的不是本人提出', en: 'Say that what was entered for one is not one’s own' },
  access: { kind: 'lifecycle', table: 'submission', action: 'disown' },
  body: z.object({ text: z.string().max(5_000) }),
});

export const disownSignature = endpoint({
  ...command,
  id: 'disownSignature',
  path: '/api/submissions/:submissionId/disown-signature',
  summary: { zh: '声明代录的联名不是本人所签', en: 'Say that a signature entered for one is not one’s own' },
  access: { kind: 'lifecycle', table: 'submission', action: 'disownSignature' },
  body: z.object({ text: z.string().max(5_000) }),
});

export const askToWithdraw = endpoint({
  ...command,
  id: 'askToWithdraw',
  path: '/api/submissions/:submissionId/ask-to-withdraw',
  summary: { zh: '申请撤回', en: 'Ask to withdraw it' },
  access: { kind: 'lifecycle', table: 'submission', action: 'askToWithdraw' },
  body: z.object({ reason: z.string().max(2_000) }),
  ifMatch: true,
});

export const agreeToWithdraw = endpoint({
  ...command,
  id: 'agreeToWithdraw',
  path: '/api/submissions/:submissionId/agree-to-withdraw',
  summary: { zh: '同意撤回', en: 'Agree to the withdrawal' },
  access: { kind: 'lifecycle', table: 'submission', action: 'agreeToWithdraw' },
  body: empty,
});

export const refuseToWithdraw = endpoint({
  ...command,
  id: 'refuseToWithdraw',
  path: '/api/submissions/:submissionId/refuse-to-withdraw',
  summary: { zh: '不同意撤回', en: 'Refuse the withdrawal: it goes on' },
  access: { kind: 'lifecycle', table: 'submission', action: 'refuseToWithdraw' },
  body: empty,
});

export const takeBackWithdrawal = endpoint({
  ...command,
  id: 'takeBackWithdrawal',
  path: '/api/submissions/:submissionId/take-back-withdrawal',
  summary: { zh: '取消撤回申请', en: 'Take the request to withdraw back' },
  access: { kind: 'lifecycle', table: 'submission', action: 'takeBackWithdrawal' },
  body: empty,
});

export const discardSubmission = endpoint({
  ...command,
  id: 'discardSubmission',
  path: '/api/submissions/:submissionId/discard',
  summary: { zh: '弃稿', en: 'Discard a draft' },
  access: { kind: 'lifecycle', table: 'submission', action: 'discard' },
  body: empty,
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
