import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startupProblem } from '#server/platform/home.ts';
import type { Binaries } from './binaries.ts';
import { runCommand } from './command.ts';
import type { Place } from './place.ts';

// Trigram search of Chinese text needs an LC_CTYPE that knows UTF-8: under "C" pg_trgm finds no trigrams in it.
// Systems without C.UTF-8 (older macOS) have one of the others; sorting stays by code point everywhere.
const locales = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'zh_CN.UTF-8'];

const initialise = (
  binaries: Binaries,
  place: Place,
  folder: string,
  passwordFile: string,
  locale: string,
  owner: string,
) =>
  runCommand(
    path.join(binaries.folder, 'initdb'),
    [
      `--pgdata=${folder}`,
      `--username=${owner}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale}`,
      ...(locale.startsWith('C') ? [] : ['--lc-collate=C']),
      '--data-checksums',
    ],
    place.runAs,
  );

const problemOf = (text: string): Error => {
  if (/No space left|quota exceeded/i.test(text)) {
    return startupProblem(
      'disk-full',
      '磁盘空间不足,无法建立数据库(至少需要 200 MB)。请腾出空间后重试。',
      'The disk is full: the database cannot be made (it takes at least 200 MB). Free some space and try again.',
      text,
    );
  }
  return startupProblem(
    'initdb-failed',
    `无法建立数据库。PostgreSQL 的说明:${text.trim().split('\n').at(-1) ?? ''}`,
    `The database could not be made. PostgreSQL says: ${text.trim().split('\n').at(-1) ?? ''}`,
    text,
  );
};

/**
 * Makes the data folder when there is none: UTF-8, checksums, passwords always asked for.
 * It gets its name only when complete, so that an interrupted one is made again.
 * @throws StartupProblem disk-full, initdb-failed
 */
export const ensureCluster = async (
  binaries: Binaries,
  place: Place,
  owner: { readonly user: string; readonly password: string },
): Promise<void> => {
  if (existsSync(path.join(place.data, 'PG_VERSION'))) return;
  const draft = `${place.data}.new`;
  const passwordFile = path.join(place.root, 'password');
  try {
    writeFileSync(passwordFile, owner.password, { mode: 0o600 });
    const { uid, gid } = place.runAs;
    if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
    let text = '';
    for (const locale of locales) {
      rmSync(draft, { recursive: true, force: true });
      const made = await initialise(binaries, place, draft, passwordFile, locale, owner.user);
      if (made.code === 0) {
        renameSync(draft, place.data);
        return;
      }
      text = made.text;
      if (!/invalid locale/.test(text)) break;
    }
    throw problemOf(text);
  } finally {
    rmSync(passwordFile, { force: true });
  }
};
