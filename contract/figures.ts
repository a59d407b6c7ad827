/**
 * Figures 统计: each says what it counts, as of when, and opens to its rows (law 2). Counts and shares are exact:
 * a value is its numerator and its denominator, and a text rounded half up to the decimals of its figure.
 */
import { dimensions } from '#core/figures/columns.ts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  cell,
  comparison,
  count,
  countUnit,
  dimension,
  figureId,
  figureRow,
  heading,
  measured,
  publishedTotal,
  setInWords,
  signingKey,
  snapshotHead,
  snapshotLine,
  variantId,
  whole,
} from './figure-shapes.ts';
import { id, idParam, instant, localDate, text } from './schemas.ts';

const access = {
  kind: 'roles',
  roles: ['supervisor', 'congress-office', 'cppcc-office', 'city-leader', 'unit-office', 'unit-leader'],
  rows: 'supervisor, city leader: all; an organ’s office: its organ’s; a unit: its own duties and replies',
} as const;

const officeAccess = {
  kind: 'roles',
  roles: ['supervisor', 'congress-office', 'cppcc-office', 'city-leader'],
  rows: 'supervisor, city leader: all; an organ’s office: its organ’s',
} as const;

const keeperAccess = {
  kind: 'roles',
  roles: ['supervisor', 'congress-office', 'cppcc-office'],
  rows: 'the supervisor: all; an organ’s office: its organ’s',
} as const;

/** Values of one dimension that are counted, separated by commas; `none`: rows that have no value. */
const values = z.string().min(1).max(2_000);
export const figureFilters = z
  .object(Object.fromEntries(dimensions.map((one) => [one, values.optional()])) as FilterShape)
  .meta({ id: 'FigureFilters' });
type FilterShape = Record<(typeof dimensions)[number], z.ZodOptional<typeof values>>;

/** A moment, or a day: then its last moment. Absent: now. */
const asOf = z.union([instant, localDate]);
const when = {
  asOf: asOf.optional(),
  /**
   * `then`: only what the product knew at that moment. Absent: also what was entered later and had happened before,
   * as in an imported history.
   */
  known: z.literal('then').optional(),
};

export const figureInCatalogue = z
  .object({
    id: figureId,
    name: text,
    group: z.enum(['intake', 'handling', 'quality', 'satisfaction', 'afterReply', 'supervision']),
    /** How the value reads: a number, a percentage, or so many of one for each of the other. */
    shows: z.enum(['count', 'percent', 'ratio']),
    unit: countUnit,
    decimals: whole.min(0).max(4),
    /** The first is the usual one. */
    variants: z.array(
      z.object({ id: variantId, name: text, numerator: setInWords, denominator: setInWords.nullable() }),
    ),
    /** By what it may be filtered and crossed. */
    dimensions: z.array(dimension),
    /** What must be printed beside it: satisfaction is never shown without the response rate. */
    beside: z.array(figureId),
    source: text,
    /** Whether a unit may ask for it: only figures of duties and replies. */
    forUnits: z.boolean(),
  })
  .meta({ id: 'FigureDefinition' });

export const figureCatalogue = endpoint({
  id: 'figureCatalogue',
  method: 'GET',
  path: '/api/figures',
  tag: 'figures',
  summary: { zh: '统计指标目录：分子、分母、计数单位', en: 'The figures, and what each counts' },
  access,
  scope: 'matters:read',
  response: z.object({
    figures: z.array(figureInCatalogue),
    dimensions: z.array(z.object({ id: dimension, name: text })),
    /** From this moment on, facts of every matter are there; null: they are still being computed. */
    ready: z.boolean(),
  }),
});

export const figureValue = measured
  .extend({
    figure: figureId,
    variant: variantId,
    unit: countUnit,
    asOf: instant,
    /** 分子：…；分母：…；单位：件次；截至…；四舍五入至…. */
    explanation: text,
    /** 余/多/约/近: how a running text may say it, from the exact number. */
    approximately: text,
    /** Rows counted that were entered after that moment. */
    enteredLater: count,
    compared: comparison.nullable(),
  })
  .meta({ id: 'FigureValue' });

/** Other decimals than the figure's own: a seat may want 43.72 % where the city prints 43.7 %. */
const decimals = z.coerce.number().int().min(0).max(4).optional();

/** `id` or `id.variant`, separated by commas. */
const figureList = z.string().min(1).max(4_000);

export const figureValues = endpoint({
  id: 'figureValues',
  method: 'GET',
  path: '/api/figures/values',
  tag: 'figures',
  summary: { zh: '统计值：可指定时点、筛选、对比', en: 'Values, as of any moment, filtered, compared' },
  access,
  scope: 'matters:read',
  query: figureFilters.extend({
    figures: figureList,
    ...when,
    decimals,
    /** Compare with the same as of an earlier (or later) moment. */
    compareAsOf: asOf.optional(),
    /** Compare with this year instead of the filtered one, as of the same moment; published totals where nothing is counted. */
    compareYear: z.coerce.number().int().min(1900).max(2200).optional(),
  }),
  response: z.object({ asOf: instant, items: z.array(figureValue) }),
});

export const figureCrossTable = endpoint({
  id: 'figureCrossTable',
  method: 'GET',
  path: '/api/figures/cross-table',
  tag: 'figures',
  summary: { zh: '交叉表：任意两个维度', en: 'Cross-table by any two dimensions' },
  access,
  scope: 'matters:read',
  query: figureFilters.extend({
    figure: z.string().min(1).max(121),
    rows: dimension,
    columns: dimension.optional(),
    ...when,
    decimals,
  }),
  response: z.object({
    figure: figureId,
    variant: variantId,
    unit: countUnit,
    asOf: instant,
    explanation: text,
    rows: z.array(heading),
    columns: z.array(heading),
    /** Only cells with something in them; `column` null: the whole row. */
    cells: z.array(cell.extend({ row: z.string(), column: z.string().nullable() })),
    /** Without `columns`, the cells themselves. */
    rowTotals: z.array(cell.extend({ row: z.string() })),
    columnTotals: z.array(cell.extend({ column: z.string() })),
    total: cell,
    /** Where parts do not add up to their total: shown, never hidden. Denominators and numerators are checked apart. */
    mismatches: z.array(
      z.object({
        of: z.enum(['row', 'column', 'rows', 'columns']),
        /** The row or the column whose parts are meant; null: the totals themselves. */
        key: z.string().nullable(),
        part: z.enum(['numerator', 'denominator']),
        sum: count,
        total: count,
        difference: whole,
      }),
    ),
    /** More values than this are not shown one by one; the rest stand together under `other`. */
    truncated: z.boolean(),
  }),
});

const rowsPage = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const figureRows = endpoint({
  id: 'figureRows',
  method: 'GET',
  path: '/api/figures/rows',
  tag: 'figures',
  summary: { zh: '统计值背后的明细', en: 'The rows behind a value or a cell' },
  access,
  scope: 'matters:read',
  query: figureFilters.extend({
    figure: z.string().min(1).max(121),
    /** `rest`: in the denominator and not in the numerator. */
    of: z.enum(['numerator', 'denominator', 'rest']).default('numerator'),
    ...when,
    ...rowsPage,
  }),
  response: z.object({
    items: z.array(figureRow),
    next: z.string().nullable(),
    total: count,
    unit: countUnit,
    asOf: instant,
  }),
});

export const figureSnapshots = endpoint({
  id: 'figureSnapshots',
  method: 'GET',
  path: '/api/figures/snapshots',
  tag: 'figures',
  summary: { zh: '已封存的统计', en: 'Frozen figures' },
  access: officeAccess,
  scope: 'matters:read',
  query: z.object({ cursor: z.string().max(200).optional() }),
  response: z.object({ items: z.array(snapshotHead), next: z.string().nullable() }),
});

export const freezeFigures = endpoint({
  id: 'freezeFigures',
  method: 'POST',
  path: '/api/figures/snapshots',
  tag: 'figures',
  summary: { zh: '封存统计', en: 'Freeze figures' },
  access: keeperAccess,
  scope: 'matters:write',
  body: z.object({
    name: z.string().trim().min(1).max(120),
    asOf: asOf.optional(),
    filters: figureFilters,
    /** `id` or `id.variant`. */
    figures: z.array(z.string().min(1).max(121)).min(1).max(200),
  }),
  response: z.object({ id }),
  command: true,
});

export const figureSnapshot = endpoint({
  id: 'figureSnapshot',
  method: 'GET',
  path: '/api/figures/snapshots/:snapshotId',
  tag: 'figures',
  summary: {
    zh: '一份封存的统计，及与另一时点的差异',
    en: 'Frozen figures, and how they differ from another moment',
  },
  access: officeAccess,
  scope: 'matters:read',
  params: z.object({ snapshotId: idParam }),
  /** With `compareAsOf` each line says what it is as of that moment. */
  query: z.object({ compareAsOf: asOf.optional() }),
  response: snapshotHead.extend({
    /** Whether the kept text still has the hash that the journal holds. */
    intact: z.boolean(),
    /** Whose signature stands under it, and whether it holds; null: frozen before there were signatures. */
    signature: z.object({ key: signingKey, holds: z.boolean() }).nullable(),
    lines: z.array(
      snapshotLine.extend({
        /** What it counted when it was frozen, in words; null: frozen before that was kept. */
        definition: text.nullable(),
        /** The figure is defined otherwise now; `now` null: there is no such figure any more. Null: as it was, or not known. */
        otherwise: z.object({ now: text.nullable() }).nullable(),
        now: measured
          .omit({ origin: true })
          .extend({
            difference: z.string().nullable(),
            /** Rows that came into numerator or denominator, and that left them: each once. */
            came: count,
            left: count,
          })
          .nullable(),
      }),
    ),
  }),
});

export const figureSnapshotMoves = endpoint({
  id: 'figureSnapshotMoves',
  method: 'GET',
  path: '/api/figures/snapshots/:snapshotId/moves',
  tag: 'figures',
  summary: { zh: '差异由哪些件引起', en: 'The rows that caused a difference' },
  access: officeAccess,
  scope: 'matters:read',
  params: z.object({ snapshotId: idParam }),
  query: z.object({
    figure: z.string().min(1).max(121),
    of: z.enum(['numerator', 'denominator']).default('numerator'),
    compareAsOf: asOf.optional(),
    ...rowsPage,
  }),
  response: z.object({
    items: z.array(figureRow.extend({ moved: z.enum(['came', 'left']) })),
    next: z.string().nullable(),
    total: count,
    unit: countUnit,
  }),
});

export const publishedTotals = endpoint({
  id: 'publishedTotals',
  method: 'GET',
  path: '/api/figures/published',
  tag: 'figures',
  summary: { zh: '往年公布的统计数', en: 'Published totals of earlier years' },
  access: officeAccess,
  scope: 'matters:read',
  query: z.object({
    year: z.coerce.number().int().min(1900).max(2200).optional(),
    figure: figureId.optional(),
    cursor: z.string().max(200).optional(),
  }),
  response: z.object({
    items: z.array(publishedTotal.extend({ id, enteredBy: z.string(), enteredAt: instant })),
    next: z.string().nullable(),
  }),
});

export const importPublishedTotals = endpoint({
  id: 'importPublishedTotals',
  method: 'POST',
  path: '/api/figures/published',
  tag: 'figures',
  summary: { zh: '导入往年公布的统计数（可先试算）', en: 'Import published totals, with a dry run' },
  access: keeperAccess,
  scope: 'matters:write',
  body: z.object({
    /** Nothing is kept; the answer is the same. */
    dryRun: z.boolean(),
    rows: z.array(publishedTotal).min(1).max(2_000),
  }),
  response: z.object({
    kept: count,
    /** The row, from 0, and what is wrong with it: then nothing is kept. */
    problems: z.array(
      z.object({
        row: whole,
        code: z.enum([
          'unknown-figure',
          'unknown-organ',
          'not-yours',
          'over-whole',
          'value-differs',
          'nothing',
          'twice',
        ]),
        text,
      }),
    ),
    /** Parts that do not add up to the total of the same figure and year: kept, and shown. */
    mismatches: z.array(
      z.object({ figure: figureId, year: whole, dimension, sum: count, total: count, difference: whole }),
    ),
    /** What was there before for the same figure, year, organ and part, and is replaced. */
    replaced: count,
  }),
  command: true,
});

export const removePublishedTotal = endpoint({
  id: 'removePublishedTotal',
  method: 'DELETE',
  path: '/api/figures/published/:totalId',
  tag: 'figures',
  summary: { zh: '删除一项往年公布的统计数', en: 'Take out a published total' },
  access: keeperAccess,
  scope: 'matters:write',
  params: z.object({ totalId: idParam }),
  response: 'nothing',
  command: true,
});
