import type { ResponseOf } from '#contract/endpoint.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { reportMessages } from '#contract/messages/report.ts';
import type { getReport, reportChoices } from '#contract/report.ts';
import { texts } from '#web/shared/language.ts';

export const t = texts(reportMessages);
export const c = texts(commonMessages);

export type Report = ResponseOf<typeof getReport>;
export type Choices = ResponseOf<typeof reportChoices>;
export type Content = Report['content'];
export type Section = Content['sections'][number];
export type Block = Section['blocks'][number];
export type Paragraph = Extract<Block, { kind: 'paragraph' }>;
export type FigureTable = Extract<Block, { kind: 'table' }>;
export type Examples = Extract<Block, { kind: 'examples' }>;
export type Run = Paragraph['runs'][number];
export type Field = Extract<Run, { field: unknown }>['field'];
