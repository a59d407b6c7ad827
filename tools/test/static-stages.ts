import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { findMissing, readBoundaries, sourceFolders } from './boundaries.ts';
import { type Outcome, type Stage, single, sum } from './outcome.ts';
import { root, runTool } from './run-tool.ts';

const has = (file: string): boolean => existsSync(path.join(root, file));

const first = (...files: readonly string[]): string | undefined => files.find(has);

/** Runs a tool that counts nothing. A gate without its configuration is not passed: it would check nothing. */
const gate = async (
  configuration: string | undefined,
  command: string,
  args: readonly string[],
): Promise<Outcome> => {
  if (configuration === undefined) return single(false, `${command}: its configuration file is missing`);
  const { code, text } = await runTool(command, args);
  return single(code === 0, text);
};

/** Every tsconfig of the project: those in the root and those in its folders. */
const projects = (): string[] => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => entry.name);
  return ['.', ...folders].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => /^tsconfig(\..+)?\.json$/.test(name))
      .map((name) => path.join(folder, name)),
  );
};

/** All at once: the compiler uses one processor for each. */
const checkTypes = async (): Promise<Outcome> => {
  const outcomes = await Promise.all(
    projects().map(async (project) => {
      const { code, text } = await runTool('tsc', ['--noEmit', '-p', project]);
      return single(code === 0, `${project}\n${text}`);
    }),
  );
  return outcomes.length > 0 ? sum(outcomes) : single(false, 'there is no tsconfig.json');
};

const checkBoundaries = async (): Promise<Outcome> => {
  const rules = first(
    '.dependency-cruiser.cjs',
    '.dependency-cruiser.mjs',
    '.dependency-cruiser.js',
    '.dependency-cruiser.json',
  );
  if (rules === undefined) return single(false, 'the configuration of dependency-cruiser is missing');
  const folders = sourceFolders.filter(has);
  const { code, text } = await runTool('depcruise', ['--config', rules, '--output-type', 'json', ...folders]);
  const cruised = readBoundaries(text);
  if (cruised === undefined) return single(false, `exit code ${code}\n${text.slice(0, 4_000)}`);
  const missing = findMissing(root, folders, cruised.modules);
  return sum([
    single(cruised.violations.length === 0, cruised.violations.join('\n')),
    // A cruiser that cannot parse TypeScript reads no imports, finds no violation and is content.
    single(missing.length === 0, `dependency-cruiser did not look at:\n${missing.slice(0, 20).join('\n')}`),
  ]);
};

/** Checks that read the source and run none of it. */
export const staticStages: readonly Stage[] = [
  {
    name: 'format',
    title: '格式 format (biome)',
    run: () => gate(first('biome.json', 'biome.jsonc'), 'biome', ['format', '.']),
  },
  { name: 'types', title: '类型 types (tsc)', run: checkTypes },
  {
    name: 'lint',
    title: '规范 lint (oxlint)',
    run: () =>
      gate(first('.oxlintrc.json', 'oxlint.config.ts'), 'oxlint', ['--type-aware', '--deny-warnings']),
  },
  { name: 'boundaries', title: '边界 boundaries (dependency-cruiser)', run: checkBoundaries },
  {
    name: 'unused',
    title: '无用代码 unused code (knip)',
    run: () => gate(first('knip.json', 'knip.jsonc', 'knip.ts', 'knip.config.ts'), 'knip', ['--no-progress']),
  },
];
