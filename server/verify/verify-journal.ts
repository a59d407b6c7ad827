/**
 * Checks an exported journal without trusting the system that wrote it: no database, no code shared with the writer.
 * One line an entry: `{"stream","n","previousHash","hash","entry"}`, `entry` being the canonical JSON that was hashed.
 */
import { createHash } from 'node:crypto';
import { type Checkpoint, type Head, rootOfHeads } from './checkpoint.ts';

export type ProblemCode =
  /** Not a line of the export's form. */
  | 'line-unreadable'
  /** A stream goes on after another has begun: lines were moved or put in. */
  | 'stream-split'
  /** A number is missing, doubled or out of order. */
  | 'number-gap'
  /** The entry does not name the one before it. */
  | 'chain-broken'
  /** The entry is not the one that was hashed. */
  | 'hash-wrong'
  /** The entry says that it belongs elsewhere. */
  | 'entry-elsewhere'
  /** The checkpoint's root is not that of its own heads. */
  | 'checkpoint-root'
  /** A stream of the checkpoint is not in the export. */
  | 'stream-missing'
  /** The export ends before the checkpoint: the tail was cut off, or an old copy was put back. */
  | 'stream-shorter'
  /** At the checkpoint's number stands another entry: history was written anew. */
  | 'head-differs';

export type Problem = {
  readonly code: ProblemCode;
  readonly stream: string;
  readonly n: number;
  /** Line of the export, counted from 1; 0: of the checkpoint. */
  readonly line: number;
};

export type Verdict = {
  readonly ok: boolean;
  readonly entries: number;
  readonly streams: number;
  /** Root over the heads of this export: compare it with the one of a checkpoint made at the same moment. */
  readonly root: string;
  /** False: a shortened or wholly rewritten journal could not be noticed. */
  readonly againstCheckpoint: boolean;
  /** The first hundred. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
};

type Line = {
  readonly stream: string;
  readonly n: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly entry: string;
};

const readLine = (text: string): Line | null => {
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    const { stream, n, previousHash, hash, entry } = value;
    return typeof stream === 'string' &&
      Number.isInteger(n) &&
      typeof previousHash === 'string' &&
      typeof hash === 'string' &&
      typeof entry === 'string'
      ? (value as unknown as Line)
      : null;
  } catch {
    return null;
  }
};

const genesis = '0'.repeat(64);

/** SHA-256 over 0x00, the previous hash in hex, and the entry: docs/adr/0004-journal.md. */
const hashOf = (line: Line): string =>
  createHash('sha256')
    .update(new Uint8Array([0]))
    .update(line.previousHash)
    .update(line.entry)
    .digest('hex');

const belongs = (line: Line): boolean => {
  try {
    const entry = JSON.parse(line.entry) as Record<string, unknown>;
    return entry['stream'] === line.stream && entry['n'] === line.n;
  } catch {
    return false;
  }
};

const mostProblems = 100;

const collector = () => {
  const problems: Problem[] = [];
  let count = 0;
  return {
    add: (code: ProblemCode, stream: string, n: number, line: number): void => {
      count += 1;
      if (problems.length < mostProblems) problems.push({ code, stream, n, line });
    },
    problems,
    count: () => count,
  };
};

type Collector = ReturnType<typeof collector>;

/** Checks one line against the head of its stream; answers with the new head. */
const checkLine = (line: Line, head: Head, at: number, found: Collector): Head => {
  const { stream, n } = line;
  if (n !== head.n + 1) found.add('number-gap', stream, n, at);
  if (line.previousHash !== head.hash) found.add('chain-broken', stream, n, at);
  if (hashOf(line) !== line.hash) found.add('hash-wrong', stream, n, at);
  if (!belongs(line)) found.add('entry-elsewhere', stream, n, at);
  return { stream, n, hash: line.hash };
};

const checkAgainst = (checkpoint: Checkpoint, heads: ReadonlyMap<string, Head>, found: Collector): void => {
  if (rootOfHeads(checkpoint.heads) !== checkpoint.root) found.add('checkpoint-root', '', 0, 0);
  for (const { stream, n } of checkpoint.heads) {
    const head = heads.get(stream);
    if (head === undefined) found.add('stream-missing', stream, n, 0);
    else if (head.n < n) found.add('stream-shorter', stream, n, 0);
  }
};

/**
 * Reads the lines of an export, in any order of streams but each stream in one piece. `checkpoint`: an earlier one,
 * from outside; without it, what was cut off at the end or written anew as a whole cannot be seen.
 */
export const verifyJournal = async (
  lines: AsyncIterable<string> | Iterable<string>,
  checkpoint: Checkpoint | null,
): Promise<Verdict> => {
  const found = collector();
  const heads = new Map<string, Head>();
  const noted = new Map(checkpoint?.heads.map((head) => [head.stream, head]));
  let current = '';
  let at = 0;
  let entries = 0;
  for await (const text of lines) {
    at += 1;
    if (text === '') continue;
    const line = readLine(text);
    if (line === null) {
      found.add('line-unreadable', '', 0, at);
      continue;
    }
    entries += 1;
    if (line.stream !== current && heads.has(line.stream)) found.add('stream-split', line.stream, line.n, at);
    current = line.stream;
    const head = heads.get(line.stream) ?? { stream: line.stream, n: 0, hash: genesis };
    heads.set(line.stream, checkLine(line, head, at, found));
    const then = noted.get(line.stream);
    if (then?.n === line.n && then.hash !== line.hash) found.add('head-differs', line.stream, line.n, at);
  }
  if (checkpoint !== null) checkAgainst(checkpoint, heads, found);
  return {
    ok: found.count() === 0,
    entries,
    streams: heads.size,
    root: rootOfHeads([...heads.values()]),
    againstCheckpoint: checkpoint !== null,
    problems: found.problems,
    problemCount: found.count(),
  };
};
