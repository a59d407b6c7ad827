/**
 * Reports 办理情况报告: text with figures as live fields. The numbers of a draft stand still until they are taken anew; what
 * has moved since is said. Settled, a report keeps its numbers as they were; opened again, it is a new edition.
 */
import { countUnits, dimensions } from '#core/figures/columns.ts';
import { languages } from '#core/report/render.ts';
import { fieldParts, periodKinds, reportKinds, reportStates, wordings } from '#core/report/report.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { allowedAction, id, idParam, instant, localDate, named, text } from './schemas.ts';

export const reportRoles = ['supervisor', 'congress-office', 'cppcc-office', 'unit-office'] as const;

const access = {
  kind: 'roles',
  roles: reportRoles,
  rows: 'its keeper: the supervisor, the organ’s office, the unit’s office; once settled also the supervisor and the office of the organ to which it is made',
} as const;

const year = z.number().int().min(1900).max(2200);
export const reportPeriod = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('year'), year }),
  z.object({ kind: z.literal('session'), year, sessionId: id }),
  z.object({ kind: z.literal('month'), year, n: z.number().int().min(1).max(12) }),
  z.object({ kind: z.literal('quarter'), year, n: z.number().int().min(1).max(4) }),
]);

const key = z.string().regex(/^[\w-]{1,60}$/);
const figureName = z.string().min(1).max(121);
const filters = z.partialRecord(z.enum(dimensions), z.string().min(1).max(2_000));

const field = z
  .object({
    key,
    figure: figureName,
    filters,
    decimals: z.number().int().min(0).max(4).nullable(),
    part: z.enum(fieldParts),
    wording: z.enum(wordings),
    whenNone: z.enum(['say', 'omit']),
  })
  .meta({ id: 'ReportField' });

const run = z.union([z.object({ text: z.string().max(20_000) }), z.object({ field })]);

const block = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('paragraph'),
      key,
      runs: z.array(run).max(200),
      hint: z.string().max(500),
    }),
    z.object({
      kind: z.literal('table'),
      key,
      caption: z.string().max(200),
      rows: z.enum(dimensions),
      figures: z.array(figureName).min(1).max(8),
      filters,
      ranked: z.boolean(),
      least: z.number().int().min(0).max(10_000),
    }),
    z.object({
      kind: z.literal('examples'),
      key,
      hint: z.string().max(500),
      items: z.array(z.object({ matterId: id, done: z.string().max(5_000) })).max(50),
    }),
  ])
  .meta({ id: 'ReportBlock' });

export const reportContent = z
  .object({
    title: z.string().trim().min(1).max(200),
    asOf: localDate,
    sections: z
      .array(z.object({ key, heading: z.string().max(200), blocks: z.array(block).max(60) }))
      .min(1)
      .max(40),
  })
  .meta({ id: 'ReportContent' });

const origin = z.enum(['counted', 'published']);
const cell = z.object({
  numerator: z.number().int(),
  denominator: z.number().int().nullable(),
  value: z.string().nullable(),
  text: z.string(),
  /** Absent: counted. `published`: printed once, with no rows behind it. */
  origin: origin.optional(),
});

const fieldValue = cell
  .extend({
    name: text,
    shows: z.enum(['count', 'percent', 'ratio']),
    unit: z.enum(countUnits),
    origin,
    asOf: instant,
    explanation: text,
    compared: z
      .object({
        value: z.string().nullable(),
        text: z.string(),
        year: z.number().int().nullable(),
        difference: z.string().nullable(),
        differenceText: text.nullable(),
        origin: origin.optional(),
        source: z.string().nullable().optional(),
      })
      .nullable(),
  })
  .meta({ id: 'ReportFieldValue' });

const tableValue = z.object({
  asOf: instant,
  columns: z.array(z.object({ figure: figureName, name: text, explanation: text })),
  rows: z.array(z.object({ key: z.string(), name: text, cells: z.array(cell.nullable()) })),
  total: z.array(cell.nullable()),
  truncated: z.boolean(),
});

export const reportValues = z
  .object({
    figures: z.record(z.string(), fieldValue.nullable()),
    tables: z.record(z.string(), tableValue),
    examples: z.record(
      z.string(),
      z.object({ matterId: id, caseNo: z.string(), title: z.string(), units: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'ReportValues' });

const shownState = z.enum(reportStates).exclude(['unwritten']);
const language = z.enum(languages);

const head = {
  id,
  version: z.number().int(),
  kind: z.enum(reportKinds),
  state: shownState,
  language,
  title: z.string(),
  /** Whose it is: the unit, the organ, or the city’s government. */
  keeper: z.string(),
  period: z.string(),
  asOf: localDate,
  edition: z.number().int().positive(),
  changedAt: instant,
};

export const reports = endpoint({
  id: 'reports',
  method: 'GET',
  path: '/api/reports',
  tag: 'reports',
  summary: { zh: '办理情况报告', en: 'Reports' },
  access,
  scope: 'matters:read',
  query: z.object({
    kind: z.enum(reportKinds).optional(),
    cursor: z.string().max(200).optional(),
  }),
  response: z.object({
    items: z.array(z.object(head)),
    next: z.string().nullable(),
  }),
});

/** What may be begun, and of what. */
export const reportChoices = endpoint({
  id: 'reportChoices',
  method: 'GET',
  path: '/api/report-choices',
  tag: 'reports',
  summary: { zh: '可以起草的报告', en: 'The reports that may be begun' },
  access,
  scope: 'matters:read',
  response: z.object({
    today: localDate,
    kinds: z.array(
      z.object({
        kind: z.enum(reportKinds),
        periods: z.array(z.enum(periodKinds)),
        /** Organs or units of which it can be; empty: of none. */
        of: z.array(named),
        sessions: z.array(named.extend({ ofId: id, year })),
      }),
    ),
  }),
});

const changed = z.object({ id, version: z.number().int(), state: shownState });

export const startReport = endpoint({
  id: 'startReport',
  method: 'POST',
  path: '/api/reports',
  tag: 'reports',
  summary: { zh: '按模板新建报告', en: 'Begin a report from its template' },
  access,
  scope: 'matters:write',
  body: z.object({
    kind: z.enum(reportKinds),
    period: reportPeriod,
    /** The organ or the unit, where the kind is of one. */
    ofId: id.nullable(),
    asOf: localDate,
    language,
  }),
  response: changed,
  command: true,
});

const moved = z.object({
  /** The question as core/report/question.ts writes it. */
  question: z.string(),
  name: text,
  before: z.string(),
  now: z.string(),
});

export const report = z
  .object({
    ...head,
    scope: z.object({
      kind: z.enum(reportKinds),
      period: reportPeriod,
      organId: id.nullable(),
      unitId: id.nullable(),
    }),
    /** The edition that is shown; the last unless another is asked for. */
    shown: z.number().int().positive(),
    editions: z.array(
      z.object({
        no: z.number().int().positive(),
        state: shownState,
        by: z.string(),
        at: instant,
        asOf: localDate,
      }),
    ),
    content: reportContent,
    values: reportValues,
    /** Numbers of a draft that are not what the data say now; tables by the number of them. */
    moved: z.array(moved),
    movedTables: z.array(z.string()),
    allowedActions: z.array(allowedAction),
  })
  .meta({ id: 'Report' });

const params = z.object({ reportId: idParam });

export const getReport = endpoint({
  id: 'getReport',
  method: 'GET',
  path: '/api/reports/:reportId',
  tag: 'reports',
  summary: { zh: '一份报告', en: 'One report' },
  access,
  scope: 'matters:read',
  params,
  query: z.object({ edition: z.coerce.number().int().positive().optional() }),
  response: report,
});

export const saveReport = endpoint({
  id: 'saveReport',
  method: 'POST',
  path: '/api/reports/:reportId',
  tag: 'reports',
  summary: { zh: '保存报告', en: 'Save a report' },
  access,
  scope: 'matters:write',
  params,
  body: reportContent,
  response: changed,
  command: true,
  ifMatch: true,
});

export const changeReport = endpoint({
  id: 'changeReport',
  method: 'POST',
  path: '/api/reports/:reportId/steps',
  tag: 'reports',
  summary: { zh: '采用新数、定稿、重新打开、作废', en: 'Take new numbers, settle, open again, discard' },
  access,
  scope: 'matters:write',
  params,
  body: z.discriminatedUnion('type', [
    /** `questions` null: all that has moved. */
    z.object({
      type: z.literal('takeReportValues'),
      questions: z.array(z.string().max(4_000)).max(500).nullable(),
    }),
    z.object({ type: z.literal('settleReport') }),
    z.object({ type: z.literal('reopenReport') }),
    z.object({ type: z.literal('discardReport') }),
  ]),
  response: changed,
  command: true,
  ifMatch: true,
});

const edition = z.coerce.number().int().positive();

export const compareReport = endpoint({
  id: 'compareReport',
  method: 'GET',
  path: '/api/reports/:reportId/compare',
  tag: 'reports',
  summary: { zh: '两个版本的差异', en: 'What two editions say differently' },
  access,
  scope: 'matters:read',
  params,
  query: z.object({ from: edition, to: edition }),
  response: z.object({
    texts: z.array(
      z.object({
        key: z.string(),
        heading: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
    figures: z.array(z.object({ name: text, before: z.string(), after: z.string() })),
  }),
});

export const reportFile = endpoint({
  id: 'reportFile',
  method: 'GET',
  path: '/api/reports/:reportId/file',
  tag: 'reports',
  summary: { zh: '导出报告（DOCX、PDF、工作簿）', en: 'A report as DOCX, PDF or workbook' },
  access,
  scope: 'matters:read',
  params,
  query: z.object({
    format: z.enum(['docx', 'pdf', 'xlsx']).default('docx'),
    edition: edition.optional(),
  }),
  response: 'file',
  perMinute: 30,
});

/** Matters that can be examples of a report: within what it is about, by number or words. */
export const reportMatters = endpoint({
  id: 'reportMatters',
  method: 'GET',
  path: '/api/reports/:reportId/matters',
  tag: 'reports',
  summary: { zh: '查找可作事例的件', en: 'Matters that can be examples' },
  access,
  scope: 'matters:read',
  params,
  query: z.object({ q: z.string().trim().min(1).max(100) }),
  response: z.object({
    items: z.array(
      z.object({ matterId: id, caseNo: z.string(), title: z.string(), units: z.array(z.string()) }),
    ),
  }),
});
