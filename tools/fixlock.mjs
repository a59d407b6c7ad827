// Plain JavaScript because tools/bootstrap.mjs uses it on the machine's own Node, before anything is installed.
//
// npm leaves an optional package out of package-lock.json when its registry does not have it, as mirrors often lack
// the binaries of other platforms. `npm ci` then refuses that lockfile everywhere. This puts the missing entries back
// as stubs (version, os, cpu, libc): npm skips them on other platforms and fetches them on the one they are for.
// A stub has no integrity hash; npm records one when it is installed where it belongs.
//
// Run: node tools/fixlock.mjs [package-lock.json]
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const systems = [
  [/darwin|fsevents/, 'darwin'],
  [/win32|windows/, 'win32'],
  [/freebsd/, 'freebsd'],
  [/openbsd/, 'openbsd'],
  [/netbsd/, 'netbsd'],
  [/android/, 'android'],
  [/openharmony/, 'openharmony'],
  [/sunos/, 'sunos'],
  [/aix/, 'aix'],
  [/linux/, 'linux'],
];

const processors = [
  [/arm64|aarch64/, 'arm64'],
  [/x64|x86_64/, 'x64'],
  [/ia32|x32/, 'ia32'],
  [/riscv64/, 'riscv64'],
  [/ppc64/, 'ppc64'],
  [/s390x/, 's390x'],
  [/loong64/, 'loong64'],
  [/mips64el/, 'mips64el'],
  [/wasm32/, 'wasm32'],
  [/arm/, 'arm'],
];

// npm's own order, so that its next write moves no line.
const collator = new Intl.Collator('en');

const firstMatch = (table, name) => table.find(([pattern]) => pattern.test(name))?.[1];

/**
 * The lockfile entry that makes npm skip `name` on every platform but its own.
 * @param {string} name package name, from which the platform is read
 * @param {string} range version or range that asks for it
 * @param {boolean | undefined} dev whether only development needs the package that asks
 * @throws {Error} when the name tells no platform: such a package must not be skipped in silence
 */
const stubFor = (name, range, dev) => {
  const os = firstMatch(systems, name);
  const cpu = firstMatch(processors, name);
  if (!os && cpu !== 'wasm32') throw new Error(`fixlock: cannot tell the platform of ${name}`);
  const libc = /musl/.test(name) ? 'musl' : os === 'linux' && /gnu/.test(name) ? 'glibc' : undefined;
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
};

/** Whether Node, standing in the folder `at`, would find `name`: looks in each node_modules on the way up. */
const isFound = (packages, at, name) => {
  for (let folder = at; ; ) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
    const cut = folder.lastIndexOf('/node_modules/');
    folder = cut < 0 ? '' : folder.slice(0, cut);
  }
};

/**
 * Adds a stub for every optional dependency that the lockfile names but does not hold.
 * @param {{packages: Record<string, any>}} lock a parsed package-lock.json (lockfileVersion 3); changed in place
 * @returns {string[]} the names added
 */
export const fixLock = (lock) => {
  const added = [];
  for (const [folder, entry] of Object.entries({ ...lock.packages })) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isFound(lock.packages, folder, name)) continue;
      lock.packages[`node_modules/${name}`] = stubFor(name, range, entry.dev);
      added.push(name);
    }
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => collator.compare(a, b)),
  );
  return added;
};

/** Repairs the lockfile at `file`; writes only when something was missing. Returns the names added. */
export const fixLockFile = (file) => {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = fixLock(lock);
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  return added;
};

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const added = fixLockFile(process.argv[2] ?? 'package-lock.json');
  process.stdout.write(`fixlock: ${added.length} stubs added\n`);
}
