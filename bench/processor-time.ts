/** Processor time of PostgreSQL: its own and that of every process that it started, those that have ended included. */
import { readdirSync, readFileSync } from 'node:fs';

const hertz = 100;

/** Fields of /proc/PID/stat after the name, from the state on. */
const fieldsOf = (pid: string): readonly string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

const ticks = (fields: readonly string[], ...places: readonly number[]): number =>
  places.reduce((sum, place) => sum + Number(fields[place] ?? 0), 0);

/** Milliseconds, to the hundredth of a second; null where the system does not tell. */
export const processorTime = (postmaster: number): number | null => {
  try {
    // utime, stime, cutime, cstime stand 11 to 14 places behind the state; a child's parent 1 place.
    const own = ticks(fieldsOf(String(postmaster)), 11, 12, 13, 14);
    const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const theirs = children.reduce((sum, pid) => {
      try {
        const fields = fieldsOf(pid);
        return fields[1] === String(postmaster) ? sum + ticks(fields, 11, 12) : sum;
      } catch {
        // It ended meanwhile: its time is its parent's now.
        return sum;
      }
    }, 0);
    return ((own + theirs) * 1000) / hertz;
  } catch {
    return null;
  }
};
