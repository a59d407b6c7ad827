import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Home } from '#server/platform/home.ts';
import { processStart, processState } from './process-info.ts';

/** Who uses a home folder: process number and start time, which together name one process of this machine. */
export type Holder = { readonly pid: number; readonly start: string; readonly command: string };

export type Lock =
  | { readonly kind: 'taken'; release(): void }
  /** isHeld: whether that process still has it. */
  | { readonly kind: 'held'; readonly by: Holder; isHeld(): boolean };

const lockFile = (home: Home): string => path.join(home.folder('run'), 'luoshi.lock');

const readHolder = (file: string): Holder | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('pid' in value && 'start' in value && 'command' in value)) return undefined;
    const { pid, start, command } = value;
    return typeof pid === 'number' && typeof start === 'string' && typeof command === 'string'
      ? { pid, start, command }
      : undefined;
  } catch {
    return undefined;
  }
};

const isAlive = (holder: Holder): boolean =>
  processState(holder.pid) === 'running' && processStart(holder.pid) === holder.start;

const isSame = (a: Holder | undefined, b: Holder | undefined): boolean =>
  a?.pid === b?.pid && a?.start === b?.start;

/** Gives the complete file `draft` the name `file`, unless another process was first. */
const claim = (draft: string, file: string): boolean => {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
};

/** Puts a dead holder's lock away. If what we moved is not what we judged, another process was faster: put it back. */
const discard = (file: string, judged: Holder | undefined): void => {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (!isSame(readHolder(aside), judged)) claim(aside, file);
  rmSync(aside, { force: true });
};

const release = (file: string, mine: Holder): void => {
  if (isSame(readHolder(file), mine)) rmSync(file, { force: true });
};

/**
 * Takes the home folder for this process. A lock left by a process that no longer runs is taken over, also when its
 * number now belongs to another program.
 */
export const takeLock = (home: Home): Lock => {
  const file = lockFile(home);
  const mine: Holder = {
    pid: process.pid,
    start: processStart(process.pid) ?? '',
    command: process.argv.slice(1).join(' '),
  };
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      if (claim(draft, file)) return { kind: 'taken', release: () => release(file, mine) };
      const by = readHolder(file);
      if (by !== undefined && isAlive(by)) {
        return { kind: 'held', by, isHeld: () => isSame(readHolder(file), by) && isAlive(by) };
      }
      discard(file, by);
    }
  } finally {
    rmSync(draft, { force: true });
  }
};
