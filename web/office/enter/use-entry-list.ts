import type { BodyGiven } from '#contract/endpoint.ts';
import { enteredAtOnce, enterSubmissions, readEntryList } from '#contract/submission-bulk.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useState } from 'react';
import type { Uploaded } from '../matter/upload-field.tsx';
import type { EntryList, EntryListRow } from './entry-texts.ts';
import { firstChoice } from './first-choice.ts';

type Entry = NonNullable<EntryListRow['entry']>;
type Given = BodyGiven<typeof enterSubmissions>['rows'][number];

const chunksOf = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** Whether a row has the paper that it needs. */
const isProven = (row: EntryListRow, files: readonly Uploaded[], noScanReason: string): boolean =>
  row.needs === null ||
  files.length > 0 ||
  (row.needs === 'scan' && (noScanReason.trim() !== '' || (row.entry?.noScanReason ?? '') !== ''));

const givenOf = (
  { known, repeats }: EntryListRow,
  entry: Entry,
  files: readonly Uploaded[],
  noScanReason: string,
): Given => ({
  ...entry,
  // Chosen by hand although the list says that it came in before: it is meant.
  again: known !== null || repeats !== null,
  fileIds: files.map(({ id }) => id),
  noScanReason: files.length > 0 ? '' : entry.noScanReason === '' ? noScanReason.trim() : entry.noScanReason,
});

type RowErrors = readonly { readonly at: string; readonly code: string; readonly detail: string }[];

/** Rows that turned wrong since the list was read, as when somebody stopped being a deputy. */
const refusedIn = (list: EntryList, errors: ReadonlyMap<number | undefined, RowErrors>): EntryList => ({
  ...list,
  rows: list.rows.map((row) => {
    const found = errors.get(row.row);
    return found === undefined
      ? row
      : { ...row, entry: null, errors: found.map((one) => ({ ...one, cell: null })) };
  }),
});

/** A list that was checked, what is chosen of it, and what became of that. */
export const useEntryList = (organId: number) => {
  const [file, setFile] = useState<File | null>(null);
  const [list, setList] = useState<EntryList | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string | number>>(new Set());
  const [files, setFiles] = useState<ReadonlyMap<number, readonly Uploaded[]>>(new Map());
  const [noScanReason, setNoScanReason] = useState('');
  /** Flow numbers by row. */
  const [done, setDone] = useState<ReadonlyMap<number, string>>(new Map());
  const reading = useCommand(readEntryList, { refreshes: [] });
  const entering = useCommand(enterSubmissions);
  const forget = (): void => {
    setList(null);
    setFile(null);
    setSelected(new Set());
    setFiles(new Map());
    setNoScanReason('');
    setDone(new Map());
  };
  const read = async (next: File): Promise<void> => {
    forget();
    setFile(next);
    const outcome = await reading.run({ params: { organId }, file: next });
    if (!outcome.ok) return;
    setList(outcome.value);
    setSelected(firstChoice(outcome.value));
  };
  const filesOf = (row: number): readonly Uploaded[] => files.get(row) ?? [];
  const chosen = (list?.rows ?? []).filter(
    ({ row, entry }) => entry !== null && selected.has(row) && !done.has(row),
  );
  const ready = chosen.filter((row) => isProven(row, filesOf(row.row), noScanReason));
  const take = async (): Promise<void> => {
    const numbers = new Map(done);
    // Each transaction all or none; one that is refused stops those after it.
    for (const rows of chunksOf(ready, enteredAtOnce)) {
      const given = rows.flatMap((row) =>
        row.entry === null ? [] : [givenOf(row, row.entry, filesOf(row.row), noScanReason)],
      );
      const outcome = await entering.run({ body: { organId, dryRun: false, rows: given } });
      if (!outcome.ok) return;
      for (const [at, one] of outcome.value.rows.entries()) {
        const row = rows[at]?.row;
        if (row !== undefined && one.flowNo !== null) numbers.set(row, one.flowNo);
      }
      setDone(new Map(numbers));
      const errors = new Map(
        outcome.value.rows.flatMap((one) =>
          one.errors.length > 0 ? [[rows[one.n - 1]?.row, one.errors] as const] : [],
        ),
      );
      if (errors.size === 0) continue;
      setList((before) => (before === null ? null : refusedIn(before, errors)));
      return;
    }
  };
  return {
    ...{ file, list, selected, setSelected, noScanReason, setNoScanReason, done, reading, entering },
    ...{ read, take, forget, filesOf, chosen, ready },
    setFilesOf: (row: number, next: readonly Uploaded[]): void => setFiles(new Map(files).set(row, next)),
  };
};

export type EntryListState = ReturnType<typeof useEntryList>;
