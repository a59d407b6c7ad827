/** Rehearsals 演练: last year's matters through other rules or another calendar, and what would have been late. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { derivation, id, idParam, instant, localDate, named, text } from './schemas.ts';

const access = {
  kind: 'roles',
  roles: ['supervisor', 'congress-office', 'cppcc-office'],
  rows: 'the own jurisdiction; for an organ’s office the matters of that organ',
} as const;

const whole = z.number().int();

const amount = z.discriminatedUnion('unit', [
  z.object({ unit: z.enum(['month', 'workday', 'day']), count: whole }),
  z.object({ unit: z.literal('fixedDate'), date: z.string().max(10) }),
  z.object({ unit: z.literal('sessionDate'), month: whole, day: whole }),
]);

/** What is tried, on which matters. */
export const rehearsalAsked = z.object({
  name: z.string().trim().max(60),
  year: z.number().int().min(1900).max(2200),
  /** Null: every organ; only for those who see them all. */
  organId: id.nullable(),
  rules: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('inForce') }),
    z.object({ kind: z.literal('preset'), preset: z.string().max(40) }),
    z.object({
      kind: z.literal('changed'),
      /** `rule`: the place among the deadline rules in force, from 0. */
      amounts: z.array(z.object({ rule: whole.min(0), amount })).max(200),
      reassignRestartsClock: z.boolean().optional(),
    }),
  ]),
  calendar: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('inForce') }),
    /** The table that the product ships, without the years and days of this place. */
    z.object({ kind: z.literal('shipped') }),
    z.object({ kind: z.literal('proposal'), proposalId: id }),
  ]),
});

export const rehearsalFigures = [
  'duties',
  'lateNow',
  'lateThen',
  'newlyLate',
  'noLongerLate',
  'moved',
  'openMoved',
] as const;

const figures = z.object({
  duties: whole,
  lateNow: whole,
  lateThen: whole,
  newlyLate: whole,
  noLongerLate: whole,
  moved: whole,
  /** Of these, what is still to be done: the dates that people would see change. */
  openMoved: whole,
});

const summary = z.object({
  id,
  name: z.string(),
  year: whole,
  organ: z.string().nullable(),
  by: z.string(),
  createdAt: instant,
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: whole,
  total: whole,
});

export const rehearsals = endpoint({
  id: 'rehearsals',
  method: 'GET',
  path: '/api/rehearsals',
  tag: 'rehearsal',
  summary: {
    zh: '演练：近 30 天的演练，可选的年份和规则',
    en: 'Rehearsals of 30 days, and what can be tried',
  },
  access,
  scope: 'matters:read',
  response: z.object({
    items: z.array(summary),
    years: z.array(z.object({ year: whole, matters: whole })),
    organs: z.array(named),
    /** Whether all organs together may be chosen. */
    mayAll: z.boolean(),
    inForce: z.object({
      preset: z.string(),
      name: text,
      reassignRestartsClock: z.boolean(),
      /** The rules whose amount can be tried otherwise. */
      rules: z.array(z.object({ rule: whole, duty: z.string(), amount, when: z.string(), source: text })),
    }),
    presets: z.array(z.object({ id: z.string(), name: text })),
    proposals: z.array(z.object({ id, createdAt: instant, origin: z.string(), year: whole.nullable() })),
  }),
});

export const startRehearsal = endpoint({
  id: 'startRehearsal',
  method: 'POST',
  path: '/api/rehearsals',
  tag: 'rehearsal',
  summary: { zh: '开始一次演练', en: 'Starts a rehearsal; nothing is taken into use' },
  access,
  scope: 'matters:write',
  body: rehearsalAsked,
  response: z.object({ id }),
  command: true,
});

export const getRehearsal = endpoint({
  id: 'getRehearsal',
  method: 'GET',
  path: '/api/rehearsals/:rehearsalId',
  tag: 'rehearsal',
  summary: { zh: '一次演练的进度和结果', en: 'How far a rehearsal is, and its figures' },
  access,
  scope: 'matters:read',
  params: z.object({ rehearsalId: idParam }),
  response: summary.extend({
    today: localDate,
    /** What was chosen: the body that runs it again. */
    asked: rehearsalAsked,
    rulesNow: text,
    rulesThen: text,
    /** Duties of units and of the assigning offices. */
    all: figures,
    /** The dates that proposers wait for: matters, not duties, and in no other figure. */
    proposers: figures,
    byDuty: z.array(figures.extend({ duty: z.string() })),
    /** `unitId` 0: the assigning offices. */
    byUnit: z.array(figures.extend({ unitId: whole, unit: z.string().nullable() })),
  }),
});

const chosen = z.object({
  figure: z.enum(rehearsalFigures),
  /** `proposer`: the dates that proposers wait for; absent: everything but these. */
  duty: z.string().max(20).optional(),
  unitId: z.coerce.number().int().min(0).optional(),
});

const reckoned = z.object({ date: localDate, provisional: z.boolean(), why: derivation }).nullable();
const verdict = z.enum(['onTime', 'late', 'running', 'paused', 'released', 'undated']);

export const rehearsalRows = endpoint({
  id: 'rehearsalRows',
  method: 'GET',
  path: '/api/rehearsals/:rehearsalId/rows',
  tag: 'rehearsal',
  summary: { zh: '某个数字对应的任务', en: 'The duties behind a figure' },
  access,
  scope: 'matters:read',
  params: z.object({ rehearsalId: idParam }),
  query: chosen.extend({ cursor: z.string().max(20).optional() }),
  response: z.object({
    items: z.array(
      z.object({
        n: whole,
        matterId: id,
        caseNo: z.string(),
        title: z.string(),
        unit: z.string().nullable(),
        duty: z.string(),
        round: whole,
        doneOn: localDate.nullable(),
        releasedOn: localDate.nullable(),
        now: reckoned,
        tried: reckoned,
        verdictNow: verdict,
        verdictThen: verdict,
        /** Calendar days that the date moves; null: one side has none. */
        days: whole.nullable(),
      }),
    ),
    next: z.string().nullable(),
    total: whole,
  }),
});

export const exportRehearsal = endpoint({
  id: 'exportRehearsal',
  method: 'GET',
  path: '/api/rehearsals/:rehearsalId/rows.xlsx',
  tag: 'rehearsal',
  summary: { zh: '导出某个数字对应的任务', en: 'The same as a workbook' },
  access,
  scope: 'matters:read',
  params: z.object({ rehearsalId: idParam }),
  query: chosen,
  response: 'file',
});

export const cancelRehearsal = endpoint({
  id: 'cancelRehearsal',
  method: 'POST',
  path: '/api/rehearsals/:rehearsalId/cancel',
  tag: 'rehearsal',
  summary: { zh: '停止演练', en: 'Stops a rehearsal' },
  access,
  scope: 'matters:write',
  params: z.object({ rehearsalId: idParam }),
  response: 'nothing',
  command: true,
});
