/** How each unit handled a matter, as the lines of a list of an earlier year tell it: 签收, 沟通, 答复, 评价, 办结. */
import type { Past } from '../assignment/past.ts';
import type { ContactChannel } from '../ruleset.ts';
import type { Disclosure, LocalDate } from '../words.ts';
import type { RowUnit } from './catalogue-row.ts';
import { type PastField, pastFields } from './fields.ts';
import {
  parseAdopted,
  parseDisclosure,
  parsePromise,
  parseRound,
  parseWays,
  saysNothing,
} from './parse-past.ts';
import { parseDate } from './parse-date.ts';
import { compact } from './plain-text.ts';
import { type CellReader, complain, firstCell, readDate, readLine, readOne } from './read-cells.ts';

/** One line of the list, in its own words where only the ruleset can tell what they mean. */
export type PastLine = {
  /** Counted from 1. */
  readonly line: number;
  readonly signedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly contactedOn: LocalDate | null;
  /** Null: no way is told, and none that there was one. */
  readonly ways: readonly ContactChannel[] | null;
  readonly repliedOn: LocalDate | null;
  readonly documentNo: string | null;
  readonly resultClass: string | null;
  readonly disclosure: Disclosure | null;
  readonly adopted: boolean | null;
  readonly attitude: string | null;
  readonly outcome: string | null;
  readonly ratedOn: LocalDate | null;
  readonly round: number | null;
  readonly closedOn: LocalDate | null;
  readonly promise: Past['promise'];
  readonly cells: Readonly<Partial<Record<PastField, string>>>;
};

/** The reader of one line of a matter that has several; what it complains of is kept with the matter. */
const lineReader = (reader: CellReader, row: number): CellReader => ({
  ...reader,
  cells: new Map(
    [...reader.cells].map(([field, cells]) => [field, cells.filter((cell) => cell.row === row)]),
  ),
});

const readChoice = <Value>(
  reader: CellReader,
  field: PastField,
  read: (text: string) => Value | null,
): Value | null => {
  const cell = firstCell(reader, field);
  return cell === null || saysNothing(cell.text) ? null : readOne(reader, field, read, 'history.unreadable');
};

const readWord = (reader: CellReader, field: PastField): string | null => {
  const text = readLine(reader, field);
  return text === null || saysNothing(text) ? null : text;
};

/** A day under 跟踪 says when it was delivered. */
const readPromise = (reader: CellReader, year: number | null): Past['promise'] => {
  const cell = firstCell(reader, 'promise');
  if (cell === null || saysNothing(cell.text)) return null;
  const day = parseDate(cell.text, year);
  if (day.ok) return { delivered: true, on: day.date };
  const said = parsePromise(cell.text);
  if (said === null) return complain(reader, 'history.unreadable', 'promise', cell);
  return said === 'none' ? null : { delivered: said === 'delivered', on: null };
};

const readPastLine = (whole: CellReader, row: number, year: number | null): PastLine | null => {
  const reader = lineReader(whole, row);
  const cells = Object.fromEntries(
    pastFields.flatMap((field) => {
      const cell = firstCell(reader, field);
      return cell === null || saysNothing(cell.text) ? [] : [[field, cell.cell]];
    }),
  );
  if (Object.keys(cells).length === 0) return null;
  return {
    line: row + 1,
    signedOn: readDate(reader, 'signedOn', year),
    dueOn: readDate(reader, 'dueOn', year),
    contactedOn: readDate(reader, 'contactedOn', year),
    ways: readChoice(reader, 'contactWay', parseWays),
    repliedOn: readDate(reader, 'repliedOn', year),
    documentNo: readWord(reader, 'documentNo'),
    resultClass: readWord(reader, 'resultClass'),
    disclosure: readChoice(reader, 'disclosure', parseDisclosure),
    adopted: readChoice(reader, 'adopted', parseAdopted),
    attitude: readWord(reader, 'attitude'),
    outcome: readWord(reader, 'outcome'),
    ratedOn: readDate(reader, 'ratedOn', year),
    round: readChoice(reader, 'round', parseRound),
    closedOn: readDate(reader, 'closedOn', year),
    promise: readPromise(reader, year),
    cells,
  };
};

/** The line that a unit stands in, from the address of its cell; null: above all lines. */
const lineOf = ({ cell }: RowUnit): number | null => {
  const found = /(\d+)$/.exec(cell ?? '')?.[1];
  return found === undefined ? null : Number(found);
};

/**
 * Whose handling a line tells of: the unit that replies among those in it; the one that assists, where it stands
 * alone; the unit of a line above, where a further round leaves the cell empty.
 */
const unitOfLine = (units: readonly RowUnit[], line: number): RowUnit | 'none' | 'several' => {
  const above = units.flatMap((unit) => {
    const at = lineOf(unit);
    return at === null || at <= line ? [at ?? 0] : [];
  });
  const nearest = Math.max(0, ...above);
  const here = units.filter((unit) => (lineOf(unit) ?? 0) === nearest);
  const main = here.filter(({ role }) => role !== 'assist');
  const [first, second] = main.length > 0 ? main : here;
  if (first === undefined) return 'none';
  return second === undefined ? first : 'several';
};

/** The units of a matter with what its lines tell of each; complaints go to the reader. */
export const withPastLines = (
  reader: CellReader,
  units: readonly RowUnit[],
  rows: readonly number[],
  year: number | null,
): readonly RowUnit[] => {
  const told = new Map<RowUnit, PastLine[]>();
  for (const row of rows) {
    const line = readPastLine(reader, row, year);
    if (line === null) continue;
    const unit = unitOfLine(units, line.line);
    if (typeof unit === 'string') {
      const [field, cell] = Object.entries(line.cells)[0] ?? [];
      const code = unit === 'none' ? 'history.unitMissing' : 'history.severalUnits';
      const place = pastFields.find((one) => one === field) ?? 'repliedOn';
      complain(reader, code, place, { text: '', cell: cell ?? '', row, header: '' });
    } else told.set(unit, [...(told.get(unit) ?? []), line]);
  }
  return told.size === 0
    ? units
    : units.map((unit) => {
        const lines = told.get(unit);
        return lines === undefined ? unit : { ...unit, lines };
      });
};

/** What parts two lines of one unit: the rounds that they tell of. */
export const roundsKey = ({ name, lines }: RowUnit): string =>
  `${compact(name)} ${(lines ?? []).map(({ round }) => round ?? 1).join(',')}`;

/** The lines without where they stand: whether two rows say the same. */
export const saidOf = ({ lines }: RowUnit): readonly unknown[] =>
  (lines ?? []).map((line) => ({ ...line, line: null, cells: null }));
