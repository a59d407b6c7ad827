import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Outcome, single } from './outcome.ts';
import { runTool } from './run-tool.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const numberIn = (report: Readonly<Record<string, unknown>>, key: string): number => {
  const value = report[key];
  return typeof value === 'number' ? value : 0;
};

/** Test files that failed as a whole: they could not be loaded, so that none of their tests is counted. */
const brokenFiles = (report: Readonly<Record<string, unknown>>): number => {
  const files = report['testResults'];
  if (!Array.isArray(files)) return 0;
  return files.filter((file: unknown) => {
    if (!isRecord(file) || file['status'] !== 'failed') return false;
    const tests = file['assertionResults'];
    return (
      !Array.isArray(tests) || !tests.some((test: unknown) => isRecord(test) && test['status'] === 'failed')
    );
  }).length;
};

/**
 * Reads the report of vitest's json reporter. Skipped and to-do tests count as failed (the house has none), and so do
 * files that cannot be loaded, errors outside of tests, and a run without any test.
 * @param code vitest's exit code
 * @param printed what vitest printed for people
 */
export const readReport = (report: unknown, code: number, printed: string): Outcome => {
  if (!isRecord(report)) return single(false, printed);
  const passed = numberIn(report, 'numPassedTests');
  const skipped = numberIn(report, 'numPendingTests') + numberIn(report, 'numTodoTests');
  const counted = numberIn(report, 'numFailedTests') + brokenFiles(report) + skipped;
  const failed = counted === 0 && (code !== 0 || passed === 0) ? 1 : counted;
  const note = skipped > 0 ? `${skipped} skipped or to-do tests, which count as failed\n` : '';
  return { passed, failed, report: failed > 0 ? note + printed : '' };
};

const parse = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Runs vitest once with these arguments and counts its tests. */
export const runVitest = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> => {
  const folder = mkdtempSync('/tmp/luoshi-vitest-');
  const file = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code, text } = await runTool('vitest', ['run', ...args, ...reporters], environment);
    return readReport(parse(file), code, text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
