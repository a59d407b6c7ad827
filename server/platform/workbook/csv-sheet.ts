import type { Sheet } from '#core/catalogue/sheet.ts';
import { unguardCell } from './formula-guard.ts';
import { createGrid, newBudget } from './grid.ts';
import { workbookLimits } from './workbook-limits.ts';
import { UnreadableWorkbook } from './workbook-refusal.ts';

const tooMany = (): UnreadableWorkbook =>
  new UnreadableWorkbook('workbook.tooManyCells', {
    rows: workbookLimits.rows,
    columns: workbookLimits.columns,
  });

/** Records of fields, as RFC 4180 has it, with any line end. Quotes count only at the beginning of a field. */
function* readRecords(text: string, delimiter: string): Generator<readonly string[], void> {
  let record: string[] = [];
  let at = 0;
  let line = 1;
  while (at <= text.length) {
    let field = '';
    if (text[at] === '"') {
      const opened = line;
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) throw new UnreadableWorkbook('workbook.openQuote', { line: opened });
        const part = text.slice(at, close);
        field += part;
        if (field.length > workbookLimits.field) throw tooMany();
        line += part.split('\n').length - 1;
        at = close + 1;
        if (text[at] !== '"') break;
        field += '"';
        at += 1;
      }
    }
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
    record.push(field + text.slice(start, at));
    if (record.length > 4 * workbookLimits.columns || at - start > workbookLimits.field) throw tooMany();
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    yield record;
    record = [];
    line += 1;
    if (at >= text.length) return;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
}

const firstRecords = (text: string, delimiter: string): (readonly string[])[] => {
  const records: (readonly string[])[] = [];
  try {
    for (const record of readRecords(text.slice(0, 200_000), delimiter)) {
      if (record.some((field) => field.trim() !== '')) records.push(record);
      if (records.length >= 60) break;
    }
  } catch (error) {
    // The sample may end inside a quoted field; what was read before it is enough to judge by.
    if (!(error instanceof UnreadableWorkbook)) throw error;
  }
  return records;
};

/** The delimiter under which most lines have the same number (two or more) of fields. */
const detectDelimiter = (text: string): string => {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of [',', '\t', ';', '|']) {
    const widths = new Map<number, number>();
    const records = firstRecords(text, delimiter);
    for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
    for (const [width, count] of widths) {
      const score = width < 2 ? 0 : (count / records.length) * (1 + Math.log2(width) / 10);
      if (score > best.score + 1e-9) best = { delimiter, score };
    }
  }
  return best.delimiter;
};

/** `="0008"` is how some systems keep leading zeros; it is a text, and no other formula is unwrapped. */
const plainField = (field: string): string => {
  const wrapped = /^="((?:[^"]|"")*)"$/.exec(field.trim());
  return wrapped ? (wrapped[1] ?? '').replaceAll('""', '"') : unguardCell(field);
};

/** Reads delimited text. A first line `sep=;` names the delimiter; its line stays, so that line numbers hold. */
export const readCsv = (text: string, name: string): Sheet => {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length - 1) : text;
  const delimiter = declared?.[1] ?? detectDelimiter(text);
  const grid = createGrid(name, false, newBudget());
  let row = 0;
  for (const record of readRecords(body, delimiter)) {
    for (const [column, field] of record.entries())
      if (field !== '') grid.put(row, column, plainField(field));
    row += 1;
    // Blank lines cost no cells, but nobody has a million of them.
    if (row > 10 * workbookLimits.rows) throw tooMany();
  }
  return grid.finish();
};
