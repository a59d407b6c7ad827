import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Home, openHome } from '#server/platform/home.ts';
import { takeLock } from './lock.ts';
import { processStart } from './process-info.ts';

let folder: string;
let home: Home;
let file: string;

beforeEach(() => {
  folder = mkdtempSync('/tmp/luoshi-lock-');
  home = openHome(folder);
  file = path.join(home.folder('run'), 'luoshi.lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holder = (pid: number, start: string): void =>
  writeFileSync(file, JSON.stringify({ pid, start, command: 'other' }));

describe('takeLock', () => {
  it('gives the home to one, and names it to the next', () => {
    const first = takeLock(home);
    const second = takeLock(home);
    expect(first.kind).toBe('taken');
    expect(second).toMatchObject({ kind: 'held', by: { pid: process.pid } });
    if (first.kind === 'taken') first.release();
    expect(second.kind === 'held' && second.isHeld()).toBe(false);
    expect(takeLock(home).kind).toBe('taken');
  });

  it('leaves no other files', () => {
    takeLock(home);
    takeLock(home);
    expect(readdirSync(path.dirname(file))).toEqual(['luoshi.lock']);
  });

  it('respects a living process', async () => {
    const other = spawn('sleep', ['60']);
    await once(other, 'spawn');
    const pid = other.pid ?? 0;
    holder(pid, processStart(pid) ?? '');
    expect(takeLock(home)).toMatchObject({ kind: 'held', by: { pid } });
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(takeLock(home).kind).toBe('taken');
  });

  it('takes over from a process whose number now belongs to another program', () => {
    holder(process.ppid, 'long ago');
    expect(takeLock(home).kind).toBe('taken');
  });

  it.each(['', '{', '{"pid":"x"}', 'null'])('takes over a lock that says nothing ("%s")', (content) => {
    writeFileSync(file, content);
    expect(takeLock(home).kind).toBe('taken');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it('is not freed by someone whose lock was taken over', () => {
    const first = takeLock(home);
    holder(process.ppid, processStart(process.ppid) ?? '');
    if (first.kind === 'taken') first.release();
    expect(takeLock(home)).toMatchObject({ kind: 'held', by: { pid: process.ppid } });
  });
});
