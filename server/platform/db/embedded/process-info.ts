import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';

/** What is left of a process: a zombie has ended, but nobody has collected it, so its number still answers signals. */
export type ProcessState = 'running' | 'zombie' | 'gone';

type Facts = { readonly state: string; readonly start: string };

/** Linux: fields 3 (state) and 22 (start, in ticks since boot) of /proc/PID/stat; the name before them may hold spaces. */
const fromProc = (pid: number): Facts | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return undefined;
  }
};

const fromPs = (pid: number): Facts | undefined => {
  const ran = spawnSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state = '', ...start] = ran.stdout.trim().split(/\s+/);
  return state === '' ? undefined : { state, start: start.join(' ') };
};

const factsOf = (pid: number): Facts | undefined =>
  process.platform === 'linux' ? fromProc(pid) : fromPs(pid);

export const processState = (pid: number): ProcessState => {
  const facts = factsOf(pid);
  if (facts === undefined || facts.state.startsWith('X')) return 'gone';
  return facts.state.startsWith('Z') ? 'zombie' : 'running';
};

/** When the process started, in an unspecified form: with the number it names one process. Undefined: no such process. */
export const processStart = (pid: number): string | undefined => factsOf(pid)?.start;

/** Whether the process works in `folder` (its current directory, or where that cannot be read, its command line). */
export const isWorkingIn = (pid: number, folder: string): boolean => {
  if (process.platform !== 'linux') {
    const ran = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return ran.stdout.includes(folder);
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
    } catch {
      return false;
    }
  }
};
