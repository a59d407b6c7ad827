/** How a report reads, for the page that edits it: the same rendering that papers are made from. */
export {
  baseFilters,
  fieldKey,
  questionOf,
} from '#core/report/question.ts';
export { rowsPath } from '#core/figures/rows-path.ts';
export { fieldText, type Rendering, renderReport, reportWords } from '#core/report/render.ts';
export type {
  Block,
  FieldPart,
  FieldValue,
  FigureField,
  FigureTable,
  Paragraph,
  PeriodKind,
  ReportContent,
  ReportKind,
  ReportScope,
  ReportValues,
  Run,
  Section,
  Wording,
} from '#core/report/report.ts';
export { usualAsOf } from '#core/report/period.ts';
export { fieldParts, wordings } from '#core/report/report.ts';
