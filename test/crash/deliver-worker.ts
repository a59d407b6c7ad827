/** The dispatcher in a process that can be killed; the claims of a dead one end sooner than usual. */
import process from 'node:process';
import { startDispatcher } from '#server/notice/dispatcher.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import { dispatcherDeps, quickPace } from '../support/outbox.ts';

const { DELIVER_APP_URL: appUrl = '' } = process.env;

startDispatcher(
  dispatcherDeps(appUrl, openDatabase(appUrl, 6), {
    leaseMs: 2_500,
    pace: { ...quickPace, mostAttempts: 1_000 },
    log: (_, message) => process.stderr.write(`${message}\n`),
  }),
);
process.stdout.write('ready\n');
