/** The due calendar 到期日历, and the board of lights 看板. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { matterKind } from './matter-page.ts';
import { due, id, idParam, instant, localDate, yearParam } from './schemas.ts';
import { figure, ledgerFilter, owedDuties } from './see.ts';

/** Whoever handles matters or watches over them; proposers have their own pages. */
const staff = [
  'supervisor',
  'congress-office',
  'cppcc-office',
  'city-leader',
  'unit-office',
  'unit-leader',
  'section-head',
  'handler',
] as const;

/** The most days that one answer holds: a month's grid of six weeks. */
export const mostCalendarDays = 42;

const calendarDay = z
  .object({
    date: localDate,
    /** Whether people work on it, and why or why not. */
    kind: z.enum(['workday', 'weekend', 'holiday', 'makeUpWorkday']),
    /** Not settled by a published calendar yet. */
    provisional: z.boolean(),
    /** The light of what is due on it; the light of a day without anything due is `none`. */
    light: due.dueState,
    workdaysLeft: z.number().int(),
    /** Duties of units on that day by what is owed, and matters to be assigned; what is not named is 0. */
    counts: z.partialRecord(z.enum(owedDuties), z.number().int()),
    total: z.number().int(),
  })
  .meta({ id: 'CalendarDay' });

export const dueCalendar = endpoint({
  id: 'dueCalendar',
  method: 'GET',
  path: '/api/due-calendar',
  tag: 'see',
  summary: { zh: '到期日历：每天到期多少', en: 'The due calendar: how much is due on each day' },
  access: { kind: 'roles', roles: staff, rows: 'duties on matters to which one has a standing' },
  scope: 'matters:read',
  query: z.object({
    /** First and last day, both included; at most `mostCalendarDays`. */
    from: localDate,
    to: localDate,
    ...ledgerFilter.pick({ organId: true, unitId: true, owes: true, whose: true }).shape,
  }),
  response: z.object({
    asOf: instant,
    today: localDate,
    days: z.array(calendarDay),
    /** Late now; due this week; due by the end of next week and not done; to be assigned and late. */
    late: z.array(figure),
    /** The ledger filter of the duties, and of the matters to be assigned, of a day: with `dueFrom` and `dueTo`. */
    opens: z.object({
      duties: z.record(z.string(), z.string()),
      assign: z.record(z.string(), z.string()),
    }),
  }),
});

const boardCard = z
  .object({
    assignmentId: id,
    matterId: id,
    kind: matterKind,
    caseNo: z.string(),
    title: z.string(),
    unitName: z.string(),
    ...due,
  })
  .meta({ id: 'BoardCard' });

export const boardRows = ['unit', 'section', 'handler'] as const;

export const board = endpoint({
  id: 'board',
  method: 'GET',
  path: '/api/board',
  tag: 'see',
  summary: { zh: '看板：单位（科室、经办人）× 灯', en: 'The board: units, sections or handlers × lights' },
  access: { kind: 'roles', roles: staff, rows: 'duties on matters to which one has a standing' },
  scope: 'matters:read',
  query: z.object({
    by: z.enum(boardRows).default('unit'),
    sort: z.enum(['late', 'name']).default('late'),
    whose: ledgerFilter.shape.whose,
    unitId: idParam.optional(),
    year: yearParam.optional(),
    organId: idParam.optional(),
    /** For how many rows, from the top, the first matters are sent along. */
    cards: z.coerce.number().int().min(0).max(500).default(20),
  }),
  response: z.object({
    asOf: instant,
    total: z.number().int(),
    /** A cell opens to its column's filter together with its row's. */
    columns: z.array(figure),
    rows: z.array(
      z.object({
        key: z.string(),
        /** Null: given to no section or person yet. */
        name: z.string().nullable(),
        boundary: z.boolean(),
        opens: z.record(z.string(), z.string()),
        /** By the key of the column; what is not named is 0. */
        counts: z.record(z.string(), z.number().int()),
        cards: z.record(z.string(), z.array(boardCard)),
      }),
    ),
  }),
});
