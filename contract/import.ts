/** Import by file: catalogues of matters, units, people. First a dry run that writes nothing, then one confirmed run. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam, instant, localDate } from './schemas.ts';

export const importKind = z.enum(['catalogue', 'units', 'people']);
export const importState = z.enum(['dryRun', 'running', 'done', 'failed']);
export const importOutcome = z.enum(['new', 'same', 'changed', 'wrong']);

const importers = {
  kind: 'roles',
  roles: ['supervisor', 'congress-office', 'cppcc-office', 'system-admin'],
  rows: 'catalogues: supervisor and organ offices (each only its own organ); units and people: system administrator; own imports, and the supervisor all catalogues',
} as const;

/** How rows of a catalogue become matters. */
export const catalogueOptions = z.object({
  /** The session of rows that name none; null: only rows that name theirs, or whose year leaves no choice. */
  sessionId: id.nullable(),
  /** `always`: every row goes to `sessionId`, whatever it says (files of another city, a wrong heading). */
  sessionUse: z.enum(['whereSilent', 'always']),
  /** Give the units of the file their duties at once; otherwise its unit columns are left for assigning by hand. */
  assign: z.boolean(),
  /** Named on every plan; needed to assign. */
  responsibleLeader: z.string().trim().max(100),
  /** 立案日期 of rows that tell none; null: the day of the import. */
  filedOn: localDate.nullable(),
  /** Two or more lead units in one row: refused, or each handles and replies separately 分办. */
  severalLeads: z.enum(['refuse', 'separate']),
  /** 历年办理情况: also how matters of an earlier year were handled and how they ended; such matters are closed. */
  history: z.boolean().default(false),
});

const severity = z.enum(['error', 'warning']);

/** Something wrong or doubtful, with the cell where it stands; `message` is in the caller's language. */
export const importIssue = z
  .object({
    code: z.string(),
    severity,
    field: z.string().nullable(),
    cell: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: 'ImportIssue' });

export const importColumn = z
  .object({
    /** Zero-based; `letters` is what a spreadsheet shows. */
    column: z.number().int(),
    letters: z.string(),
    header: z.string(),
    field: z.string(),
    /** 0 to 1; below 0.6 a person should look. */
    confidence: z.number(),
    alternatives: z.array(z.object({ field: z.string(), confidence: z.number() })),
    samples: z.array(z.string()),
  })
  .meta({ id: 'ImportColumn' });

const labelled = z.object({ field: z.string(), label: z.string() });

const rowDefaults = z.object({
  kind: z.enum(['suggestion', 'proposal']).optional(),
  session: z.string().max(100).optional(),
  inSession: z.boolean().optional(),
  year: z.number().int().min(1950).max(2200).optional(),
});

const headerRows = z.object({ first: z.number().int().min(0), last: z.number().int().min(0) });

export const importTable = z
  .object({
    sheets: z.array(
      z.object({
        index: z.number().int(),
        name: z.string(),
        hidden: z.boolean(),
        /** Rows that look like data; null: nothing like a heading was found. */
        rows: z.number().int().nullable(),
      }),
    ),
    sheet: z.number().int(),
    /** Zero-based; null: the table has no heading. */
    headerRows: headerRows.nullable(),
    titleLines: z.array(z.string()),
    columns: z.array(importColumn),
    /** Every meaning that a column may be given; `label` is in the caller's language. */
    fields: z.array(labelled),
    sections: z.enum(['ignored', 'unitsMixed', 'category']),
    defaults: rowDefaults,
    confidence: z.number(),
    /** The layout was known: the mapping of an earlier confirmed import was used. */
    remembered: z.boolean(),
    /** Columns that are understood but not kept: the product computes the date, or keeps it elsewhere. */
    leftOut: z.array(labelled),
    issues: z.array(importIssue),
  })
  .meta({ id: 'ImportTable' });

const proposal = z.object({ id, name: z.string(), note: z.string(), score: z.number() });

/** A printed name that the directory does not know, or knows more than once. */
export const openName = z
  .object({
    name: z.string(),
    /** Delegation or sector printed beside a person's name. */
    group: z.string().nullable(),
    match: z.enum(['unknown', 'ambiguous']),
    rows: z.number().int(),
    proposals: z.array(proposal),
  })
  .meta({ id: 'OpenName' });

const unitDecision = z.object({ name: z.string().min(1).max(200), unitId: id.nullable() });
const personDecision = z.object({
  name: z.string().min(1).max(200),
  group: z.string().max(200).nullable(),
  /** An id; `create`: a proposer of this name is made; `undecided` takes a decision back. */
  person: z.union([id, z.enum(['create', 'undecided'])]),
});

export const importRun = z
  .object({
    id,
    version: z.number().int(),
    kind: importKind,
    state: importState,
    file: z.object({ id, name: z.string(), size: z.number().int() }),
    createdAt: instant,
    createdBy: z.string(),
    finishedAt: instant.nullable(),
    options: catalogueOptions.nullable(),
    /** Null: the file holds no table that could be read; `failure` says why. */
    table: importTable.nullable(),
    counts: z.object({
      total: z.number().int(),
      new: z.number().int(),
      same: z.number().int(),
      changed: z.number().int(),
      wrong: z.number().int(),
    }),
    openUnits: z.array(openName),
    openPeople: z.array(openName),
    decidedUnits: z.array(unitDecision.extend({ unitId: id, unit: z.string() })),
    decidedPeople: z.array(personDecision.extend({ label: z.string() })),
    progress: z.object({ done: z.number().int(), total: z.number().int() }),
    /** How a confirmed run ended; refused: changes that a rule does not permit, listed with their rows. */
    ended: z
      .object({
        created: z.number().int(),
        changed: z.number().int(),
        assigned: z.number().int(),
        same: z.number().int(),
        skipped: z.number().int(),
        refused: z.number().int(),
        peopleCreated: z.number().int(),
        seconds: z.number(),
      })
      .nullable(),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    /** Why it cannot be confirmed now; null: it can. */
    obstacle: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .meta({ id: 'ImportRun' });

export const importRow = z
  .object({
    n: z.number().int(),
    sheet: z.string(),
    /** First and last line, counted from 1 as people see them. */
    row: z.number().int(),
    lastRow: z.number().int(),
    outcome: importOutcome,
    title: z.string(),
    /** What the row says, field by field, for showing. */
    facts: z.array(labelled.extend({ values: z.array(z.string()) })),
    changes: z.array(
      labelled.extend({
        from: z.string(),
        to: z.string(),
        /** Set when the import leaves this change to people. */
        byHand: z.string().nullable(),
      }),
    ),
    issues: z.array(importIssue),
    matterId: id.nullable(),
    /** After the run: what was done with the row, and why not. */
    result: z
      .object({
        did: z.enum(['created', 'changed', 'nothing', 'skipped']),
        refusals: z.array(z.string()),
      })
      .nullable(),
  })
  .meta({ id: 'ImportRow' });

const importParams = z.object({ importId: idParam });

export const imports = endpoint({
  id: 'imports',
  method: 'GET',
  path: '/api/imports',
  tag: 'imports',
  summary: { zh: '导入记录', en: 'Imports, newest first' },
  access: importers,
  scope: 'none',
  query: z.object({ kind: importKind.optional(), cursor: z.string().max(200).optional() }),
  response: z.object({
    items: z.array(
      importRun.pick({
        id: true,
        kind: true,
        state: true,
        file: true,
        createdAt: true,
        createdBy: true,
        finishedAt: true,
        counts: true,
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const startImport = endpoint({
  id: 'startImport',
  method: 'POST',
  path: '/api/imports',
  tag: 'imports',
  summary: {
    zh: '试导入：识别表格并逐行核对，不写入',
    en: 'Dry run: read the table and compare every row; nothing is written',
  },
  access: importers,
  scope: 'none',
  body: z.object({
    kind: importKind,
    /** A file of the caller's own, uploaded for this purpose. */
    fileId: id,
    options: catalogueOptions.partial().default({}),
  }),
  response: importRun,
  command: true,
});

export const getImport = endpoint({
  id: 'getImport',
  method: 'GET',
  path: '/api/imports/:importId',
  tag: 'imports',
  summary: { zh: '导入详情、逐行结果和进度', en: 'One import: table, rows, progress' },
  access: importers,
  scope: 'none',
  params: importParams,
  query: z.object({
    outcome: importOutcome.optional(),
    /** Only rows with something to say: warnings, refusals. */
    noted: z.enum(['yes']).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(0).max(500).default(50),
  }),
  response: z.object({ run: importRun, rows: z.array(importRow), next: z.string().nullable() }),
});

export const chooseForImport = endpoint({
  id: 'chooseForImport',
  method: 'POST',
  path: '/api/imports/:importId/choices',
  tag: 'imports',
  summary: {
    zh: '更正列对应、单位和人员的对应，重新核对',
    en: 'Correct columns, match names, change options; compare anew',
  },
  access: importers,
  scope: 'none',
  params: importParams,
  body: z.object({
    options: catalogueOptions.partial().optional(),
    /** Null: back to what the product recognises. */
    mapping: z
      .object({
        sheet: z.number().int().min(0),
        columns: z
          .array(z.object({ column: z.number().int().min(0).max(500), field: z.string().max(40) }))
          .max(200)
          .optional(),
        headerRows: headerRows.nullable().optional(),
        sections: z.enum(['ignored', 'unitsMixed', 'category']).optional(),
        defaults: rowDefaults.optional(),
      })
      .nullable()
      .optional(),
    units: z.array(unitDecision).max(2_000).optional(),
    people: z.array(personDecision).max(10_000).optional(),
  }),
  response: importRun,
  command: true,
  ifMatch: true,
});

export const confirmImport = endpoint({
  id: 'confirmImport',
  method: 'POST',
  path: '/api/imports/:importId/confirm',
  tag: 'imports',
  summary: { zh: '确认导入：一次事务，要么全部、要么没有', en: 'Import: in one transaction, all or nothing' },
  access: importers,
  scope: 'none',
  params: importParams,
  /** `soundRowsOnly`: wrong rows are left out; otherwise none may be wrong. */
  body: z.object({ soundRowsOnly: z.boolean() }),
  response: importRun,
  command: true,
  ifMatch: true,
});

export const importTemplate = endpoint({
  id: 'importTemplate',
  method: 'GET',
  path: '/api/import-templates/:kind',
  tag: 'imports',
  summary: { zh: '下载导入模板', en: 'Template workbook with the columns that the import knows' },
  access: importers,
  scope: 'none',
  /** `history`: a list of an earlier year, with how its matters were handled and ended. */
  params: z.object({ kind: z.enum([...importKind.options, 'history']) }),
  response: 'file',
});
