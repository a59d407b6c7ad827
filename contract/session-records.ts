/** Groups of a session, their recorders, and the notes that they hand in 分组记录. */
import { sessionRecordStates } from '#core/session-opinion/session-opinion.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { allowedAction, id, idParam, instant, localDate, named, page, text } from './schemas.ts';

export const opinionOffices = ['supervisor', 'congress-office', 'cppcc-office'] as const;

export const piece = z
  .object({
    text: z.string().max(20_000),
    speaker: z.string().max(200),
    speakerId: id.nullable(),
    classCode: z.string().max(100),
    unitIds: z.array(id).max(20),
    dropped: z.boolean(),
  })
  .meta({ id: 'SessionPiece' });

const content = {
  heldOn: localDate,
  place: z.string().max(1_000),
  notes: z.string().max(200_000),
  pieces: z.array(piece).max(1_000),
} as const;

const changed = z.object({ id, version: z.number().int(), state: z.string() });

export const sessionDesk = endpoint({
  id: 'sessionDesk',
  method: 'GET',
  path: '/api/session-opinions/desk',
  tag: 'session-opinions',
  summary: { zh: '我能做什么：届次、分组、类别', en: 'What is mine to do: sessions, groups, classes' },
  access: { kind: 'signedIn', rows: 'groups that one records for; an office: those of its sessions' },
  scope: 'none',
  response: z.object({
    today: localDate,
    /** An office that checks and forwards; which sessions, `sessions` says. */
    office: z.boolean(),
    /** Whoever has the unit's answers in hand. */
    unit: z.boolean(),
    reads: z.boolean(),
    sessions: z.array(
      z.object({ id, name: z.string(), organId: id, opensOn: localDate, closesOn: localDate }),
    ),
    /** Groups for which one may write. */
    groups: z.array(z.object({ id, name: z.string(), sessionId: id, sessionName: z.string() })),
    classes: z.array(z.object({ code: z.string(), name: text, hints: z.array(z.string()) })),
    units: z.array(named.extend({ words: z.array(z.string()) })),
  }),
});

const group = z.object({
  id,
  version: z.number().int(),
  name: z.string(),
  sessionId: id,
  recorders: z.array(z.object({ id, name: z.string(), post: z.string() })),
  records: z.number().int().nonnegative(),
});

export const sessionGroups = endpoint({
  id: 'sessionGroups',
  method: 'GET',
  path: '/api/session-opinions/groups',
  tag: 'session-opinions',
  summary: { zh: '分组与记录员', en: 'Groups and their recorders' },
  access: { kind: 'roles', roles: opinionOffices, rows: 'supervisor: all; organ office: its sessions' },
  scope: 'none',
  query: z.object({ sessionId: idParam }),
  response: z.object({ items: z.array(group), mayChange: z.boolean() }),
});

export const addSessionGroup = endpoint({
  id: 'addSessionGroup',
  method: 'POST',
  path: '/api/session-opinions/groups',
  tag: 'session-opinions',
  summary: { zh: '新增分组', en: 'Add a group' },
  access: { kind: 'roles', roles: ['congress-office', 'cppcc-office'], rows: 'sessions of one’s own organ' },
  scope: 'none',
  body: z.object({ sessionId: id, name: z.string().max(200), recorderIds: z.array(id).max(20) }),
  response: changed,
  command: true,
});

export const changeSessionGroup = endpoint({
  id: 'changeSessionGroup',
  method: 'POST',
  path: '/api/session-opinions/groups/:groupId',
  tag: 'session-opinions',
  summary: { zh: '修改分组、确定记录员', en: 'Change a group and its recorders' },
  access: { kind: 'roles', roles: ['congress-office', 'cppcc-office'], rows: 'sessions of one’s own organ' },
  scope: 'none',
  params: z.object({ groupId: idParam }),
  body: z.object({ name: z.string().max(200), recorderIds: z.array(id).max(20) }),
  response: changed,
  command: true,
  ifMatch: true,
});

export const findForSession = endpoint({
  id: 'findForSession',
  method: 'GET',
  path: '/api/session-opinions/people',
  tag: 'session-opinions',
  summary: { zh: '按姓名找发言人或记录员', en: 'Find a speaker or a recorder by name' },
  access: { kind: 'signedIn', rows: 'an office: anyone; a recorder: proposers; everyone else: nobody' },
  scope: 'none',
  query: z.object({ q: z.string().min(1).max(50), who: z.enum(['speaker', 'recorder']) }),
  response: z.object({
    items: z.array(z.object({ id, name: z.string(), post: z.string(), group: z.string() })),
  }),
});

const recordState = z.enum(sessionRecordStates).exclude(['unwritten']);

const recordRow = z
  .object({
    id,
    version: z.number().int(),
    state: recordState,
    group: named,
    sessionId: id,
    heldOn: localDate,
    place: z.string(),
    writtenBy: z.string(),
    submittedAt: instant.nullable(),
    checkedAt: instant.nullable(),
    updatedAt: instant,
    /** Opinions that it became; of a draft, those it would become now. */
    opinions: z.number().int().nonnegative(),
    forwarded: z.number().int().nonnegative(),
  })
  .meta({ id: 'SessionRecord' });

export const sessionRecords = endpoint({
  id: 'sessionRecords',
  method: 'GET',
  path: '/api/session-opinions/records',
  tag: 'session-opinions',
  summary: { zh: '分组记录', en: 'Records of the groups' },
  access: {
    kind: 'signedIn',
    rows: 'recorders: their groups; offices and city leaders: what was handed in; everyone else: none',
  },
  scope: 'none',
  query: z.object({
    sessionId: idParam.optional(),
    groupId: idParam.optional(),
    state: recordState.optional(),
    cursor: z.string().max(200).optional(),
  }),
  response: page(recordRow),
});

export const sessionRecord = endpoint({
  id: 'sessionRecord',
  method: 'GET',
  path: '/api/session-opinions/records/:recordId',
  tag: 'session-opinions',
  summary: { zh: '一份分组记录', en: 'One record' },
  access: { kind: 'signedIn', rows: 'as the list' },
  scope: 'none',
  params: z.object({ recordId: idParam }),
  response: recordRow.extend({
    notes: z.string(),
    pieces: z.array(piece),
    allowedActions: z.array(allowedAction),
  }),
});

export const startSessionRecord = endpoint({
  id: 'startSessionRecord',
  method: 'POST',
  path: '/api/session-opinions/records',
  tag: 'session-opinions',
  summary: { zh: '新建记录', en: 'Begin a record' },
  access: { kind: 'signedIn', rows: 'recorders: their groups; an organ office: its sessions' },
  scope: 'none',
  body: z.object({ groupId: id, ...content }),
  response: changed,
  command: true,
});

export const saveSessionRecord = endpoint({
  id: 'saveSessionRecord',
  method: 'POST',
  path: '/api/session-opinions/records/:recordId/save',
  tag: 'session-opinions',
  summary: { zh: '保存记录', en: 'Save a record' },
  access: { kind: 'lifecycle', table: 'sessionRecord', action: 'saveRecord' },
  scope: 'none',
  params: z.object({ recordId: idParam }),
  body: z.object(content),
  response: changed,
  command: true,
  ifMatch: true,
});

export const changeSessionRecord = endpoint({
  id: 'changeSessionRecord',
  method: 'POST',
  path: '/api/session-opinions/records/:recordId/steps',
  tag: 'session-opinions',
  summary: { zh: '提交、审核或作废记录', en: 'Submit, check or discard a record' },
  access: { kind: 'lifecycle', table: 'sessionRecord', action: 'submitRecord, checkRecord, discardRecord' },
  scope: 'none',
  params: z.object({ recordId: idParam }),
  body: z.object({ type: z.enum(['submitRecord', 'checkRecord', 'discardRecord']) }),
  response: changed,
  command: true,
  ifMatch: true,
});
