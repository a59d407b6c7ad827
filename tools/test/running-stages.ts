import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findChromium } from '#test/support/browser.ts';
import { installDebian } from './apt.ts';
import { type ServerKind, startServerForTests } from './databases.ts';
import { nothing, type Outcome, type Stage, single } from './outcome.ts';
import { root, runTool } from './run-tool.ts';
import { runVitest } from './vitest-run.ts';

/**
 * Where the statements are that another PostgreSQL might take otherwise: schema, roles and row-level security, the
 * queue, locks, search, lists, bulk writing, and the whole demo year. Every database test on both servers would take
 * the time of everything else together: `--only=db-system-all` does it.
 */
const nearTheServer = [
  'test/db',
  'test/concurrency',
  'server/platform',
  'server/see',
  'server/notice',
  'server/catalogue',
];

/** It starts servers of its own, as the tests' server of either kind was started. */
const ownServers = 'server/platform/db/embedded.db.test.ts';

const databaseTestsIn = (folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .map((name) => `${folder}/${String(name).replaceAll(path.sep, '/')}`)
      .filter((name) => name.endsWith('.db.test.ts') && name !== ownServers)
      .sort(),
  );

const runDatabaseTests = async (
  kind: ServerKind,
  tests: readonly string[] = ['.db.test.ts'],
): Promise<Outcome> => {
  const server = await startServerForTests(kind);
  try {
    process.stdout.write(`  PostgreSQL ${server.version}\n`);
    return await runVitest([...tests, '--no-isolate'], server.environment);
  } finally {
    await server.stop();
  }
};

/** Tests of the whole product, each file in the processes that it starts itself. */
const runWhole = (
  folders: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> =>
  runVitest(['--config', 'tools/test/vitest.config.ts', '--root', root, ...folders], environment);

const crashTests = 'test/crash';

const checkGenerated = async (): Promise<Outcome> => {
  const script = 'tools/check-generated.ts';
  if (!existsSync(path.join(root, script))) return nothing;
  const { code, text } = await runTool(process.execPath, [script]);
  return single(code === 0, text);
};

const runBrowserTests = async (...others: readonly string[]): Promise<Outcome> => {
  const problem = findChromium() === undefined ? await installDebian('chromium') : undefined;
  const chromium = findChromium();
  if (chromium === undefined) {
    const how = `找不到 Chromium · No Chromium was found; name one with CHROMIUM_PATH, or ${problem ?? 'install it'}`;
    return single(false, how);
  }
  const built = await runTool(process.execPath, ['tools/bootstrap.mjs', 'build']);
  if (built.code !== 0) return single(false, built.text);
  return runWhole(['test/e2e', ...others], { CHROMIUM_PATH: chromium });
};

/** Stages that run the code. */
export const runningStages: readonly Stage[] = [
  {
    name: 'pure',
    title: '纯测试 pure tests',
    run: () => runVitest(['--exclude', '**/*.db.test.ts', '--no-isolate']),
  },
  { name: 'db', title: '数据库测试(内置) database tests, embedded', run: () => runDatabaseTests('embedded') },
  {
    name: 'db-system',
    title: '数据库测试(本机) database tests, system',
    run: () => runDatabaseTests('system', databaseTestsIn(nearTheServer)),
  },
  {
    name: 'db-system-all',
    title: '数据库测试(本机，全部) database tests, system, all',
    run: () => runDatabaseTests('system'),
    onlyByName: true,
  },
  { name: 'generated', title: '生成文件 generated files', run: checkGenerated },
  // Together: who kills and starts servers leaves one of two processors to the browser.
  {
    name: 'whole',
    title: '整机测试 browser tests and crash harness',
    run: () => runBrowserTests(crashTests),
  },
  { name: 'e2e', title: '浏览器测试 browser tests', run: () => runBrowserTests(), onlyByName: true },
  {
    name: 'crash',
    title: '断电测试 crash harness',
    run: () => runWhole([crashTests]),
    onlyByName: true,
  },
];
