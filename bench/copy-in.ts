/** COPY … FROM STDIN over node-postgres: the fastest way into PostgreSQL, and the yardstick for the import. */
import type pg from 'pg';

export type Cell = string | number | boolean | null;

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const cellOf = (cell: Cell): string => {
  if (cell === null) return '\\N';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  return typeof cell === 'number' ? String(cell) : cell.replace(/[\\\n\r\t]/g, (one) => escapes[one] ?? one);
};

/** One row in the text format of COPY. */
export const copyLine = (cells: readonly Cell[]): string => `${cells.map(cellOf).join('\t')}\n`;

type Wire = {
  query: (text: string) => void;
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
};

/** What a pg client calls while COPY runs; `data` goes out as one piece. */
class CopyIn {
  readonly callback: (fault: unknown) => void;
  readonly text: string;
  readonly data: Buffer;
  #fault: unknown = null;
  constructor(text: string, data: Buffer, done: (fault: unknown) => void) {
    this.text = text;
    this.data = data;
    this.callback = done;
  }
  submit(wire: Wire): void {
    wire.query(this.text);
  }
  handleCopyInResponse(wire: Wire): void {
    wire.sendCopyFromChunk(this.data);
    wire.endCopyFrom();
  }
  handleCommandComplete(): void {}
  handleError(fault: unknown): void {
    this.#fault = fault;
    this.callback(fault);
  }
  handleReadyForQuery(): void {
    if (this.#fault === null) this.callback(null);
  }
}

/** Writes lines made by `copyLine` into the columns of a table, as one statement. */
export const copyIn = (
  client: pg.Client,
  table: string,
  columns: string,
  lines: readonly string[],
): Promise<void> =>
  new Promise((resolve, reject) => {
    if (lines.length === 0) {
      resolve();
      return;
    }
    const done = (fault: unknown): void => {
      if (fault === null) resolve();
      else reject(fault instanceof Error ? fault : new Error(String(fault)));
    };
    const copy = new CopyIn(`copy ${table} (${columns}) from stdin`, Buffer.from(lines.join('')), done);
    client.query(copy as unknown as pg.Submittable);
  });
