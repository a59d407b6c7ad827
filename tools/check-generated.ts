/** Compares every generated file with what it is generated from; `--write` writes them anew. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { freshDatabase } from '#test/support/database.ts';
import { startServerForTests } from './test/databases.ts';

const generators = [
  'write-openapi.ts',
  'write-lifecycle-doc.ts',
  'write-figures-doc.ts',
  'write-db-types.ts',
  'write-calendar.ts',
];
const check = process.argv.includes('--write') ? [] : ['--check'];

const server = await startServerForTests('embedded');
Object.assign(process.env, server.environment);
const database = await freshDatabase();
try {
  for (const generator of generators) {
    const file = fileURLToPath(new URL(generator, import.meta.url));
    const { status } = spawnSync(process.execPath, [file, ...check], {
      stdio: 'inherit',
      env: { ...process.env, LUOSHI_TYPES_URL: database.ownerUrl },
    });
    if (status !== 0) process.exitCode = 1;
  }
} finally {
  await database.drop();
  await server.stop();
}
