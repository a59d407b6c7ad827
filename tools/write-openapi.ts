/** Writes `contract/openapi.json` from the contract. `--check` compares only. */
import { readFile, writeFile } from 'node:fs/promises';
import { openApi } from '#contract/open-api.ts';

const file = new URL('../contract/openapi.json', import.meta.url);
const text = `${JSON.stringify(openApi(), null, 2)}\n`;
if (!process.argv.includes('--check')) await writeFile(file, text);
else if ((await readFile(file, 'utf8')) !== text) {
  console.error('contract/openapi.json does not match the contract: run tools/write-openapi.ts');
  process.exitCode = 1;
}
