import { writeFile } from 'node:fs/promises';
import { openApi } from '#contract/open-api.ts';
import { both, type Command, readArgs } from './command.ts';

const standard = new URL('../../contract/openapi.json', import.meta.url);

export const openapiCommand: Command = {
  name: 'openapi',
  summary: { zh: '写出接口说明（OpenAPI 3.1）', en: 'write the description of the API (OpenAPI 3.1)' },
  usage: ['[--out FILE]'],
  options: [['--out FILE', { zh: '写到哪里；- 为标准输出', en: 'where to; - for standard output' }]],
  run: async (args, io) => {
    const { values } = readArgs(args, { out: { type: 'string' } });
    const text = `${JSON.stringify(openApi(), null, 2)}\n`;
    if (values.out === '-') {
      io.out(text);
      return 0;
    }
    const file = values.out ?? standard;
    await writeFile(file, text);
    io.out(both(`已写出 ${String(file)}`, `Written: ${String(file)}`));
    return 0;
  },
};
