/** A report that writes itself 办理情况报告: text with figures as live fields, tables, and what only people can say. */
import type { Dimension } from '../figures/columns.ts';
import type { Instant, LocalDate, Text } from '../words.ts';
import type { CountUnit } from '../figures/columns.ts';
import type { Shows } from '../figures/rate.ts';

export const reportKinds = [
  'congressAnnual',
  'cppccAnnual',
  'congressOffice',
  'cppccCommittee',
  'unit',
  'bulletin',
  'ranking',
] as const;
export type ReportKind = (typeof reportKinds)[number];

export const periodKinds = ['year', 'session', 'month', 'quarter'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Which periods a kind is about. An annual report is of a calendar year or of a session; the rest say their own. */
export const periodsOf: Readonly<Record<ReportKind, readonly PeriodKind[]>> = {
  congressAnnual: ['year', 'session'],
  cppccAnnual: ['year', 'session'],
  congressOffice: ['year', 'session'],
  cppccCommittee: ['year', 'session'],
  unit: ['year', 'session'],
  bulletin: ['month'],
  ranking: ['quarter'],
};

/** `n`: the month 1–12 or the quarter 1–4; `year`: that of the session where it is one. */
export type Period =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'session'; readonly year: number; readonly sessionId: number }
  | { readonly kind: 'month' | 'quarter'; readonly year: number; readonly n: number };

/** Whose report it is and what it is about: every figure in it is narrowed to this, whatever else narrows it. */
export type ReportScope = {
  readonly kind: ReportKind;
  readonly period: Period;
  /** The organ to which or by which it is; null: of no organ. */
  readonly organId: number | null;
  readonly unitId: number | null;
};

export const reportStates = ['unwritten', 'draft', 'settled', 'discarded'] as const;
export type ReportState = (typeof reportStates)[number];

/** How a running text says a number; each is used only where it is true (core/report/wording.ts). */
export const wordings = ['exact', 'over', 'many', 'about', 'nearly'] as const;
export type Wording = (typeof wordings)[number];

/** What of a figure is printed: the value, its parts, last year's value, or the difference from it. */
export const fieldParts = ['value', 'numerator', 'denominator', 'compared', 'difference'] as const;
export type FieldPart = (typeof fieldParts)[number];

/** Values of dimensions that are counted, separated by commas, as in the questions of the figures. */
export type FieldFilters = { readonly [D in Dimension]?: string | undefined };

export type FigureField = {
  /** Unique in the report; stays when the text around it is changed. */
  readonly key: string;
  /** `id` or `id.variant`. */
  readonly figure: string;
  readonly filters: FieldFilters;
  /** Null: the figure's own. */
  readonly decimals: number | null;
  readonly part: FieldPart;
  readonly wording: Wording;
  /** Where there is nothing to divide by: say so, or leave out the sentence in which it stands. */
  readonly whenNone: 'say' | 'omit';
};

export type Run = { readonly text: string } | { readonly field: FigureField };

export type Paragraph = {
  readonly kind: 'paragraph';
  readonly key: string;
  readonly runs: readonly Run[];
  /** What belongs here, for the people who write it; empty for text that stands already. Never printed. */
  readonly hint: string;
};

export type FigureTable = {
  readonly kind: 'table';
  readonly key: string;
  readonly caption: string;
  readonly rows: Dimension;
  /** `id` or `id.variant`, one column each; a ranking goes by the first. */
  readonly figures: readonly string[];
  readonly filters: FieldFilters;
  readonly ranked: boolean;
  /** With a smaller denominator a row is shown and not ranked. */
  readonly least: number;
};

export type Examples = {
  readonly kind: 'examples';
  readonly key: string;
  readonly hint: string;
  readonly items: readonly { readonly matterId: number; readonly done: string }[];
};

export type Block = Paragraph | FigureTable | Examples;

export type Section = { readonly key: string; readonly heading: string; readonly blocks: readonly Block[] };

export type ReportContent = {
  readonly title: string;
  /** The day whose last moment every figure stands at. */
  readonly asOf: LocalDate;
  readonly sections: readonly Section[];
};

/** Numerator, denominator and what is printed of them. `value` null: there is nothing to divide by. */
export type Cell = {
  readonly numerator: number;
  readonly denominator: number | null;
  readonly value: string | null;
  readonly text: string;
  /** Absent: counted. What was only printed has no rows, and says so wherever it stands. */
  readonly origin?: 'counted' | 'published';
};

export type FieldValue = Cell & {
  readonly name: Text;
  readonly shows: Shows;
  readonly unit: CountUnit;
  readonly origin: 'counted' | 'published';
  readonly asOf: Instant;
  readonly explanation: Text;
  readonly compared:
    | (Pick<Cell, 'value' | 'text'> & {
        readonly year: number | null;
        readonly difference: string | null;
        readonly differenceText: Text | null;
        /** Absent: counted. */
        readonly origin?: 'counted' | 'published';
        /** Where a published value was printed. */
        readonly source?: string | null;
      })
    | null;
};

export type TableValue = {
  readonly asOf: Instant;
  readonly columns: readonly { readonly figure: string; readonly name: Text; readonly explanation: Text }[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: Text;
    readonly cells: readonly (Cell | null)[];
  }[];
  readonly total: readonly (Cell | null)[];
  /** There are more rows than are shown. */
  readonly truncated: boolean;
};

export type ExampleValue = {
  readonly matterId: number;
  readonly caseNo: string;
  readonly title: string;
  readonly units: readonly string[];
};

/** The numbers that a text was written on: by question (core/report/question.ts), tables by their own questions. */
export type ReportValues = {
  /** Null: the figure has not what the report is narrowed to, such as supervision actions of one session. */
  readonly figures: Readonly<Record<string, FieldValue | null>>;
  readonly tables: Readonly<Record<string, TableValue>>;
  readonly examples: Readonly<Record<string, ExampleValue>>;
};

export const noValues: ReportValues = { figures: {}, tables: {}, examples: {} };

export const fieldsOf = (content: Pick<ReportContent, 'sections'>): readonly FigureField[] =>
  content.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.runs.flatMap((run) => ('field' in run ? [run.field] : [])) : [],
    ),
  );

export const tablesOf = (content: Pick<ReportContent, 'sections'>): readonly FigureTable[] =>
  content.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

export const examplesOf = (content: Pick<ReportContent, 'sections'>): Examples['items'] =>
  content.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'examples' ? block.items : [])),
  );
