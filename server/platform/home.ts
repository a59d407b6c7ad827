import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** A reason why Luoshi cannot start that a person can act upon: what happened and what to do, in both languages. */
export type StartupProblem = Error & {
  readonly name: 'StartupProblem';
  readonly code: string;
  readonly zh: string;
  readonly en: string;
};

export const startupProblem = (code: string, zh: string, en: string, cause?: unknown): StartupProblem =>
  Object.assign(new Error(en, { cause }), { name: 'StartupProblem' as const, code, zh, en });

export const isStartupProblem = (value: unknown): value is StartupProblem =>
  value instanceof Error && value.name === 'StartupProblem';

/** The folder that holds everything one Luoshi keeps outside its program: LUOSHI_HOME. */
export type Home = {
  /** Absolute path. */
  readonly path: string;
  /** Absolute path of a private (0700) folder of that name, made when missing. */
  folder(name: string): string;
  /**
   * The secret of that name: random hex made on first use and kept in secrets/<name> (0600).
   * Two processes that ask for the first time at once get the same one.
   * @param bytes length before hex, 32 unless told; a kept secret of another length is a StartupProblem
   */
  secret(name: string, bytes?: number): string;
};

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

const fullDisk = new Set(['ENOSPC', 'EDQUOT']);
const noFolder = new Set(['ENOTDIR', 'EEXIST']);
const forbidden = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT']);

/** The StartupProblem behind an error of the file system at `place`; any other error comes back as it is. */
export const explainFileError = (error: unknown, place: string): unknown => {
  const code = errorCode(error);
  if (isStartupProblem(error)) return error;
  if (fullDisk.has(code)) {
    return startupProblem(
      'disk-full',
      `磁盘空间不足,无法写入 ${place}。请腾出空间后重试。`,
      `The disk is full: ${place} cannot be written. Free some space and try again.`,
      error,
    );
  }
  if (noFolder.has(code)) {
    return startupProblem(
      'home-not-a-folder',
      `${place} 不是文件夹。请用 LUOSHI_HOME 指定一个文件夹。`,
      `${place} is not a folder. Name a folder with LUOSHI_HOME.`,
      error,
    );
  }
  if (!forbidden.has(code)) return error;
  const user = process.getuid?.() ?? '?';
  return startupProblem(
    'home-not-writable',
    `当前用户(uid ${user})不能写入 ${place}(${code})。请换用该文件夹的所有者,或用 LUOSHI_HOME 指定另一个文件夹。`,
    `This user (uid ${user}) cannot write to ${place} (${code}). Use the owner of that folder, or name another one with LUOSHI_HOME.`,
    error,
  );
};

const guarded = <T>(place: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw explainFileError(error, place);
  }
};

const makeFolder = (folder: string): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
};

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

/** Writes `text` to a new file that is complete and on the disk before it has its name. False: the name was taken. */
const createFile = (file: string, text: string): boolean => {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
    linkSync(draft, file);
    syncFolder(path.dirname(file));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    closeSync(handle);
    rmSync(draft, { force: true });
  }
};

const readSecret = (file: string, bytes: number): string => {
  const text = readFileSync(file, 'utf8').trim();
  if (!new RegExp(`^[0-9a-f]{${bytes * 2}}$`).test(text)) {
    throw startupProblem(
      'secret-damaged',
      `密钥文件 ${file} 已损坏。请从备份恢复该文件;没有它,用它保护的数据无法使用。`,
      `The secret in ${file} is damaged. Restore the file from a backup; what it protects cannot be used without it.`,
    );
  }
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return text;
};

const checkout = path.resolve(import.meta.dirname, '../..');

/**
 * Opens the home folder and makes it when missing (0700).
 * @param chosen its path; unless told, the environment's LUOSHI_HOME, else `.luoshi` in the checkout
 * @throws StartupProblem home-not-writable, home-not-a-folder, disk-full
 */
export const openHome = (chosen: string | undefined = process.env['LUOSHI_HOME']): Home => {
  const home = chosen ? path.resolve(chosen) : path.join(checkout, '.luoshi');
  const folder = (name: string): string => {
    const place = path.join(home, name);
    return guarded(place, () => makeFolder(place));
  };
  guarded(home, () => accessSync(makeFolder(home), constants.W_OK));
  return {
    path: home,
    folder,
    secret: (name, bytes = 32) => {
      const file = path.join(folder('secrets'), name);
      return guarded(file, () => {
        if (!existsSync(file)) createFile(file, randomBytes(bytes).toString('hex'));
        return readSecret(file, bytes);
      });
    },
  };
};
