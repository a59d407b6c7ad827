/** Opinions of group discussions 分组讨论意见: checked, forwarded the same day, answered, counted. */
import {
  answerChannels,
  referralStates,
  sessionOpinionStates,
} from '#core/session-opinion/session-opinion.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { allowedAction, id, idParam, instant, localDate, named, page, text } from './schemas.ts';
import { opinionOffices } from './session-records.ts';

const channel = z.enum(answerChannels);
const changed = z.object({ id, version: z.number().int(), state: z.string() });
const readers = [...opinionOffices, 'city-leader', 'unit-office', 'unit-leader'] as const;

const referral = z
  .object({
    id,
    version: z.number().int(),
    unit: named,
    state: z.enum(referralStates),
    sentOn: localDate,
    sentAt: instant,
    answer: z
      .object({
        channel,
        on: localDate,
        who: z.string(),
        text: z.string(),
        speakerTold: z.boolean(),
      })
      .nullable(),
    reason: z.string().nullable(),
    allowedActions: z.array(allowedAction),
  })
  .meta({ id: 'SessionReferral' });

const ref = z.object({ id, no: z.number().int() });

export const opinionRow = z
  .object({
    id,
    version: z.number().int(),
    no: z.number().int(),
    state: z.enum(sessionOpinionStates),
    sessionId: id,
    recordId: id,
    group: named,
    text: z.string(),
    speaker: z.string(),
    speakerId: id.nullable(),
    classCode: z.string(),
    className: text,
    units: z.array(named),
    heldOn: localDate,
    receivedAt: instant,
    forwardedAt: instant.nullable(),
    forwardedSameDay: z.boolean(),
    /** While it waits to be forwarded: minutes left of the day of the discussion (negative: since it ended). */
    left: z
      .object({ light: z.enum(['ample', 'soon', 'urgent', 'overdue']), minutes: z.number().int() })
      .nullable(),
    sameAs: ref.nullable(),
    /** Those that say the same and are handled with it. */
    twins: z.array(ref.extend({ speaker: z.string(), group: z.string() })),
    droppedReason: z.string().nullable(),
    matter: z.object({ id, caseNo: z.string(), title: z.string() }).nullable(),
    referrals: z.array(referral),
    allowedActions: z.array(allowedAction),
  })
  .meta({ id: 'SessionOpinion' });

export const opinionFilter = z.object({
  sessionId: idParam.optional(),
  groupId: idParam.optional(),
  recordId: idParam.optional(),
  /** `standing`: all but those dropped or merged. `waiting`: received or checked. */
  state: z.enum([...sessionOpinionStates, 'standing', 'waiting']).optional(),
  classCode: z.string().max(100).optional(),
  /** Units to which it was forwarded. */
  unitId: idParam.optional(),
  /** Units that are named while it waits. */
  forUnitId: idParam.optional(),
  /** By the day of the discussion, or by the day on which it was handed in. */
  sameDay: z.enum(['held', 'received', 'no']).optional(),
  answered: z.enum(['yes', 'no']).optional(),
  closed: z.enum(['yes']).optional(),
  channel: channel.optional(),
  q: z.string().max(100).optional(),
  cursor: z.string().max(200).optional(),
});

export const sessionOpinions = endpoint({
  id: 'sessionOpinions',
  method: 'GET',
  path: '/api/session-opinions',
  tag: 'session-opinions',
  summary: { zh: '分组讨论意见', en: 'Opinions of group discussions' },
  access: {
    kind: 'signedIn',
    rows: 'offices and city leaders: all of their sessions; recorders: their groups; units: what they were sent; everyone else: none',
  },
  scope: 'none',
  query: opinionFilter,
  response: page(opinionRow),
});

export const exportSessionOpinions = endpoint({
  id: 'exportSessionOpinions',
  method: 'GET',
  path: '/api/session-opinions/export',
  tag: 'session-opinions',
  summary: { zh: '导出分组讨论意见和统计', en: 'Export opinions and figures' },
  access: { kind: 'roles', roles: readers, rows: 'as the list' },
  scope: 'none',
  query: opinionFilter.omit({ cursor: true }),
  response: 'file',
});

/** A count, what it is of, and the filter that lists exactly its rows (law 2). `of` null: a plain count. */
const figure = z.object({
  key: z.string(),
  label: text.nullable(),
  list: z.enum(['opinions', 'records']),
  /** 条 opinions, 份 records, 条次 opinions counted once for each unit. */
  unit: z.enum(['opinion', 'record', 'referral']),
  count: z.number().int().nonnegative(),
  of: z.number().int().nonnegative().nullable(),
  opens: z.record(z.string(), z.string()),
});

export const sessionOpinionFigures = endpoint({
  id: 'sessionOpinionFigures',
  method: 'GET',
  path: '/api/session-opinions/figures',
  tag: 'session-opinions',
  summary: { zh: '分组讨论意见统计', en: 'Session opinions in figures' },
  access: { kind: 'roles', roles: readers, rows: 'what the lists show to the person' },
  scope: 'none',
  query: z.object({ sessionId: idParam }),
  response: z.object({
    asOf: instant,
    main: z.array(figure),
    classes: z.array(figure),
    units: z.array(figure),
    channels: z.array(figure),
  }),
});

export const sameSessionOpinions = endpoint({
  id: 'sameSessionOpinions',
  method: 'GET',
  path: '/api/session-opinions/same',
  tag: 'session-opinions',
  summary: { zh: '疑似相同的意见', en: 'Opinions that seem the same' },
  access: { kind: 'roles', roles: opinionOffices, rows: 'supervisor: all; organ office: its sessions' },
  scope: 'none',
  query: z.object({ sessionId: idParam }),
  response: z.object({
    items: z.array(
      z.object({ opinion: opinionRow, others: z.array(opinionRow.extend({ score: z.number() })) }),
    ),
  }),
});

export const forwardSessionOpinions = endpoint({
  id: 'forwardSessionOpinions',
  method: 'POST',
  path: '/api/session-opinions/forward',
  tag: 'session-opinions',
  summary: { zh: '批量转办', en: 'Forward several' },
  access: { kind: 'roles', roles: opinionOffices, rows: 'supervisor: all; organ office: its sessions' },
  scope: 'none',
  body: z.object({ ids: z.array(id).min(1).max(500) }),
  response: z.object({
    done: z.number().int(),
    refused: z.array(z.object({ id, no: z.number().int().nullable(), code: z.string(), reason: z.string() })),
  }),
  command: true,
});

const reason = z.string().max(5_000);

export const changeSessionOpinion = endpoint({
  id: 'changeSessionOpinion',
  method: 'POST',
  path: '/api/session-opinions/:opinionId/steps',
  tag: 'session-opinions',
  summary: { zh: '审核、修改、转办一条意见', en: 'Check, correct or forward one opinion' },
  access: { kind: 'lifecycle', table: 'sessionOpinion', action: 'every row of the table' },
  scope: 'none',
  params: z.object({ opinionId: idParam }),
  body: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('editOpinion'),
      text: z.string().max(20_000),
      speaker: z.string().max(1_000),
      speakerId: id.nullable(),
      classCode: z.string().max(100),
      unitIds: z.array(id).max(20),
    }),
    z.object({ type: z.literal('cutOpinion'), parts: z.array(z.string().max(20_000)).max(50) }),
    z.object({ type: z.literal('mergeOpinion') }),
    z.object({ type: z.literal('checkOpinion') }),
    z.object({ type: z.literal('dropOpinion'), reason }),
    z.object({ type: z.literal('restoreOpinion') }),
    z.object({ type: z.literal('joinSame'), withId: id }),
    z.object({ type: z.literal('separate') }),
    z.object({ type: z.literal('forwardOpinion'), unitIds: z.array(id).max(20).nullable() }),
    z.object({ type: z.literal('linkMatter'), matterId: id.nullable() }),
  ]),
  response: changed,
  command: true,
  ifMatch: true,
});

export const changeSessionReferral = endpoint({
  id: 'changeSessionReferral',
  method: 'POST',
  path: '/api/session-opinions/referrals/:referralId/steps',
  tag: 'session-opinions',
  summary: { zh: '回应、办结、退回转办的意见', en: 'Answer, close or return a forwarded opinion' },
  access: { kind: 'lifecycle', table: 'sessionReferral', action: 'every row of the table' },
  scope: 'none',
  params: z.object({ referralId: idParam }),
  body: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('answerReferral'),
      channel,
      on: localDate,
      who: z.string().max(1_000),
      text: z.string().max(20_000),
      speakerTold: z.boolean(),
    }),
    z.object({ type: z.literal('closeReferral') }),
    z.object({ type: z.literal('sendBackAnswer'), reason }),
    z.object({ type: z.literal('handBackReferral'), reason }),
    z.object({ type: z.literal('recallReferral'), reason }),
  ]),
  response: changed,
  command: true,
  ifMatch: true,
});

export const sessionReferralSheet = endpoint({
  id: 'sessionReferralSheet',
  method: 'GET',
  path: '/api/session-opinions/sheet',
  tag: 'session-opinions',
  summary: { zh: '一家单位的交办单', en: 'The hand-over sheet of one unit' },
  access: { kind: 'roles', roles: readers, rows: 'offices: their sessions; a unit: its own' },
  scope: 'none',
  query: z.object({
    sessionId: idParam,
    unitId: idParam,
    /** Those sent on this day; absent: all. */
    on: localDate.optional(),
    format: z.enum(['docx', 'pdf']),
  }),
  response: 'file',
});

export const mySessionOpinions = endpoint({
  id: 'mySessionOpinions',
  method: 'GET',
  path: '/api/session-opinions/mine',
  tag: 'session-opinions',
  summary: { zh: '我在分组讨论中的意见', en: 'What I said in the groups' },
  access: { kind: 'roles', roles: ['proposer'], rows: 'one’s own' },
  scope: 'none',
  response: z.object({
    items: z.array(
      z.object({
        id,
        sessionName: z.string(),
        groupName: z.string(),
        text: z.string(),
        heldOn: localDate,
        stage: z.enum(['received', 'forwarded', 'partly', 'answered', 'closed', 'notForwarded']),
        forwardedOn: localDate.nullable(),
        notForwardedBecause: z.string().nullable(),
        matter: z.object({ id, caseNo: z.string(), mine: z.boolean() }).nullable(),
        answers: z.array(
          z.object({
            unit: z.string(),
            channel: channel.nullable(),
            on: localDate.nullable(),
            text: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
});
