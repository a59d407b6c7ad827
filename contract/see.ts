import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { intakeFilter, intakeWords } from './intake-words.ts';
import {
  assignmentState,
  handlingRole,
  matterKind,
  matterLevel,
  matterStage,
  proposerType,
} from './matter-page.ts';
import { due, id, idParam, instant, localDate, named, page, yearParam } from './schemas.ts';

/** What a unit can owe on a matter, or an office to a unit that asked to hand back, in the order of a matter's way. */
export const owedByUnits = [
  'signFor',
  'decideHandBack',
  'opinion',
  'firstContact',
  'draft',
  'reply',
  'rehandle',
] as const;

/** What a unit is asked after its reply: no duty that is counted as late, and asked of closed matters too. */
export const askedAfter = ['disclose', 'followUp'] as const;
/** All that is owed by a day: also the assignment 交办 of a filed matter, which no unit has yet. */
export const owedDuties = ['assign', ...owedByUnits, ...askedAfter] as const;

/** One unit's duty as a list shows it. `resultClass`: of the last reply that it issued (law 1: classes are of replies). */
const ledgerDuty = z
  .object({
    assignmentId: id,
    unitId: id,
    name: z.string(),
    role: handlingRole,
    state: assignmentState,
    /** What the unit owes now; null: nothing, or the matter has ended. */
    owes: z.enum([...owedByUnits, ...askedAfter]).nullable(),
    resultClass: z.string().nullable(),
  })
  .meta({ id: 'LedgerDuty' });

/** One row of the ledger 台账: a matter 件, or one unit's duty on it 件次. */
export const ledgerRow = z
  .object({
    id,
    kind: matterKind,
    caseNo: z.string(),
    title: z.string(),
    level: matterLevel,
    proposerType,
    priority: z.boolean(),
    stage: matterStage,
    sessionName: z.string(),
    year: z.number().int(),
    inSession: z.boolean(),
    category: z.string().nullable(),
    filedOn: localDate,
    assignedOn: localDate.nullable(),
    leadProposer: z.string().nullable(),
    proposerCount: z.number().int(),
    leadUnit: z.string().nullable(),
    /** The live duties; one only where the list counts duties. */
    units: z.array(ledgerDuty),
    /** "2 of 4 opinions in". */
    opinions: z.object({ given: z.number().int(), wanted: z.number().int() }),
    contacts: z.number().int(),
    ...due,
    /** Days on which no unit had it in hand, up to today or to its end. */
    ownerlessDays: z.number().int(),
    updatedAt: instant,
  })
  .meta({ id: 'LedgerRow' });

/**
 * What a unit has of a duty. `answering`: lead, sole and separate units, which reply (law 1); it is made of
 * `unsigned`, `open` (in hand, or its hand-back undecided) and `answered`. `toDecide` and `handedBack`: a hand-back
 * of any unit that waits for a decision, or was upheld. Matters that were withdrawn are in none of them.
 */
export const dutyKinds = [
  'answering',
  'unsigned',
  'open',
  'answered',
  'assisting',
  'toDecide',
  'handedBack',
] as const;

export const ledgerSorts = ['due', '-due', 'filed', '-filed', 'updated', '-updated'] as const;

/** Filters of the ledger; every one narrows. Lists are comma-separated in the query. */
export const ledgerFilter = z.object({
  q: z.string().max(200).optional(),
  stage: z.string().max(200).optional(),
  kind: matterKind.optional(),
  organId: idParam.optional(),
  sessionId: idParam.optional(),
  year: yearParam.optional(),
  ...intakeFilter,
  /** With those that it follows. */
  unitId: idParam.optional(),
  /** Without those that it follows: as figures count. */
  unitAlone: z.literal('yes').optional(),
  role: handlingRole.optional(),
  duty: z.enum(dutyKinds).optional(),
  /** Units outside the supervisor's power 边界单位, or inside. */
  boundary: z.enum(['yes', 'no']).optional(),
  /** Against the matter's date; where duties are counted, against the duty's. */
  due: z.enum(['overdue', 'urgent', 'soon', 'ample', 'paused']).optional(),
  level: matterLevel.optional(),
  proposerType: proposerType.optional(),
  /** 重点督办. */
  priority: z.enum(['yes', 'no']).optional(),
  /** First and last day on which it is due, both included; against the same date as `due`. */
  dueFrom: localDate.optional(),
  dueTo: localDate.optional(),
  /** What is owed now. `assign`: of matters that nobody has yet; all others: of duties, those after the reply by their own dates. */
  owes: z.enum(owedDuties).optional(),
  /** Duties of the units that one works for, of the sections that one leads, in one's own hands. */
  whose: z.enum(['unit', 'section', 'me']).optional(),
  /** Duties in one section or in one person's hands; `none`: given to none yet. */
  sectionId: z.union([z.literal('none'), idParam]).optional(),
  handlerId: z.union([z.literal('none'), idParam]).optional(),
  /** Of any reply on the matter; with a unit, of that unit's. */
  resultClass: z.string().max(40).optional(),
  /** No unit has it in hand now: handed back, and nobody has signed for it since. */
  ownerless: z.enum(['now']).optional(),
  /** What a row is and the total counts: matters 件 (unless said otherwise) or duties 件次. */
  per: z.enum(['matter', 'duty']).optional(),
  proposerId: idParam.optional(),
  /** Not yet talked to the proposer. */
  contacted: z.enum(['yes', 'no']).optional(),
});

export const ledger = endpoint({
  id: 'ledger',
  method: 'GET',
  path: '/api/ledger',
  tag: 'see',
  summary: { zh: '台账', en: 'The ledger' },
  access: { kind: 'signedIn', rows: 'matters to which one has a standing' },
  scope: 'matters:read',
  query: ledgerFilter.extend({
    sort: z.enum(ledgerSorts).default('due'),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: page(ledgerRow),
});

export const exportLedger = endpoint({
  id: 'exportLedger',
  method: 'GET',
  path: '/api/ledger/export',
  tag: 'see',
  summary: { zh: '导出所筛选的台账', en: 'Export what is filtered' },
  access: { kind: 'signedIn', rows: 'matters to which one has a standing' },
  scope: 'matters:read',
  query: ledgerFilter.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  response: 'file',
});

/** A figure with what it counts, and the ledger filter that opens to its rows: their total is the count (law 2). */
export const figure = z
  .object({
    key: z.string(),
    label: z.string(),
    count: z.number().int(),
    unit: z.enum(['matters', 'assignments', 'replies', 'days']),
    opens: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Figure' });

export const overview = endpoint({
  id: 'overview',
  method: 'GET',
  path: '/api/overview',
  tag: 'see',
  summary: { zh: '总览：阶段、单位、类别、时限', en: 'Overview by stage, unit, class and due state' },
  access: {
    kind: 'roles',
    roles: ['supervisor', 'congress-office', 'cppcc-office', 'city-leader', 'unit-office', 'unit-leader'],
    rows: 'matters to which one has a standing',
  },
  scope: 'matters:read',
  query: z.object({ year: yearParam.optional(), organId: idParam.optional() }),
  response: z.object({
    asOf: instant,
    years: z.array(z.number().int()),
    /** Matters. */
    stages: z.array(figure),
    due: z.array(figure),
    /** Replies: a matter given to two units has two, perhaps of two classes (law 1). */
    classes: z.array(figure),
    /** Duties of units that reply, and those of them with units outside the supervisor's power. */
    answering: figure,
    boundary: figure,
    /** Hand-backs that wait, hand-backs upheld, matters without an owner, and the days of these. */
    handBack: z.array(figure),
    /** The columns of the table of units; a unit's cell opens to `opens` together with its `unitId`. */
    unitColumns: z.array(
      figure.omit({ count: true }).extend({ group: z.enum(['handling', 'due', 'class', 'handBack']) }),
    ),
    units: z.array(
      z.object({
        unit: named.extend({ boundary: z.boolean() }),
        /** By the key of the column; what is not named is 0. */
        counts: z.record(z.string(), z.number().int()),
      }),
    ),
  }),
});

export const savedViews = endpoint({
  id: 'savedViews',
  method: 'GET',
  path: '/api/saved-views/:list',
  tag: 'see',
  summary: { zh: '我保存的视图', en: 'Saved views' },
  access: { kind: 'signedIn', rows: 'one’s own' },
  scope: 'none',
  params: z.object({ list: z.string().max(40) }),
  response: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        query: z.record(z.string(), z.string()),
        columns: z.array(z.string()),
      }),
    ),
  }),
});

export const saveView = endpoint({
  id: 'saveView',
  method: 'POST',
  path: '/api/saved-views/:list',
  tag: 'see',
  summary: { zh: '保存视图', en: 'Save a view' },
  access: { kind: 'signedIn', rows: 'one’s own' },
  scope: 'none',
  params: z.object({ list: z.string().max(40) }),
  body: z.object({
    name: z.string().trim().min(1).max(60),
    query: z.record(z.string().max(40), z.string().max(400)),
    columns: z.array(z.string().max(40)).max(60),
  }),
  response: z.object({ id }),
  command: true,
});

export const deleteView = endpoint({
  id: 'deleteView',
  method: 'DELETE',
  path: '/api/saved-views/:list/:viewId',
  tag: 'see',
  summary: { zh: '删除视图', en: 'Delete a saved view' },
  access: { kind: 'signedIn', rows: 'one’s own' },
  scope: 'none',
  params: z.object({ list: z.string().max(40), viewId: idParam }),
  response: 'nothing',
  command: true,
});

export const notices = endpoint({
  id: 'notices',
  method: 'GET',
  path: '/api/notices',
  tag: 'see',
  summary: { zh: '消息', en: 'Notices' },
  access: { kind: 'signedIn', rows: 'one’s own' },
  scope: 'none',
  query: z.object({ cursor: z.string().max(200).optional() }),
  response: z.object({
    unread: z.number().int(),
    items: z.array(
      z.object({
        id,
        kind: z.string(),
        matterId: id.nullable(),
        caseNo: z.string().nullable(),
        title: z.string().nullable(),
        /** The submission that it is about; its title as it was then. */
        submission: z.object({ id, title: z.string() }).nullable(),
        /** Whose doing it tells of, where one hears who. */
        who: z.string().nullable(),
        /** The round of proposed assignments that it is about. */
        round: id.nullable(),
        /** Of a reminder: how many duties it is about, how many of them late, and the run that opens to them. */
        reminder: z
          .object({ run: id, count: z.number().int(), late: z.number().int(), urgent: z.boolean() })
          .nullable(),
        at: instant,
        /** For whom it was, where one is told of it as a stand-in. */
        for: z.string().nullable(),
        read: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const readNotices = endpoint({
  id: 'readNotices',
  method: 'POST',
  path: '/api/notices/read',
  tag: 'see',
  summary: { zh: '标为已读', en: 'Mark as read' },
  access: { kind: 'signedIn', rows: 'one’s own' },
  scope: 'none',
  /** All up to this id. */
  body: z.object({ upTo: id }),
  response: 'nothing',
  command: true,
});

/** What forms need: organs, sessions, units, the ruleset's words. Cached by the web. */
export const reference = endpoint({
  id: 'reference',
  method: 'GET',
  path: '/api/reference',
  tag: 'see',
  summary: { zh: '机构、届次、单位和规则用语', en: 'Organs, sessions, units and the words of the ruleset' },
  access: { kind: 'signedIn', rows: 'the own jurisdiction; names only' },
  scope: 'matters:read',
  response: z.object({
    jurisdiction: z.object({ name: z.string(), nameEn: z.string(), demo: z.boolean(), today: localDate }),
    organs: z.array(named.extend({ kind: z.enum(['congress', 'cppcc']), officeName: z.string() })),
    sessions: z.array(
      z.object({
        id,
        organId: id,
        term: z.number().int(),
        number: z.number().int(),
        year: z.number().int(),
        name: z.string(),
      }),
    ),
    ...intakeWords,
    units: z.array(
      named.extend({
        nameEn: z.string(),
        shortName: z.string(),
        boundary: z.boolean(),
        system: z.string(),
        /** Units that it follows, and its own earlier names. */
        formerly: z.array(z.string()),
      }),
    ),
    ruleset: z.object({
      name: z.object({ zh: z.string(), en: z.string() }),
      caution: z.object({ zh: z.string(), en: z.string() }),
      roleNames: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })),
      resultClasses: z.array(
        z.object({
          code: z.string(),
          name: z.object({ zh: z.string(), en: z.string() }),
          resolved: z.boolean(),
        }),
      ),
      satisfaction: z.array(
        z.object({
          code: z.string(),
          name: z.object({ zh: z.string(), en: z.string() }),
          opensRound: z.boolean(),
        }),
      ),
      reviewLevels: z.array(z.object({ by: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })),
    }),
  }),
});

export const uploadFile = endpoint({
  id: 'uploadFile',
  method: 'POST',
  path: '/api/files',
  tag: 'files',
  summary: { zh: '上传附件', en: 'Upload an attachment' },
  access: { kind: 'signedIn', rows: 'the file is the uploader’s until a command takes it up' },
  scope: 'none',
  query: z.object({
    purpose: z.enum(['catalogue', 'contact', 'scan', 'people', 'units', 'supervision', 'submission']),
  }),
  upload: true,
  command: true,
  response: z.object({ id, name: z.string(), size: z.number().int(), mediaType: z.string() }),
});

export const downloadFile = endpoint({
  id: 'downloadFile',
  method: 'GET',
  path: '/api/files/:fileId',
  tag: 'files',
  summary: { zh: '下载附件', en: 'Download an attachment' },
  access: { kind: 'signedIn', rows: 'one’s own uploads; files of matters to which one has a standing' },
  scope: 'matters:read',
  params: z.object({ fileId: idParam }),
  response: 'file',
});
