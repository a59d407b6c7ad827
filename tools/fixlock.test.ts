import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// Each test starts processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const script = path.resolve(import.meta.dirname, 'fixlock.mjs');
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync('/tmp/luoshi-fixlock-');
  file = path.join(folder, 'package-lock.json');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Packages = Readonly<Record<string, object>>;

const write = (packages: Packages): void =>
  writeFileSync(file, JSON.stringify({ lockfileVersion: 3, packages }));

const fix = (packages: Packages): Packages => {
  write(packages);
  execFileSync(process.execPath, [script, file]);
  const lock: { packages: Packages } = JSON.parse(readFileSync(file, 'utf8'));
  return lock.packages;
};

const asking = (optionalDependencies: object, more: object = {}) => ({
  '': {},
  'node_modules/tool': { version: '1.0.0', optionalDependencies, ...more },
});

describe('fixlock', () => {
  it.each([
    ['@tool/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@tool/win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
    ['@tool/linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@tool/linux-arm64-gnu', { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] }],
    ['@tool/linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@tool/android-arm-eabi', { os: ['android'], cpu: ['arm'] }],
    ['fsevents', { os: ['darwin'] }],
  ])('puts back %s for its own platform only', (name, platform) => {
    const packages = fix(asking({ [name]: '^1.2.3' }));
    expect(packages[`node_modules/${name}`]).toEqual({ version: '1.2.3', optional: true, ...platform });
  });

  it('marks as for development what only development asks for', () => {
    const packages = fix(asking({ '@tool/darwin-x64': '1.0.0' }, { dev: true }));
    expect(packages['node_modules/@tool/darwin-x64']).toMatchObject({ dev: true });
  });

  it('leaves alone what the lockfile holds, beside the asking package or above it', () => {
    const held = {
      ...asking({ '@tool/darwin-x64': '1.0.0' }),
      'node_modules/@tool/darwin-x64': { version: '1.0.0', integrity: 'x' },
      'node_modules/outer/node_modules/tool': {
        version: '2.0.0',
        optionalDependencies: { '@tool/linux-x64': '2.0.0' },
      },
      'node_modules/outer/node_modules/@tool/linux-x64': { version: '2.0.0', integrity: 'y' },
    };
    write(held);
    const before = readFileSync(file, 'utf8');
    fix(held);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('adds nothing the second time', () => {
    const once = fix(asking({ '@tool/darwin-x64': '1.0.0', '@tool/win32-arm64': '1.0.0' }));
    expect(fix(once)).toEqual(once);
  });

  it('refuses to guess the platform of a name that tells none', () => {
    write(asking({ 'some-package': '1.0.0' }));
    const ran = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
    expect(ran.status).not.toBe(0);
    expect(ran.stderr).toContain('cannot tell the platform of some-package');
  });

  it('has been run on the lockfile of this project', () => {
    const own = path.resolve(import.meta.dirname, '../package-lock.json');
    writeFileSync(file, readFileSync(own));
    execFileSync(process.execPath, [script, file]);
    expect(readFileSync(file, 'utf8') === readFileSync(own, 'utf8')).toBe(true);
  });
});
