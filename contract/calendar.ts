/** The work calendar: which years are settled by which notice, changes of it, and what a change would move. */
import { calendarIssueCodes } from '#core/clock/calendar-issue.ts';
import { regionalKinds } from '#core/clock/calendar.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam, instant, localDate, text, yearParam } from './schemas.ts';

const lookers = {
  kind: 'roles',
  roles: ['supervisor', 'system-admin'],
  rows: 'the own jurisdiction; counts only, never a matter',
} as const;

const changers = {
  kind: 'roles',
  roles: ['supervisor'],
  rows: 'the own jurisdiction, and every matter whose date moves',
} as const;

export const regionalDay = z.object({
  date: localDate,
  kind: z.enum(regionalKinds),
  name: z.string().trim().min(1).max(60),
  source: z.string().trim().max(200),
});

const calendarDay = z.object({
  date: localDate,
  kind: z.enum(['off', 'work', 'half']),
  name: z.string(),
  /** Null: by the national notice; else the order of the place. */
  regional: z.string().nullable(),
});

export const calendarIssue = z
  .object({
    severity: z.enum(['error', 'warning', 'note']),
    code: z.enum(calendarIssueCodes),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    place: z.object({ line: z.number().int(), text: z.string() }).nullable(),
  })
  .meta({ id: 'CalendarIssue' });

/** How far the stored due dates are brought into line with the ruleset and calendar in force. */
export const recompute = z.object({
  id,
  reason: z.enum(['calendar', 'ruleset', 'check']),
  reference: z.number().int().nullable(),
  state: z.enum(['running', 'done']),
  done: z.number().int(),
  total: z.number().int(),
  movedMatters: z.number().int(),
  movedDuties: z.number().int(),
  askedAt: instant,
  finishedAt: instant.nullable(),
});

export const workCalendar = endpoint({
  id: 'workCalendar',
  method: 'GET',
  path: '/api/calendar',
  tag: 'calendar',
  summary: {
    zh: '工作日历：某年的休息日、补班日，各年依据',
    en: 'The work calendar of a year, and what settles each year',
  },
  access: lookers,
  scope: 'setup:read',
  query: z.object({ year: yearParam.optional() }),
  response: z.object({
    region: z.string(),
    year: z.number().int(),
    today: localDate,
    days: z.array(calendarDay),
    years: z.array(
      z.object({
        year: z.number().int(),
        settled: z.boolean(),
        /** By a version of this jurisdiction, not by the shipped table. */
        own: z.boolean(),
        source: text.nullable(),
        verified: z.boolean(),
        workdays: z.number().int(),
      }),
    ),
    regional: z.array(regionalDay),
    versions: z.array(
      z.object({ id, since: instant, by: z.string(), note: z.string(), changed: z.string() }),
    ),
    /** Due dates that lie where no notice settles the days yet; null: none do. */
    provisional: z
      .object({ from: localDate, last: localDate, matters: z.number().int(), duties: z.number().int() })
      .nullable(),
    recompute: recompute.nullable(),
    mayChange: z.boolean(),
  }),
});

export const calendarProposal = z
  .object({
    id,
    createdAt: instant,
    origin: z.string(),
    state: z.enum(['wrong', 'counting', 'counted', 'applied', 'failed']),
    /** The preset of rules that it is about, looked at here before the administrator takes it into use; else null. */
    preset: text.nullable(),
    /** The year that it is about; null: days of the place, or nothing that could be used. */
    year: z.number().int().nullable(),
    days: z.array(calendarDay),
    /** Days that the change makes others than they are now. */
    changes: z.array(
      z.object({ date: localDate, from: z.enum(['workday', 'dayOff']), to: z.enum(['workday', 'dayOff']) }),
    ),
    issues: z.array(calendarIssue),
    done: z.number().int(),
    total: z.number().int(),
    movedMatters: z.number().int(),
    movedDuties: z.number().int(),
    countedAt: instant.nullable(),
    versionId: id.nullable(),
    /** Another version came into force after it was made: it must be made anew. */
    outdated: z.boolean(),
  })
  .meta({ id: 'CalendarProposal' });

export const proposeCalendar = endpoint({
  id: 'proposeCalendar',
  method: 'POST',
  path: '/api/calendar/proposals',
  tag: 'calendar',
  summary: {
    zh: '试读放假通知或地方假日，列出将变动的日期',
    en: 'Reads a notice or days of the place, and starts counting which dates would move',
  },
  access: changers,
  scope: 'setup:write',
  body: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('notice'),
      text: z.string().trim().min(1).max(20_000),
      year: z.number().int().min(2000).max(2199).nullable(),
    }),
    z.object({ kind: z.literal('regional'), days: z.array(regionalDay).max(500) }),
  ]),
  response: calendarProposal,
  command: true,
});

export const proposeCalendarFile = endpoint({
  id: 'proposeCalendarFile',
  method: 'POST',
  path: '/api/calendar/files',
  tag: 'calendar',
  summary: {
    zh: '试读一个年度的文件（xlsx、csv、json、txt）',
    en: 'The same from a file: xlsx, csv, json or txt',
  },
  access: changers,
  scope: 'setup:write',
  query: z.object({ year: yearParam.optional() }),
  upload: true,
  response: calendarProposal,
  command: true,
});

export const getCalendarProposal = endpoint({
  id: 'getCalendarProposal',
  method: 'GET',
  path: '/api/calendar/proposals/:proposalId',
  tag: 'calendar',
  summary: { zh: '试读结果和进度', en: 'What was understood, and how far the counting is' },
  access: changers,
  scope: 'setup:read',
  params: z.object({ proposalId: idParam }),
  response: calendarProposal,
});

export const calendarMoves = endpoint({
  id: 'calendarMoves',
  method: 'GET',
  path: '/api/calendar/proposals/:proposalId/moves',
  tag: 'calendar',
  summary: { zh: '将变动的日期', en: 'Which due dates would move' },
  access: changers,
  scope: 'setup:read',
  params: z.object({ proposalId: idParam }),
  query: z.object({ cursor: z.string().max(20).optional() }),
  response: z.object({
    items: z.array(
      z.object({
        n: z.number().int(),
        matterId: id,
        caseNo: z.string(),
        title: z.string(),
        /** Null: the date that the proposer waits for. */
        unit: z.string().nullable(),
        duty: z.string(),
        oldOn: localDate.nullable(),
        newOn: localDate.nullable(),
        days: z.number().int().nullable(),
      }),
    ),
    next: z.string().nullable(),
    total: z.number().int(),
  }),
});

export const exportCalendarMoves = endpoint({
  id: 'exportCalendarMoves',
  method: 'GET',
  path: '/api/calendar/proposals/:proposalId/moves.xlsx',
  tag: 'calendar',
  summary: { zh: '导出将变动的日期', en: 'The same as a workbook' },
  access: changers,
  scope: 'setup:read',
  params: z.object({ proposalId: idParam }),
  response: 'file',
});

export const applyCalendar = endpoint({
  id: 'applyCalendar',
  method: 'POST',
  path: '/api/calendar/proposals/:proposalId/apply',
  tag: 'calendar',
  summary: { zh: '启用新的日历版本', en: 'Takes the change into use as a new version' },
  access: changers,
  scope: 'setup:write',
  params: z.object({ proposalId: idParam }),
  body: z.object({ note: z.string().trim().min(1).max(200) }),
  response: z.object({ versionId: id, recomputeId: id }),
  command: true,
});
