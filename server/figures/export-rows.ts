/** The rows of one number as a workbook: all of them up to a bound, and the value that they give. */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureValues } from '#contract/figures.ts';
import type { Chosen } from '#core/figures/catalogue.ts';
import type { RowsOf } from '#core/figures/rows-path.ts';
import { figureCell } from '../platform/workbook/figure-cell.ts';
import { listRows, rowsSheet } from './book-rows.ts';
import {
  aboutSheet,
  bookAnswer,
  type BookScene,
  momentIn,
  rowsLink,
  say,
  textIn,
  type WriteSheets,
} from './book-scene.ts';
import type { Question } from './count.views.ts';
import type { Meant } from './rows.views.ts';

/** Most rows of one workbook: what an old office PC opens. */
const mostRows = 20_000;

export type RowsBook = {
  readonly chosen: Chosen;
  readonly question: Question;
  readonly of: RowsOf;
  readonly meant: Meant;
  /** How many rows there are, counted as the set counts. */
  readonly total: number;
  readonly value: ResponseOf<typeof figureValues>['items'][number] | undefined;
};

export const exportRows = async (
  scene: BookScene,
  { chosen, question, of, meant, total, value }: RowsBook,
  write: WriteSheets,
) => {
  const { figure, variant } = chosen;
  const rows = await listRows(scene, question, meant, mostRows);
  const counted = meant.set.counting === 'rows' ? total : rows.length;
  const cut = rows.length === mostRows && counted > mostRows;
  const link = rowsLink(scene, question, `${figure.id}.${variant.id}`, of);
  const about = aboutSheet(scene, [
    [say(scene, 'figureExport.figure'), textIn(scene, figure.name)],
    [say(scene, 'figureExport.variant'), textIn(scene, variant.name)],
    [say(scene, 'figureExport.part'), say(scene, `figures.rows.of.${of}`)],
    ...(value === undefined
      ? []
      : [
          [
            say(scene, 'figureExport.value'),
            { shows: figureCell(value.value, figure.shows), to: link },
          ] as const,
          [say(scene, 'figureExport.explanation'), textIn(scene, value.explanation)] as const,
        ]),
    [say(scene, 'figureExport.asOf'), momentIn(scene, question.when.asOf)],
    [say(scene, 'figureExport.total'), total],
    cut
      ? [
          say(scene, 'figureExport.cut'),
          say(scene, 'figureExport.cut.rows', { total: counted, shown: rows.length }),
        ]
      : [say(scene, 'figureExport.rows'), say(scene, 'figureExport.allRows', { total: rows.length })],
  ]);
  const name = say(scene, 'figures.rows.title', { name: textIn(scene, figure.name) });
  return bookAnswer(scene, name, [rowsSheet(scene, rows, meant.set.unit), about], write);
};
