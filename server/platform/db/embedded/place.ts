import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type Home, startupProblem } from '#server/platform/home.ts';
import type { RunAs } from './command.ts';

/** Where one embedded PostgreSQL lives, and as whom it runs. All paths are absolute and free of symbolic links. */
export type Place = {
  /** Private (0700) folder of the user that PostgreSQL runs as; holds everything below. */
  readonly root: string;
  readonly data: string;
  readonly configFile: string;
  readonly logFile: string;
  readonly runAs: RunAs;
};

// sockaddr_un holds 108 bytes on Linux and 104 on macOS, with the closing zero.
const longestSocketPath = 103;
const socketName = '/.s.PGSQL.5432';

const isRoot = (): boolean => process.getuid?.() === 0;

const idOf = (flag: '-u' | '-g', user: string): number | undefined => {
  const ran = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return ran.status === 0 ? Number(ran.stdout) : undefined;
};

/** PostgreSQL does not run as root: the owner of existing data, else the system's postgres, else nobody. */
const chooseUser = (data: string): RunAs => {
  if (!isRoot()) return {};
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  for (const user of ['postgres', '_postgres', 'nobody']) {
    const uid = idOf('-u', user);
    const gid = idOf('-g', user);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw startupProblem(
    'root-without-user',
    'PostgreSQL 不能以 root 身份运行,本机也没有 postgres 或 nobody 用户。请换用普通用户启动。',
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody. Start as an ordinary user.',
  );
};

/** Whether that user can enter and write the folder; decided by doing it, since every parent folder counts. */
const canUse = (runAs: RunAs, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { ...runAs, cwd: '/' }).status === 0;

const give = (file: string, { uid, gid }: RunAs): void => {
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
};

/**
 * The folder for PostgreSQL when root's own home folder (often below /root, which only root may enter) is closed to
 * the user that PostgreSQL runs as: beside the system's data, with a link to it where it would have been.
 */
const moveOut = (wanted: string, runAs: RunAs): string => {
  const outside = mkdtempSync('/var/lib/luoshi-');
  give(outside, runAs);
  rmdirSync(wanted);
  symlinkSync(outside, wanted);
  return outside;
};

const checkLink = (wanted: string): void => {
  if (!lstatSync(wanted, { throwIfNoEntry: false })?.isSymbolicLink() || existsSync(wanted)) return;
  throw startupProblem(
    'data-missing',
    `数据库文件夹 ${readlinkSync(wanted)} 不见了(${wanted} 指向它)。请恢复该文件夹;确认不再需要其中数据时,可删除该链接。`,
    `The database folder ${readlinkSync(wanted)} is gone (${wanted} points to it). Restore it; if its data are not needed any more, delete the link.`,
  );
};

/**
 * Finds or makes the folder of the embedded PostgreSQL in a home folder.
 * @throws StartupProblem root-without-user, data-missing, home-not-writable
 */
export const findPlace = (home: Home): Place => {
  const wanted = path.join(home.path, 'pg');
  checkLink(wanted);
  let root = realpathSync(home.folder('pg'));
  const runAs = chooseUser(path.join(root, 'data'));
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    give(root, runAs);
    const { uid, mode } = statSync(home.path);
    if (!canUse(runAs, root) && uid === 0 && (mode & 0o077) === 0) {
      // Our own home folder is closed to all: let this one user pass through, not look.
      chownSync(home.path, 0, runAs.gid);
      chmodSync(home.path, 0o710);
    }
    if (!canUse(runAs, root)) root = moveOut(wanted, runAs);
  }
  chmodSync(root, 0o700);
  return {
    root,
    data: path.join(root, 'data'),
    configFile: path.join(root, 'luoshi.conf'),
    logFile: path.join(home.folder('log'), 'postgres.log'),
    runAs,
  };
};

const isOurs = (folder: string, runAs: RunAs): boolean => {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return false;
  return found.uid === (runAs.uid ?? process.getuid?.()) && (found.mode & 0o077) === 0;
};

/**
 * The private folder of the server's socket: in the place itself, or, where that path is longer than a socket's may
 * be, a folder of an unguessable name in /tmp which the place remembers.
 */
export const socketFolder = (place: Place): string => {
  const inside = path.join(place.root, 'socket');
  if (Buffer.byteLength(inside + socketName) <= longestSocketPath) {
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    give(inside, place.runAs);
    return inside;
  }
  const note = path.join(place.root, 'socket-folder');
  const known = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  if (known !== '' && isOurs(known, place.runAs)) return known;
  const made = mkdtempSync('/tmp/luoshi-');
  give(made, place.runAs);
  writeFileSync(note, made);
  return made;
};
