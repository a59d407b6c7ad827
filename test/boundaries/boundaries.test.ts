/** Every gate must be able to fail: each folder below holds one deliberate violation, and the tool must name its rule. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const violations = path.join(import.meta.dirname, 'violations');

let place = '';

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'luoshi-boundaries-'));
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** What a tool prints, whether it is content or not. */
const output = async (command: string, args: readonly string[], cwd: string): Promise<string> => {
  try {
    const { stdout, stderr } = await run(command, [...args], { cwd, maxBuffer: 64 * 1024 * 1024 });
    return stdout + stderr;
  } catch (fault) {
    const { stdout, stderr } = fault as { stdout?: string; stderr?: string };
    return `${stdout ?? ''}${stderr ?? ''}`;
  }
};

const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);

describe('the graph of imports (dependency-cruiser)', async () => {
  const rules = await readdir(path.join(violations, 'graph'));

  it.each(rules)('%s', async (rule) => {
    const tree = path.join(place, `graph-${rule}`);
    await cp(path.join(violations, 'graph', rule), tree, { recursive: true });
    await symlink(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
    await cp(path.join(root, 'package.json'), path.join(tree, 'package.json'));
    await cp(path.join(root, '.dependency-cruiser.cjs'), path.join(tree, '.dependency-cruiser.cjs'));
    const folders = (await readdir(tree, { withFileTypes: true }))
      .filter((one) => one.isDirectory())
      .map((one) => one.name);
    const report = await output(
      bin('depcruise'),
      [...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
      tree,
    );
    const parsed = JSON.parse(report.slice(report.indexOf('{'))) as {
      summary: { violations: { rule: { name: string } }[]; totalCruised: number };
    };
    expect(parsed.summary.totalCruised).toBeGreaterThan(0);
    expect(parsed.summary.violations.map((violation) => violation.rule.name)).toContain(rule);
  });

  it('has a violation for every rule that there is', async () => {
    const config = (await import(path.join(root, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    expect([...rules].sort()).toEqual(config.default.forbidden.map((rule) => rule.name).sort());
  });
});

describe('the linter (oxlint)', () => {
  const files = [
    ['max-lines.ts', 'eslint(max-lines)'],
    ['max-lines-per-function.ts', 'eslint(max-lines-per-function)'],
    ['typescript-no-explicit-any.ts', 'typescript(no-explicit-any)'],
    ['typescript-no-non-null-assertion.ts', 'typescript(no-non-null-assertion)'],
    ['typescript-switch-exhaustiveness-check.ts', 'typescript(switch-exhaustiveness-check)'],
    ['typescript-no-floating-promises.ts', 'typescript(no-floating-promises)'],
    ['import-no-default-export.ts', 'import(no-default-export)'],
    ['no-console.ts', 'eslint(no-console)'],
    ['core/no-restricted-globals.ts', 'eslint(no-restricted-globals)'],
  ] as const;
  let found: { code: string; filename: string }[] = [];

  beforeAll(async () => {
    const tree = path.join(place, 'lint');
    await cp(path.join(violations, 'lint'), tree, { recursive: true });
    await cp(path.join(root, '.oxlintrc.json'), path.join(tree, '.oxlintrc.json'));
    await symlink(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
    const options = {
      strict: true,
      target: 'es2024',
      module: 'nodenext',
      skipLibCheck: true,
      types: ['node'],
    };
    await writeFile(
      path.join(tree, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, include: ['*.ts', 'core/*.ts'] }),
    );
    const report = await output(bin('oxlint'), ['--type-aware', '-f', 'json', '.'], tree);
    found = (JSON.parse(report.slice(report.indexOf('{'))) as { diagnostics: typeof found }).diagnostics;
  });

  it.each(files)('%s', (file, code) => {
    expect(found.filter((one) => one.filename.endsWith(file)).map((one) => one.code)).toContain(code);
  });
});

describe('the compiler, in the core', () => {
  it.each([
    ['process.ts', 'TS2591'],
    ['enum.ts', 'TS1294'],
  ])('%s does not compile', async (file, code) => {
    const tree = await mkdtemp(path.join(tmpdir(), 'luoshi-core-'));
    await cp(path.join(root, 'core/tsconfig.json'), path.join(tree, 'tsconfig.json'));
    await cp(path.join(violations, 'types/core', file), path.join(tree, file));
    const report = await output(bin('tsc'), ['-p', tree], root);
    await rm(tree, { recursive: true });
    expect(report).toContain(code);
  });
});

describe('unused code (knip)', () => {
  it('names an export that nobody uses', async () => {
    const tree = await mkdtemp(path.join(tmpdir(), 'luoshi-knip-'));
    await writeFile(
      path.join(tree, 'package.json'),
      JSON.stringify({ name: 'x', type: 'module', main: 'main.ts' }),
    );
    await writeFile(
      path.join(tree, 'main.ts'),
      "import { used } from './part.ts';\nprocess.stdout.write(String(used));\n",
    );
    await writeFile(path.join(tree, 'part.ts'), 'export const used = 1;\nexport const forgotten = 2;\n');
    await symlink(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
    const report = await output(bin('knip'), [], tree);
    await rm(tree, { recursive: true });
    expect(report).toContain('forgotten');
  });
});
