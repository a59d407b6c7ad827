import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { contactChannel, contactRank, contactStage } from './matter-page.ts';
import { bulkOutcome } from './matter.ts';
import { done, id, idParam, instant, localDate, named } from './schemas.ts';

const assignmentParams = z.object({ assignmentId: idParam });

/** Every command on one duty has the same frame; only what is said differs. */
const duty = <const A extends string, const P extends string, B extends z.ZodType>(
  action: A,
  path: P,
  summary: { zh: string; en: string },
  body: B,
) =>
  ({
    id: action,
    method: 'POST',
    path: `/api/assignments/:assignmentId/${path}`,
    tag: 'assignments',
    summary,
    access: { kind: 'lifecycle', table: 'assignment', action },
    scope: 'matters:write',
    params: assignmentParams,
    body,
    response: done,
    command: true,
    ifMatch: true,
  }) as const;

export const signFor = endpoint(duty('signFor', 'sign-for', { zh: '签收', en: 'Sign for' }, z.object({})));

export const requestHandBack = endpoint(
  duty(
    'requestHandBack',
    'hand-back',
    { zh: '申请退办', en: 'Hand back' },
    z.object({ reason: z.string().max(5_000), rightUnitId: id, basis: z.string().max(5_000) }),
  ),
);

export const upholdHandBack = endpoint(
  duty(
    'upholdHandBack',
    'uphold-hand-back',
    { zh: '同意退办，并改办给应办单位', en: 'Uphold the hand-back, and reassign' },
    z.object({ note: z.string().max(5_000), toUnitId: id.nullable() }),
  ),
);

export const rejectHandBack = endpoint(
  duty(
    'rejectHandBack',
    'reject-hand-back',
    { zh: '不予退办', en: 'Refuse the hand-back' },
    z.object({ note: z.string().max(5_000) }),
  ),
);

export const revokeDuty = endpoint({
  ...duty('revoke', 'revoke', { zh: '改办撤回', en: 'Revoke' }, z.object({ reason: z.string().max(5_000) })),
  id: 'revokeDuty',
});

export const subAssign = endpoint(
  duty(
    'subAssign',
    'sub-assign',
    { zh: '分办到科室、经办人', en: 'Distribute inside the unit' },
    z.object({ sectionId: id.nullable(), handlerId: id.nullable(), leaderId: id }),
  ),
);

export const handOver = endpoint(
  duty(
    'handOver',
    'hand-over',
    { zh: '移交经办人', en: 'Hand over to another handler' },
    z.object({ toId: id, reason: z.string().max(5_000) }),
  ),
);

const untilDay = z.object({ until: localDate });
const note = z.object({ note: z.string().max(5_000) });
const reason = z.object({ reason: z.string().max(5_000) });

export const askExtension = endpoint(
  duty(
    'askExtension',
    'ask-extension',
    { zh: '申请延期', en: 'Ask for an extension' },
    untilDay.extend({ ...reason.shape, fileIds: z.array(id).max(20) }),
  ),
);

export const grantExtension = endpoint(
  duty(
    'grantExtension',
    'grant-extension',
    { zh: '同意延期', en: 'Grant the extension' },
    untilDay.extend(note.shape),
  ),
);

export const refuseExtension = endpoint(
  duty('refuseExtension', 'refuse-extension', { zh: '不予延期', en: 'Refuse the extension' }, note),
);

export const withdrawExtension = endpoint(
  duty(
    'withdrawExtension',
    'withdraw-extension',
    { zh: '撤回延期申请', en: 'Take the request for an extension back' },
    note,
  ),
);

export const pauseClock = endpoint(
  duty('pauseClock', 'pause-clock', { zh: '暂停计时', en: 'Stop the clock' }, reason),
);

export const resumeClock = endpoint(
  duty('resumeClock', 'resume-clock', { zh: '恢复计时', en: 'Start the clock again' }, reason),
);

/** Where the reply was published, or (`place` null) why it is not public. */
export const recordDisclosure = endpoint(
  duty(
    'recordDisclosure',
    'disclosure',
    { zh: '登记答复公开情况', en: 'Record the publication of the reply' },
    z.object({ on: localDate, place: z.string().max(2_000).nullable(), ...reason.shape }),
  ),
);

export const recordFollowUp = endpoint(
  duty(
    'recordFollowUp',
    'follow-ups',
    { zh: '登记跟踪落实情况', en: 'Report on what the reply promised' },
    z.object({ on: localDate, text: z.string().max(10_000), settled: z.boolean() }),
  ),
);

export const handOverAll = endpoint({
  id: 'handOverAll',
  method: 'POST',
  path: '/api/units/:unitId/hand-over-all',
  tag: 'assignments',
  summary: { zh: '一次移交某经办人的全部事项', en: "Hand over all of a handler's matters" },
  access: { kind: 'roles', roles: ['unit-office'], rows: 'duties of the own unit' },
  scope: 'matters:write',
  params: z.object({ unitId: idParam }),
  body: z.object({ fromId: id, toId: id, reason: z.string().min(1).max(2_000) }),
  response: bulkOutcome,
  command: true,
});

export const signForInBulk = endpoint({
  id: 'signForInBulk',
  method: 'POST',
  path: '/api/assignments/sign-for-in-bulk',
  tag: 'assignments',
  summary: { zh: '批量签收', en: 'Sign for many' },
  access: { kind: 'roles', roles: ['unit-office'], rows: 'duties of the own unit' },
  scope: 'matters:write',
  body: z.object({ assignmentIds: z.array(id).min(1).max(500) }),
  response: bulkOutcome,
  command: true,
});

/** Whom a unit can give its matters to: its sections, handlers and leaders. */
/** Until which day someone is away today, and who stands in; null: he is there. */
const away = z.object({ until: localDate, standIn: z.string() }).nullable();

export const unitStaff = endpoint({
  id: 'unitStaff',
  method: 'GET',
  path: '/api/units/:unitId/staff',
  tag: 'assignments',
  summary: { zh: '本单位科室和人员', en: "The unit's sections and people" },
  access: {
    kind: 'roles',
    roles: ['unit-office', 'section-head', 'supervisor'],
    rows: 'the own unit; the supervisor: any unit',
  },
  scope: 'matters:read',
  params: z.object({ unitId: idParam }),
  response: z.object({
    sections: z.array(named),
    handlers: z.array(named.extend({ sectionId: id.nullable(), openDuties: z.number().int(), away })),
    leaders: z.array(named.extend({ away })),
  }),
});

export const recordContact = endpoint({
  ...duty(
    'recordContact',
    'contacts',
    { zh: '记录沟通', en: 'Record a contact' },
    z.object({
      stage: contactStage,
      channel: contactChannel,
      at: instant,
      place: z.string().max(1_000),
      who: z.string().max(1_000),
      rank: contactRank,
      proposerPresent: z.boolean(),
      proposerIds: z.array(id).max(200),
      said: z.string().max(20_000),
      fileIds: z.array(id).max(20),
    }),
  ),
  ifMatch: false,
});

export const strikeContact = endpoint({
  id: 'strikeContact',
  method: 'POST',
  path: '/api/contacts/:contactId/strike',
  tag: 'assignments',
  summary: { zh: '作废一条沟通记录', en: 'Strike out a contact entered by mistake' },
  access: { kind: 'lifecycle', table: 'assignment', action: 'recordContact' },
  scope: 'matters:write',
  params: z.object({ contactId: idParam }),
  body: z.object({ reason: z.string().max(5_000) }),
  response: done,
  command: true,
});

export const giveOpinion = endpoint({
  ...duty(
    'writeOpinion',
    'opinions',
    { zh: '提交会办意见', en: 'Give the assisting opinion' },
    z.object({
      text: z.string().max(50_000),
      dissent: z.string().max(10_000).nullable(),
      contactPerson: z.string().max(500),
    }),
  ),
  id: 'giveOpinion',
});
