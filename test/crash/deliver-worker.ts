/** The product's own worker in a process that can be killed; its claims of a dead worker end sooner than usual. */
import process from 'node:process';
import { startWork } from '#server/cli/work.ts';
import { readConfig } from '#server/platform/config.ts';

const { DELIVER_APP_URL: appUrl = '', DELIVER_FIELD_KEY: fieldKey = '' } = process.env;

await startWork({
  appUrl,
  fieldKey,
  config: readConfig(process.env, []),
  outbox: {
    leaseMs: 2_500,
    pace: { first: 100, longest: 400, pause: 200, longestPause: 400, mostAttempts: 1_000 },
  },
  log: (_, message) => process.stderr.write(`${message}\n`),
});
process.stdout.write('ready\n');
