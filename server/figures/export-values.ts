/** The catalogue of figures as a workbook: each value with what it is made of, and the rows of those that are small. */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureValues } from '#contract/figures.ts';
import type { Chosen } from '#core/figures/catalogue.ts';
import { figureCell } from '../platform/workbook/figure-cell.ts';
import type { WritableCell } from '../platform/workbook/write-workbook.ts';
import { beginsCell, cutLine, type Listed, listedSheet } from './book-rows.ts';
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

type Values = ResponseOf<typeof figureValues>;
type Value = Values['items'][number];
type Compared = NonNullable<Value['compared']>;

const chosenName = ({ figure, variant }: Chosen): string => `${figure.id}.${variant.id}`;

const fullName = (scene: BookScene, { figure, variant }: Chosen): string =>
  figure.variants.length < 2
    ? textIn(scene, figure.name)
    : `${textIn(scene, figure.name)} · ${textIn(scene, variant.name)}`;

const comparedCells = (
  scene: BookScene,
  { figure }: Chosen,
  compared: Compared | null,
): readonly WritableCell[] => {
  if (compared === null) return [null, null, null];
  const { year, asOf, origin, value, differenceText, source } = compared;
  const of = [
    ...(year === null ? [] : [String(year)]),
    ...(asOf === null ? [] : [momentIn(scene, asOf)]),
    ...(origin === 'published' ? [say(scene, 'figureExport.origin.published')] : []),
    ...(source === null ? [] : [source]),
  ];
  return [
    of.join(scene.language === 'zh' ? '；' : '; '),
    figureCell(value, figure.shows),
    differenceText === null ? null : textIn(scene, differenceText),
  ];
};

const columns = [
  ['figureExport.figure', 24],
  ['figureExport.variant', 26],
  ['figureExport.value', 12],
  ['figureExport.unit', 16],
  ['figureExport.numerator', 10],
  ['figureExport.denominator', 10],
  ['figureExport.denominatorUnit', 16],
  ['figureExport.comparedWith', 24],
  ['figureExport.compared', 12],
  ['figureExport.difference', 20],
  ['figureExport.origin', 14],
  ['figureExport.toRows', 20],
  ['figureExport.wording', 18],
  ['figureExport.explanation', 80],
  ['figureExport.source', 40],
] as const;

const lineOf = (
  scene: BookScene,
  question: Question,
  chosen: Chosen,
  value: Value,
  toRows: WritableCell,
): readonly WritableCell[] => {
  const { figure, variant } = chosen;
  const name = chosenName(chosen);
  const counted = value.origin === 'counted';
  const link = (of: 'numerator' | 'denominator') => (counted ? rowsLink(scene, question, name, of) : null);
  return [
    textIn(scene, figure.name),
    textIn(scene, variant.name),
    { shows: figureCell(value.value, figure.shows), to: link('numerator') },
    say(scene, `figures.unit.${value.unit}`),
    { shows: value.numerator, to: link('numerator') },
    value.denominator === null ? null : { shows: value.denominator, to: link('denominator') },
    variant.denominator === null ? null : say(scene, `figures.unit.${variant.denominator.unit}`),
    ...comparedCells(scene, chosen, value.compared),
    say(scene, `figureExport.origin.${value.origin}`),
    toRows,
    textIn(scene, value.approximately),
    textIn(scene, value.explanation),
    textIn(scene, figure.source),
  ];
};

/** Every value asked for with its parts, and the rows of those that count few enough. */
export const exportValues = async (
  scene: BookScene,
  question: Question,
  chosen: readonly Chosen[],
  { asOf, items }: Values,
  write: WriteSheets,
) => {
  const asked = chosen.map(
    (one, at): Listed => ({
      name: fullName(scene, one),
      question,
      meant: { set: one.variant.numerator, without: null },
      // Units that are counted once each, and points that are added up, have other rows than they count.
      count: one.variant.numerator.counting === 'rows' ? (items[at]?.numerator ?? 0) : 0,
    }),
  );
  const listed = await listedSheet(scene, asked);
  const name = say(scene, 'figureExport.values');
  const values = {
    name,
    header: columns.map(([key]) => say(scene, key)),
    widths: columns.map(([, width]) => width),
    rows: chosen.flatMap((one, at) => {
      const value = items[at];
      return value === undefined
        ? []
        : [lineOf(scene, question, one, value, beginsCell(scene, listed, at, 1))];
    }),
  };
  const about = aboutSheet(scene, [
    [say(scene, 'figureExport.asOf'), momentIn(scene, asOf)],
    ...(listed.cut ? [cutLine(scene)] : []),
  ]);
  return bookAnswer(scene, name, [values, listed.sheet, about], write);
};
