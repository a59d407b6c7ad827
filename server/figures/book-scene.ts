/** What the workbooks of figures are made with: who asks, in which words, and where the numbers lead. */
import { figureExportMessages } from '#contract/messages/figure-export.ts';
import { figurePageMessages } from '#contract/messages/figure-pages.ts';
import { fill, type Language } from '#contract/messages/message.ts';
import type { Actor } from '#core/access.ts';
import type { ValueNames } from '#core/figures/describe.ts';
import { rowsPath, type RowsOf } from '#core/figures/rows-path.ts';
import type { Filters } from '#core/figures/expression.ts';
import type { Instant, Moment, Text } from '#core/words.ts';
import { answer } from '../platform/answer.ts';
import type { Tx } from '../platform/db/database.ts';
import type { WritableCell, WritableSheet } from '../platform/workbook/write-workbook.ts';
import type { Question } from './count.views.ts';
import { momentText } from './question.ts';

export type WriteSheets = (sheets: readonly WritableSheet[]) => Promise<Uint8Array>;

export type BookScene = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly at: Moment;
  readonly language: Language;
  readonly names: ValueNames;
  /** Where people reach the product; null: nowhere that is known, then no cell leads out of the workbook. */
  readonly publicUrl: string | null;
};

const words = { ...figurePageMessages, ...figureExportMessages };

export const say = (
  { language }: Pick<BookScene, 'language'>,
  key: keyof typeof words,
  params: Readonly<Record<string, string | number>> = {},
): string => fill(words[key], language, params);

export const textIn = ({ language }: Pick<BookScene, 'language'>, text: Text): string => text[language];

export const momentIn = (scene: BookScene, instant: Instant): string => textIn(scene, momentText(instant));

/** The address of a page of the product. */
export const pageLink = ({ publicUrl }: BookScene, path: string): string | null =>
  publicUrl === null ? null : `${publicUrl}${path}`;

const queryFilters = (filters: Filters): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filters).map(([dimension, values]) => [dimension, values.join(',')]));

/** The page that lists what a number counts. */
export const rowsLink = (
  scene: BookScene,
  { filters, when }: Question,
  figure: string,
  of: RowsOf = 'numerator',
): string | null =>
  pageLink(
    scene,
    rowsPath({ figure, filters: queryFilters(filters), asOf: when.asOf, knownThen: when.knownThen }, of),
  );

type Line = readonly [string, WritableCell];

/** What a reader must know of the workbook: of when it is, who made it, what of it is cut. */
export const aboutSheet = (scene: BookScene, lines: readonly Line[]): WritableSheet => ({
  name: say(scene, 'figureExport.about'),
  header: [say(scene, 'figureExport.item'), say(scene, 'figureExport.content')],
  widths: [16, 90],
  rows: [
    ...lines,
    [say(scene, 'figureExport.madeAt'), momentIn(scene, scene.at.instant)],
    [say(scene, 'figureExport.madeBy'), scene.actor.name],
    [
      say(scene, 'figureExport.links'),
      say(scene, scene.publicUrl === null ? 'figureExport.links.none' : 'figureExport.links.says'),
    ],
  ],
});

/** The answer of an endpoint: drawn when the transaction has ended. */
export const bookAnswer = (
  scene: BookScene,
  name: string,
  sheets: readonly WritableSheet[],
  write: WriteSheets,
) =>
  answer({
    name: `${name}-${scene.at.date}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: () => write(sheets),
  });
