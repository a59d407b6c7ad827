import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { readCheckpoint } from './checkpoint.ts';
import { type Verdict, verifyJournal } from './verify-journal.ts';

export type FileVerdict = Verdict | { readonly unreadable: string };

/** Checks an exported journal, line by line, whatever its size. `unreadable`: the file that could not be read. */
export const verifyFile = async (journal: string, checkpoint: string | null): Promise<FileVerdict> => {
  const text = checkpoint === null ? null : await readFile(checkpoint, 'utf8').catch(() => '');
  const noted = text === null ? null : readCheckpoint(text);
  if (checkpoint !== null && noted === null) return { unreadable: checkpoint };
  const stream = createReadStream(journal, 'utf8');
  try {
    return await verifyJournal(
      createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }),
      noted,
    );
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && typeof fault.code === 'string')
      return { unreadable: journal };
    throw fault;
  } finally {
    stream.destroy();
  }
};
