import type { ResponseOf } from '#contract/endpoint.ts';
import type {
  figureCatalogue,
  figureCrossTable,
  figureRows,
  figureSnapshot,
  figureValues,
} from '#contract/figures.ts';
import { figurePageMessages } from '#contract/messages/figure-pages.ts';
import { texts } from '#web/shared/language.ts';

export const t = texts(figurePageMessages);

export type Catalogue = ResponseOf<typeof figureCatalogue>;
export type Definition = Catalogue['figures'][number];
export type Variant = Definition['variants'][number];
export type Value = ResponseOf<typeof figureValues>['items'][number];
export type CrossTable = ResponseOf<typeof figureCrossTable>;
export type Row = ResponseOf<typeof figureRows>['items'][number];
export type Snapshot = ResponseOf<typeof figureSnapshot>;

export const groups = [
  'intake',
  'handling',
  'quality',
  'satisfaction',
  'afterReply',
  'supervision',
] as const satisfies readonly Definition['group'][];

export const unitWord = (unit: Definition['unit']): string => t(`figures.unit.${unit}`);
