import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// The bootstrap runs in a small project of its own, with an npm that only pretends to install.

// Each test starts several processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const tools = import.meta.dirname;
let project: string;

const put = (file: string, content: string): void => {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), content);
};

const read = (file: string): string => readFileSync(path.join(project, file), 'utf8');

const dependencies = { node: process.versions.node };

/** Writes down its arguments; installs a Node that is a link to ours, and a vite; fails as FAKE_NPM tells. */
const fakeNpm = `
const fs = require('node:fs');
const [command] = process.argv.slice(2);
fs.appendFileSync('npm.log', process.argv.slice(2, 4).join(' ') + '\\n');
const plan = JSON.parse(fs.existsSync('npm-plan.json') ? fs.readFileSync('npm-plan.json', 'utf8') : '{}');
if (command === 'ci') fs.rmSync('node_modules', { recursive: true, force: true });
const fails = plan[command];
if (fails !== undefined) { console.error('npm error ' + fails); if (!fails.startsWith('TAR')) process.exit(1); }
fs.mkdirSync('node_modules/node/bin', { recursive: true });
fs.writeFileSync('node_modules/node/package.json', '{}');
if (!fs.existsSync('node_modules/node/bin/node')) fs.symlinkSync(process.execPath, 'node_modules/node/bin/node');
fs.mkdirSync('node_modules/vite/bin', { recursive: true });
fs.writeFileSync('node_modules/vite/bin/vite.js', \`
  const fs = require('node:fs');
  fs.appendFileSync('vite.log', 'built\\\\n');
  if (fs.existsSync('web/broken')) { console.error('web/broken: no'); process.exit(1); }
  fs.mkdirSync('dist/web', { recursive: true });
  fs.writeFileSync('dist/web/index.html', 'page');
\`);
`;

beforeEach(() => {
  project = mkdtempSync('/tmp/luoshi-bootstrap-');
  for (const name of ['bootstrap.mjs', 'bootstrap', 'fixlock.mjs']) {
    cpSync(path.join(tools, name), path.join(project, 'tools', name), { recursive: true });
  }
  put('package.json', JSON.stringify({ type: 'module', dependencies, devDependencies: {} }));
  put('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages: { '': { dependencies } } }));
  put('npm/npm-cli.js', fakeNpm);
  put('npm/package.json', '{}');
  put('server/main.ts', 'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7;');
  put('tools/test/main.ts', "console.log('1 passed, 0 failed');");
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

const environment = () => ({
  ...process.env,
  npm_execpath: path.join(project, 'npm/npm-cli.js'),
  npm_lifecycle_event: undefined,
});

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['tools/bootstrap.mjs', ...args], {
    cwd: project,
    env: environment(),
    encoding: 'utf8',
  });

const npmCalls = (): string[] =>
  existsSync(path.join(project, 'npm.log')) ? read('npm.log').trim().split('\n') : [];

describe('installing', () => {
  it('happens once, exactly by the lockfile', () => {
    expect(run('luoshi', 'x').stdout).toBe('["x"]\n');
    run('luoshi', 'x');
    expect(npmCalls()).toEqual(['ci --include=dev']);
  });

  it('says nothing on standard output, which belongs to the command', () => {
    const first = run('luoshi', 'verify', '--json');
    expect(first.stdout).toBe('["verify","--json"]\n');
    expect(first.stderr).toContain('Installing');
    expect(run('luoshi', 'verify', '--json').stderr).toBe('');
  });

  it.each([
    [
      'the lockfile changed',
      () =>
        put(
          'package-lock.json',
          JSON.stringify({ lockfileVersion: 3, packages: { '': { dependencies } }, other: 1 }),
        ),
    ],
    ['a package is gone', () => rmSync(path.join(project, 'node_modules/node/package.json'))],
    ['an earlier one was interrupted', () => rmSync(path.join(project, 'node_modules/.luoshi-install.json'))],
    ['node_modules was deleted', () => rmSync(path.join(project, 'node_modules'), { recursive: true })],
  ])('happens again when %s', (_, change) => {
    run('luoshi');
    change();
    expect(run('luoshi').status).toBe(7);
    expect(npmCalls()).toEqual(['ci --include=dev', 'ci --include=dev']);
  });

  it('follows a package.json that is ahead of the lockfile', () => {
    put(
      'package.json',
      JSON.stringify({ type: 'module', dependencies, devDependencies: { node: dependencies.node } }),
    );
    run('luoshi');
    expect(npmCalls()).toEqual(['install --include=dev']);
  });

  it('takes an npm for which the lockfile is not complete', () => {
    put('npm-plan.json', JSON.stringify({ ci: 'code EUSAGE' }));
    expect(run('luoshi').status).toBe(7);
    expect(npmCalls()).toEqual(['ci --include=dev', 'install --no-save']);
  });

  it('accepts what a person has installed by hand', () => {
    run('luoshi');
    rmSync(path.join(project, 'node_modules/.luoshi-install.json'));
    put('node_modules/.package-lock.json', JSON.stringify({ packages: {} }));
    expect(run('luoshi').status).toBe(7);
    expect(npmCalls()).toHaveLength(1);
  });

  it.each([
    ['code ENOSPC', 'The disk is full', '磁盘空间不足'],
    ['TAR_ENTRY_ERROR ENOSPC: no space left on device', 'The disk is full', '磁盘空间不足'],
    ['code EACCES', 'No permission to write', '没有写入权限'],
    ['code ECONNREFUSED', 'registry cannot be reached', '连接不上 npm 仓库'],
    ['code EINTEGRITY', 'package is damaged', '已损坏'],
    ['code E418', 'E418', '安装依赖失败'],
  ])('that fails with "%s" is explained and is made again next time', (failure, en, zh) => {
    put('npm-plan.json', JSON.stringify({ ci: failure }));
    const failed = run('luoshi');
    expect(failed.status).toBe(1);
    expect(failed.stdout).toBe('');
    expect(failed.stderr).toContain(en);
    expect(failed.stderr).toContain(zh);
    rmSync(path.join(project, 'npm-plan.json'));
    expect(run('luoshi').status).toBe(7);
  });
});

describe('building the web', () => {
  const builds = (): number =>
    existsSync(path.join(project, 'vite.log')) ? read('vite.log').trim().split('\n').length : 0;

  beforeEach(() => {
    put('vite.config.ts', '');
    put('web/page.tsx', 'one');
  });

  it('happens once', () => {
    run('build');
    run('build');
    expect(builds()).toBe(1);
    expect(read('dist/web/index.html')).toBe('page');
  });

  it.each([
    ['a source changed', () => put('web/page.tsx', 'two')],
    ['a source was added', () => put('contract/new.ts', '')],
    ['a built file is gone', () => rmSync(path.join(project, 'dist/web/index.html'))],
  ])('happens again when %s', (_, change) => {
    run('build');
    change();
    run('build');
    expect(builds()).toBe(2);
  });

  it('does not happen again for a test', () => {
    run('build');
    put('web/page.test.tsx', 'test');
    run('build');
    expect(builds()).toBe(1);
  });

  it('that fails stops the start with what vite said', () => {
    put('web/broken', '');
    const failed = run('start');
    expect(failed).toMatchObject({ status: 1, stdout: '' });
    expect(failed.stderr).toContain('web/broken: no');
    expect(failed.stderr).toContain('生成网页失败');
  });

  it('is skipped with a sentence when there is no web', () => {
    rmSync(path.join(project, 'vite.config.ts'));
    expect(run('build').stderr).toContain('vite.config.ts');
    expect(builds()).toBe(0);
  });
});

describe('running', () => {
  it('starts the server with the flags and ends with its exit code', () => {
    expect(run('start', '--no-demo')).toMatchObject({ status: 7, stdout: '["all","--no-demo"]\n' });
  });

  it('runs the tests', () => {
    expect(run('test')).toMatchObject({ status: 0, stdout: '1 passed, 0 failed\n' });
  });

  it('refuses an unknown command', () => {
    const refused = run('toString');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('no command "toString"');
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'passes %s on once, and waits for the server',
    async (signal) => {
      put(
        'server/main.ts',
        `for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => {
         console.log('told ' + name);
         setTimeout(() => process.exit(3), 200);
       });
       console.log('ready');
       setInterval(() => undefined, 1_000);`,
      );
      run('build');
      const child: ChildProcess = spawn(process.execPath, ['tools/bootstrap.mjs', 'start'], {
        cwd: project,
        env: environment(),
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      if (child.stdout === null) throw new Error('no output');
      const said = text(child.stdout);
      await once(child.stdout, 'readable');
      child.kill(signal);
      child.kill(signal);
      const [code] = await once(child, 'exit');
      expect(code).toBe(3);
      expect(await said).toBe(`ready\ntold ${signal}\n`);
    },
  );
});
