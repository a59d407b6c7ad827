/** A worker process whose job never ends; it says when it has taken one. Killed by the test that started it. */
import process from 'node:process';
import { startWorker } from '#server/platform/jobs.ts';

const [, , appUrl = ''] = process.argv;

await startWorker({
  appUrl,
  jobs: [
    {
      name: 'hang',
      run: async () => {
        process.stdout.write('taken\n');
        await new Promise(() => setInterval(() => undefined, 1_000));
      },
    },
  ],
  schedules: [],
  log: () => undefined,
});
