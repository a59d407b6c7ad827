import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Folders whose modules obey the arrows of the architecture; those not there yet are left out. */
export const sourceFolders = [
  'core',
  'contract',
  'rulesets',
  'server',
  'web',
  'db',
  'demo',
  'tools',
  'bench',
  'test',
];

/** Modules that break a rule on purpose, to prove that it is checked. */
const violations = 'test/boundaries/';

export type Cruised = {
  /** Paths relative to the checkout. */
  readonly modules: ReadonlySet<string>;
  /** One line each: rule, from, to. */
  readonly violations: readonly string[];
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const listIn = (value: unknown, key: string): readonly Readonly<Record<string, unknown>>[] => {
  const list = isRecord(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
};

/** Reads dependency-cruiser's json report; undefined when that is not what `text` is. */
export const readBoundaries = (text: string): Cruised | undefined => {
  try {
    const report: unknown = JSON.parse(text);
    if (!isRecord(report) || !isRecord(report['summary'])) return undefined;
    const violations = listIn(report['summary'], 'violations').filter(
      ({ rule }) => isRecord(rule) && rule['severity'] === 'error',
    );
    return {
      modules: new Set(listIn(report, 'modules').map(({ source }) => String(source))),
      violations: violations.map(
        ({ rule, from, to }) =>
          `${isRecord(rule) ? String(rule['name']) : '?'}: ${String(from)} → ${String(to)}`,
      ),
    };
  } catch {
    return undefined;
  }
};

const isSource = (name: string): boolean => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name);

const sourcesBelow = (root: string, folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(violations));

/** Source files, tests apart, that were not cruised: the floor under the number of modules, and which are missing. */
export const findMissing = (
  root: string,
  folders: readonly string[],
  modules: ReadonlySet<string>,
): string[] => folders.flatMap((folder) => sourcesBelow(root, folder)).filter((file) => !modules.has(file));
